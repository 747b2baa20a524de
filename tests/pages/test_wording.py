from dataclasses import replace
from datetime import date

import pytest

from vanort.pages.wording import since_words, starts_differ, status_sentence, when_words
from vanort.relations.lifecycle import standing
from vanort.theme.texts import Texts

from .samples import ON, TIES, WISMAR, day, event, start

SV, EN = Texts("sv"), Texts("en")
BARE = replace(TIES[0], starts=(), events=())


def said(*events, texts=SV, on=ON, starts=()):
    tie = replace(BARE, events=events, starts=starts)
    return status_sentence(standing(events, on), tie, "Kalmar", texts)


@pytest.mark.parametrize(
    ("happened", "swedish", "english"),
    [
        (
            event("ended", "2007", "theirs", is_after=True),
            "Avslutad av Wismar efter 2007",
            "Ended by Wismar after 2007",
        ),
        (event("ended", "2007", "theirs"), "Avslutad av Wismar 2007", "Ended by Wismar in 2007"),
        (event("ended", "", "ours"), "Avslutad av Kalmar, datum inte antecknat", "Ended by Kalmar, date not recorded"),
        (
            event("ended", "2007-05-02", "both"),
            "Avslutad av båda sidor den 2 maj 2007",
            "Ended by both sides on 2 May 2007",
        ),
        (event("ended", "2007", "other"), "Avslutad 2007", "Ended in 2007"),
        (event("paused", "2022-03", basis="observed"), "Pausad i mars 2022", "Paused in March 2022"),
        (event("paused", "2022-03"), "Pausad av Kalmar i mars 2022", "Paused by Kalmar in March 2022"),
        (event("dormant", "2014-03"), "Vilande sedan mars 2014", "Dormant since March 2014"),
        (event("active", "2002"), "Aktiv sedan 2002", "Active since 2002"),
        (event("unclear"), "Oklar", "Unclear"),
        (event("preparation"), "Under beredning", "In preparation"),
    ],
)
def test_the_status_is_a_sentence_in_each_language(happened, swedish, english):
    assert said(happened) == swedish
    assert said(happened, texts=EN) == english


def test_nothing_recorded_is_said_to_be_so():
    assert said() == "Oklar – inget antecknat"


def test_an_active_tie_does_not_tell_its_beginning_twice():
    assert said(event("active", "2002"), starts=(start("2002-05"),)) == "Aktiv"


def test_a_tie_taken_up_again_says_since_when():
    assert said(event("paused", "2010"), event("active", "2015"), starts=(start("2002"),)) == "Aktiv sedan 2015"


def test_an_event_to_come_does_not_count_yet():
    assert said(event("active", "2002"), event("ended", "2027-01-01")) == "Aktiv sedan 2002"
    assert said(event("active", "2002"), event("ended", "2027-01-01"), on=date(2027, 1, 1)).startswith("Avslutad")


@pytest.mark.parametrize(
    ("text", "swedish"),
    [("2007", "2007"), ("2022-03", "i mars 2022"), ("1991-05-17", "den 17 maj 1991"), ("1946~", "omkring 1946")],
)
def test_when_is_said_as_far_as_it_is_known(text, swedish):
    assert when_words(day(text), False, SV) == swedish


def test_a_beginning_unknown_says_whether_anybody_has_looked():
    assert since_words(BARE, False, SV) == "Sedan: okänt – inte antecknat"
    assert since_words(replace(BARE, start_search="not_found"), False, SV) == "Sedan: okänt – sökt, inte hittat"
    assert since_words(replace(BARE, starts=(start("1968"),)), False, SV) == "Sedan 1968"
    assert since_words(replace(BARE, starts=(start("1968"),)), True, SV) == "Började 1968"


@pytest.mark.parametrize(
    ("claims", "differ"),
    [
        ((start("2002"), start("2003")), True),
        ((start("2002"), start("2002-05")), False),
        ((start("2002"),), False),
        ((), False),
        # A renewal is no other beginning.
        ((start("1968"), start("1991", what={"sv": "nytt avtal"})), False),
    ],
)
def test_sources_differ_only_when_they_cannot_both_be_right(claims, differ):
    assert starts_differ(replace(BARE, starts=claims)) is differ
    assert WISMAR is BARE.place
