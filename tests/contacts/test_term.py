"""From when to when: the same answer every day until the day that is given."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from vanort.contacts.term import Term

days = st.dates(date(2024, 1, 1), date(2028, 12, 31))


def test_both_days_are_counted_in():
    term = Term(date(2026, 1, 1), date(2026, 1, 31))
    assert [term.holds(day) for day in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 31), date(2026, 2, 1))] == [
        False,
        True,
        True,
        False,
    ]


def test_an_open_term_holds_always_and_never_runs_out():
    assert Term().holds(date(2026, 1, 1)) and Term().until(date(2026, 1, 1)) is None


@given(st.none() | days, st.none() | days, days)
def test_the_answer_stays_until_the_day_that_is_given(first, last, on):
    if first and last and last < first:
        first, last = last, first
    term = Term(first, last)
    until = term.until(on)
    end = until or on + timedelta(days=800)
    assert all(term.holds(on + timedelta(days=n)) == term.holds(on) for n in range((end - on).days))
    assert until is None or term.holds(until) != term.holds(on)
