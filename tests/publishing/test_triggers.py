from unittest import mock

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.images.tests.utils import get_test_image_file
from wagtail.log_actions import LogContext
from wagtail.models import Locale, Page, PageViewRestriction, Site

from vanort.changes.models import Change
from vanort.changes.undo import CannotUndo, last_undoable, undo
from vanort.changes.verbs import labels
from vanort.media.models import Picture
from vanort.pages.models import FrontPage, SectionPage
from vanort.publishing.triggers import VERBS
from vanort.theme.models import Look


def freeze(moment):
    """Let Django believe that it is another moment."""
    return mock.patch.object(timezone, "now", return_value=moment)


pytestmark = pytest.mark.django_db


@pytest.fixture
def anna(django_user_model):
    return django_user_model.objects.create_superuser(username="anna", first_name="Anna", last_name="Ek")


@pytest.fixture
def front(settings, tmp_path):
    """A published front page, the root of the site; the log is empty."""
    settings.MEDIA_ROOT = tmp_path
    locale, _ = Locale.objects.get_or_create(language_code="sv")
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", slug="root", locale=locale)
    page = root.add_child(instance=FrontPage(title="Kalmar", slug="kalmar", locale=locale, live=False))
    page.save_revision().publish()
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=page, is_default_site=True)
    Change.objects.all().delete()
    return FrontPage.objects.get(pk=page.pk)


@pytest.fixture
def section(front):
    """A published page under the front page; the log is empty."""
    page = front.add_child(instance=SectionPage(title="Om", slug="om", locale=front.locale, live=False))
    page.save_revision().publish()
    Change.objects.all().delete()
    return SectionPage.objects.get(pk=page.pk)


def verbs():
    return list(Change.objects.order_by("pk").values_list("verb", flat=True))


def published(page, **values):
    """Publish the page with other values, as an editor does."""
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return SectionPage.objects.get(pk=page.pk)


def test_publishing_a_page_writes_who_did_it_and_which_version_was_public_before(section, anna):
    former = section.live_revision_id
    with LogContext(user=anna):
        page = published(section, lead="nytt")
    change = Change.objects.get()
    assert (change.verb, change.by, change.by_name, change.subject_label) == ("page.published", anna, "Anna Ek", "Om")
    assert change.rows == [
        {
            "model": "wagtailcore.page",
            "pk": page.pk,
            "before": {"live": True, "live_revision_id": former},
            "after": {"live": True, "live_revision_id": page.live_revision_id},
        }
    ]


def test_drafts_and_autosave_write_nothing(front):
    page = front.add_child(instance=SectionPage(title="Utkast", slug="utkast", locale=front.locale, live=False))
    for text in ("ett", "två"):
        page.lead = text
        page.save_revision()
    assert verbs() == []


def test_a_page_agreed_for_a_later_day_writes_nothing_until_then(front):
    page = front.add_child(instance=SectionPage(title="Sen", slug="sen", locale=front.locale, live=False))
    page.go_live_at = timezone.now() + timezone.timedelta(days=1)
    page.save_revision().publish()
    assert verbs() == []


def test_a_page_is_published_and_withdrawn_at_its_hour_by_the_clock(front, anna):
    page = front.add_child(instance=SectionPage(title="Sen", slug="sen", locale=front.locale, live=False))
    hour = timezone.now() + timezone.timedelta(hours=1)
    page.go_live_at = hour
    page.save_revision(user=anna).publish()
    with freeze(hour + timezone.timedelta(minutes=1)):
        call_command("publish_scheduled", verbosity=0)
    page = SectionPage.objects.get(pk=page.pk)
    assert page.live
    page.expire_at = hour + timezone.timedelta(hours=1)
    with freeze(hour + timezone.timedelta(minutes=2)):
        page.save_revision(user=anna).publish()
    with freeze(hour + timezone.timedelta(hours=2)):
        call_command("publish_scheduled", verbosity=0)
    assert not SectionPage.objects.get(pk=page.pk).live
    assert verbs() == ["page.published", "page.published", "page.unpublished"]
    assert Change.objects.order_by("pk").first().by == anna


def test_a_copied_page_that_is_public_is_written(section, front):
    section.copy(to=front, update_attrs={"slug": "kopia", "title": "Kopia"})
    assert verbs() == ["page.published"]


def test_withdrawing_remembers_the_public_version_whichever_object_was_saved(section, anna):
    former = section.live_revision_id
    with LogContext(user=anna):
        Page.objects.get(pk=section.pk).unpublish()
    assert Change.objects.get().rows[0]["before"] == {"live": True, "live_revision_id": former}


def test_withdrawing_moving_and_deleting_are_written(section, front):
    other = front.add_child(instance=SectionPage(title="Mål", slug="mal", locale=front.locale, live=False))
    section.move(other, pos="last-child")
    SectionPage.objects.get(pk=section.pk).unpublish()
    SectionPage.objects.get(pk=section.pk).delete()
    about_pages = [verb for verb in verbs() if verb.startswith("page")]
    assert about_pages == ["page.moved", "page.unpublished", "page.deleted"]


def test_deleting_a_public_page_is_one_line(section):
    section.delete()
    assert verbs() == ["page.deleted"]


def test_a_new_address_is_written_after_its_redirect_was_made(section, django_capture_on_commit_callbacks):
    seen = []
    from wagtail.signals import page_slug_changed

    from vanort.publishing import triggers

    def look(**_):
        seen.append(Redirect.objects.filter(old_path="/om").exists())

    original = triggers._page_address_changed
    page_slug_changed.disconnect(original)
    page_slug_changed.connect(look)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            published(section, slug="om-oss")
    finally:
        page_slug_changed.disconnect(look)
        page_slug_changed.connect(original)
    assert seen == [True]


def test_a_new_address_is_written(section, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        published(section, slug="om-oss")
    assert sorted(verbs()) == ["page.address_changed", "page.published"]


def test_who_may_see_a_page_is_written(section):
    restriction = PageViewRestriction.objects.create(page=section, restriction_type="login")
    restriction.delete()
    assert verbs() == ["page.privacy_changed"] * 2


def test_redirects_sites_languages_and_look_are_written_with_their_values(front):
    redirect = Redirect.objects.create(old_path="/gammal", redirect_link="https://a.example/")
    redirect.redirect_link = "https://b.example/"
    redirect.save()
    assert Change.objects.latest("pk").rows[0]["before"] == {"redirect_link": "https://a.example/"}
    redirect.delete()
    Look.objects.create(brand="#123456")
    Locale.objects.get_or_create(language_code="en")
    Site.objects.get().save()  # nothing changed: no line
    assert verbs() == ["redirect.saved", "redirect.saved", "redirect.deleted", "look.saved", "locale.saved"]


def test_a_picture_is_written_when_its_sizes_are_there(front):
    picture = Picture.objects.create(title="Torget", file=get_test_image_file(), is_decorative=True)
    assert verbs() == ["picture.saved"]
    picture.get_file_size()
    assert verbs() == ["picture.saved"]
    picture.photographer = "Bo"
    picture.save()
    picture.delete()
    assert verbs() == ["picture.saved", "picture.saved", "picture.deleted"]


def test_undoing_a_publication_makes_the_former_version_public_and_the_newest_draft(section, anna):
    with LogContext(user=anna):
        page = published(section, lead="fel")
    done = undo(last_undoable(anna), by=anna)
    page.refresh_from_db()
    assert page.lead == ""
    assert page.get_latest_revision_as_object().lead == ""
    assert not page.has_unpublished_changes
    assert verbs() == ["page.published", "change.undone"]
    assert done.rows[0]["after"]["live_revision_id"] == page.live_revision_id


def test_undoing_the_first_publication_withdraws_the_page(front, anna):
    page = front.add_child(instance=SectionPage(title="Ny", slug="ny", locale=front.locale, live=False))
    with LogContext(user=anna):
        page.save_revision().publish()
    undo(last_undoable(anna), by=anna)
    assert not SectionPage.objects.get(pk=page.pk).live
    assert verbs() == ["page.published", "change.undone"]


def test_undoing_a_withdrawal_makes_the_page_public_again(section, anna):
    with LogContext(user=anna):
        section.unpublish()
    undo(last_undoable(anna), by=anna)
    assert SectionPage.objects.get(pk=section.pk).live


def test_what_somebody_has_published_since_is_not_undone(section, anna):
    with LogContext(user=anna):
        page = published(section, lead="ett")
    published(page, lead="två")
    with pytest.raises(CannotUndo):
        undo(last_undoable(anna), by=anna)
    assert SectionPage.objects.get(pk=page.pk).lead == "två"


def test_undoing_the_look_writes_one_line(front, anna):
    look = Look.objects.create()
    Change.objects.all().delete()
    with LogContext(user=anna):
        look = Look.objects.get()
        look.brand = "#102030"
        look.save()
    undo(last_undoable(anna), by=anna)
    assert Look.objects.get().brand == "#0b4f6c"
    assert verbs() == ["look.saved", "change.undone"]


def test_every_verb_has_words():
    assert set(VERBS) <= set(labels())
