"""The rules of the house as functions over text and models. Each returns what breaks it, in words; nothing: well."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from django.db.models import Field, Model

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src/vanort"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())

LONGEST_FILE, LONGEST_FUNCTION = 400, 50
SAYS_NOTHING = {"core", "common", "utils", "helpers", "base", "services"}


def tracked(*patterns: str) -> list[Path]:
    """The files of the project, as git knows them or would; skips where there is no git."""
    try:
        said = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", *patterns],
            cwd=ROOT, capture_output=True, check=True,
        ).stdout.decode()  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    return [path for name in said.split("\0") if name and (path := ROOT / name).exists()]


def rooms() -> list[str]:
    """The rooms, lowest first, as the contract has them; those not built yet too."""
    contract = PROJECT["tool"]["importlinter"]["contracts"][0]
    return [layer.strip("()") for layer in reversed(contract["layers"])]


def too_long(name: str, text: str) -> Iterator[str]:
    """A file, or a function in it, that nobody reads to its end."""
    lines = text.count("\n")
    if lines > LONGEST_FILE:
        yield f"{name}: {lines} lines"
    if not name.endswith(".py"):
        return
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LONGEST_FUNCTION:
                yield f"{name}: {node.name} has {length} lines"


def empty_names(paths: Iterable[Path]) -> Iterator[str]:
    """A module or room whose name says nothing about what lives in it."""
    for path in paths:
        relative = path.relative_to(SOURCE)
        if path.suffix == ".py" and SAYS_NOTHING & {*relative.parent.parts, relative.stem}:
            yield relative.as_posix()


def unexplained(pyproject: str) -> Iterator[str]:
    """A run-time dependency without a comment on the line before."""
    lines = pyproject.partition("\ndependencies = [")[2].partition("\n]")[0].splitlines()
    for before, line in zip(["", *lines], lines, strict=False):
        if line.strip().startswith('"') and not before.strip().startswith("#"):
            yield line.strip()


def wagtails_public(name: str, text: str) -> Iterator[str]:
    """Wagtail's `.public()`, which does not ask whether a page is live; ours is `.visible(on)`."""
    for number, line in enumerate(text.splitlines(), 1):
        # `.live().public()` is what house.md says for pages; alone it shows drafts.
        if re.search(r"(?<=[\w)])(?<!\.live\(\))\.public\(\)", line):
            yield f"{name}:{number}"


# Put together here, so that this file does not break its own rule.
A_MACHINE = re.compile(
    "|".join(rf"(?<![\w.:-])/{name}/[\w.-]" for name in ("work", "root", "Users", r"home/(?!vanort)[\w-]+"))
)


def machine_paths(name: str, text: str) -> Iterator[str]:
    """A path that only exists on somebody's machine."""
    for number, line in enumerate(text.splitlines(), 1):
        if found := A_MACHINE.search(line):
            yield f"{name}:{number}: {found[0]}"


def index_addresses(name: str, text: str, hosts: Iterable[str] = ()) -> Iterator[str]:
    """A package index that somebody used, by the options that name one or by its host."""
    for number, line in enumerate(text.splitlines(), 1):
        if re.search(r"--(extra-)?index-url|--find-links|--registry[ =]", line) or any(host in line for host in hosts):
            yield f"{name}:{number}"


def _inherited_from_outside(model: type[Model], field: Field) -> bool:
    parents = (
        one for one in model.__mro__ if hasattr(one, "_meta") and not one.__module__.startswith(("vanort", "tests"))
    )
    return any(field.name in {known.name for known in parent._meta.get_fields()} for parent in parents)


def own_fields(model: type[Model]) -> list[Field]:
    """The fields that our own classes declare: not Wagtail's, not the link to a parent table."""
    fields = [*model._meta.fields, *model._meta.many_to_many]
    return [
        field for field in fields
        if field.model.__module__.startswith(("vanort", "tests"))
        and not _inherited_from_outside(model, field)
        and not getattr(field.remote_field, "parent_link", False)
    ]  # fmt: skip


def upward(model: type[Model], order: list[str]) -> Iterator[str]:
    """A foreign key from a lower room to a higher one, or one between rooms that leaves a reverse name."""
    here = model._meta.app_label
    for field in own_fields(model):
        if not field.is_relation or field.related_model is None:
            continue
        there = field.related_model._meta.app_label
        if there not in order or here not in order or there == here:
            continue
        if order.index(there) > order.index(here):
            yield f"{model._meta.label}.{field.name} points up to {there}"
        if not field.remote_field.hidden:
            yield f"{model._meta.label}.{field.name} is seen from {there} as {field.remote_field.get_accessor_name()}"


def undeclared(model: type[Model]) -> Iterator[str]:
    """A field that is neither public nor internal, or both, or declared and not there."""
    label = model._meta.label
    if not hasattr(model, "PUBLIC") or not hasattr(model, "INTERNAL"):
        yield f"{label} declares no PUBLIC and INTERNAL"
        return
    own = {field.name for field in own_fields(model)}
    there = {field.name for field in model._meta.get_fields()}
    for name in sorted(own - model.PUBLIC - model.INTERNAL):
        yield f"{label}.{name} is undeclared"
    for name in sorted(model.PUBLIC & model.INTERNAL):
        yield f"{label}.{name} is both"
    for name in sorted((model.PUBLIC | model.INTERNAL) - there):
        yield f"{label}.{name} is declared and not there"
