"""*Ångra*: the last action of one's own taken back by a new Change."""

import pytest

from vanort.changes.models import Change
from vanort.changes.undo import CannotUndo, last_undoable, undo
from vanort.places.actions import edit_place
from vanort.places.models import Place, PlaceFact, PlaceName, PlaceSlug
from vanort.places.partial_dates import PartialDate
from vanort.relations.actions import (
    add_start,
    change_status,
    create_relation,
    edit_relation,
    hide_relation,
    show_relation,
)
from vanort.relations.models import Relation
from vanort.relations.usual_kinds import ensure_usual_kinds

from ..days import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def kim(django_user_model):
    return django_user_model.objects.create(username="kim", first_name="Kim")


@pytest.fixture
def other(django_user_model):
    return django_user_model.objects.create(username="robin", first_name="Robin")


@pytest.fixture
def tie():
    place = edit_place(place=Place(slug="wismar", country="DE"), values={}, parts=[PlaceName(name="Wismar")], by=None)
    return create_relation(place=place, kind=ensure_usual_kinds(by=None)["vanort"], by=None)


def undone(kim):
    return undo(last_undoable(kim), by=kim)


def test_a_change_of_status_is_withdrawn(tie, kim):
    change_status(relation=tie, status="active", effective=PartialDate.parse("1991"), by=kim, on=TODAY)
    change = undone(kim)
    assert tie.events.get().is_withdrawn
    assert change.verb == "change.undone" and change.reverts.verb == "relation.status_changed"


def test_an_edit_gets_its_former_value_and_a_new_version(tie, kim):
    edit_relation(relation=tie, values={"internal_note": "Nytt"}, by=kim)
    undone(kim)
    tie.refresh_from_db()
    assert (tie.internal_note, tie.version) == ("", 3)


def test_showing_is_taken_back(tie, kim):
    show_relation(relation=tie, by=kim)
    undone(kim)
    assert not Relation.objects.get().is_public


def test_a_new_tie_is_withdrawn_and_may_be_made_again(tie, kim):
    create_relation(place=tie.place, kind=ensure_usual_kinds(by=None)["partnerstad"], by=kim)
    undone(kim)
    assert Relation.objects.kept().count() == 1
    create_relation(place=tie.place, kind=ensure_usual_kinds(by=None)["partnerstad"], by=kim)


def test_a_place_gets_back_its_names_its_address_and_its_point(tie, kim):
    place = tie.place
    alias = PlaceName(name="Wissmar", role="alias")
    edit_place(place=place, values={}, parts=[alias], by=None)
    edit_place(
        place=place,
        values={"slug": "annan", "latitude": "53.89000", "longitude": "11.45000"},
        parts=[PlaceFact(kind="population", number=42963, as_of=PartialDate.parse("2020"))],
        removed=[PlaceName.objects.get(name="Wissmar")],
        by=kim,
    )
    undone(kim)
    place = Place.objects.get()
    assert (place.slug, place.latitude) == ("wismar", None)
    assert {name.name for name in place.names.all()} == {"Wismar", "Wissmar"}
    assert PlaceFact.objects.get().is_withdrawn
    assert not PlaceSlug.objects.exists()


def test_a_date_and_words_come_back_as_they_were(tie, kim):
    add_start(relation=tie, started=PartialDate.parse("1946/1947"), what={"sv": "avtal"}, by=None)
    claim = tie.starts.get()
    from vanort.relations.actions import withdraw_start

    withdraw_start(claim=claim, by=kim)
    undone(kim)
    claim.refresh_from_db()
    assert (claim.started.text, claim.what, claim.is_withdrawn) == ("1946/1947", {"sv": "avtal"}, False)


def test_what_somebody_has_changed_since_is_left_alone(tie, kim, other):
    edit_relation(relation=tie, values={"internal_note": "Kims"}, by=kim)
    edit_relation(relation=tie, values={"internal_note": "Robins"}, by=other)
    with pytest.raises(CannotUndo) as refused:
        undone(kim)
    assert "intern anteckning" in str(refused.value)
    assert Relation.objects.get().internal_note == "Robins"


def test_what_somebody_changed_beside_it_does_not_matter(tie, kim, other):
    edit_relation(relation=tie, values={"internal_note": "Kims"}, by=kim)
    show_relation(relation=tie, by=other)
    undone(kim)
    tie.refresh_from_db()
    assert (tie.internal_note, tie.is_public) == ("", True)


def test_nothing_is_undone_twice_and_undoing_is_not_undone(tie, kim):
    show_relation(relation=tie, by=None)
    hide_relation(relation=tie, by=kim)
    change = last_undoable(kim)
    undo(change, by=kim)
    with pytest.raises(CannotUndo):
        undo(change, by=kim)
    assert last_undoable(kim) is None


def test_ones_own_actions_are_undone_one_after_the_other(tie, kim):
    edit_relation(relation=tie, values={"internal_note": "ett"}, by=kim)
    edit_relation(relation=tie, values={"internal_note": "två"}, by=kim)
    undone(kim)
    assert Relation.objects.get().internal_note == "ett"
    undone(kim)
    assert Relation.objects.get().internal_note == ""


def test_only_ones_own_actions_are_offered(tie, kim, other):
    show_relation(relation=tie, by=other)
    assert last_undoable(kim) is None


def test_a_refused_undoing_writes_nothing(tie, kim, other):
    edit_relation(relation=tie, values={"internal_note": "Kims", "start_search": "not_found"}, by=kim)
    edit_relation(relation=tie, values={"internal_note": "Robins"}, by=other)
    before = Change.objects.count()
    with pytest.raises(CannotUndo):
        undone(kim)
    assert Change.objects.count() == before
    assert Relation.objects.get().start_search == "not_found"
