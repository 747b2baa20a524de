"""A translation knows the version it was made from, and says when that has been changed."""

import pytest
from django.urls import reverse

from vanort.accounts.roles import READER, WEB_EDITOR
from vanort.changes.models import Change
from vanort.changes.undo import last_undoable, undo
from vanort.desk.translations import older_translations
from vanort.pages.models import TiesPage, TranslationMark
from vanort.pages.translation import older, translations

pytestmark = pytest.mark.usefixtures("tree")


@pytest.fixture
def swedish():
    return TiesPage.objects.get(locale__language_code="sv")


@pytest.fixture
def english():
    return TiesPage.objects.get(locale__language_code="en")


@pytest.fixture
def editor(signed_in, people):
    client = signed_in(WEB_EDITOR)
    client.user = people[WEB_EDITOR]
    return client


def publish(page, lead):
    page.lead = lead
    page.save_revision().publish()


def titles():
    return [one.page.title for one in older()]


def test_pages_that_were_made_together_are_of_one_age(swedish, english):
    assert [one.page.title for one in translations()] == ["Home", "Our twin towns"]
    assert older() == []


def test_a_draft_of_the_source_makes_nothing_old(swedish):
    swedish.lead = "Nytt"
    swedish.save_revision()
    assert older() == []


def test_a_changed_source_makes_its_translation_older_and_says_since_which_version(swedish, english):
    made_from = Change.objects.get(verb="page.published", subject_id=str(swedish.pk)).at
    publish(swedish, "Nytt")
    (one,) = older()
    assert (one.page.pk, one.source.pk, one.source_at) == (english.pk, swedish.pk, made_from)
    assert one.changed_at > one.followed_at


def test_publishing_the_translation_makes_it_follow_again(swedish, english):
    publish(swedish, "Nytt")
    publish(english, "New")
    assert older() == []


def test_a_small_change_leaves_the_translation_green_and_the_next_one_does_not(editor, swedish, english):
    publish(swedish, "Nytt")
    answer = editor.post(reverse("desk:translation_holds", args=[english.pk]))
    assert answer["Location"] == reverse("desk:review_page", args=[english.pk])
    swedish.refresh_from_db()
    assert TranslationMark.objects.get().source_revision_id == swedish.live_revision_id
    assert older() == []
    assert Change.objects.first().verb == "translation.marked"
    publish(swedish, "Nyare")
    assert titles() == ["Our twin towns"]


def test_the_mark_is_undone(editor, swedish, english):
    publish(swedish, "Nytt")
    editor.post(reverse("desk:translation_holds", args=[english.pk]))
    undo(last_undoable(editor.user), by=editor.user)
    assert titles() == ["Our twin towns"]


def test_a_review_of_the_translation_says_that_it_holds(editor, swedish, english):
    publish(swedish, "Nytt")
    editor.post(reverse("desk:review_page", args=[english.pk]), {"months": "12"})
    assert older() == []


def test_the_lists_and_the_review_of_either_page_say_it(editor, swedish, english):
    assert "äldre än" not in editor.get(reverse("desk:pages")).content.decode()
    publish(swedish, "Nytt")
    assert "äldre än ”Våra vänorter”" in editor.get(reverse("desk:pages")).content.decode()
    for page in (swedish, english):
        text = editor.get(reverse("desk:review_page", args=[page.pk])).content.decode()
        assert "följer versionen från" in text and "Mindre ändring" in text
    whats = [one.what for one, _may in editor.get(reverse("desk:to_do")).context["findings"]]
    assert "Sidan är äldre än den som den är översatt från." in whats


def test_whoever_publishes_the_source_is_told(editor, swedish):
    form = {"title": "Våra vänorter", "slug": "vanorter", "lead": "Nytt", "towns_label": "", "action-publish": "1"}
    form |= {"body-count": "0", "crumb_label": "", "outside_url": "", "seo_title": "", "search_description": ""}
    form |= {"comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
    answer = editor.post(reverse("wagtailadmin_pages:edit", args=[swedish.pk]), form, follow=True)
    assert [one.translation.page.title for one in older_translations()] == ["Our twin towns"]
    assert "följer versionen från" in answer.content.decode()


def test_the_reader_cannot_say_it(signed_in, swedish, english):
    publish(swedish, "Nytt")
    assert signed_in(READER).post(reverse("desk:translation_holds", args=[english.pk])).status_code == 403
    assert not TranslationMark.objects.exists()


def test_what_is_not_older_is_not_marked(editor, english):
    assert editor.post(reverse("desk:translation_holds", args=[english.pk])).status_code == 404
    assert editor.get(reverse("desk:translation_holds", args=[english.pk])).status_code == 405
