"""Reviewing a page: what is shown beside it, one press, and what becomes of it."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from vanort.accounts.roles import COORDINATOR, READER, WEB_EDITOR
from vanort.changes.models import Change
from vanort.changes.undo import last_undoable, undo
from vanort.desk.reviewables import reviewables
from vanort.followup.actions import review
from vanort.followup.lateness import months_later
from vanort.followup.models import Review
from vanort.pages.addresses import PageSubject
from vanort.pages.facts import load_facts
from vanort.pages.models import TiesPage
from vanort.pages.show import show
from vanort.places.actions import edit_place
from vanort.places.models import PlaceFact
from vanort.places.partial_dates import PartialDate
from vanort.relations.actions import edit_relation

pytestmark = pytest.mark.usefixtures("tree", "wismar")
LONG_AGO = dt.date(2015, 4, 24)


@pytest.fixture
def page():
    return TiesPage.objects.get(locale__language_code="sv")


@pytest.fixture
def url(page):
    return reverse("desk:review_page", args=[page.pk])


@pytest.fixture
def old(page):
    """The list was reviewed eleven years ago."""
    unit = {"sv": "Kommunledningskontoret"}
    return review(subject_type="page", subject_id=page.pk, subject_label=page.title, on=LONG_AGO, by=None, unit=unit)


@pytest.fixture
def editor(signed_in, people):
    client = signed_in(WEB_EDITOR)
    client.user = people[WEB_EDITOR]
    return client


def public(page):
    return show(PageSubject(page.pk), load_facts("default"), timezone.localdate()).body.decode()


def due(client):
    found = [one for one, _may in client.get(reverse("desk:to_do")).context["findings"]]
    return [one for one in found if "granska/" in one.href]


def test_all_is_right_in_one_press(editor, page, old, url):
    assert "Sidan väntar på att granskas" in public(page)
    assert editor.post(url, {"months": "12", "unit_sv": "Kansliet"}).status_code == 302
    made = Review.objects.kept().last()
    today = timezone.localdate()
    assert (made.reviewed_on, made.next_on, made.by, made.unit) == (
        today, months_later(today, 12), editor.user, {"sv": "Kansliet"},
    )  # fmt: skip
    assert "väntar på att granskas" not in public(page) and f'<time datetime="{made.next_on}">' in public(page)
    change = Change.objects.first()
    assert (change.verb, change.subject_type, change.subject_id) == ("review.made", "page", str(page.pk))


def test_what_is_late_stands_first_in_what_needs_doing_until_it_is_done(editor, old, url):
    (found,) = due(editor)
    assert found.about == "Våra vänorter" and found.since == "24 april 2016" and found.href == url
    assert editor.get(reverse("desk:start")).context["findings"][0][0] == found
    editor.post(url, {"months": "3"})
    assert due(editor) == []


def test_what_nobody_has_reviewed_is_counted_in_one_line(editor):
    whats = [one.what for one, _may in editor.get(reverse("desk:to_do")).context["findings"]]
    count = len(reviewables(load_facts("default"), timezone.localdate()))
    assert f"{count} sidor har aldrig granskats." in whats


def test_the_screen_tells_what_was_changed_since(editor, wismar, url, page):
    edit_relation(relation=wismar, values={"internal_note": "före"}, by=None)
    editor.post(url, {"months": "12"})
    assert editor.get(url).context["lines"] == []
    edit_relation(relation=wismar, values={"internal_note": "efter"}, by=None)
    (line,) = editor.get(url).context["lines"]
    assert line.subject == "Wismar"


def test_a_review_of_long_ago_counts_from_its_own_day_and_not_from_when_it_was_typed(editor, old, url):
    assert editor.get(url).context["lines"]


def test_old_and_undated_facts_are_named(editor, wismar):
    def fact(kind, number, as_of):
        return PlaceFact(kind=kind, number=number, as_of=PartialDate.parse(as_of) if as_of else None)

    url = reverse("desk:review_town", args=[wismar.place_id, "sv"])
    edit_place(place=wismar.place, values={}, parts=[fact("population", 40000, "1999"), fact("area", 41, "")], by=None)
    assert editor.get(url).context["old"] == ["yta: utan datum", "invånare: uppgift från 1999"]
    newer = fact("population", 43000, str(timezone.localdate().year - 1))
    edit_place(place=wismar.place, values={}, parts=[newer], by=None)
    assert editor.get(url).context["old"] == ["yta: utan datum"]


def test_links_that_lead_nowhere_are_named(editor, page, url):
    page.body = [{"type": "text", "value": '<p><a linktype="page" id="99">Läs</a></p>'}]
    page.save_revision().publish()
    assert editor.get(url).context["dead"] == ["något som inte finns längre"]


def test_a_town_is_reviewed_language_by_language(editor, wismar):
    editor.post(reverse("desk:review_town", args=[wismar.place_id, "en"]), {"months": "6"})
    states = {one.path: one.standing.state for one in reviewables(load_facts("default"), timezone.localdate())}
    assert (states["/en/twin-towns/wismar/"], states["/vanorter/wismar/"]) == ("current", "never")
    answer = editor.get(reverse("desk:tie", args=[wismar.pk]))
    assert [one.language for one in answer.context["reviews"]] == ["sv", "en"]


def test_the_reader_reads_the_screen_and_cannot_review(signed_in, url):
    reader = signed_in(READER)
    answer = reader.get(url)
    assert answer.status_code == 200 and 'name="months"' not in answer.content.decode()
    assert reader.post(url, {"months": "12"}).status_code == 403
    assert not Review.objects.exists()


@pytest.mark.parametrize("months", ["", "13", "x"])
def test_another_period_is_refused(editor, url, months):
    assert editor.post(url, {"months": months}).status_code == 422
    assert not Review.objects.exists()


def test_what_is_not_public_is_not_reviewed(editor):
    assert editor.get(reverse("desk:review_page", args=[9999])).status_code == 404


def test_a_review_is_undone_and_drafts_and_publication_never_move_it(editor, old, page, url):
    editor.post(url, {"months": "12"})
    before = list(Review.objects.kept().values())
    page.lead = "Nytt"
    page.save_revision()
    page.save_revision().publish()
    assert list(Review.objects.kept().values()) == before
    undo(last_undoable(editor.user), by=editor.user)
    assert Review.objects.kept().get().reviewed_on == LONG_AGO


def test_the_page_is_shown_as_readers_see_it(editor, page, wismar, old, url):
    answer = editor.get(editor.get(url).context["preview"])
    assert "Sidan väntar på att granskas" in answer.content.decode()
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert editor.get(reverse("read_town", args=[wismar.place_id, "sv"])).status_code == 200
    assert editor.get(reverse("read_page", args=[9999])).status_code == 404


@pytest.mark.parametrize("view", ["wagtailadmin_pages:edit", "wagtailadmin_explore"])
def test_the_lists_and_the_editor_lead_to_the_screen(signed_in, url, page, view):
    kim = signed_in(COORDINATOR)
    assert url in kim.get(reverse("desk:pages")).content.decode()
    at = page if view.endswith("edit") else page.get_parent()
    assert url in kim.get(reverse(view, args=[at.pk])).content.decode()
