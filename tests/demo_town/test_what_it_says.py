"""What the demonstration says, without a database: nothing invented, no figure in words, no real person."""

import inspect
import json
import re

import pytest

from vanort.demo_town import kalmar, ties, town_words, words_en, words_sv
from vanort.demo_town import sources as sources_module
from vanort.demo_town.shapes import Source
from vanort.demo_town.users import FICTIONS
from vanort.pages.starter import Sheet
from vanort.places.partial_dates import PartialDate

SOURCES = [value for value in vars(sources_module).values() if isinstance(value, Source)]
DIGIT = re.compile(r"\d")
# Numbers as words, in a sense that counts.
NUMBER_WORD = re.compile(
    r"\b(två|tre|fyra|fem|sex|sju|åtta|nio|tio|hundra|two|three|four|five|six|seven|eight|nine|ten|hundred)\b"
)


def reasons():
    events = [event for tie in ties.TIES for event in tie.events]
    starts = [start for tie in ties.TIES for start in tie.starts]
    return [item for words in [*(e.reason for e in events), *(s.what for s in starts)] for item in words.items()]


def test_reasons_stand_in_both_languages_and_hold_no_figures():
    for tie in ties.TIES:
        for event in tie.events:
            assert set(event.reason) == {"sv", "en"}, tie.town
    for language, words in reasons():
        assert not DIGIT.search(words), words
        assert not NUMBER_WORD.search(words.lower()), (language, words)


def test_words_about_towns_stand_in_both_languages_and_hold_no_figures():
    for slug, by_language in town_words.TOWN_WORDS.items():
        assert set(by_language) == {"sv", "en"}, slug
        for words in by_language.values():
            values = [block["value"] for block in words.body]
            texts = [value["text"] if isinstance(value, dict) else value for value in values]
            assert not DIGIT.search(" ".join([words.lead, *texts])), slug


def test_every_tie_has_its_town_and_says_how_it_stands():
    towns = {town.slug for town in kalmar.TOWNS}
    assert {tie.town for tie in ties.TIES} == towns
    assert all(tie.events for tie in ties.TIES)


def test_active_is_said_only_with_a_source_and_a_day():
    now = {tie.town: tie.events[-1] for tie in ties.TIES}
    active = {town: event for town, event in now.items() if event.status == "active"}
    assert set(active) == {"gdansk", "wismar", "poltava"}
    for event in active.values():
        assert event.source is not None
        assert PartialDate.parse(event.effective).earliest.year >= 2024


def test_dates_are_dates():
    for tie in ties.TIES:
        for written in [*(s.started for s in tie.starts), *(e.effective for e in tie.events if e.effective)]:
            assert PartialDate.parse(written).text == written


def test_addresses_of_sources_are_whole_or_absent():
    for source in SOURCES:
        assert source.title
        assert "…" not in source.url
        assert not source.url or source.url.startswith("https://")


@pytest.mark.parametrize("module", [kalmar, ties, town_words, words_sv, words_en, sources_module])
def test_nobody_real_and_no_real_mailbox_is_named(module):
    text = inspect.getsource(module)
    for name in ("Ivholm", "Almqvist", "Margita", "45 00 95", "45 00 94", "373 13 14"):
        assert name not in text
    assert re.findall(r"[\w.]+@[\w.]+", text) == (["kommun@kalmar.example"] if module is kalmar else [])


def test_the_users_are_visibly_made_up():
    assert all(one.last_name.startswith("Exempel") for one in FICTIONS)
    assert len({one.role for one in FICTIONS}) == 4


def test_the_english_pages_are_twins_of_the_swedish_ones():
    def sheets(module):
        return {name: value for name, value in vars(module).items() if isinstance(value, Sheet)}

    swedish, english = sheets(words_sv), sheets(words_en)
    assert set(swedish) == set(english)
    for name, sheet in swedish.items():
        twin = english[name]
        assert [block["type"] for block in sheet.body] == [block["type"] for block in twin.body], name
        assert bool(sheet.lead) == bool(twin.lead)
        assert sheet.slug != twin.slug


def test_what_is_claimed_in_quantities_is_marked_as_stated():
    quantity = re.compile(r"\b(oftast|ofta|flesta|några fall|mostly|often|most of|some cases)\b", re.IGNORECASE)
    for module in (words_sv, words_en):
        free = [block for block in module.TIES.body if block["type"] != "stated"]
        assert not quantity.search(module.TIES.lead + json.dumps(free, ensure_ascii=False))
        stated = [block for block in module.TIES.body if block["type"] == "stated"]
        assert all(block["value"]["as_of"] == "2015-04-24" for block in stated)
        assert len(quantity.findall(json.dumps(stated, ensure_ascii=False))) == 4
