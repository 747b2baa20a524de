"""Planting a site: public pages in each language, twins of each other, once."""

import pytest
from wagtail.models import Page, Site

from vanort.pages.models import FrontPage, SectionPage
from vanort.pages.starter import AlreadyPlanted, Leaf, Sheet, plant
from vanort.pages.starting_tree import starting_tree

pytestmark = pytest.mark.django_db
ABOUT = Leaf(SectionPage, {"sv": Sheet("Om", "om"), "en": Sheet("About", "about")})
ONLY_SWEDISH = Leaf(SectionPage, {"sv": Sheet("Bara här", "bara-har")})
FRONT = Leaf(FrontPage, {"sv": Sheet("Hem"), "en": Sheet("Home")}, children=(ABOUT, ONLY_SWEDISH))


def test_pages_are_public_with_a_version_to_go_back_to():
    plant(FRONT, languages=["sv", "en"], by=None)
    pages = SectionPage.objects.all()
    assert {page.url for page in pages} == {"/om/", "/en/about/", "/bara-har/"}
    assert all(page.live and page.live_revision_id for page in pages)


def test_twins_know_each_other():
    plant(FRONT, languages=["sv", "en"], by=None)
    swedish, english = SectionPage.objects.get(slug="om"), SectionPage.objects.get(slug="about")
    assert swedish.translation_key == english.translation_key
    assert SectionPage.objects.get(slug="bara-har").get_translations().count() == 0


def test_a_language_that_is_not_wanted_gets_no_pages():
    plant(FRONT, languages=["sv"], by=None)
    assert {page.locale.language_code for page in Page.objects.filter(depth__gt=1)} == {"sv"}


def test_the_site_begins_at_the_first_language_and_the_greeting_is_gone():
    fronts = plant(FRONT, languages=["sv", "en"], by=None)
    assert Site.objects.get().root_page_id == fronts["sv"].pk
    assert set(Page.objects.filter(depth=2).values_list("pk", flat=True)) == {front.pk for front in fronts.values()}


def test_a_site_is_planted_once():
    plant(FRONT, languages=["sv", "en"], by=None)
    with pytest.raises(AlreadyPlanted):
        plant(FRONT, languages=["sv", "en"], by=None)
    assert FrontPage.objects.count() == 2


def test_the_main_site_becomes_the_level_above():
    tree = starting_tree(organisation={"sv": "Växjö kommun"}, website="https://www.vaxjo.example/")
    fronts = plant(tree, languages=["sv", "en"], by=None)
    for front in fronts.values():
        assert [level.value["text"] for level in front.levels] == ["www.vaxjo.example"]
    assert fronts["en"].title == "Växjö kommun and the world"
    assert not starting_tree(organisation={"sv": "X"}, website="").sheets["sv"].more["levels"]
