"""Tokens: ours, for one card, good from two seconds to a day, once; and limits that end in other ways to write."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanort.contacts import reveals
from vanort.contacts.models import Reveal
from vanort.contacts.protection import Verdict, client_mark, is_same_site, issue, judge

NOW = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)
KEY = "a secret"


@given(st.integers(1, 10**9), st.integers(0, 2 * 24 * 3600))
def test_a_token_is_good_from_two_seconds_to_a_day(card, seconds):
    token = issue(card, NOW, KEY)
    verdict = judge(token, card, NOW + dt.timedelta(seconds=seconds), KEY)
    expected = Verdict.EARLY if seconds < 2 else Verdict.GOOD if seconds <= 24 * 3600 else Verdict.SPENT
    assert verdict is expected


@given(st.integers(0, 200), st.characters())
def test_a_token_with_any_letter_changed_is_not_ours(at, letter):
    token = issue(7, NOW, KEY)
    at %= len(token)
    changed = token[:at] + letter + token[at + 1 :]
    later = NOW + dt.timedelta(seconds=5)
    assert (judge(changed, 7, later, KEY) is Verdict.FORGED) == (changed != token)


@given(st.text(max_size=120))
def test_whatever_is_sent_is_judged_and_nothing_breaks(text):
    assert judge(text, 1, NOW, KEY) is Verdict.FORGED


def test_a_token_is_for_one_card_and_one_installation():
    token, later = issue(7, NOW, KEY), NOW + dt.timedelta(seconds=5)
    assert judge(token, 8, later, KEY) is Verdict.FORGED
    assert judge(token, 7, later, "another secret") is Verdict.FORGED
    assert judge(token, 7, NOW - dt.timedelta(seconds=5), KEY) is Verdict.EARLY


def test_no_two_tokens_are_alike():
    assert len({issue(7, NOW, KEY) for _ in range(50)}) == 50


@pytest.mark.parametrize(
    ("site", "origin", "is_ours"),
    [
        ("same-origin", "", True),
        ("cross-site", "https://vanort.example", False),
        ("same-site", "", False),
        ("none", "", False),
        ("", "https://vanort.example", True),
        ("", "https://other.example", False),
        ("", "null", False),
        ("", "", True),
    ],
)
def test_a_form_from_another_site_is_told_by_what_the_browser_says(site, origin, is_ours):
    assert is_same_site(site, origin, "vanort.example") is is_ours


def test_who_asks_is_another_mark_tomorrow_and_never_the_address():
    today = client_mark("192.0.2.7", NOW.date(), KEY)
    assert today == client_mark("192.0.2.7", NOW.date(), KEY)
    assert today != client_mark("192.0.2.7", NOW.date() + dt.timedelta(days=1), KEY)
    assert today != client_mark("192.0.2.8", NOW.date(), KEY) and "192" not in today[:3]


@pytest.mark.django_db
class TestUse:
    """What is noted when an address is shown."""

    def use(self, card, client="a", after=0):
        now = NOW + dt.timedelta(seconds=after)
        reveals.use(issue(card.pk, now, KEY), card, client, now)

    def test_a_token_shows_once(self, nils):
        token = issue(nils.pk, NOW, KEY)
        reveals.use(token, nils, "a", NOW)
        with pytest.raises(reveals.UsedBefore):
            reveals.use(token, nils, "b", NOW)
        assert token not in str(Reveal.objects.values())

    def test_one_client_has_a_limit_that_passes(self, nils, ida):
        for _ in range(reveals.MOST_PER_CLIENT):
            self.use(nils)
        with pytest.raises(reveals.LimitReached):
            self.use(ida)
        self.use(ida, client="b")
        self.use(nils, after=3601)

    def test_one_card_has_a_limit_whoever_asks(self, nils, ida):
        for number in range(reveals.MOST_PER_CARD):
            self.use(nils, client=str(number))
        with pytest.raises(reveals.LimitReached):
            self.use(nils, client="x")
        self.use(ida, client="x")

    def test_after_a_day_nothing_is_kept(self, nils):
        self.use(nils)
        self.use(nils, client="b", after=24 * 3600 + 1)
        assert Reveal.objects.count() == 1
