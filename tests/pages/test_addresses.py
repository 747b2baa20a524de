from dataclasses import replace

from vanort.pages.addresses import (
    ErrorSubject,
    PageSubject,
    TownSubject,
    addresses,
    ancestors,
    children,
    redirects,
    translations,
)

from .samples import ARBORG, FACTS, LIST_EN, LIST_SV, PARTNERSHIP, TIES, facts_with


def test_every_town_with_a_public_tie_has_one_address_per_language():
    found = addresses(FACTS)
    assert found[f"{LIST_SV}gdansk/"] == TownSubject(3, "sv")
    assert found[f"{LIST_EN}gdansk/"] == TownSubject(3, "en")
    assert sum(subject == TownSubject(3, "sv") for subject in found.values()) == 1


def test_a_place_with_two_ties_still_has_one_address():
    twice = (*TIES, replace(TIES[1], id=99, kind=PARTNERSHIP))
    assert addresses(facts_with(ties=twice)).keys() == addresses(FACTS).keys()


def test_pages_and_errors_have_their_addresses():
    found = addresses(FACTS)
    assert found["/"] == PageSubject(1)
    assert found["/en/"] == PageSubject(6)
    assert found["/404.html"] == ErrorSubject(404, "sv")
    assert found["/en/503.html"] == ErrorSubject(503, "en")


def test_a_page_that_lives_elsewhere_has_no_address_but_leads_there():
    assert "/demokrati/internationellt-arbete/natverk/" not in addresses(FACTS)
    assert redirects(FACTS)["/demokrati/internationellt-arbete/natverk/"] == "https://www.kalmar.se/natverk"


def test_a_former_slug_leads_to_the_present_one_in_each_language():
    assert redirects(FACTS)[f"{LIST_SV}selfoss/"] == f"{LIST_SV}arborg/"
    assert redirects(FACTS)[f"{LIST_EN}selfoss/"] == f"{LIST_EN}arborg/"
    assert ARBORG.former_slugs == ("selfoss",)


def test_an_address_in_use_is_never_a_redirect():
    moved = {LIST_SV: "/en/", "/gammal/": LIST_SV, "/cirkel/": "/cirkel/"}
    found = redirects(facts_with(moved=moved))
    assert LIST_SV not in found
    assert found["/gammal/"] == LIST_SV
    assert "/cirkel/" not in found


def test_a_language_without_a_list_has_no_towns():
    pages = {key: page for key, page in FACTS.pages.items() if key != 8}
    found = addresses(facts_with(pages=pages))
    assert not [subject for subject in found.values() if subject == TownSubject(3, "en")]


def test_above_and_below_follow_the_tree():
    pages = FACTS.pages
    assert [page.id for page in ancestors(FACTS, pages[4])] == [1, 2, 3]
    assert [page.id for page in children(FACTS, pages[3])] == [4, 9]


def test_twins_are_those_with_the_same_key():
    assert {code: page.id for code, page in translations(FACTS, FACTS.pages[4]).items()} == {"sv": 4, "en": 8}
