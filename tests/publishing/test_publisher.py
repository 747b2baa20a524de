from datetime import date

import pytest
from django.db import transaction

from vanort.changes.log import record
from vanort.changes.poke import listen, poke
from vanort.publishing import publisher as publisher_module
from vanort.publishing.hold import publish_again, roll_back
from vanort.publishing.progress import is_alive
from vanort.publishing.publisher import SCHEDULE_EVERY, Publisher, wait

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock(monkeypatch):
    """The date, settable, and a list of the commands that were called."""
    held = {"today": date(2026, 3, 1), "called": []}
    monkeypatch.setattr(publisher_module, "today", lambda: held["today"])
    monkeypatch.setattr(publisher_module, "call_command", lambda name, **_: held["called"].append(name))
    return held


@pytest.fixture
def publisher(press, clock):
    return Publisher(press)


def changed():
    with transaction.atomic():
        return record(subject_type="place", subject_id=1, subject_label="Wismar", verb="place.edited", by=None)


def test_publishes_at_start_and_then_only_for_a_reason(publisher):
    assert publisher.look(0).outcome == "released"
    assert publisher.look(1) is None
    changed()
    assert publisher.look(2).outcome == "unchanged"
    assert publisher.look(3) is None


def test_publishes_on_the_day_a_page_becomes_untrue_and_not_before(publisher, town, clock):
    town.ends["/wismar/"] = date(2026, 3, 5)
    publisher.look(0)
    clock["today"] = date(2026, 3, 4)
    assert publisher.look(1) is None
    clock["today"] = date(2026, 3, 7)
    row = publisher.look(2)
    assert (row.outcome, row.changed_addresses, row.on) == ("released", 1, date(2026, 3, 7))
    assert publisher.look(3) is None


def test_a_failure_is_tried_again_after_a_pause_that_grows_and_at_once_for_a_new_change(publisher, town):
    town.texts["/"] = '<a href="/saknas/">x</a>'
    assert publisher.look(0).outcome == "failed"
    assert publisher.look(1) is None
    assert publisher.look(2).outcome == "failed"
    assert publisher.look(5) is None
    changed()
    assert publisher.look(5.5).outcome == "failed"
    town.texts["/"] = "bra"
    assert publisher.look(5.5 + 8).outcome == "released"
    assert publisher.look(100) is None


def test_a_failure_at_midnight_does_not_make_it_spin(publisher, town, clock):
    town.ends["/"] = date(2026, 3, 2)
    publisher.look(0)
    town.texts["/"] = '<a href="/saknas/">x</a>'
    clock["today"] = date(2026, 3, 2)
    assert publisher.look(1).outcome == "failed"
    assert publisher.look(1.5) is None


def test_does_nothing_while_held_and_publishes_when_the_hold_ends(publisher, town, data):
    publisher.look(0)
    town.texts["/"] = "två"
    changed()
    publisher.look(1)
    roll_back(data, by=None)
    changed()
    assert publisher.look(2) is None
    publish_again(data, by=None)
    assert publisher.look(3).outcome == "released"


def test_scheduled_pages_are_looked_for_every_minute(publisher, clock):
    publisher.look(0)
    publisher.look(SCHEDULE_EVERY - 1)
    publisher.look(SCHEDULE_EVERY)
    assert clock["called"] == ["publish_scheduled"] * 2


def test_shows_that_it_is_alive(publisher, data):
    assert not is_alive(data)
    publisher.look(0)
    assert is_alive(data)


def test_several_knocks_wake_it_once(data):
    with listen(data) as knocks:
        knocks.setblocking(False)
        for _ in range(3):
            poke(data)
        wait(knocks, 10)
        with pytest.raises(BlockingIOError):
            knocks.recv(1)
