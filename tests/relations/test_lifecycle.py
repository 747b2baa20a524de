"""What a tie is on a day: pure rules."""

import datetime as dt
from dataclasses import dataclass

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from vanort.places.partial_dates import PartialDate
from vanort.relations.lifecycle import FOLLOWS, may_follow, standing
from vanort.relations.models.status_event import Status

DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Event:
    status: str
    effective: PartialDate | None
    side: str = "ours"
    is_after: bool = False


def event(status, day, side="ours"):
    return Event(status, PartialDate.parse(day) if day else None, side)


days = st.dates(dt.date(1940, 1, 1), dt.date(2040, 1, 1))
texts = st.one_of(
    days.map(dt.date.isoformat), days.map(lambda d: f"{d:%Y-%m}"), days.map(lambda d: str(d.year)), st.none()
)
events = st.lists(
    st.builds(
        lambda status, text, side, is_after: Event(status, PartialDate.parse(text) if text else None, side, is_after),
        st.sampled_from(list(FOLLOWS)),
        texts,
        st.sampled_from(["ours", "theirs", "both", "other"]),
        st.booleans(),
    ),
    max_size=6,
)


@given(events, days, st.integers(0, 4000))
def test_a_standing_holds_on_every_day_before_its_end(found, on, later):
    now = standing(found, on)
    day = on + later * DAY
    assume(now.until is None or day < now.until)
    then = standing(found, day)
    assert (then.status, then.event, then.ours, then.theirs) == (now.status, now.event, now.ours, now.theirs)
    assert then.until == now.until


@given(events, days)
def test_the_end_is_a_day_to_come(found, on):
    until = standing(found, on).until
    assert until is None or until > on


@given(events, events, days)
def test_what_is_still_to_come_changes_nothing_before(found, more, on):
    coming = [e for e in more if e.effective and e.effective.earliest > on]
    now, then = standing(found, on), standing([*found, *coming], on)
    assert (now.status, now.event) == (then.status, then.event)


@given(events, days)
def test_either_side_can_end_it(found, on):
    now = standing(found, on)
    views = [view.status for view in (now.ours, now.theirs) if view]
    assert now.is_former == ("ended" in views)


def test_nothing_recorded_is_unclear():
    now = standing([], dt.date(2026, 1, 1))
    assert (now.status, now.event, now.until) == ("unclear", None, None)


def test_the_later_word_of_a_day_counts():
    found = [event("active", "1991"), event("paused", "1991")]
    assert standing(found, dt.date(2000, 1, 1)).status == "paused"


def test_our_own_view_goes_before_theirs_while_neither_has_ended_it():
    found = [event("active", "1991"), event("dormant", "2010", "theirs")]
    now = standing(found, dt.date(2020, 1, 1))
    assert now.status == "active" and now.sides_differ


def test_both_speaks_for_both():
    now = standing([event("active", "1991", "both")], dt.date(2020, 1, 1))
    assert now.ours is now.theirs and not now.sides_differ


def test_an_event_without_a_date_is_before_all_others():
    found = [event("dormant", "2010"), event("active", None)]
    assert standing(found, dt.date(2020, 1, 1)).status == "dormant"
    assert standing(found, dt.date(1950, 1, 1)).status == "active"


def test_the_table_knows_every_status_and_no_other():
    assert set(FOLLOWS) == set(Status.values)
    assert all(after in FOLLOWS for allowed in FOLLOWS.values() for after in allowed)


@pytest.mark.parametrize("status", Status.values)
def test_nothing_follows_itself_or_becomes_a_plan_again(status):
    assert not may_follow(status, status) and not may_follow(status, "preparation")
