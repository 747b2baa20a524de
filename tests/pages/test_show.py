"""Whole pages, compared with kept files. `VANORT_KEEP=1` writes them anew: then read the difference."""

import itertools
import os
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanort.pages.addresses import addresses, redirects
from vanort.pages.show import show
from vanort.publishing.routes import reaches_django

from .samples import FACTS, LIST_EN, LIST_SV, ON, TIES, event, facts_with, start, text

EXPECTED = Path(__file__).parent.parent / "expected"
ALL = addresses(FACTS)
KEPT = {
    "front-sv.html": "/",
    "ties-sv.html": LIST_SV,
    "ties-en.html": LIST_EN,
    "town-doubt-sv.html": f"{LIST_SV}wismar/",
    "town-former-sv.html": f"{LIST_SV}silkeborg/",
    "town-former-en.html": f"{LIST_EN}silkeborg/",
    "town-renamed-sv.html": f"{LIST_SV}arborg/",
    "town-undocumented-sv.html": f"{LIST_SV}panevezys/",
    "error-404-sv.html": "/404.html",
    "error-500-en.html": "/en/500.html",
    "error-503-sv.html": "/503.html",
}

pytestmark = pytest.mark.usefixtures("plain_map")


def shown(path, facts=FACTS, on=ON):
    return show(addresses(facts)[path], facts, on).body.decode()


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("\N{NO-BREAK SPACE}", " ").split())


@pytest.mark.parametrize("name", KEPT)
def test_the_page_is_as_it_was_kept(name):
    body = shown(KEPT[name])
    if os.environ.get("VANORT_KEEP"):
        (EXPECTED / name).write_text(body)
    assert body == (EXPECTED / name).read_text()


@pytest.mark.parametrize("path", ALL)
def test_every_page_parses_without_errors(path):
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(shown(path))
    assert [code for _place, code, _vars in parser.errors] == []


class _Page(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.tags = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


@pytest.mark.parametrize("path", ALL)
def test_ids_are_unique_and_everything_referred_to_is_there(path):
    page = _Page(shown(path))
    ids = [given["id"] for _tag, given in page.tags if "id" in given]
    assert len(ids) == len(set(ids))
    asked = {given[name] for _tag, given in page.tags for name in ("aria-labelledby",) if name in given}
    asked |= {given["href"][1:] for tag, given in page.tags if tag == "a" and given["href"].startswith("#")}
    assert asked <= set(ids)


@pytest.mark.parametrize("path", ALL)
def test_headings_descend_step_by_step(path):
    levels = [int(tag[1]) for tag, _given in _Page(shown(path)).tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("path", ALL)
def test_inner_links_lead_to_addresses_there_are(path):
    page = _Page(shown(path))
    hrefs = {given["href"].split("#")[0] for tag, given in page.tags if tag == "a"} - {""}
    inner = {href for href in hrefs if href.startswith("/") and not href.startswith("/-/")}
    inner = {href for href in inner if not reaches_django(href)}
    assert inner <= ALL.keys() | redirects(FACTS).keys()


@pytest.mark.parametrize("path", ALL)
def test_no_style_no_script_and_nothing_fetched_from_others(path):
    page = _Page(shown(path))
    assert not [tag for tag, given in page.tags if tag in ("style", "script") or "style" in given]
    fetched = [given.get("src") or given.get("href") for tag, given in page.tags if tag in ("img", "link")]
    ours = ("/-/", "https://vanort.example/")
    assert all(address.startswith(ours) for address in fetched)


def test_titles_are_unique():
    titles = [re.search("<title>(.*?)</title>", shown(path))[1] for path in ALL if not path.endswith(".html")]
    assert len(titles) == len(set(titles))


def test_a_town_is_titled_by_name_list_and_municipality():
    assert "<title>Wismar – Våra vänorter – Kalmar kommun</title>" in shown(f"{LIST_SV}wismar/")


def test_the_breadcrumb_ends_with_the_page_and_keeps_its_parent():
    body = shown(f"{LIST_SV}wismar/")
    crumbs = body[body.index('class="crumbs"') : body.index("</nav>", body.index('class="crumbs"'))]
    assert words("<" + crumbs) == "Här är du: www.kalmar.se Demokrati Internationellt arbete Kalmars vänorter Wismar"
    assert '<span aria-current="page" lang="de">Wismar</span>' in crumbs


def test_the_other_language_is_one_step_away_on_every_town():
    body = shown(f"{LIST_SV}silkeborg/")
    assert f'<a href="{LIST_EN}silkeborg/" lang="en" hreflang="en">English</a>' in body
    assert f'<link rel="alternate" hreflang="x-default" href="https://vanort.example{LIST_SV}silkeborg/">' in body


def test_heading_sentence_map_and_list_say_the_same_number():
    ended = replace(TIES[0], events=(*TIES[0].events, event("ended", "2026-11-24", "ours")))
    facts = facts_with(ties=(ended, *TIES[1:]))
    swedish, english = words(shown(LIST_SV, facts)), words(shown(LIST_EN, facts))
    assert "7 vänorter i 7 länder" in swedish and "Vänorter (7)" in swedish and "Tidigare samarbeten (2)" in swedish
    assert "7 twin towns in 7 countries" in english and "Twin towns (7)" in english
    assert "wismar(former)" in words(shown(LIST_SV, facts)) or "wismar(former)" in shown(LIST_SV, facts)


def test_both_views_stand_when_the_sides_differ_and_no_agreement_is_claimed():
    body = words(shown(f"{LIST_SV}silkeborg/"))
    assert "Kalmar säger Aktiv sedan 1948" in body
    assert "Silkeborg säger Avslutad av Silkeborg efter 2007" in body
    assert "avtal" not in body


def test_differing_sources_are_each_told_with_who_says_so():
    body = words(shown(f"{LIST_SV}wismar/"))
    assert "Källorna skiljer sig Kalmar och Wismar: sedan 2002. Källa: Hansestadt Wismar" in body
    assert "Någon annan: sedan 2003. Källa: Föreningens webbplats" in body


def test_words_are_shown_in_their_own_language_only():
    assert "Schwedenfest" in shown(f"{LIST_SV}wismar/")
    assert "Schwedenfest" not in shown(f"{LIST_EN}wismar/")


def test_the_stated_number_stands_beside_the_computed_one():
    body = words(shown(LIST_SV))
    assert "Kommunens egen sida uppger 9 vänorter i lika många länder; vilka framgår inte." in body


def test_a_page_of_words_never_runs_out_and_one_with_figures_does():
    coming = replace(TIES[0], events=(*TIES[0].events, event("ended", "2027-01-01")))
    facts = facts_with(ties=(coming, *TIES[1:]))
    subjects = addresses(facts)
    assert show(subjects["/demokrati/"], facts, ON).true_until is None
    assert show(subjects[LIST_SV], facts, ON).true_until == date(2027, 1, 1)
    assert show(subjects[f"{LIST_EN}wismar/"], facts, ON).true_until == date(2027, 1, 1)
    assert show(subjects[f"{LIST_EN}gdansk/"], facts, ON).true_until is None


@given(st.dates(date(2024, 1, 1), date(2030, 1, 1)), st.dates(date(2024, 1, 1), date(2030, 1, 1)))
def test_a_page_reads_the_same_until_the_day_it_says(changes_on, on):
    tie = replace(TIES[0], events=(event("active", "2002"), event("paused", changes_on.isoformat(), "ours")))
    facts = facts_with(ties=(tie,))
    for subject in (addresses(facts)[LIST_SV], addresses(facts)[f"{LIST_SV}wismar/"]):
        made = show(subject, facts, on)
        assert made.true_until == (changes_on if on < changes_on else None)
        last_day = made.true_until or date.max
        if made.true_until is None:
            assert show(subject, facts, last_day).body == made.body
        else:
            assert show(subject, facts, last_day).body != made.body


def test_names_that_could_break_the_page_are_escaped():
    nasty = replace(TIES[0], starts=(start("2002", what={"sv": "<script>alert(1)</script>"}),))
    assert "<script>" not in shown(f"{LIST_SV}wismar/", facts_with(ties=(nasty,)))


@pytest.mark.parametrize(
    "block",
    [
        {"type": "picture", "value": {"picture": 1, "caption": "Hamnen"}},
        {"type": "picture", "value": {"picture": 77, "caption": ""}},
        {"type": "quote", "value": {"text": "Hallo", "who": "Borgmästaren", "language": "de"}},
        {"type": "notice", "value": {"title": "Obs", "text": "<p>Stängt</p>"}},
        {"type": "documents", "value": [{"type": "item", "value": 1, "id": "x"}]},
        {"type": "documents", "value": [99]},
        {"type": "heading", "value": "Vad vi gör"},
    ],
)
def test_every_block_can_be_shown_even_when_what_it_names_is_gone(block):
    page = replace(FACTS.pages[2], body=(text("<p>Före</p>"), block))
    body = shown("/demokrati/", facts_with(pages={**FACTS.pages, 2: page}))
    parser = html5lib.HTMLParser()
    parser.parse(body)
    assert parser.errors == []
    assert "Före" in body


def test_documents_tell_their_kind_and_size():
    page = replace(FACTS.pages[7], body=({"type": "documents", "value": [1]},))
    body = shown("/en/democracy/", facts_with(pages={**FACTS.pages, 7: page}))
    assert '<a href="/-/avtal.cc.pdf" hreflang="sv" lang="sv">Avtal med Gdańsk</a>' in body
    assert "(PDF, 120 kB)" in words(body)


def test_a_link_that_leads_nowhere_public_is_plain_text_and_told():
    page = replace(FACTS.pages[2], body=(text('<p>Se <a linktype="page" id="404">här</a>.</p>'),))
    facts = facts_with(pages={**FACTS.pages, 2: page})
    made = show(addresses(facts)["/demokrati/"], facts, ON)
    assert "<p>Se här.</p>" in made.body.decode()
    assert made.dead_links == ("page 404",)
