"""The order of the rooms: imports, foreign keys and migrations point down; some modules never meet Django."""

import os
import re
import shutil
import subprocess
import sys

import pytest
from django.apps import apps
from django.db import models
from django.db.migrations.loader import MigrationLoader
from django.test.utils import isolate_apps

from . import rules

WITHOUT_DJANGO = [
    "vanort.atlas",
    "vanort.publishing.front.main",
    "vanort.publishing.supervisor",
    "vanort.publishing.manifest",
    "vanort.publishing.headers",
    "vanort.publishing.routes",
    "vanort.__main__",
]


def lint_imports(source):
    words = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as check; check()"]
    environment = {**os.environ, "PYTHONPATH": str(source)}
    done = subprocess.run(
        [*words, "--no-logo", "--no-cache", str(rules.ROOT / "pyproject.toml")],
        cwd=source, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


def test_imports_keep_the_order():
    code, said = lint_imports(rules.ROOT / "src")
    assert code == 0, said


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("places", "import vanort.desk.apps"),
        ("atlas", "import django"),
        ("publishing", "import vanort.settings"),
    ],
)
def test_an_import_that_breaks_the_order_is_found(tmp_path, room, line):
    shutil.copytree(rules.SOURCE, tmp_path / "vanort", ignore=shutil.ignore_patterns("__pycache__", "locale", "static"))
    (tmp_path / "vanort" / room / "astray.py").write_text(line + "\n")
    code, said = lint_imports(tmp_path)
    assert code == 1
    assert "astray" in said


def loads(module, data):
    words = f"import sys, {module}; print(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    environment = {**os.environ, "VANORT_DATA": str(data)}
    done = subprocess.run([sys.executable, "-c", words], env=environment, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("module", WITHOUT_DJANGO)
def test_is_loaded_without_django(module, tmp_path):
    assert not loads(module, tmp_path) & {"django", "wagtail"}


def test_loading_django_is_noticed(tmp_path):
    assert "django" in loads("vanort.places.apps", tmp_path)


def test_rooms_that_must_not_pull_anything_in_are_empty():
    assert (rules.SOURCE / "__init__.py").read_text() == ""
    assert (rules.SOURCE / "publishing/__init__.py").read_text() == ""


def test_the_plan_of_the_house_has_the_order_of_the_contract():
    table = (rules.ROOT / "docs/house.md").read_text().partition("## The rooms")[2].partition("| doors")[0]
    names = [
        name
        for line in table.splitlines()
        if line.startswith(("| `", "| ("))
        for name in re.findall(r"`(\w+)`", line.split("|")[1])
    ]
    assert names == rules.rooms()


def our_models():
    return [model for model in apps.get_models() if model.__module__.startswith("vanort.")]


def test_foreign_keys_point_down_and_leave_no_name():
    order = rules.rooms()
    assert not [fault for model in our_models() for fault in rules.upward(model, order)]


@isolate_apps("vanort.places", "vanort.relations")
def test_a_foreign_key_that_points_up_is_found():
    class Tie(models.Model):
        class Meta:
            app_label = "relations"

    class Town(models.Model):
        tie = models.ForeignKey(Tie, on_delete=models.CASCADE)

        class Meta:
            app_label = "places"

    faults = list(rules.upward(Town, rules.rooms()))
    assert len(faults) == 2
    assert "points up to relations" in faults[0]
    assert "seen from relations as town_set" in faults[1]


def migrations_upward(disk, order):
    for (label, name), migration in disk.items():
        for there, _ in migration.dependencies:
            if label in order and there in order and order.index(there) > order.index(label):
                yield f"{label}.{name} depends on {there}"


def test_migrations_depend_on_lower_rooms_only():
    disk = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    assert not list(migrations_upward(disk, rules.rooms()))


def test_a_migration_that_depends_on_a_higher_room_is_found():
    class Astray:
        dependencies = [("desk", "0001_initial")]

    assert list(migrations_upward({("places", "0009_astray"): Astray}, rules.rooms()))
