"""Ties are changed in one transaction that ends with its Change, or not at all."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from vanort.changes.models import Change
from vanort.changes.versions import StaleRecord
from vanort.places.actions import edit_place
from vanort.places.models import Place, PlaceName
from vanort.places.partial_dates import PartialDate
from vanort.relations.actions import (
    add_count_claim,
    add_start,
    change_status,
    create_relation,
    edit_relation,
    hide_relation,
    save_kind,
    show_relation,
    withdraw_start,
)
from vanort.relations.models import Relation
from vanort.relations.usual_kinds import ensure_usual_kinds

from ..days import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def tie():
    place = edit_place(place=Place(slug="wismar", country="DE"), values={}, parts=[PlaceName(name="Wismar")], by=None)
    return create_relation(place=place, kind=ensure_usual_kinds(by=None)["vanort"], by=None)


@pytest.fixture
def robin(django_user_model):
    return django_user_model.objects.create(username="robin", first_name="Robin")


def changed(tie, status, day, **details):
    effective = PartialDate.parse(day) if day else None
    return change_status(relation=tie, status=status, effective=effective, by=None, on=TODAY, **details)


def test_a_new_tie_is_hidden_and_written_in_the_log(tie):
    assert not tie.is_public
    assert Change.objects.filter(verb="relation.created", subject_label="Wismar").count() == 1


def test_each_action_raises_the_version_and_writes_one_line(tie, robin):
    before = Change.objects.count()
    for number, act in enumerate(
        [
            lambda: show_relation(relation=tie, by=robin),
            lambda: hide_relation(relation=tie, by=robin),
            lambda: edit_relation(relation=tie, values={"internal_note": "x"}, by=robin),
            lambda: add_start(relation=tie, started=PartialDate.parse("1991"), by=robin),
            lambda: changed(tie, "active", "1991"),
        ],
        start=1,
    ):
        change = act()
        assert Relation.objects.get().version == 1 + number
        assert Change.objects.count() == before + number
        assert change.rows
    assert [c.by_name for c in Change.objects.all()[:5]].count("Robin") == 4


def test_a_stale_action_changes_nothing_and_says_who_was_there(tie, robin):
    edit_relation(relation=tie, values={"internal_note": "x"}, by=robin, seen_version=1)
    before = Change.objects.count()
    for act in (
        lambda: show_relation(relation=tie, by=None, seen_version=1),
        lambda: add_start(relation=tie, started=PartialDate.parse("1991"), by=None, seen_version=1),
        lambda: changed(tie, "active", "1991", seen_version=1),
    ):
        with pytest.raises(StaleRecord) as stale:
            act()
        assert "Robin" in str(stale.value) and stale.value.fields == ["internal_note"]
    assert Change.objects.count() == before and not tie.events.exists()


def test_a_stale_form_names_what_kind_of_thing_was_added(tie, robin):
    change_status(relation=tie, status="active", effective=None, by=robin, on=TODAY, seen_version=1)
    with pytest.raises(StaleRecord) as stale:
        show_relation(relation=tie, by=None, seen_version=1)
    assert "lägesändring" in str(stale.value)


@pytest.mark.parametrize(("first", "then"), [("active", "active"), ("active", "preparation"), ("ended", "dormant")])
def test_a_status_that_cannot_follow_is_refused(tie, first, then):
    changed(tie, first, "1991")
    with pytest.raises(ValidationError) as refused:
        changed(tie, then, "2001")
    assert "status" in refused.value.message_dict
    assert tie.events.count() == 1


def test_the_other_side_has_a_sequence_of_its_own(tie):
    changed(tie, "active", "1991")
    changed(tie, "active", "1991", side="theirs")
    changed(tie, "ended", "2007", side="theirs", is_after=True)
    assert tie.events.count() == 3


def test_an_earlier_event_is_checked_against_what_stood_then(tie):
    changed(tie, "ended", "2007")
    changed(tie, "active", "1991")
    assert tie.events.count() == 2


def test_what_is_still_to_come_is_given_to_the_day(tie):
    changed(tie, "active", "1991")
    with pytest.raises(ValidationError):
        changed(tie, "ended", "2031")
    assert changed(tie, "ended", "2031-12-31")


def test_the_current_year_need_not_be_given_to_the_day(tie):
    assert changed(tie, "active", str(TODAY.year))


def test_a_beginning_taken_back_is_kept_and_withdrawn(tie):
    add_start(relation=tie, started=PartialDate.parse("1991"), by=None)
    withdraw_start(claim=tie.starts.get(), by=None)
    assert tie.starts.get().is_withdrawn


def test_one_tie_per_place_and_kind(tie):
    with pytest.raises(ValidationError):
        create_relation(place=tie.place, kind=tie.kind, by=None)
    assert Relation.objects.count() == 1


def test_visible_is_shown_and_kept(tie):
    assert not Relation.objects.visible(TODAY).exists()
    show_relation(relation=tie, by=None)
    assert Relation.objects.visible(dt.date(1900, 1, 1)).exists()
    edit_relation(relation=tie, values={"is_withdrawn": True}, by=None)
    assert not Relation.objects.visible(TODAY).exists()


def test_usual_kinds_are_made_once_and_keep_their_words(tie):
    kind = tie.kind
    kind.plural = {"sv": "vänstäder"}
    save_kind(kind=kind, by=None)
    assert ensure_usual_kinds(by=None)["vanort"].plural == {"sv": "vänstäder"}


def test_a_stated_number_is_written_in_the_log():
    add_count_claim(twin_towns=9, countries=9, source_title="Kommunens sida", by=None)
    assert Change.objects.get().verb == "count_claim.added"


def test_a_failing_action_leaves_neither_record_nor_line(tie):
    before = Change.objects.count()
    with pytest.raises(ValidationError), transaction.atomic():
        edit_relation(relation=tie, values={"start_search": "nonsense"}, by=None)
    assert Change.objects.count() == before and Relation.objects.get().version == 1
