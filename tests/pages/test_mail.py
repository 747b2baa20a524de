"""Asking for a protected address: a sentence, a button, the address; and a way on whatever happens."""

import datetime as dt
import re

import pytest
from django.test import Client

from vanort.contacts import reveals
from vanort.contacts.actions import save_card
from vanort.contacts.models import ContactCard, Reveal
from vanort.pages import mail
from vanort.pages.paths import MAIL, mail_path
from vanort.places.actions import edit_home, edit_place
from vanort.places.models import Place, PlaceName
from vanort.publishing import routes

from ..contacts.conftest import a_card, nils, office  # noqa: F401  fixtures

pytestmark = pytest.mark.django_db
BEGAN = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)


@pytest.fixture
def clock(monkeypatch):
    """The time of the page, moved by hand."""

    class Clock:
        now = BEGAN

    monkeypatch.setattr(mail.timezone, "now", lambda: Clock.now)
    return Clock


@pytest.fixture
def home(db):
    place = edit_place(place=Place(slug="kalmar", country="SE"), values={}, parts=[PlaceName(name="Kalmar")], by=None)
    values = {
        "place": place,
        "organisation": {"sv": "Kalmar kommun"},
        "phone": "0480-45 00 00",
        "postal_box": "Box 611",
    }
    return edit_home(values={**values, "mailbox": "kommun@kalmar.example"}, by=None)


@pytest.fixture
def reader():
    return Client(enforce_csrf_checks=True)


def token_in(answer):
    return re.search(r'name="token" value="([^"]+)"', answer.content.decode())[1]


def press(reader, path, token, **more):
    return reader.post(path, {"token": token, "more": "", **more.pop("data", {})}, **more)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_two_steps_show_the_address_without_cookie(reader, home, nils, clock, language):  # noqa: F811
    path = mail_path(nils.pk, language)
    asked = reader.get(path)
    body = asked.content.decode()
    assert asked.status_code == 200 and "nils@" not in body and f'lang="{language}"' in body
    assert ("skräppost" if language == "sv" else "junk mail") in body
    clock.now += dt.timedelta(seconds=3)
    shown = press(reader, path, token_in(asked), headers={"sec-fetch-site": "same-origin"})
    assert '<a href="mailto:nils@kalmar.example" rel="nofollow" autofocus>' in shown.content.decode()
    for answer in (asked, shown):
        assert answer["Cache-Control"] == "no-store" and answer["Content-Language"] == language
        assert b'<meta name="robots" content="noindex">' in answer.content
        assert answer["X-Frame-Options"] == "DENY" and not answer.cookies


def test_pressed_too_early_the_same_token_works_a_moment_later(reader, home, nils, clock):  # noqa: F811
    path = mail_path(nils.pk, "sv")
    token = token_in(reader.get(path))
    early = press(reader, path, token)
    assert early.status_code == 422 and "Tryck en gång till." in early.content.decode()
    assert token_in(early) == token and b"nils@" not in early.content
    clock.now += dt.timedelta(seconds=3)
    assert b"mailto:nils@" in press(reader, path, token).content


def test_a_used_token_asks_again_with_a_new_one(reader, home, nils, clock):  # noqa: F811
    path = mail_path(nils.pk, "sv")
    token = token_in(reader.get(path))
    clock.now += dt.timedelta(seconds=3)
    press(reader, path, token)
    again = press(reader, path, token)
    assert again.status_code == 422 and token_in(again) != token and b"nils@" not in again.content


@pytest.mark.parametrize(
    "how",
    [
        {"headers": {"sec-fetch-site": "cross-site"}},
        {"headers": {"origin": "https://other.example"}},
        {"data": {"more": "buy now"}},
        {"data": {"token": "made up"}},
        {"data": {"token": ""}},
    ],
)
def test_a_program_in_disguise_gets_the_question_again(reader, home, nils, clock, how):  # noqa: F811
    path = mail_path(nils.pk, "sv")
    token = token_in(reader.get(path))
    clock.now += dt.timedelta(seconds=3)
    answer = press(reader, path, token, **how)
    assert answer.status_code in (403, 422) and b"nils@" not in answer.content and token_in(answer)
    assert not Reveal.objects.exists()


def test_when_the_limit_is_reached_there_are_other_ways(reader, home, office, nils, clock):  # noqa: F811
    a_card(office, email="vanorter@kalmar.example")
    path = mail_path(nils.pk, "sv")
    for _ in range(reveals.MOST_PER_CLIENT + 1):
        token = token_in(reader.get(path))
        clock.now += dt.timedelta(seconds=3)
        answer = press(reader, path, token)
    body = answer.content.decode()
    assert answer.status_code == 429 and "nils@" not in body
    for way in ("tel:+46313900612", "tel:+46480450000", "mailto:vanorter@kalmar.example", "Box 611"):
        assert way in body, way


@pytest.mark.parametrize(
    "values",
    [
        {"email": ""},
        {"email_class": "closed"},
        {"email_class": "open"},
        {"shown": ["phone"]},
        {"ends_on": dt.date(2026, 11, 23)},
        {"starts_on": dt.date(2026, 11, 25)},
    ],
)
def test_a_card_without_an_address_to_ask_for_has_no_such_page(reader, home, nils, clock, values):  # noqa: F811
    save_card(card=nils, values=values, by=None)
    for answer in (reader.get(mail_path(nils.pk, "sv")), reader.post(mail_path(nils.pk, "en"))):
        assert answer.status_code == 404 and b"nils@" not in answer.content


def test_an_unknown_card_has_the_missing_page_of_its_language(reader, home):
    assert "Sidan finns inte här" in reader.get(mail_path(999, "sv")).content.decode()
    assert "The page is not here" in reader.get(mail_path(999, "en")).content.decode()


def test_who_asked_is_not_kept(reader, home, nils, clock):  # noqa: F811
    path = mail_path(nils.pk, "sv")
    token = token_in(reader.get(path))
    clock.now += dt.timedelta(seconds=3)
    press(reader, path, token, headers={"x-forwarded-for": "192.0.2.7"})
    assert "192.0.2.7" not in str(list(Reveal.objects.values())) and Reveal.objects.get().card_id == nils.pk


def test_the_front_lets_through_what_answers_here():
    assert tuple(MAIL.values()) == routes.MAIL
    assert all(routes.reaches_django(mail_path(1, language)) for language in MAIL)
    assert ContactCard._meta.get_field("email").name not in ContactCard.PUBLIC
