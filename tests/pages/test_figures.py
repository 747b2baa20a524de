import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanort.pages.blocks import FIGURES
from vanort.pages.census import census
from vanort.pages.facts import TieFacts
from vanort.pages.figures import count_heading, figure, sentence

from .samples import ENTEBBE, GDANSK, ON, PARTNERSHIP, TIES, TWIN, WISMAR, event, own, place


def ties(*statuses, kind=TWIN, country="DE"):
    """One tie per status, each with a place of its own in one country."""
    return tuple(
        TieFacts(
            at,
            place(at, f"ort-{at}", country, "de", None, own(f"Ort {at}")),
            kind,
            True,
            "",
            (),
            (event(status, "2000"),),
        )
        for at, status in enumerate(statuses, 1)
    )


def plain(markup):
    return re.sub(r"<[^>]+>", "", str(markup)).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("given_ties", "swedish", "english"),
    [
        (TIES,
         "8 vänorter i 8 länder och 2 kommunala partnerskap: 3 aktiva, 1 pausat, 6 oklara; 1 tidigare samarbete.",
         "8 twin towns in 8 countries and 2 municipal partnerships: 3 active, 1 paused, 6 unclear; 1 former tie."),
        ((), "Inga samarbeten är antecknade.", "No ties are recorded."),
        (ties("active"), "1 vänort i 1 land: 1 aktivt.", "1 twin town in 1 country: 1 active."),
        (ties("paused", "paused"), "2 vänorter i 1 land: 2 pausade.", "2 twin towns in 1 country: 2 paused."),
        (
            ties("dormant", kind=PARTNERSHIP),
            "1 kommunalt partnerskap: 1 vilande.",
            "1 municipal partnership: 1 dormant.",
        ),
        (ties("ended", "ended"), "2 tidigare samarbeten.", "2 former ties."),
        (ties("preparation"), "1 under beredning.", "1 in preparation."),
    ],
)  # fmt: skip
def test_the_sentence_is_grammatical_for_none_one_and_many(given_ties, swedish, english):
    counted = census(given_ties, ON)
    assert plain(sentence(counted, "sv")) == swedish
    assert plain(sentence(counted, "en")) == english


def test_several_kinds_of_twin_towns_are_counted_under_one_word():
    sisters = replace(TWIN, id=9, slug="sister", singular={"sv": "systerort"}, plural={"sv": "systerorter"}, position=1)
    two = (ties("active")[0], replace(ties("active", "active", country="PL")[1], kind=sisters))
    assert plain(sentence(census(two, ON), "sv")) == "2 vänorter i 2 länder: 2 aktiva."


def test_each_number_of_the_sentence_leads_to_what_it_counts():
    hrefs = re.findall(r'href="(#[^"]+)"', sentence(census(TIES, ON), "sv"))
    assert hrefs == [
        "#twin-towns",
        "#countries",
        "#other",
        "#status-active",
        "#status-paused",
        "#status-unclear",
        "#former",
    ]


@given(st.lists(st.sampled_from(["active", "dormant", "paused", "unclear", "ended", "preparation"]), max_size=12))
def test_every_tie_is_counted_exactly_once(statuses):
    counted = census(ties(*statuses), ON)
    assert len(counted.going) + len(counted.former) + len(counted.prepared) == len(statuses)
    assert len(counted.twin_towns) + len(counted.others) == len(counted.going)
    told = sum(
        int(n)
        for n in re.findall(
            r"(\d+) (?:active|dormant|paused|unclear|in preparation|former)", plain(sentence(counted, "en"))
        )
    )
    assert told == len(statuses)


@given(st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.dates(date(1990, 1, 1), date(2040, 1, 1)))
def test_the_sentence_stays_true_until_the_day_it_says(changes_on, on):
    tie = replace(ties("active")[0], events=(event("active", "1980"), event("ended", changes_on.isoformat())))
    counted = census((tie,), on)
    assert counted.until == (changes_on if on < changes_on else None)
    if counted.until:
        assert sentence(census((tie,), counted.until), "sv") != sentence(counted, "sv")


def test_the_heading_counts_what_the_list_holds():
    assert count_heading(census(TIES, ON), "sv") == "8 vänorter i 8 länder"
    assert count_heading(census((), ON), "sv") == "Våra samarbeten"
    assert count_heading(census(ties("active", kind=PARTNERSHIP), ON), "sv") == "1 kommunalt partnerskap"


@pytest.mark.parametrize("key", [key for key, _label in FIGURES])
def test_every_figure_has_a_source_and_a_link_to_what_it_counts(key):
    made = figure(key, census(TIES, ON), "sv", "/vanorter/")
    assert made.source
    assert made.href.startswith("/vanorter/#")


@pytest.mark.parametrize("key", [key for key, _label in FIGURES])
def test_no_figure_breaks_on_an_empty_register(key):
    made = figure(key, census((), ON), "en", "")
    assert made is None or made.value == "0"


def test_shares_say_out_of_how_many():
    made = figure("active", census(TIES, ON), "sv", "")
    assert (made.value, made.label) == ("3 av 10", "samarbeten som vi vet är aktiva")


def test_the_oldest_is_the_oldest_of_those_that_go_on():
    made = figure("oldest", census(TIES, ON), "sv", "")
    assert (made.value, made.label) == ("1963", "Wilmington, vårt äldsta samarbete")
    assert {WISMAR.slug, GDANSK.slug, ENTEBBE.slug} <= {tie.place.slug for tie in TIES}
