"""The site of the demonstration, kept up to date as days pass and editors save, is the site made anew."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vanort.demo_town.load import load
from vanort.pages.facts import load_facts
from vanort.pages.facts.shapes import Event, Source
from vanort.pages.show import show
from vanort.places.actions import edit_home, edit_place
from vanort.places.models import Place
from vanort.places.partial_dates import PartialDate
from vanort.publishing.bake import bake
from vanort.publishing.inventory import site
from vanort.publishing.manifest import Folder
from vanort.publishing.plan import plan
from vanort.publishing.reading import Readings
from vanort.publishing.verify import verify
from vanort.relations.actions import edit_relation, hide_relation, show_relation
from vanort.relations.models import Relation

from . import sites
from .test_incremental import bodies

# Every test, also those that read nothing: otherwise pytest-django makes no database for the shared fixture.
pytestmark = pytest.mark.django_db
BASE = "http://127.0.0.1:8000"
START = date(2026, 11, 24)
# Bodies are read once for all examples: what a page says does not depend on when it was read.
READINGS = Readings()


@pytest.fixture(scope="module")
def facts(django_db_setup, django_db_blocker, tmp_path_factory):
    """What the demonstration publishes, read in a transaction that leaves nothing behind."""
    from django.conf import settings as django_settings
    from django.db import transaction

    folder = tmp_path_factory.mktemp("demo")
    django_settings.MEDIA_ROOT = folder / "media"
    with django_db_blocker.unblock(), transaction.atomic():
        load(folder)
        read = load_facts(using="default")
        # The files outlive the transaction; the rows need not.
        transaction.set_rollback(True)
    return read


def baked(facts, on):
    return bake(site(facts), show, on=on, base_url=BASE, served=None, readings=READINGS)


def entries(answers):
    return {address: answer.entry for address, answer in answers.items()}


def test_the_demonstration_passes_the_check(facts):
    answers = baked(facts, START)
    assert verify(answers, READINGS, BASE) == []
    assert len(answers) > 40


days = st.integers(-400, 800).map(lambda n: START + timedelta(days=n))
partial = st.one_of(
    days.map(lambda d: d.isoformat()), days.map(lambda d: f"{d:%Y-%m}"), days.map(lambda d: f"{d:%Y}"), st.none()
)
events = st.lists(
    st.builds(
        Event,
        status=st.sampled_from(["active", "dormant", "paused", "ended", "unclear", "preparation"]),
        effective=partial.map(lambda text: PartialDate.parse(text) if text else None),
        is_after=st.booleans(),
        side=st.sampled_from(["ours", "theirs", "both"]),
        basis=st.sampled_from(["decided", "observed"]),
        decided_by=st.just(""),
        reason=st.just({}),
        source=st.just(Source()),
    ),
    max_size=3,
)


@settings(max_examples=40, deadline=None)
@given(st.lists(events, min_size=1, max_size=4), st.integers(0, 900))
def test_what_is_not_said_to_have_run_out_is_still_true(facts, histories, days_later):
    """Bake on a day, move on without edits, wake once: as baked anew on that day, each address by itself."""
    ties = tuple(
        replace(tie, events=(*tie.events, *history)) for tie, history in zip(facts.ties, histories, strict=False)
    )
    changed = replace(facts, ties=(*ties, *facts.ties[len(ties) :]))
    later = START + timedelta(days=days_later)
    then, now = entries(baked(changed, START)), entries(baked(changed, later))
    for address, entry in then.items():
        assert entry.true_until is None or entry.true_until > START, address
        if entry.true_until is None or entry.true_until > later:
            assert now[address].body == entry.body, address


EDITS = [
    lambda dice: edit_home(values={"phone": f"0480-{dice.randrange(99)}"}, by=None),
    lambda dice: edit_relation(relation=_tie(dice), values={"is_documented": dice.random() < 0.5}, by=None),
    lambda dice: hide_relation(relation=_tie(dice), by=None),
    lambda dice: show_relation(relation=_tie(dice), by=None),
    lambda dice: edit_place(place=_place(dice), values={"slug": f"ort-{dice.randrange(999)}"}, by=None),
]


def _tie(dice):
    return dice.choice(list(Relation.objects.order_by("pk")))


def _place(dice):
    return dice.choice(list(Place.objects.filter(pk__in=Relation.objects.values("place")).order_by("pk")))


@pytest.mark.parametrize("seed", range(3))
def test_edit_by_edit_equals_made_anew_byte_for_byte(tmp_path, settings, seed):
    settings.MEDIA_ROOT = tmp_path / "media"
    load(tmp_path)
    dice, on, folder = random.Random(seed), START, Folder(tmp_path / "kept")
    for _ in range(8):
        dice.choice(EDITS)(dice)
        on += timedelta(days=dice.choice([0, 0, 1, 40, 400]))
        kept = _released(folder, on)
    anew = _released(Folder(tmp_path / "anew"), on)
    assert kept.addresses == anew.addresses
    assert bodies(folder, kept) == bodies(Folder(tmp_path / "anew"), anew)


def _released(folder, on):
    served = folder.current_manifest()
    found = site(load_facts(using="default"))
    answers = bake(found, show, on=on, base_url=BASE, served=served, readings=READINGS)
    todo = plan(served, answers)
    manifest = sites.release.write(folder, todo, on=on, up_to_change=0, languages=found.languages, errors=found.errors)
    sites.release.switch(folder, manifest)
    return manifest
