"""Start, the list, searching, findings and the way in from a public address."""

import pytest
from django.test import Client
from django.urls import reverse

from vanort.accounts.roles import COORDINATOR, READER
from vanort.places.actions import edit_place
from vanort.places.models import Place, PlaceName
from vanort.relations.actions import add_count_claim, create_relation, hide_relation

from .conftest import place_named


@pytest.fixture
def kim(signed_in):
    return signed_in(COORDINATOR)


@pytest.fixture
def several(wismar, kinds):
    """Ties with places that sort differently in Swedish than by code point."""
    for name, country in (
        ("Ärla", "SE"),
        ("Zink", "SE"),
        ("Örebro", "SE"),
        ("Ale", "SE"),
        ("Åre", "SE"),
        ("Árborg", "IS"),
    ):
        create_relation(place=place_named(name, country), kind=kinds["vanort"], by=None)
    return wismar


def names(answer):
    return [entry.name for entry in answer.context["entries"]]


def test_an_empty_register_is_explained_and_begins_with_one_button(kim, db):
    page = kim.get("/redigera/").content.decode()
    assert "Registret är tomt" in page and reverse("desk:new_tie") in page


def test_the_list_sorts_as_swedish_does(kim, several):
    assert names(kim.get(reverse("desk:ties"))) == ["Ale", "Árborg", "Wismar", "Zink", "Åre", "Ärla", "Örebro"]
    assert names(kim.get(reverse("desk:ties"), {"order": "-name"}))[0] == "Örebro"


def test_the_list_is_narrowed_without_a_script(kim, several):
    assert names(kim.get(reverse("desk:ties"), {"country": "IS"})) == ["Árborg"]
    assert names(kim.get(reverse("desk:ties"), {"status": "active"})) == ["Wismar"]
    assert names(kim.get(reverse("desk:ties"), {"kind": "partnerstad"})) == []


def test_a_town_is_found_by_any_of_its_names_whatever_the_marks(kim, several):
    wismar = Place.objects.get(slug="wismar")
    edit_place(place=wismar, values={}, parts=[PlaceName(name="Вісмар", role="exonym", language="uk")], by=None)
    for words in ("wismar", "ВІСМАР", "WIS"):
        assert names(kim.get(reverse("desk:ties"), {"q": words})) == ["Wismar"], words
    assert names(kim.get(reverse("desk:ties"), {"q": "arborg"})) == ["Árborg"]


def test_the_sentence_is_computed_and_says_how_many_are_hidden(kim, several):
    page = kim.get(reverse("desk:ties")).content.decode().replace("\N{NO-BREAK SPACE}", " ")
    assert "7 vänorter i 3 länder" in page
    assert "6 av dem visas inte för allmänheten" in page


def test_findings_name_town_and_what_mends_it(kim, wismar, kinds):
    bare = create_relation(
        place=place_named("Bar", latitude=None, longitude=None), kind=kinds["vanort"], is_documented=False, by=None
    )
    found = {(one.about, one.href) for one, _may in kim.get(reverse("desk:to_do")).context["findings"]}
    assert {
        ("Bar", reverse("desk:change_status", args=[bare.pk])),
        ("Bar", reverse("desk:place", args=[bare.place_id])),
        ("Bar", reverse("desk:edit_tie", args=[bare.pk])),
        ("Bar", reverse("desk:add_start", args=[bare.pk])),
        ("Bar", reverse("desk:show_tie", args=[bare.pk])),
    } == found


def test_start_shows_at_most_seven_and_how_many_there_are(kim, several):
    page = kim.get("/redigera/")
    assert len(page.context["findings"]) == 7
    assert f"Alla {page.context['count']}" in page.content.decode()


def test_a_stated_number_that_the_records_do_not_give_is_a_finding(kim, wismar):
    add_count_claim(twin_towns=9, source_title="Kommunens sida", by=None)
    assert "Kommunen har uppgett 9 vänorter" in kim.get("/redigera/").content.decode()


def test_the_reader_sees_findings_without_buttons(signed_in, several):
    page = signed_in(READER).get("/redigera/").content.decode()
    assert "Inget läge är antecknat" in page and "Anteckna läget" not in page


def test_a_hidden_tie_is_told_as_hidden(kim, wismar):
    hide_relation(relation=wismar, by=None)
    assert "dold" in kim.get("/redigera/").content.decode()


def test_an_address_where_nothing_stands_is_answered_plainly(kim, wismar):
    answer = kim.get("/redigera/demokrati/ingenting/")
    assert answer.status_code == 404 and "Det finns ingen sådan sida" in answer.content.decode()


def test_a_public_address_leads_to_sign_in_first(wismar):
    answer = Client().get("/redigera/demokrati/")
    assert answer.status_code == 302 and "next=/redigera/demokrati/" in answer["Location"]


def test_the_language_is_ones_own_choice(kim, wismar):
    kim.post("/redigera/sprak/", {"language": "en", "next": "/redigera/"})
    page = kim.get("/redigera/").content.decode()
    assert '<html lang="en"' in page and "This needs doing" in page


def test_the_language_is_chosen_before_signing_in(db):
    client = Client()
    assert "Logga in" in client.get("/redigera/admin/login/").content.decode()
    client.post("/redigera/sprak/", {"language": "en", "next": "/redigera/admin/login/"})
    assert "Sign in" in client.get("/redigera/admin/login/").content.decode()
    assert "Sign in" in Client(headers={"accept-language": "en"}).get("/redigera/admin/login/").content.decode()


def test_the_choice_of_language_leads_nowhere_else(db):
    answer = Client().post("/redigera/sprak/", {"language": "en", "next": "https://elak.example/"})
    assert answer["Location"] == "/redigera/"
