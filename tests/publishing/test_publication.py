from datetime import date

import pytest
from django.db import transaction

from vanort.changes.log import record
from vanort.changes.models import Change
from vanort.publishing import release
from vanort.publishing.hold import CannotRollBack, hold, publish_again, roll_back
from vanort.publishing.models import Publication
from vanort.publishing.outbox import Seen, has_news, seen
from vanort.publishing.progress import State, last_failure, status_of
from vanort.publishing.publication import Press, publish
from vanort.publishing.released import faults

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 1)


def changed(label="Wismar"):
    """Write a line of the log as an action does."""
    with transaction.atomic():
        return record(subject_type="place", subject_id=1, subject_label=label, verb="place.edited", by=None)


def test_a_change_waits_then_is_public_and_tells_how_long_it_took(press, town):
    publish(press, on=DAY)
    change = changed()
    assert status_of(change.pk).state == State.WAITING
    town.texts["/wismar/"] = "Hansestadt Wismar"
    row = publish(press, on=DAY)
    status = status_of(change.pk)
    assert (row.outcome, row.changed_addresses) == ("released", 1)
    assert status.state == State.PUBLIC
    assert 0 <= status.took < 60
    assert status.age >= 0


def test_a_change_without_effect_on_the_public_site_makes_no_release(press):
    first = publish(press, on=DAY)
    change = changed()
    row = publish(press, on=DAY)
    assert (row.outcome, row.number) == ("unchanged", first.number)
    assert press.folder.numbers() == [first.number]
    assert status_of(change.pk).state == State.PUBLIC


def test_a_page_that_fails_leaves_the_former_release_and_says_where(press, town):
    publish(press, on=DAY)
    change = changed()
    town.texts["/wismar/"] = '<a href="/saknas/">x</a>'
    row = publish(press, on=DAY)
    status = status_of(change.pk)
    assert (row.outcome, row.number) == ("failed", 1)
    assert press.folder.current_number() == 1
    assert (status.state, status.address) == (State.FAILED, "/wismar/")
    assert "/saknas/" in status.reason
    assert last_failure() == row


def test_a_failure_is_over_with_the_next_release(press, town):
    town.texts["/wismar/"] = '<a href="/saknas/">x</a>'
    change = changed()
    publish(press, on=DAY)
    town.texts["/wismar/"] = "ok"
    publish(press, on=DAY)
    assert status_of(change.pk).state == State.PUBLIC
    assert last_failure() is None


def test_a_template_that_raises_is_a_failure_with_its_address(press):
    def broken(subject, facts, on):
        raise ValueError("ingen punkt på jorden")

    press.show = broken
    row = publish(press, on=DAY)
    assert (row.outcome, row.error_address) == ("failed", "/")
    assert row.error == "ValueError: ingen punkt på jorden"


def test_facts_that_cannot_be_read_are_a_failure_too(press):
    def load(using):
        raise KeyError("home")

    press.load_site = load
    assert publish(press, on=DAY).outcome == "failed"


def test_a_full_disk_is_a_failure_and_the_former_release_stays(press, town, monkeypatch):
    publish(press, on=DAY)
    town.texts["/"] = "nytt"

    def full(*arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(release, "sync", full)
    row = publish(press, on=DAY)
    assert row.outcome == "failed"
    assert "No space left" in row.error
    assert press.folder.current_number() == 1


def test_a_change_committed_late_is_not_taken_for_published(press):
    early, late = changed("tidig"), changed("sen")
    early_again = Change.objects.filter(pk=early.pk).get()
    Change.objects.filter(pk=early.pk).delete()  # as if its transaction were still open
    row = publish(press, on=DAY)
    assert early.pk in row.unseen
    assert row.up_to_change == late.pk
    contained = Seen(row.up_to_change, tuple(row.unseen))
    assert not has_news(contained)
    early_again.save(force_insert=True)  # now it commits
    assert has_news(contained)
    assert status_of(early.pk).state == State.WAITING
    assert status_of(late.pk).state == State.PUBLIC
    publish(press, on=DAY)
    assert status_of(early.pk).state == State.PUBLIC


def test_what_is_seen_grows_with_each_change():
    before = seen("default")
    change = changed()
    assert has_news(before)
    after = seen("default")
    assert after.up_to == change.pk
    assert not has_news(after)


def test_rollback_serves_the_earlier_release_and_holds(press, town, data, django_user_model):
    user = django_user_model.objects.create(username="anna", first_name="Anna", last_name="Ek")
    first_change = changed()
    publish(press, on=DAY)
    town.texts["/"] = "fel"
    wrong = changed()
    publish(press, on=DAY)
    assert roll_back(data, by=user) == 1
    assert press.folder.current_number() == 1
    assert hold(data)["by"] == "Anna Ek"
    assert publish(press, on=DAY) is None
    assert status_of(wrong.pk, data=data).state == State.HELD
    assert status_of(first_change.pk, data=data).state == State.PUBLIC
    assert status_of(changed().pk, data=data).state == State.HELD
    assert Change.objects.filter(verb="publication.rolled_back", by=user).count() == 1
    town.texts["/"] = "rätt"
    resumed = publish_again(data, by=user)
    assert publish(press, on=DAY).number == 3
    assert status_of(resumed.pk, data=data).state == State.PUBLIC
    assert status_of(wrong.pk, data=data).state == State.PUBLIC


def test_rollback_refuses_a_release_that_is_not_whole(press, town, data):
    publish(press, on=DAY)
    body = press.folder.current_manifest().addresses["/"].body
    town.texts["/"] = "nytt"
    publish(press, on=DAY)
    press.folder.body(body).write_bytes(b"trasig")
    with pytest.raises(CannotRollBack, match="/"):
        roll_back(data, by=None)
    assert press.folder.current_number() == 2
    assert hold(data) is None


def test_rollback_refuses_a_number_that_is_not_kept(press, data):
    publish(press, on=DAY)
    with pytest.raises(CannotRollBack):
        roll_back(data, by=None, to=7)
    with pytest.raises(CannotRollBack):
        roll_back(data, by=None)


def test_an_unreadable_release_is_replaced(press):
    publish(press, on=DAY)
    press.folder.release(1).write_text("{")
    row = publish(press, on=DAY)
    assert (row.outcome, row.number) == ("released", 2)


def test_a_release_that_somebody_has_touched_is_mended_by_publishing_again(press, town):
    publish(press, on=DAY)
    body = press.folder.body(press.folder.current_manifest().addresses["/"].body)
    body.unlink()
    again = Press(data=press.data, load_site=press.load_site, show=press.show, base_url=press.base_url)
    assert publish(again, on=DAY).outcome == "released"
    assert body.exists()
    assert faults(press.folder, press.folder.current_manifest()) == []
    assert publish(again, on=DAY).outcome == "unchanged"


def test_publications_are_rows_of_the_publisher_alone(press):
    before = Change.objects.count()
    publish(press, on=DAY)
    assert Change.objects.count() == before
    assert Publication.objects.count() == 1
