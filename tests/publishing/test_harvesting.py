"""No protected or closed address in anything that is released, in any language, whatever a program tries."""

import base64
import codecs
from pathlib import Path

import pytest
from django.utils import timezone

from vanort.changes.models import Change
from vanort.contacts.actions import save_card
from vanort.contacts.models import ContactCard
from vanort.demo_town.load import load
from vanort.pages.addresses import addresses
from vanort.pages.facts import load_facts
from vanort.pages.show import show
from vanort.publishing.inventory import site
from vanort.publishing.sitemap import robots
from vanort.relations.actions import name_contacts
from vanort.relations.models import Relation

from .harvesters import HARVESTERS, backwards, packed, parsed, plain, rotated, spelled_out, unescaped

pytestmark = pytest.mark.django_db

HIDDEN = "nils.pahittsson@kalmar.example"


@pytest.mark.parametrize(
    ("harvester", "written"),
    [
        (plain, f"mail {HIDDEN}."),
        (unescaped, HIDDEN.replace("@", "&#64;").replace(".", "%2E")),
        (spelled_out, "nils.pahittsson (at) kalmar [dot] example"),
        (spelled_out, "nils.pahittsson [snabel-a] kalmar punkt example"),
        (backwards, HIDDEN[::-1]),
        (rotated, codecs.encode(HIDDEN, "rot13")),
        (packed, base64.b64encode(HIDDEN.encode()).decode()),
        (parsed, "<p>nils.<b>pahittsson</b><!-- -->@<i>kalmar</i>.example</p>"),
        (parsed, '<a href="mailto:nils.pahittsson%40kalmar.example">x</a>'),
    ],
)
def test_the_harvesters_do_harvest(harvester, written):
    assert HIDDEN in harvester(written)


@pytest.fixture
def released(tmp_path, settings):
    """Every body of the demonstration, with one more card of each kind, by address."""
    settings.VANORT_DATA, settings.MEDIA_ROOT = tmp_path, tmp_path / "media"
    load(tmp_path)
    ours = ContactCard.objects.filter(person__isnull=False).first()
    open_box = save_card(
        card=ContactCard(unit=ours.unit), values={"role": {"sv": "Brevlåda"}, "email": "oppen@kalmar.example"}, by=None
    )
    closed = save_card(
        card=ContactCard(unit=ours.unit),
        new_person="Jo",
        values={"role": {"sv": "Kontakt"}, "side": "theirs", "email": "jo@wismar.example", "legal_basis": "leave"},
        by=None,
    )
    name_contacts(relation=Relation.objects.get(place__slug="wismar"), cards=[open_box, closed, ours], by=None)
    facts, on = load_facts("default"), timezone.localdate()
    whole = site(facts)
    bodies = {path: show(subject, facts, on).body for path, subject in addresses(facts).items()}
    for path, asset in whole.assets.items():
        bodies[path] = asset.read.read_bytes() if isinstance(asset.read, Path) else asset.read
    return bodies | {"/robots.txt": robots(facts.base_url)}


def test_nothing_released_holds_an_address_that_is_not_open(released):
    hidden = {card.email.lower() for card in ContactCard.objects.exclude(email_class="open") if card.email}
    assert len(hidden) == 3
    found = {
        (path, harvester.__name__, address)
        for path, body in released.items()
        for harvester in HARVESTERS
        for address in harvester(body.decode("utf-8", "replace")) & hidden
    }
    assert found == set()
    assert "Jo" in released[next(p for p in released if p.endswith("/wismar/"))].decode()


def test_an_open_mailbox_is_read_by_everybody(released):
    for path in [path for path in released if path.endswith("/wismar/")]:
        assert "oppen@kalmar.example" in plain(released[path].decode()), path


def test_the_facts_and_the_log_hold_no_address_that_is_not_open(released):
    kept = repr(load_facts("default")) + repr(list(Change.objects.values()))
    for card in ContactCard.objects.exclude(email_class="open"):
        assert card.email not in kept


def test_search_engines_are_asked_to_leave_the_question_alone(released):
    told = released["/robots.txt"].decode()
    assert "Disallow: /epost/" in told and "Disallow: /en/e-mail/" in told
