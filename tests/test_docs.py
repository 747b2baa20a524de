"""What the documents promise: their links lead somewhere, and they say nothing about anybody's workshop."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)[^)]*\)")
OUTSIDE = re.compile(r"\.\./shared")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_to_files_that_are_there(document):
    for target in LINK.findall(document.read_text()):
        assert (document.parent / target).exists(), f"{document.name}: {target}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_outside_the_project_is_named(document):
    assert not OUTSIDE.search(document.read_text())


def test_every_decision_is_listed():
    listed = (ROOT / "docs/decisions/README.md").read_text()
    for record in ROOT.glob("docs/decisions/0*.md"):
        assert record.name in listed
        assert re.search(r"^\d{4}-\d\d-\d\d · (accepted|replaced)", record.read_text(), re.MULTILINE), record.name


def test_every_room_is_in_the_plan_of_the_house():
    rooms = {path.parent.name for path in (ROOT / "src/vanort").glob("*/__init__.py")}
    plan = (ROOT / "docs/house.md").read_text()
    assert not {room for room in rooms if f"`{room}`" not in plan}


def test_both_guides_have_the_same_chapters():
    def chapters(name):
        return len(re.findall(r"^## ", (ROOT / "docs/editing" / name).read_text(), re.MULTILINE))

    assert chapters("sv.md") == chapters("en.md")
