"""What keeps the tree readable: short files, short functions, names that say something, few dependencies."""

import ast
import importlib.metadata
import re
import sys

import pytest

from . import rules

WRITTEN = ("*.py", "*.html", "*.jinja", "*.js", "*.css", "demo", "test", ".ci/*")


def test_files_and_functions_are_short():
    files = [path for path in rules.tracked(*WRITTEN) if "migrations" not in path.parts]
    assert not [fault for path in files for fault in rules.too_long(path.name, path.read_text())]


def test_a_long_function_and_a_long_file_are_found():
    assert list(rules.too_long("a.py", "def f():\n" + "    x = 1\n" * 50)) == ["a.py: f has 51 lines"]
    assert list(rules.too_long("a.css", "\n" * 401)) == ["a.css: 401 lines"]
    assert not list(rules.too_long("a.py", "def f():\n" + "    x = 1\n" * 49))


def test_settings_are_one_page():
    assert (rules.SOURCE / "settings.py").read_text().count("\n") <= 250


def test_the_root_is_seen_at_a_glance():
    entries = {path.relative_to(rules.ROOT).parts[0] for path in rules.tracked()}
    assert len(entries) <= 18, sorted(entries)


def test_module_names_say_something():
    assert not list(rules.empty_names(rules.SOURCE.rglob("*.py")))
    assert list(rules.empty_names([rules.SOURCE / "places/utils.py", rules.SOURCE / "core/x.py"]))


def test_dependencies_are_few_and_each_is_explained():
    text = (rules.ROOT / "pyproject.toml").read_text()
    assert len(rules.PROJECT["project"]["dependencies"]) <= 30
    assert not list(rules.unexplained(text))
    assert list(rules.unexplained('\ndependencies = [\n    # Why.\n    "a",\n    "b",\n]')) == ['"b",']


def plain(name):
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=;! ]", name)[0]).lower()


def declared():
    return {plain(one) for one in rules.PROJECT["project"]["dependencies"]}


def imported():
    """The packages from outside that our code imports, each with one place."""
    known = importlib.metadata.packages_distributions()
    for path in rules.SOURCE.rglob("*.py"):
        if path.parent.name == "migrations":
            continue  # written by Django
        for node in ast.walk(ast.parse(path.read_text())):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module]
            for name in names:
                top = name.split(".")[0]
                if top not in sys.stdlib_module_names and top != "vanort":
                    yield {plain(one) for one in known.get(top, [top])}, f"{path.relative_to(rules.SOURCE)}: {name}"


def test_what_is_imported_is_declared():
    assert not sorted({where for owners, where in imported() if not owners & declared()})


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_what_is_declared_is_locked(lock):
    pinned = {plain(line) for line in (rules.ROOT / lock).read_text().splitlines() if re.match(r"[a-z]", line)}
    assert not declared() - pinned
