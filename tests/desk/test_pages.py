"""Pages in the editors' site: two editors, the way in from an address, publication told, no script inside."""

import re

import pytest
from django.urls import reverse
from wagtail.models import Page

from vanort.accounts.roles import ADMINISTRATOR, COORDINATOR, READER, WEB_EDITOR
from vanort.changes.models import Change
from vanort.pages.models import FrontPage, PlaceWords, SectionPage, TiesPage
from vanort.pages.starter import Leaf, Sheet, plant


def both(title, slug):
    return {"sv": Sheet(title, slug), "en": Sheet(f"{title} (en)", slug)}


@pytest.fixture
def site(wismar):
    ties = Leaf(TiesPage, both("Våra vänorter", "vanorter"))
    demokrati = Leaf(SectionPage, both("Demokrati", "demokrati"), children=(ties,))
    return plant(Leaf(FrontPage, both("Start", ""), children=(demokrati,)), languages=("sv", "en"), by=None)


def fields(page_html):
    """Every field of the form as the browser would send it."""
    form = {}
    for tag in re.findall(r"<input[^>]*>", page_html):
        name, value = re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and 'type="checkbox"' not in tag:
            form[name[1]] = value[1] if value else ""
    return form


@pytest.fixture
def page(site):
    return SectionPage.objects.get(slug="demokrati", locale__language_code="sv")


def filled(client, page, **changed):
    """The form of a page as somebody opened it, with what was changed."""
    opened = fields(client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode())
    stream = {"body-count": "0", "lead": "", "title": page.title, "slug": page.slug}
    comments = {f"comments-{part}": "0" for part in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")}
    return opened | stream | comments | {"action-publish": "action-publish"} | changed


def test_a_second_save_of_an_outdated_form_is_stopped_and_loses_nothing(site, page, signed_in):
    kim, robin = signed_in(COORDINATOR), signed_in(WEB_EDITOR)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    of_kim, of_robin = filled(kim, page, lead="Kims"), filled(robin, page, lead="Robins ord")
    assert kim.post(edit, of_kim).status_code == 302
    stopped = robin.post(edit, of_robin)
    text = stopped.content.decode()
    assert stopped.status_code == 409
    assert "Samordnare" in text and "Robins ord" in text
    page.refresh_from_db()
    assert page.lead == "Kims"
    knowing = of_robin | {"desk-knowing": re.search(r'name="desk-knowing" value="(\d+)"', text)[1]}
    assert robin.post(edit, knowing).status_code == 302
    page.refresh_from_db()
    assert page.lead == "Robins ord"
    assert any(revision.as_object().lead == "Kims" for revision in page.revisions.all())


def test_a_form_that_is_up_to_date_is_saved_at_once(site, page, signed_in):
    kim = signed_in(COORDINATOR)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    for lead in ("ett", "två"):
        assert kim.post(edit, filled(kim, page, lead=lead)).status_code == 302


def test_publishing_a_page_is_told_as_saving_a_record_is(site, page, signed_in):
    kim = signed_in(COORDINATOR)
    answer = kim.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), filled(kim, page, lead="ett"), follow=True)
    change = Change.objects.filter(verb="page.published").first()
    assert change.by_name == "Samordnare"
    assert reverse("desk:published", args=[change.pk]) in answer.content.decode()


def test_undoing_puts_the_published_page_back(site, page, signed_in):
    kim = signed_in(COORDINATOR)
    kim.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), filled(kim, page, lead="ett"))
    change = kim.get(reverse("desk:undo")).context["line"].change
    assert change.verb == "page.published"
    kim.post(reverse("desk:undo"), {"change": change.pk})
    page.refresh_from_db()
    assert page.lead == ""


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_any_public_address_leads_to_its_editing(prefix, site, wismar, signed_in):
    kim = signed_in(COORDINATOR)
    language = "en" if prefix else "sv"
    page = TiesPage.objects.get(locale__language_code=language)
    assert kim.get(f"/redigera/{prefix}demokrati/vanorter/")["Location"] == reverse(
        "wagtailadmin_pages:edit", args=[page.pk]
    )
    assert kim.get(f"/redigera/{prefix}demokrati/vanorter/wismar/")["Location"] == reverse("desk:tie", args=[wismar.pk])


def test_a_draft_and_a_hidden_tie_are_reached_by_their_coming_address(site, page, wismar, signed_in):
    from vanort.relations.actions import hide_relation

    hide_relation(relation=wismar, by=None)
    kim = signed_in(COORDINATOR)
    assert kim.get("/redigera/demokrati/vanorter/wismar/")["Location"] == reverse("desk:tie", args=[wismar.pk])
    page.unpublish()
    assert kim.get("/redigera/demokrati/")["Location"] == reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_the_reader_reads_the_pages_and_edits_none(site, page, signed_in):
    reader = signed_in(READER)
    listed = reader.get(reverse("desk:pages")).content.decode()
    assert "Våra vänorter" in listed and "/edit/" not in listed
    assert reader.get("/redigera/demokrati/").status_code == 403
    answer = reader.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert answer.status_code == 302 and answer["Location"] == "/redigera/admin/"
    reader.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {"title": "Nej"})
    assert not Page.objects.filter(title="Nej").exists()


def test_a_page_without_its_twin_is_a_finding(site, page, signed_in):
    page.get_translations().get().delete()
    found = [one.about for one, _may in signed_in(COORDINATOR).get(reverse("desk:to_do")).context["findings"]]
    assert "Demokrati" in found


SCREENS = [
    "redirects/add/",
    "pages/",
    "images/",
    "documents/",
    "users/",
    "users/new/",
    "account/",
    "settings/theme/look/",
]


@pytest.mark.parametrize("path", SCREENS)
def test_no_screen_of_wagtail_has_a_script_inside(path, site, signed_in):
    answer = signed_in(ADMINISTRATOR).get(f"/redigera/admin/{path}", follow=True)
    scripts = re.findall(r"<script([^>]*)>", answer.content.decode())
    assert all("src=" in attributes or "application/json" in attributes for attributes in scripts), scripts
    assert "'unsafe-inline'" not in answer["Content-Security-Policy"]
    assert not re.search(r"<[^>]+ (style|onclick|onchange)=", answer.content.decode())


def words_form(client, wismar, **changed):
    address = reverse("desk:words", args=[wismar.place_id, "sv"])
    seen = client.get(address).context["seen"]
    return address, {"version": seen, "lead": "", "body-count": "0"} | changed


def test_the_web_editor_writes_about_a_town(site, wismar, signed_in):
    robin = signed_in(WEB_EDITOR)
    address, form = words_form(robin, wismar, lead="En stad vid havet.")
    assert robin.post(address, form).status_code == 302
    assert Change.objects.first().verb == "words.written"
    assert "En stad vid havet." in robin.get(reverse("desk:tie", args=[wismar.pk])).content.decode()
    block = {"body-count": "1", "body-0-type": "heading", "body-0-order": "0", "body-0-deleted": "", "body-0-id": ""}
    _address, form = words_form(robin, wismar, lead="En stad.", **block, **{"body-0-value": "Hansan"})
    robin.post(address, form)
    assert PlaceWords.objects.get().body[0].value == "Hansan"


def test_two_who_write_about_a_town_do_not_undo_each_other(site, wismar, signed_in):
    kim, robin = signed_in(COORDINATOR), signed_in(WEB_EDITOR)
    address, of_kim = words_form(kim, wismar, lead="Kims")
    _address, of_robin = words_form(robin, wismar, lead="Robins")
    kim.post(address, of_kim)
    answer = robin.post(address, of_robin)
    assert answer.status_code == 409 and "Robins" in answer.content.decode()
    assert PlaceWords.objects.get().lead == "Kims"


def test_the_reader_writes_nothing_about_a_town(site, wismar, signed_in):
    assert signed_in(READER).get(reverse("desk:words", args=[wismar.place_id, "sv"])).status_code == 403
