"""The one read, from a real database."""

from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, PageViewRestriction, Site

from vanort.changes.undo import last_undoable, undo
from vanort.media.models import Document, Picture
from vanort.pages.actions import write_words
from vanort.pages.addresses import addresses, redirects
from vanort.pages.facts import load_facts, with_page
from vanort.pages.models import FrontPage, SectionPage, TiesPage
from vanort.pages.show import show
from vanort.pages.starter import Leaf, Sheet, plant
from vanort.places.models import Home, Place, PlaceFact, PlaceName, PlaceSlug
from vanort.places.partial_dates import PartialDate
from vanort.relations.models import Relation, RelationKind, StatusEvent
from vanort.theme.models import Look

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 24)


def make_place(slug, name, country="DE", **more):
    place = Place.objects.create(slug=slug, country=country, latitude="53.9", longitude="11.4", **more)
    PlaceName.objects.create(place=place, name=name)
    return place


@pytest.fixture
def site(settings, tmp_path):
    """Two languages with a list each, below a level; the own municipality."""
    settings.MEDIA_ROOT = tmp_path
    settings.VANORT_BASE_URL = "https://vanort.example"
    listed = Leaf(TiesPage, {"sv": Sheet("Våra vänorter", "vanorter"), "en": Sheet("Our twin towns", "twin-towns")})
    level = Leaf(
        SectionPage, {"sv": Sheet("Demokrati", "demokrati"), "en": Sheet("Democracy", "democracy")}, children=(listed,)
    )
    fronts = plant(
        Leaf(FrontPage, {"sv": Sheet("Hem"), "en": Sheet("Home")}, children=(level,)), languages=("sv", "en"), by=None
    )
    home = make_place("kalmar", "Kalmar", "SE", local_language="sv")
    Home.objects.create(place=home, organisation={"sv": "Kalmar kommun"}, phone="0480-45 00 00")
    return fronts


@pytest.fixture
def wismar(site):
    place = make_place("wismar", "Wismar", local_language="de")
    kind, _made = RelationKind.objects.get_or_create(
        slug="twin-town", defaults={"singular": {"sv": "vänort"}, "plural": {"sv": "vänorter"}}
    )
    tie = Relation.objects.create(place=place, kind=kind, is_public=True)
    StatusEvent.objects.create(relation=tie, status="active", effective=PartialDate.parse("2002"))
    return tie


def test_pages_have_the_addresses_of_their_slugs_below_the_language(wismar):
    found = addresses(load_facts("default"))
    for path in ("/", "/demokrati/", "/demokrati/vanorter/", "/demokrati/vanorter/wismar/"):
        assert path in found
    for path in ("/en/", "/en/democracy/twin-towns/", "/en/democracy/twin-towns/wismar/"):
        assert path in found


def test_the_address_wagtail_tells_the_editor_is_the_public_one(wismar):
    page = TiesPage.objects.get(locale__language_code="en")
    assert page.full_url == "https://vanort.example/en/democracy/twin-towns/"


def test_everything_can_be_shown(wismar):
    facts = load_facts("default")
    for subject in addresses(facts).values():
        assert show(subject, facts, ON).body.startswith(b"<!doctype html>")


def test_the_read_asks_a_fixed_number_of_questions(wismar, django_assert_num_queries):
    for at in range(5):
        make_place(f"ort-{at}", f"Ort {at}")
    with django_assert_num_queries(24):
        load_facts("default")


def test_a_hidden_tie_is_nowhere(wismar):
    Relation.objects.update(is_public=False)
    assert not [path for path in addresses(load_facts("default")) if "wismar" in path]


def test_a_preview_takes_a_hidden_tie_along(wismar):
    Relation.objects.update(is_public=False)
    assert "/demokrati/vanorter/wismar/" in addresses(load_facts("default", also_places=[wismar.place_id]))


def test_what_was_taken_back_is_not_read(wismar):
    StatusEvent.objects.update(is_withdrawn=True)
    PlaceFact.objects.create(place=wismar.place, number=1, is_withdrawn=True)
    tie = load_facts("default").ties[0]
    assert tie.events == () and tie.place.statements == ()


@pytest.mark.parametrize("hide", ["unpublish", "restrict"])
def test_a_page_withdrawn_or_restricted_is_nowhere(wismar, hide):
    page = SectionPage.objects.get(slug="demokrati")
    if hide == "unpublish":
        page.unpublish()
    else:
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert "/demokrati/" not in addresses(load_facts("default"))


def test_a_moved_page_leaves_redirects_for_itself_and_its_towns(wismar, django_capture_on_commit_callbacks):
    page = TiesPage.objects.get(slug="vanorter")
    page.slug = "vara-vanorter"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    found = redirects(load_facts("default"))
    assert found["/demokrati/vanorter/"] == "/demokrati/vara-vanorter/"
    assert found["/demokrati/vanorter/wismar/"] == "/demokrati/vara-vanorter/wismar/"


def test_a_former_slug_of_a_place_leads_on(wismar):
    PlaceSlug.objects.create(place=wismar.place, slug="vismar")
    assert redirects(load_facts("default"))["/en/democracy/twin-towns/vismar/"] == "/en/democracy/twin-towns/wismar/"


def test_words_about_a_place_are_written_once_and_shown_in_their_language(wismar, django_user_model):
    anna = django_user_model.objects.create(username="anna")
    raw = [{"type": "text", "value": "<p>Havet</p>", "id": "1"}]
    write_words(place=wismar.place, language="sv", lead="Hansastad", body=raw, by=anna)
    written = write_words(place=wismar.place, language="sv", lead="Hansastad vid havet", body=raw, by=anna)
    assert written.version == 2
    facts = load_facts("default")
    assert facts.words[wismar.place_id, "sv"].lead == "Hansastad vid havet"
    body = show(addresses(facts)["/demokrati/vanorter/wismar/"], facts, ON).body.decode()
    assert "<p>Havet</p>" in body


def test_words_about_a_place_can_be_taken_back(wismar, django_user_model):
    anna = django_user_model.objects.create(username="anna")
    first, second = ([{"type": "text", "value": f"<p>{said}</p>", "id": "1"}] for said in ("ett", "två"))
    write_words(place=wismar.place, language="sv", lead="Ett", body=first, by=anna)
    write_words(place=wismar.place, language="sv", lead="Två", body=second, by=anna)
    undo(last_undoable(anna), by=anna)
    words = load_facts("default").words[wismar.place_id, "sv"]
    assert (words.lead, words.body[0]["value"]) == ("Ett", "<p>ett</p>")
    undo(last_undoable(anna), by=anna)
    assert (wismar.place_id, "sv") not in load_facts("default").words


def test_a_picture_is_published_in_its_sizes_under_the_hash_of_its_bytes(site):
    picture = Picture.objects.create(title="Hamn", file=get_test_image_file(size=(1000, 500)), alt_text="Hamnen")
    facts = load_facts("default")
    shown = facts.pictures[picture.pk]
    assert [size.width for size in shown.sizes] == [320, 640, 1000]
    asset = facts.assets[shown.sizes[0].path]
    assert asset.content_type == "image/webp"
    assert asset.read.read_bytes()[8:12] == b"WEBP"


def test_a_picture_somebody_has_said_no_to_is_not_public(site):
    picture = Picture.objects.create(title="Hamn", file=get_test_image_file(), alt_text="x", consent="withdrawn")
    assert picture.pk not in load_facts("default").pictures


def test_a_document_changes_its_address_with_its_content(site):
    paper = Document.objects.create(title="utkast 3", public_title="Avtal", file=ContentFile(b"one", "avtal.txt"))
    before = load_facts("default").documents[paper.pk]
    paper.file = ContentFile(b"two", "avtal.txt")
    paper.save()
    after = load_facts("default").documents[paper.pk]
    assert before.title == "Avtal"
    assert before.path != after.path


def test_the_look_decides_the_style_sheet(site):
    plain = load_facts("default").look
    Look.objects.create(brand="#5c1a33")
    assert load_facts("default").look.stylesheet != plain.stylesheet


def test_a_revision_in_memory_is_shown_without_being_public(wismar):
    page = SectionPage.objects.get(slug="demokrati")
    page.lead = "Bara ett utkast"
    _facts, shown = with_page(load_facts("default"), page)
    assert shown.lead == "Bara ett utkast"
    assert "utkast" not in load_facts("default").pages[page.pk].lead


def test_the_preview_of_a_page_is_what_the_publisher_would_bake(wismar, rf):
    page = TiesPage.objects.get(slug="vanorter")
    request = rf.get("/")
    facts = load_facts("default")
    from vanort.pages.addresses import PageSubject
    from vanort.pages.preview import _today

    assert page.serve(request).content == show(PageSubject(page.pk), facts, _today()).body


def test_only_who_may_enter_the_editors_site_sees_the_preview_of_a_town(wismar, client, admin_user):
    Relation.objects.update(is_public=False)
    address = reverse("preview_town", args=[wismar.place_id, "sv"])
    assert client.get(address).status_code == 302
    client.force_login(admin_user)
    answer = client.get(address)
    assert b"<h1>" in answer.content and b"Wismar" in answer.content
    sheet = answer.content.decode().split('stylesheet" href="')[1].split('"')[0]
    assert sheet.startswith("/redigera/forhandsvisning/-/stil.")
    assert client.get(sheet).headers["Content-Type"].startswith("text/css")


def test_the_root_of_the_site_is_the_first_language(site):
    assert Site.objects.get(is_default_site=True).root_page_id == site["sv"].pk
    assert Page.objects.get(pk=site["en"].pk).get_parent().depth == 1


def test_an_editor_sees_the_draft_with_the_checks_of_its_content(wismar, client, admin_user):
    page = TiesPage.objects.get(slug="vanorter")
    page.lead = "Bara ett utkast"
    page.save_revision()
    client.force_login(admin_user)
    answer = client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert answer.status_code == 200
    assert "Bara ett utkast" in answer.content.decode()
    assert "wagtail-userbar" in answer.content.decode()
    assert answer.content.count(b"</body>") == 1


@pytest.mark.parametrize("model", [FrontPage, SectionPage, TiesPage])
def test_the_forms_of_every_page_type_open(wismar, client, admin_user, model):
    client.force_login(admin_user)
    page = model.objects.first()
    assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
