"""Places and the own municipality: saved whole or not at all, never over somebody unseen."""

import pytest
from django.core.exceptions import ValidationError

from vanort.changes.models import Change
from vanort.changes.versions import StaleRecord
from vanort.places.actions import edit_home, edit_place
from vanort.places.models import Home, Place, PlaceFact, PlaceName, PlaceSlug

pytestmark = pytest.mark.django_db


def made(slug="wismar", name="Wismar", **values):
    place = Place(slug=slug, country="DE", **values)
    return edit_place(place=place, values={}, parts=[PlaceName(name=name)], by=None)


def test_a_new_place_is_one_change_with_its_names():
    place = made()
    change = Change.objects.get()
    assert (change.verb, change.subject_label) == ("place.created", "Wismar")
    assert [row["model"] for row in change.rows] == ["places.place", "places.placename"]
    assert place.name_in("sv") == "Wismar"


def test_a_former_address_leads_on():
    place = made(slug="arborg")
    edit_place(place=place, values={"slug": "selfoss"}, by=None)
    assert [former.slug for former in PlaceSlug.objects.filter(place=place)] == ["arborg"]
    edit_place(place=place, values={"slug": "arborg"}, by=None)
    assert [former.slug for former in PlaceSlug.objects.filter(place=place)] == ["selfoss"]


def test_facts_are_withdrawn_and_names_taken_away():
    place = made()
    fact, alias = PlaceFact(kind="population", number=100), PlaceName(name="Wissmar", role="alias")
    edit_place(place=place, values={}, parts=[fact, alias], by=None)
    edit_place(place=place, values={}, removed=[fact, alias], by=None)
    assert PlaceFact.objects.get().is_withdrawn
    assert [name.name for name in place.names.all()] == ["Wismar"]


def test_a_stale_form_names_person_and_field(django_user_model):
    place = made()
    robin = django_user_model.objects.create(username="r", first_name="Robin")
    edit_place(place=place, values={"country": "PL"}, by=robin, seen_version=1)
    with pytest.raises(StaleRecord) as stale:
        edit_place(place=place, values={"country": "SE"}, by=None, seen_version=1)
    assert "Robin" in str(stale.value) and "land" in str(stale.value)
    assert stale.value.fields == ["country"]
    assert Place.objects.get().country == "PL"


def test_half_a_point_is_no_point():
    with pytest.raises(ValidationError):
        made(latitude="53.1")
    with pytest.raises(ValidationError):
        made(latitude="153.1", longitude="11.1")
    assert not Place.objects.exists() and not Change.objects.exists()


def test_a_place_has_one_name_of_its_own():
    place = made()
    with pytest.raises(ValidationError):
        edit_place(place=place, values={}, parts=[PlaceName(name="Annat")], by=None)


def test_a_fact_without_a_value_is_none():
    with pytest.raises(ValidationError):
        edit_place(place=made(), values={}, parts=[PlaceFact(kind="population")], by=None)


def test_the_municipality_is_one_row_with_versions():
    place = made("kalmar", "Kalmar")
    edit_home(values={"place": place, "organisation": {"sv": "Kalmar kommun"}}, by=None)
    edit_home(values={"phone": "0480-45 00 00"}, by=None, seen_version=1)
    assert Home.objects.get().version == 2
    with pytest.raises(StaleRecord):
        edit_home(values={"phone": "1"}, by=None, seen_version=1)


def test_words_in_an_unknown_language_are_refused():
    place = made("kalmar", "Kalmar")
    with pytest.raises(ValidationError):
        edit_home(values={"place": place, "organisation": {"xx": "?"}}, by=None)
