"""The log: in words, filtered, as a spreadsheet; and taking one's own last action back."""

import io

import openpyxl
import pytest
from django.urls import reverse

from vanort.accounts.roles import ADMINISTRATOR, COORDINATOR, READER
from vanort.changes.models import Change
from vanort.places.partial_dates import PartialDate
from vanort.relations.actions import change_status, edit_relation
from vanort.relations.models import Relation

from ..days import TODAY


@pytest.fixture
def ended(wismar, people):
    change_status(
        relation=wismar, status="ended", effective=PartialDate.parse("2024-05-17"), by=people[COORDINATOR], on=TODAY
    )
    edit_relation(relation=wismar, values={"internal_note": "=1+1"}, by=people[ADMINISTRATOR])
    return wismar


def test_lines_tell_fields_and_values_in_words(ended, signed_in):
    page = signed_in(READER).get(reverse("desk:log")).content.decode()
    assert "ändrade läget" in page
    assert "Avslutad" in page and "17 maj 2024" in page
    assert "is_documented" not in page and "{&#x27;" not in page and "internal_note" not in page


def test_the_log_is_narrowed_by_person_thing_kind_and_period(ended, signed_in):
    reader = signed_in(READER)

    def verbs(**asked):
        return [line.change.verb for line in reader.get(reverse("desk:log"), asked).context["lines"]]

    assert verbs(by="Samordnare") == ["relation.status_changed"]
    assert verbs(subject=f"relation:{ended.pk}", verb="relation.edited") == ["relation.edited"]
    assert verbs(until="1990-01-01") == []
    assert "relation.edited" in verbs(since="1990-01-01")
    assert reader.get(reverse("desk:log"), {"since": "ingen dag"}).status_code == 200


def test_the_spreadsheet_holds_text_that_stays_text(ended, signed_in):
    answer = signed_in(READER).get(reverse("desk:log_file"), {"subject": f"relation:{ended.pk}"})
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    cells = [cell for row in sheet.iter_rows() for cell in row]
    note = next(cell for cell in cells if cell.value == "=1+1")
    assert note.data_type != "f" and sheet.freeze_panes == "A2"


def test_the_list_of_ties_is_a_spreadsheet_too(wismar, signed_in):
    answer = signed_in(READER).get(reverse("desk:ties_file"))
    rows = list(openpyxl.load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True))
    assert rows[1][:5] == ("Wismar", "Tyskland", "vänort", "2002", "Aktiv")


def test_undo_says_what_it_will_do_and_does_it_by_a_new_change(ended, signed_in, people):
    kim = signed_in(COORDINATOR)
    page = kim.get(reverse("desk:undo"))
    assert "ändrade läget" in page.content.decode()
    change = page.context["line"].change
    kim.post(reverse("desk:undo"), {"change": change.pk})
    undone = Change.objects.get(reverts=change)
    assert undone.by == people[COORDINATOR]
    assert ended.events.filter(is_withdrawn=False).count() == 1


def test_undo_takes_back_only_what_was_read(ended, signed_in):
    before = Change.objects.count()
    signed_in(COORDINATOR).post(reverse("desk:undo"), {"change": 1})
    assert Change.objects.count() == before


def test_undo_of_what_somebody_has_changed_since_is_refused_in_words(wismar, signed_in, people):
    edit_relation(relation=wismar, values={"internal_note": "A"}, by=people[COORDINATOR])
    edit_relation(relation=wismar, values={"internal_note": "B"}, by=people[ADMINISTRATOR])
    kim = signed_in(COORDINATOR)
    change = kim.get(reverse("desk:undo")).context["line"].change
    answer = kim.post(reverse("desk:undo"), {"change": change.pk})
    assert answer.status_code == 409 and "ändrats sedan dess" in answer.content.decode()
    assert Relation.objects.get().internal_note == "B"


def test_whoever_has_lost_the_role_undoes_nothing(ended, signed_in, people):
    people[COORDINATOR].groups.set(people[READER].groups.all())
    assert signed_in(COORDINATOR).get(reverse("desk:undo")).status_code == 403
