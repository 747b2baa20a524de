"""What the reader sees of a review: the line, the notice, and the day on which it appears."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanort.pages.addresses import addresses
from vanort.pages.facts import ReviewFacts
from vanort.pages.show import show

from .samples import LIST_EN, LIST_SV, ON, facts_with

pytestmark = pytest.mark.usefixtures("plain_map")
LATE = "Sidan väntar på att granskas"


def reviewed(subject=("page", 4, ""), on=date(2015, 4, 24), next_on=None, unit=None):
    return facts_with(reviews={subject: ReviewFacts(on, unit or {"sv": "Kommunledningskontoret"}, next_on)})


def words(body):
    """What is read, without the marks."""
    return " ".join(re.sub(r"<[^>]+>", "", body.decode()).split())


def shown(path, facts, on=ON):
    return show(addresses(facts)[path], facts, on)


def test_the_line_says_when_by_which_unit_and_when_next():
    facts = reviewed(on=date(2026, 5, 24), next_on=date(2026, 11, 24))
    body = shown(LIST_SV, facts).body
    html = body.decode()
    assert '<time datetime="2026-05-24">24 maj 2026</time>' in html
    line = "Sidan granskad 24 maj 2026 av Kommunledningskontoret. Nästa granskning senast 24 november 2026."
    assert line in words(body)
    assert LATE not in html


def test_the_notice_appears_on_the_day_after_without_a_save():
    facts = reviewed(on=date(2026, 5, 24), next_on=date(2026, 11, 24))
    today = shown(LIST_SV, facts)
    assert today.true_until == date(2026, 11, 25)
    late = shown(LIST_SV, facts, today.true_until)
    assert LATE in late.body.decode() and "Nästa granskning" not in late.body.decode()


def test_an_old_review_without_a_next_date_is_late_too():
    html = words(shown(LIST_SV, reviewed()).body)
    assert LATE in html
    assert "Den granskades senast 24 april 2015 och skulle ha granskats igen senast 24 april 2016." in html
    assert "Sidan granskad 24 april 2015 av Kommunledningskontoret." in html


def test_a_page_that_nobody_has_reviewed_says_so_and_gives_no_notice():
    html = shown(LIST_EN, reviewed()).body.decode()
    assert "This page has not been reviewed yet." in html
    assert "waiting to be reviewed" not in html


def test_an_error_page_has_no_review():
    assert "granska" not in shown("/404.html", reviewed()).body.decode()


def test_a_town_is_reviewed_in_the_language_in_which_it_was_read():
    facts = reviewed(("place", 2, "sv"), date(2026, 11, 1))
    assert "Sidan granskad 1 november 2026" in words(shown(f"{LIST_SV}wismar/", facts).body)
    assert "has not been reviewed" in shown(f"{LIST_EN}wismar/", facts).body.decode()


def test_a_review_of_a_record_without_a_language_holds_in_all_and_the_unit_says_which_it_is_in():
    body = shown(f"{LIST_EN}wismar/", reviewed(("place", 2, ""), date(2026, 11, 1))).body
    assert "Page reviewed 1 November 2026 by Kommunledningskontoret." in words(body)
    assert '<span lang="sv">Kommunledningskontoret</span>' in body.decode()


def test_what_an_editor_typed_is_escaped():
    assert "<script>" not in shown(LIST_SV, reviewed(unit={"sv": "<script>"})).body.decode()


@given(st.dates(date(2024, 1, 1), date(2027, 1, 1)), st.integers(0, 900))
def test_the_page_reads_the_same_until_its_day(next_on, later):
    facts = reviewed(("place", 2, "sv"), date(2023, 5, 1), next_on)
    now = shown(f"{LIST_SV}wismar/", facts)
    then = date.fromordinal(ON.toordinal() + later)
    if now.true_until is None or then < now.true_until:
        assert shown(f"{LIST_SV}wismar/", facts, then).body == now.body
