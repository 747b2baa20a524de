"""The accessibility statement: shown whole, and refused while a part is missing."""

import os
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import brotli
import html5lib
import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from wagtail.models import Page

from vanort.pages.addresses import addresses
from vanort.pages.facts import StatementFacts, WhatAndWhy, load_facts, with_page
from vanort.pages.facts.files import map_css
from vanort.pages.models import AccessibilityStatementPage, FrontPage, SectionPage
from vanort.pages.show import show, show_page
from vanort.pages.starter import Leaf, Sheet, plant
from vanort.pages.starting_tree import starting_tree
from vanort.pages.statement_parts import lacking
from vanort.places.models import Home, Place
from vanort.theme.stylesheet import stylesheet

from .samples import FACTS, ON, facts_with, page
from .test_show import EXPECTED, words
from .test_weight import FIRST_WINDOW, KALMAR

PARTS = StatementFacts(
    service_name="Kalmar och världen",
    conformity="partial",
    shortcomings=(WhatAndWhy("Avtal från före 2018", "De är inskannade bilder utan text."),),
    assessed_on=date(2026, 11, 2),
    updated_on=date(2026, 11, 24),
    method="self",
    feedback_url="https://www.kalmar.example/synpunkter",
    authority_name="Myndigheten",
    authority_url="https://www.myndigheten.example/anmal",
)
SV, EN = "/tillganglighetsredogorelse/", "/en/accessibility-statement/"
PAGES = (
    page(21, "statement", "sv", "s", "000100010009", SV, "Tillgänglighetsredogörelse", statement=PARTS),
    page(22, "statement", "en", "s", "000100020009", EN, "Accessibility statement", statement=PARTS),
)


def facts_of(*pages):
    return facts_with(pages={**FACTS.pages, **{one.id: one for one in pages}})


def shown(path, facts=None):
    facts = facts or facts_of(*PAGES)
    return show(addresses(facts)[path], facts, ON).body.decode()


@pytest.mark.parametrize(("name", "path"), [("statement-sv.html", SV), ("statement-en.html", EN)])
def test_the_statement_is_as_it_was_kept_sound_and_light(name, path):
    body = shown(path)
    if os.environ.get("VANORT_KEEP"):
        (EXPECTED / name).write_text(body)
    assert body == (EXPECTED / name).read_text()
    parser = html5lib.HTMLParser()
    parser.parse(body)
    assert parser.errors == []
    sheet = stylesheet(KALMAR, map_css())
    assert len(brotli.compress(body.encode())) + len(brotli.compress(sheet.body)) < FIRST_WINDOW


@pytest.mark.parametrize("look", ["light", "dark"])
def test_axe_finds_nothing(chromium, look):
    from axe_playwright_python.sync_playwright import Axe

    sheet = stylesheet(KALMAR, map_css()).body.decode()
    context = chromium.new_context(color_scheme=look)
    opened = context.new_page()
    opened.set_content(shown(SV).replace("</head>", f"<style>{sheet}</style></head>"))
    found = Axe().run(opened).response["violations"]
    context.close()
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_every_part_is_read():
    body = words(shown(SV))
    for part in (
        "Kalmar kommun ansvarar för Kalmar och världen.",
        "Kalmar och världen är delvis förenlig med lagen",
        "Avtal från före 2018 De är inskannade bilder utan text.",
        "Ingenting är undantaget.",
        "Lagen gäller allt innehåll.",
        "Metod självskattning",
        "Bedömd den 2 november 2026",
        "uppdaterad den 24 november 2026",
        "Anmäl till Myndigheten",
    ):
        assert part in body
    assert '<time datetime="2026-11-02">' in shown(SV)


@pytest.mark.parametrize(("key", "said"), [("full", "helt"), ("partial", "delvis"), ("not", "inte")])
def test_conformity_is_told_in_the_set_words(key, said):
    body = shown(SV, facts_of(replace(PAGES[0], statement=replace(PARTS, conformity=key))))
    assert f"<strong>{said} förenlig</strong>" in body


def test_feedback_leads_to_the_page_or_to_the_address_when_it_is_not_public():
    both = replace(PARTS, feedback_page=2)
    assert 'href="/demokrati/">Berätta' in shown(SV, facts_of(replace(PAGES[0], statement=both)))
    gone = facts_of(replace(PAGES[0], statement=replace(PARTS, feedback_page=99)))
    told = show(addresses(gone)[SV], gone, ON)
    assert told.dead_links == ("page 99",)
    assert 'href="https://www.kalmar.example/synpunkter">Berätta' in told.body.decode()


def row(what="Kartan", why="Den är en bild."):
    return SimpleNamespace(value={"what": what, "why": why})


WHOLE = {
    "pk": 1, "service_name": "Kalmar och världen", "conformity": "full", "shortcomings": [], "burden": "none",
    "burdens": [], "exemption": "none", "exempted": [], "assessed_on": date(2026, 11, 2),
    "updated_on": date(2026, 11, 24), "method": "self", "feedback_page": None,
    "feedback_url": "https://www.kalmar.example/synpunkter", "authority_name": "Myndigheten",
    "authority_url": "https://www.myndigheten.example/",
}  # fmt: skip


def fault(**changes):
    return lacking(SimpleNamespace(**WHOLE | changes), "Kalmar kommun")


def test_a_whole_statement_lacks_nothing():
    assert fault() == {}


@pytest.mark.parametrize(
    "part",
    [name for name in WHOLE if name not in ("pk", "shortcomings", "burdens", "exempted", "feedback_page")],
)
def test_each_part_is_asked_for(part):
    assert list(fault(**{part: None if part.endswith("_on") else ""})) == [part]


def test_the_name_of_the_public_body_is_asked_for_where_it_is_written():
    with translation.override("sv"):
        found = lacking(SimpleNamespace(**WHOLE), "")
    assert "Kommunens namn saknas" in found["service_name"]


@pytest.mark.parametrize(
    ("changes", "part"),
    [
        ({"conformity": "partial"}, "shortcomings"),
        ({"conformity": "not"}, "shortcomings"),
        ({"shortcomings": [row()]}, "shortcomings"),
        ({"conformity": "partial", "shortcomings": [row(why=" ")]}, "shortcomings"),
        ({"burden": "some"}, "burdens"),
        ({"burdens": [row()]}, "burdens"),
        ({"exemption": "some", "exempted": [row(what="")]}, "exempted"),
        ({"updated_on": date(2026, 11, 1)}, "updated_on"),
        ({"feedback_page": SimpleNamespace(pk=2, live=False)}, "feedback_page"),
        ({"feedback_page": SimpleNamespace(pk=1, live=True)}, "feedback_page"),
        ({"feedback_url": "ftp://kalmar.example/"}, "feedback_url"),
    ],
)
def test_parts_that_speak_against_each_other_are_refused(changes, part):
    assert list(fault(**changes)) == [part]


def test_rows_with_both_parts_are_enough():
    assert fault(conformity="partial", shortcomings=[row()], burden="some", burdens=[row()]) == {}


@pytest.fixture
def draft(settings):
    settings.VANORT_BASE_URL = "https://vanort.example"
    plant(starting_tree(organisation={"sv": "Kalmar kommun"}, website=""), languages=["sv", "en"], by=None)
    home = Place.objects.create(slug="kalmar", country="SE", local_language="sv")
    Home.objects.create(place=home, organisation={"sv": "Kalmar kommun"})
    return AccessibilityStatementPage.objects.get(slug="tillganglighet")


def complete(page):
    for name in set(WHOLE) - {"pk", "feedback_page"}:
        setattr(page, name, WHOLE[name])
    return page


@pytest.mark.django_db
def test_a_new_site_has_a_draft_in_each_language_that_nobody_reads(draft):
    drafts = AccessibilityStatementPage.objects.all()
    assert {(one.locale.language_code, one.live, one.is_in_footer) for one in drafts} == {
        ("sv", False, True),
        ("en", False, True),
    }
    assert draft.service_name == "Kalmar kommun och världen"
    assert len({one.translation_key for one in drafts}) == 1
    assert "/tillganglighet/" not in addresses(load_facts("default"))


@pytest.mark.django_db
def test_a_half_statement_is_kept_as_a_draft_and_refused_to_the_public(draft):
    draft.conformity = "partial"
    revision = draft.save_revision(clean=False)
    with pytest.raises(ValidationError) as refused:
        revision.publish()
    assert {"method", "authority_url", "assessed_on"} <= refused.value.message_dict.keys()
    assert not AccessibilityStatementPage.objects.get(pk=draft.pk).live


@pytest.mark.django_db
def test_what_only_shows_when_parts_are_read_together_is_refused_too(draft):
    half = complete(draft)
    half.feedback_url = ""
    with pytest.raises(ValidationError, match="Funktionen för synpunkter"):
        half.save_revision(clean=False).publish()


@pytest.mark.django_db
def test_a_whole_statement_is_public_and_in_the_footer(draft):
    complete(draft).save_revision().publish()
    facts = load_facts("default")
    body = show(addresses(facts)["/tillganglighet/"], facts, ON).body.decode()
    assert "<strong>helt förenlig</strong>" in body
    front = show(addresses(facts)["/"], facts, ON).body.decode()
    assert '<a href="/tillganglighet/">Tillgänglighet</a>' in front


@pytest.mark.django_db
def test_a_draft_with_nothing_in_it_can_be_looked_at(draft):
    facts, shown_draft = with_page(load_facts("default"), AccessibilityStatementPage.objects.get(pk=draft.pk))
    assert b"<h1>Tillg" in show_page(shown_draft, facts, ON).body


@pytest.mark.django_db
def test_a_page_chosen_for_feedback_that_is_deleted_leaves_the_statement(draft):
    front = FrontPage.objects.get(slug="sv")
    form = front.add_child(instance=SectionPage(title="Synpunkter", slug="synpunkter", locale=front.locale))
    draft = complete(draft)
    draft.feedback_page = Page.objects.get(pk=form.pk)
    draft.save_revision().publish()
    SectionPage.objects.get(pk=form.pk).delete()
    assert AccessibilityStatementPage.objects.get(pk=draft.pk).feedback_page is None


def test_a_leaf_is_public_unless_said_otherwise():
    assert Leaf(SectionPage, {"sv": Sheet("Om", "om")}).is_public
