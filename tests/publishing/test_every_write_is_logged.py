"""No table of the register is written without a Change: what is not in the log is not published either."""

import ast
import importlib
import inspect
from datetime import date
from pathlib import Path

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, Locale, Page, Site

import vanort
from vanort.changes.models import Change
from vanort.changes.undo import undo
from vanort.contacts import actions as contacts
from vanort.contacts.models import ContactCard, Organisation, Person, Unit
from vanort.followup import actions as followup
from vanort.media.models import Picture
from vanort.pages import actions as words
from vanort.pages.models import FrontPage, SectionPage
from vanort.places import actions as places
from vanort.places.models import Place, PlaceName
from vanort.places.partial_dates import PartialDate
from vanort.relations import actions as relations
from vanort.relations.models import RelationKind
from vanort.theme.models import Look

from .writes import EXEMPT, register_tables, watched

ROOM = Path(vanort.__file__).parent
DAY = date(2026, 3, 1)


@pytest.fixture
def world(db, settings, tmp_path):
    """One of everything that the actions need."""
    settings.MEDIA_ROOT = tmp_path
    settings.VANORT_DATA = tmp_path
    place = places.edit_place(
        place=Place(),
        values={"slug": "wismar", "country": "DE", "local_language": "de"},
        parts=[PlaceName(name="Wismar", role="official", language="")],
        by=None,
    )
    kind = relations.save_kind(
        kind=RelationKind(slug="vanort", singular={"sv": "vänort"}, plural={"sv": "vänorter"}), by=None
    )
    tie = relations.create_relation(place=place, kind=kind, by=None)
    relations.add_start(relation=tie, started=PartialDate.parse("2002"), by=None)
    locale, _ = Locale.objects.get_or_create(language_code="sv")
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", slug="root", locale=locale)
    front = root.add_child(instance=FrontPage(title="Kalmar", slug="kalmar", locale=locale, live=False))
    front.save_revision().publish()
    page = front.add_child(instance=SectionPage(title="Om", slug="om", locale=locale, live=False))
    page.save_revision().publish()
    picture = Picture.objects.create(title="Torget", file=get_test_image_file(), is_decorative=True)
    organisation = contacts.save_organisation(organisation=Organisation(), values={"names": {"sv": "Kalmar"}}, by=None)
    unit = contacts.save_unit(unit=Unit(), values={"organisation": organisation, "names": {"sv": "K"}}, by=None)
    card, heir = (
        contacts.save_card(card=ContactCard(), new_person=name, values={"unit": unit, "role": {"sv": "S"}}, by=None)
        for name in ("Nils", "Ida")
    )
    relations.name_contacts(relation=tie, cards=[card], by=None)
    tie.refresh_from_db()
    return {
        "card": card,
        "heir": heir,
        "place": place,
        "kind": kind,
        "tie": tie,
        "front": front,
        "page": SectionPage.objects.get(pk=page.pk),
        "picture": picture,
    }


ACTIONS = {
    "places.edit_place": lambda w: places.edit_place(place=w["place"], values={"slug": "wismar-stad"}, by=None),
    "places.edit_home": lambda w: places.edit_home(values={"place": w["place"], "phone": "0480-45 00 00"}, by=None),
    "followup.review": lambda w: followup.review(
        subject_type="page", subject_id=w["page"].pk, subject_label="Om", on=DAY, by=None, unit={}, months=12
    ),
    "contacts.save_organisation": lambda w: contacts.save_organisation(
        organisation=w["card"].unit.organisation, values={"country": "DE"}, by=None
    ),
    "contacts.save_unit": lambda w: contacts.save_unit(unit=w["card"].unit, values={"ends_on": DAY}, by=None),
    "contacts.save_person": lambda w: contacts.save_person(person=Person(), values={"name": "Eva"}, by=None),
    "contacts.save_card": lambda w: contacts.save_card(card=w["card"], values={"phone": "0480-45 00 00"}, by=None),
    "contacts.confirm_card": lambda w: contacts.confirm_card(card=w["card"], on=DAY, by=None),
    "contacts.end_card": lambda w: contacts.end_card(card=w["card"], heir=w["heir"], from_on=DAY, by=None),
    "pages.leave": lambda w: words.leave(card=w["card"], heir=w["heir"], from_on=DAY, on=DAY, by=None),
    "pages.name_page_contacts": lambda w: words.name_page_contacts(page=w["page"], cards=[w["card"]], by=None),
    "relations.name_contacts": lambda w: relations.name_contacts(relation=w["tie"], cards=[w["heir"]], by=None),
    "pages.write_words": lambda w: words.write_words(place=w["place"], language="sv", lead="x", by=None),
    "pages.mark_translation": lambda w: words.mark_translation(page=w["page"], source=w["front"], by=None),
    "relations.create_relation": lambda w: relations.create_relation(
        place=w["place"],
        kind=relations.save_kind(kind=RelationKind(slug="k", singular={"sv": "k"}, plural={"sv": "k"}), by=None),
        by=None,
    ),
    "relations.edit_relation": lambda w: relations.edit_relation(
        relation=w["tie"], values={"internal_note": "x"}, by=None
    ),
    "relations.show_relation": lambda w: relations.show_relation(relation=w["tie"], by=None),
    "relations.hide_relation": lambda w: relations.hide_relation(relation=w["tie"], by=None),
    "relations.change_status": lambda w: relations.change_status(
        relation=w["tie"], status="active", effective=PartialDate.parse("2002-05-01"), on=DAY, by=None
    ),
    "relations.add_start": lambda w: relations.add_start(relation=w["tie"], started=PartialDate.parse("2003"), by=None),
    "relations.withdraw_start": lambda w: relations.withdraw_start(claim=w["tie"].starts.first(), by=None),
    "relations.save_kind": lambda w: relations.save_kind(kind=w["kind"], by=None),
    "relations.add_count_claim": lambda w: relations.add_count_claim(twin_towns=9, by=None),
}

WAGTAIL = {
    "publish a page": lambda w: w["page"].save_revision().publish(),
    "withdraw a page": lambda w: w["page"].unpublish(),
    "move a page": lambda w: w["page"].move(w["front"], pos="first-child"),
    "delete a page": lambda w: w["page"].delete(),
    "save the look": lambda w: Look.objects.create(),
    "save a redirect": lambda w: Redirect.objects.create(old_path="/g", redirect_page=w["page"]),
    "save a site": lambda w: Site.objects.create(hostname="a.example", root_page=w["front"]),
    "save a language": lambda w: Locale.objects.create(language_code="fi"),
    "save a collection": lambda w: Collection.get_first_root_node().add_child(name="Bilder"),
    "delete a picture": lambda w: w["picture"].delete(),
    "undo": lambda w: undo(Change.objects.filter(verb="relation.start_added").first(), by=None),
}


def _save_picture_again(world):
    world["picture"].photographer = "Bo"
    world["picture"].save()


WAGTAIL["save a picture"] = _save_picture_again


@pytest.mark.parametrize("name", [*ACTIONS, *WAGTAIL])
def test_what_is_written_is_in_the_log(world, name):
    with watched() as writes:
        (ACTIONS | WAGTAIL)[name](world)
    assert writes.registered, f"{name} wrote nothing that the watch could see"
    assert writes.unlogged == set()


def test_the_watch_sees_a_write_without_a_line(world):
    with watched() as writes:
        Place.objects.update(slug="bakom-ryggen")
    assert writes.unlogged == {"places_place"}


def test_every_action_is_among_those_tried():
    found = set()
    for path in ROOM.glob("*/actions.py"):
        module = importlib.import_module(f"vanort.{path.parent.name}.actions")
        public = inspect.getmembers(module, inspect.isfunction)
        found |= {f"{path.parent.name}.{n}" for n, f in public if f.__module__ == module.__name__ and n[0] != "_"}
    assert found == set(ACTIONS)


def test_every_exemption_names_a_table_and_a_reason(db):
    from django.db import connection

    assert set(EXEMPT) <= set(connection.introspection.table_names())
    assert all(EXEMPT.values())
    assert register_tables() <= set(connection.introspection.table_names())


# Files that may write to the database, each with its reason; everybody else calls an action.
MAY_WRITE = {
    "changes/log.py": "writes the log",
    "changes/undo.py": "writes rows back, with the line of the undoing",
    "publishing/hold.py": "the publisher's diary",
    "publishing/publication.py": "the publisher's diary",
    "contacts/reveals.py": "that a protected address was shown, for a day; nothing of the register",
    "accounts/roles.py": "groups, no table of the register",
    "desk/sign_in.py": "the language in which somebody reads the editors’ site",
    "desk/roles.py": "what the groups may do, no table of the register",
    "desk/installation.py": "a new installation, by the actions; the look is logged by its trigger",
    "pages/starter.py": "a new installation's first pages, before there is anything to log",
}
WRITING = {"save", "create", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "add_child", "add_root"}


def test_nobody_but_actions_writes():
    found = set()
    for path in ROOM.rglob("*.py"):
        name = path.relative_to(ROOM).as_posix()
        if name in MAY_WRITE or name.startswith("demo_town/") or "/migrations/" in name or path.name == "actions.py":
            continue
        found |= {f"{name}:{line}" for line in _writes(path)}
    assert found == set()


def _writes(path):
    """Lines of a file that call something that writes, `super().save()` and forms' `commit=False` apart."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITING:
            target = node.func.value
            is_super = isinstance(target, ast.Call) and getattr(target.func, "id", "") == "super"
            if not is_super and not any(keyword.arg == "commit" for keyword in node.keywords):
                yield node.lineno
