"""Signing in, wrong passwords, and files of the editors' site."""

import pytest
from django.test import Client
from django.urls import reverse

from vanort.accounts.models import User
from vanort.accounts.roles import COORDINATOR

LOGIN = "/redigera/admin/login/"


@pytest.fixture
def kim(people):
    people[COORDINATOR].set_password("ett riktigt långt lösenord")
    people[COORDINATOR].save()
    return people[COORDINATOR]


def attempt(client, user, password):
    return client.post(LOGIN, {"username": user.username, "password": password})


def test_the_right_password_leads_to_start(kim):
    client = Client()
    answer = attempt(client, kim, "ett riktigt långt lösenord")
    assert answer.status_code == 302
    assert client.get(answer["Location"], follow=True).redirect_chain[-1][0] == "/redigera/"
    assert answer.cookies["vanort-session"]["path"] == "/redigera/"


def test_five_wrong_passwords_are_followed_by_a_rest_in_both_languages(kim):
    client = Client()
    answers = [attempt(client, kim, "fel") for _ in range(5)]
    assert [answer.status_code for answer in answers[:4]] == [200] * 4
    last = attempt(client, kim, "ett riktigt långt lösenord")
    page = last.content.decode()
    assert last.status_code == 429 and int(last["Retry-After"]) > 60
    assert (
        "För många felaktiga försök" in page and "Too many wrong attempts" in page and "Försök igen efter kl." in page
    )


def test_one_persons_mistakes_lock_nobody_else_out(kim, people):
    for _ in range(6):
        attempt(Client(), kim, "fel")
    other = next(user for user in User.objects.all() if user != kim)
    other.set_password("x" * 20)
    other.save()
    assert attempt(Client(), other, "x" * 20).status_code == 302


def test_signing_out_ends_the_session(kim, signed_in):
    client = signed_in(COORDINATOR)
    client.post(reverse("wagtailadmin_logout"))
    assert client.get("/redigera/").status_code == 302


def test_a_style_is_kept_for_ever_when_its_version_is_in_the_address(db):
    bare = Client().get("/redigera/static/desk/desk.css")
    assert bare.status_code == 200 and bare["Content-Type"] == "text/css; charset=utf-8"
    assert bare["Cache-Control"] == "public, max-age=300"
    versioned = Client().get("/redigera/static/wagtailadmin/css/core.css?v=1")
    assert versioned["Cache-Control"] == "public, max-age=31536000, immutable"
    again = Client().get("/redigera/static/desk/desk.css", headers={"if-none-match": bare["ETag"]})
    assert again.status_code == 304 and not again.content


@pytest.mark.parametrize("path", ["../settings.py", "..%2f..%2fsettings.py", "desk/", "nothing.css", "/etc/passwd"])
def test_nothing_but_static_files_is_served_as_one(db, path):
    assert Client().get(f"/redigera/static/{path}").status_code in (302, 404)


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "avtal.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "bild.png").write_bytes(b"\x89PNG")
    (tmp_path / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")
    (tmp_path.parent / "hemlig").write_text("hemlig")


def test_uploaded_files_are_for_those_who_have_signed_in(media, signed_in):
    assert Client().get("/redigera/media/avtal.pdf").status_code == 302
    answer = signed_in(COORDINATOR).get("/redigera/media/avtal.pdf")
    assert answer["Content-Disposition"].startswith("attachment") and answer["X-Content-Type-Options"] == "nosniff"
    assert "private" in answer["Cache-Control"]


def test_an_uploaded_drawing_cannot_run_anything(media, signed_in):
    answer = signed_in(COORDINATOR).get("/redigera/media/logo.svg")
    assert "sandbox" in answer["Content-Security-Policy"] and answer["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize("path", ["../hemlig", "%2e%2e/hemlig", "saknas.png"])
def test_nothing_outside_the_folder_is_reached(media, signed_in, path):
    assert signed_in(COORDINATOR).get(f"/redigera/media/{path}").status_code == 404
