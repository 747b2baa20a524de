"""When a review has grown too old."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from vanort.followup.lateness import CURRENT, INTERVAL_MONTHS, LATE, NEVER, Standing, months_later, standing

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
DAY = timedelta(days=1)


def test_a_page_nobody_has_reviewed_is_not_late_but_never_reviewed():
    assert standing(None, None, date(2026, 11, 24)) == Standing(NEVER, None, None)


def test_on_the_day_itself_it_is_not_late_and_the_day_after_it_is():
    due = date(2026, 11, 24)
    assert standing(date(2026, 5, 24), due, due) == Standing(CURRENT, due, due + DAY)
    assert standing(date(2026, 5, 24), due, due + DAY) == Standing(LATE, due, None)


def test_without_a_next_date_a_review_holds_a_year():
    assert INTERVAL_MONTHS == 12
    assert standing(date(2015, 4, 24), None, date(2016, 4, 24)).state == CURRENT
    assert standing(date(2015, 4, 24), None, date(2016, 4, 25)).state == LATE
    assert standing(date(2024, 2, 29), None, date(2025, 2, 28)).due == date(2025, 2, 28)


def test_a_month_without_the_day_gives_its_last():
    assert months_later(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert months_later(date(2027, 8, 31), 6) == date(2028, 2, 29)
    assert months_later(date(2026, 12, 24), 24) == date(2028, 12, 24)


@given(DAYS, st.none() | st.integers(1, 1500), DAYS, st.integers(0, 3000))
def test_the_state_is_the_same_on_every_day_before_it_runs_out(reviewed_on, days, on, later):
    next_on = None if days is None else reviewed_on + timedelta(days=days)
    now, then = standing(reviewed_on, next_on, on), on + timedelta(days=later)
    if now.until is None or then < now.until:
        assert standing(reviewed_on, next_on, then) == now
    else:
        assert standing(reviewed_on, next_on, now.until).state != now.state
        assert now.until > on


@given(DAYS, st.integers(0, 60), st.integers(0, 60))
def test_more_months_are_never_earlier(day, few, more):
    assert months_later(day, few) <= months_later(day, few + more)
    assert months_later(day, few).day <= day.day
