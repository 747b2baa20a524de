"""Writing the log, and knocking on the publisher's door."""

import pytest

from vanort.changes.log import Row, record
from vanort.changes.models import Change
from vanort.changes.poke import address, listen, poke
from vanort.changes.verbs import label, labels, register
from vanort.places.models import Place


@pytest.mark.django_db(transaction=False)
def test_a_line_is_written_inside_a_transaction_and_keeps_the_name(django_user_model):
    kim = django_user_model.objects.create(username="kim", first_name="Kim")
    change = record(subject_type="x", subject_id=1, subject_label="X" * 400, verb="x.y", by=kim)
    kim.delete()
    change.refresh_from_db()
    assert (change.by, change.by_name, len(change.subject_label)) == (None, "Kim", 255)


def test_outside_a_transaction_nothing_is_written(monkeypatch):
    from vanort.changes import log

    class Connection:
        in_atomic_block = False

    monkeypatch.setattr(log.transaction, "get_connection", lambda: Connection)
    with pytest.raises(RuntimeError):
        record(subject_type="x", subject_id=1, subject_label="X", verb="x.y", by=None)


@pytest.mark.django_db
def test_a_row_keeps_only_what_differs():
    from vanort.changes.log import fields_of

    place = Place.objects.create(slug="a", country="DE")
    before = fields_of(place)
    place.country = "PL"
    row = Row.changed(before, place)
    assert (row.before, row.after) == ({"country": "DE"}, {"country": "PL"})


@pytest.mark.django_db
def test_the_publisher_is_woken_when_the_transaction_is_done_and_not_before(
    django_capture_on_commit_callbacks, settings, tmp_path
):
    settings.VANORT_DATA = tmp_path
    with listen(tmp_path) as door:
        door.setblocking(False)
        with django_capture_on_commit_callbacks(execute=True):
            record(subject_type="x", subject_id=1, subject_label="X", verb="x.y", by=None)
            with pytest.raises(BlockingIOError):
                door.recv(1)
        assert door.recv(1) == b""


def test_a_knock_that_nobody_hears_is_no_error(tmp_path):
    poke(tmp_path)


def test_a_full_door_does_not_stop_the_editor(tmp_path):
    with listen(tmp_path):
        for _ in range(5000):
            poke(tmp_path)


def test_each_data_folder_has_its_own_door(tmp_path):
    assert address(tmp_path) != address(tmp_path / "other")
    with listen(tmp_path), pytest.raises(OSError, match="in use"):
        listen(tmp_path)


def test_an_unknown_verb_is_shown_as_it_is():
    assert label("nothing.such") == "nothing.such"
    register({"test.verb": "provade"})
    assert labels()["test.verb"] == "provade"


@pytest.mark.django_db
def test_the_newest_line_is_first():
    for number in range(3):
        record(subject_type="x", subject_id=number, subject_label="X", verb="x.y", by=None)
    assert [change.subject_id for change in Change.objects.all()] == ["2", "1", "0"]
