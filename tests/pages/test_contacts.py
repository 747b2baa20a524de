"""Whom to ask: inherited from above, replaced by an heir on the day, and never more than the card shows."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanort.contacts.term import Term
from vanort.pages.addresses import addresses
from vanort.pages.contacts import answers, shown_on
from vanort.pages.show import show

from .samples import FACTS, FUNCTION, HEIR, LIST_EN, LIST_SV, ON, STRATEGIST, THEIRS, facts_with

pytestmark = pytest.mark.usefixtures("plain_map")
LAST = date(2026, 12, 31)
LEAVING = replace(STRATEGIST, term=Term(None, LAST), heir=HEIR.id)


def shown(path, facts=FACTS, on=ON):
    return show(addresses(facts)[path], facts, on)


def with_cards(*cards, **more):
    return facts_with(cards={**FACTS.cards, **{card.id: card for card in cards}}, **more)


def test_a_page_shows_those_of_the_nearest_page_above():
    for path in ("/demokrati/internationellt-arbete/", LIST_SV, f"{LIST_SV}gdansk/", LIST_EN):
        assert b"Nils P\xc3\xa5hittad" in shown(path).body, path
    for path in ("/demokrati/", "/tillganglighet/", "/404.html"):
        assert b"Nils" not in shown(path).body, path


def test_a_page_that_names_its_own_shows_those_alone():
    facts = facts_with(page_cards={"i": (1, 2), "t": (3,)})
    assert b"Nils" in shown("/demokrati/internationellt-arbete/", facts).body
    for path in (LIST_SV, LIST_EN, f"{LIST_SV}wismar/"):
        body = shown(path, facts).body
        assert b"Ida" in body and b"Nils" not in body


def test_a_tie_with_contacts_of_its_own_shows_them_on_the_towns_page():
    wismar = replace(FACTS.ties[0], contacts=(4, 1))
    facts = facts_with(ties=(wismar, *FACTS.ties[1:]))
    body = shown(f"{LIST_SV}wismar/", facts).body.decode()
    assert "Hansestadt Wismar" in body[body.index('id="contact"') :]
    assert '<a href="tel:+4938412510">+49 3841 2510</a>' in body
    assert b"vanorter@" not in shown(f"{LIST_SV}wismar/", facts).body
    assert b"vanorter@" in shown(f"{LIST_SV}gdansk/", facts).body


def test_functions_stand_before_persons():
    body = shown(LIST_SV).body.decode()
    assert body.index("Vänortssamordning") < body.index("Nils Påhittad")


def test_after_the_last_day_the_heir_answers_without_anybody_saving():
    facts = with_cards(LEAVING)
    made = shown(LIST_SV, facts)
    assert made.true_until == date(2027, 1, 1) and b"Nils" in made.body
    after = shown(LIST_SV, facts, made.true_until)
    assert b"Ida" in after.body and b"Nils" not in after.body and after.true_until is None


def test_a_card_that_is_over_without_an_heir_is_gone():
    assert b"Nils" not in shown(LIST_SV, with_cards(replace(LEAVING, heir=None)), date(2027, 1, 1)).body


def test_heirs_in_a_ring_answer_nothing():
    over = Term(None, date(2026, 1, 1))
    facts = with_cards(replace(STRATEGIST, term=over, heir=3), replace(HEIR, term=over, heir=1))
    assert answers(1, facts, ON) == (None, None)


def test_who_has_inherited_is_shown_once():
    facts = with_cards(LEAVING, page_cards={"i": (1, 3)})
    body = shown(LIST_SV, facts, date(2027, 1, 1)).body.decode()
    assert body.count("Ida Påhittad</h3>") == 1


def test_where_a_card_is_shown_is_told_with_its_towns():
    found = {path for path, _title, _language in shown_on(STRATEGIST.id, FACTS, ON)}
    assert {LIST_SV, LIST_EN, f"{LIST_SV}wismar/", "/demokrati/internationellt-arbete/"} <= found
    assert "/demokrati/" not in found
    assert shown_on(THEIRS.id, FACTS, ON) == []


def test_an_open_mailbox_is_read_in_plain_text():
    assert b'<a href="mailto:vanorter@kalmar.example">vanorter@kalmar.example</a>' in shown(LIST_SV).body


days = st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31))


@given(days, days, st.dates(date(2025, 12, 1), date(2027, 1, 31)))
def test_a_page_reads_the_same_until_the_day_it_says(first, last, on):
    if first and last and last < first:
        first, last = last, first
    facts = with_cards(replace(STRATEGIST, term=Term(first, last), heir=3), FUNCTION)
    page = "/demokrati/internationellt-arbete/"
    made = shown(page, facts, on)
    end = made.true_until or on + timedelta(days=400)
    assert shown(page, facts, end - timedelta(days=1)).body == made.body
    assert made.true_until is None or shown(page, facts, made.true_until).body != made.body
