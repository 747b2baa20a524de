"""What is done on a tie's screen: saved with a line in the log, refused in words, never over somebody unseen."""

import pytest
from django.urls import reverse
from django.utils import timezone

from vanort.accounts.roles import COORDINATOR
from vanort.changes.models import Change
from vanort.places.models import Place
from vanort.places.partial_dates import PartialDate
from vanort.relations.actions import add_start, edit_relation
from vanort.relations.models import Relation, StatusEvent


@pytest.fixture
def kim(signed_in, people):
    client = signed_in(COORDINATOR)
    client.user = people[COORDINATOR]
    return client


def status_form(tie, **changed):
    return {
        "version": tie.version,
        "status": "ended",
        "effective": "idag",
        "side": "ours",
        "basis": "decided",
    } | changed


def url(name, tie):
    return reverse(f"desk:{name}", args=[tie.pk])


def test_a_change_of_status_is_saved_with_its_line_and_told(kim, wismar):
    answer = kim.post(
        url("change_status", wismar), status_form(wismar, reason_sv="Inget händer", decided_by="KF"), follow=True
    )
    event = StatusEvent.objects.latest("pk")
    assert (event.status, event.effective.text) == ("ended", timezone.localdate().isoformat())
    assert event.reason == {"sv": "Inget händer"} and event.decided_by == "KF"
    change = Change.objects.first()
    assert (change.verb, change.by, change.subject_label) == ("relation.status_changed", kim.user, "Wismar")
    page = answer.content.decode()
    assert "Avslutad" in page and reverse("desk:published", args=[change.pk]) in page


def test_dates_are_taken_as_people_write_them(kim, wismar):
    kim.post(url("change_status", wismar), status_form(wismar, effective="maj 2007", is_after="on"))
    event = StatusEvent.objects.latest("pk")
    assert event.effective.text == "2007-05" and event.is_after


def test_what_is_no_date_is_refused_with_everything_that_was_typed(kim, wismar):
    answer = kim.post(url("change_status", wismar), status_form(wismar, effective="snart", reason_sv="Ett långt skäl"))
    assert answer.status_code == 422
    assert "Ett långt skäl" in answer.content.decode() and "snart" in answer.content.decode()
    assert StatusEvent.objects.count() == 1


def test_after_an_error_the_form_says_how_it_understands_the_date(kim, wismar):
    answer = kim.post(url("change_status", wismar), status_form(wismar, effective="maj 2007", status=""))
    assert "Så här tolkar vi det: maj 2007, någon gång mellan 1 maj 2007 och 31 maj 2007." in answer.content.decode()


def test_a_change_without_a_date_is_asked_for_one_where_others_have_dates(kim, wismar):
    answer = kim.post(url("change_status", wismar), status_form(wismar, effective=""))
    assert answer.status_code == 422 and "idag" in answer.content.decode()


def test_a_status_that_cannot_follow_is_refused_in_words(kim, wismar):
    answer = kim.post(url("change_status", wismar), status_form(wismar, status="preparation"))
    assert answer.status_code == 422
    assert "kan inte följa" in answer.content.decode()


def test_a_stale_form_is_refused_with_field_and_person_and_keeps_what_was_typed(kim, wismar, people):
    edit_relation(relation=wismar, values={"internal_note": "Ringt dem"}, by=people["administratör"])
    form = {"version": wismar.version, "kind": wismar.kind_id, "is_documented": "on", "internal_note": "Mitt eget"}
    answer = kim.post(url("edit_tie", wismar), form)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Administratör" in page and "intern anteckning" in page.lower() and "Mitt eget" in page
    assert Relation.objects.get().internal_note == "Ringt dem"
    assert kim.post(url("edit_tie", wismar), form).status_code == 409


def test_what_only_adds_may_be_sent_again_by_who_has_been_told(kim, wismar, people):
    edit_relation(relation=wismar, values={"internal_note": "Ringt dem"}, by=people["administratör"])
    answer = kim.post(url("change_status", wismar), status_form(wismar))
    assert answer.status_code == 409 and StatusEvent.objects.count() == 1
    again = answer.context["form"]["version"].value()
    assert kim.post(url("change_status", wismar), status_form(wismar, version=again)).status_code == 302


def test_showing_and_hiding_are_each_one_press(kim, wismar):
    kim.post(url("hide_tie", wismar), {"version": wismar.version})
    wismar.refresh_from_db()
    assert not wismar.is_public
    assert "Visas inte för allmänheten" in kim.get(url("tie", wismar)).content.decode()
    kim.post(url("show_tie", wismar), {"version": wismar.version})
    wismar.refresh_from_db()
    assert wismar.is_public


def test_a_beginning_is_added_and_taken_back(kim, wismar):
    kim.post(
        url("add_start", wismar),
        {"version": wismar.version, "started": "omkring 1999", "side": "theirs", "source_title": "Deras webbplats"},
    )
    claim = wismar.starts.latest("pk")
    assert (claim.started.text, claim.side) == ("1999~", "theirs")
    wismar.refresh_from_db()
    kim.post(reverse("desk:withdraw_start", args=[wismar.pk, claim.pk]), {"version": wismar.version})
    claim.refresh_from_db()
    assert claim.is_withdrawn


def test_a_new_tie_needs_three_things_and_is_not_public(kim, kinds):
    form = {
        "place": "",
        "name": "Panevėžys",
        "country": "LT",
        "kind": kinds["vanort"].pk,
        "status": "active",
        "effective": "",
    }
    kim.post(reverse("desk:new_tie"), form)
    tie = Relation.objects.get()
    assert (tie.place.slug, tie.place.country, tie.is_public) == ("panevezys", "LT", False)
    assert tie.events.get().status == "active"


def test_a_new_tie_without_a_place_is_asked_for_one_and_nothing_is_saved(kim, kinds):
    form = {"place": "", "name": "", "kind": kinds["vanort"].pk, "status": "active"}
    assert kim.post(reverse("desk:new_tie"), form).status_code == 422
    assert not Relation.objects.exists() and not Place.objects.exists()


def test_a_second_tie_of_the_same_kind_is_refused_in_words(kim, kinds, wismar):
    form = {"place": wismar.place_id, "name": "", "kind": kinds["vanort"].pk, "status": "active"}
    answer = kim.post(reverse("desk:new_tie"), form)
    assert answer.status_code == 422 and "redan ett samarbete" in answer.content.decode()


def test_how_it_stood_on_a_day_is_computed(kim, wismar):
    assert "Oklar" in kim.get(url("tie", wismar), {"on": "1990-01-01"}).context["asked"].sentence
    assert "Aktiv" in kim.get(url("tie", wismar), {"on": "2010-01-01"}).context["asked"].sentence
    assert kim.get(url("tie", wismar), {"on": "2010-13-40"}).context["asked"].fault


def test_both_views_stand_side_by_side_with_their_sources(kim, wismar):
    add_start(relation=wismar, started=PartialDate.parse("2001"), side="theirs", source_title="Wismar.de", by=None)
    views = kim.get(url("tie", wismar)).context["views"]
    assert [view.who for view in views] == ["Vi säger", "De säger"]
    assert views[0].starts[0][0] == "2002" and views[1].starts[0][0] == "2001"
    assert views[1].starts[0][1].title == "Wismar.de"
