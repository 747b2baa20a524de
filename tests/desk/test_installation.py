"""`vanort init`: a municipality of one's own, whole or not at all."""

import io
import os
import stat
import subprocess
import sys
from dataclasses import replace

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from vanort.accounts.models import User
from vanort.desk.installation import Answers, Refused, fault, faults, install, missing
from vanort.pages.models import FrontPage, SectionPage, TiesPage
from vanort.places.models import Home
from vanort.relations.models import Relation, RelationKind

PASSWORD = "en mycket lång mening"  # noqa: S105
GOOD = Answers(
    municipality="Växjö kommun",
    municipality_en="Municipality of Växjö",
    town="Växjö",
    lat="56,87767",
    lon="14.80906",
    website="https://www.vaxjo.example/",
    administrator="admin",
    password=PASSWORD,
)
FLAGS = ["--municipality", "Växjö kommun", "--town", "Växjö", "--administrator", "admin"]


@pytest.fixture
def data(tmp_path, settings):
    settings.VANORT_DATA = tmp_path
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path


@pytest.mark.django_db
def test_it_makes_the_municipality_its_pages_and_its_administrator(data):
    install(GOOD, data)
    home = Home.objects.get()
    assert home.organisation == {"sv": "Växjö kommun", "en": "Municipality of Växjö"}
    assert (home.place.slug, home.place.country, str(home.place.latitude)) == ("vaxjo", "SE", "56.87767")
    assert not Relation.objects.exists()
    assert {page.url for page in TiesPage.objects.all()} == {"/vanorter/", "/en/twin-towns/"}
    assert FrontPage.objects.count() == 2
    assert SectionPage.objects.filter(is_in_footer=True, live=True).count() == 4
    assert FrontPage.objects.get(slug="sv").title == "Växjö kommun och världen"
    assert "kommunala partnerskap" in {kind.plural["sv"] for kind in RelationKind.objects.all()}
    request = RequestFactory().post("/redigera/admin/login/")
    user = authenticate(request, username="admin", password=PASSWORD)
    assert list(user.groups.values_list("name", flat=True)) == ["administratör"]
    assert not user.is_superuser
    assert user.has_perm("places.change_home")


@pytest.mark.django_db
def test_it_can_be_in_swedish_alone(data):
    install(replace(GOOD, languages="sv"), data)
    assert [page.slug for page in FrontPage.objects.all()] == ["sv"]


@pytest.mark.django_db
def test_it_is_made_once_and_never_over_a_demonstration(data):
    (data / "demo.json").write_text("{}")
    with pytest.raises(Refused):
        install(GOOD, data)
    (data / "demo.json").unlink()
    install(GOOD, data)
    with pytest.raises(Refused):
        install(replace(GOOD, administrator="another"), data)
    assert User.objects.count() == 1


@pytest.mark.django_db
def test_what_breaks_off_leaves_nothing(data, monkeypatch):
    monkeypatch.setattr("vanort.desk.installation.plant", lambda *args, **kwargs: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        install(GOOD, data)
    assert not User.objects.exists()
    assert not Home.objects.exists()
    assert not RelationKind.objects.exists()


def test_good_answers_have_no_faults():
    assert faults(GOOD) == {}
    assert missing(GOOD) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("lat", "91"),
        ("lat", "NaN"),
        ("lon", "east"),
        ("lon", "-180.1"),
        ("country", "XX1"),
        ("country", "Q9"),
        ("languages", "en,sv"),
        ("languages", "sv,de"),
        ("languages", "sv,sv"),
        ("mailbox", "kommun"),
        ("website", "www.vaxjo.example"),
        ("administrator", "no spaces please"),
        ("password", "kort"),
        ("password", "administratoradministrator"),
    ],
)
def test_a_wrong_answer_is_named(name, text):
    answers = replace(GOOD, administrator="administratoradministrator") if "admin" in text else GOOD
    assert fault(name, replace(answers, **{name: text}))


def test_half_a_point_is_a_fault():
    assert set(faults(replace(GOOD, lon=""))) == {"lon"}


@given(st.text(max_size=12))
def test_any_text_is_a_latitude_or_told_why_not(text):
    words = fault("lat", replace(GOOD, lat=text))
    assert isinstance(words, str)
    if not words and text.strip():
        assert abs(float(text.replace(",", "."))) <= 90


def run(data, *words, password=""):
    env = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "VANORT_BASE_URL")}
    env |= {"LANG": "C.UTF-8", "LC_ALL": "", "LC_MESSAGES": "", "DJANGO_SETTINGS_MODULE": "vanort.settings"}
    command = [sys.executable, "-m", "vanort", "--data", str(data), "init", *words]
    return subprocess.run(command, env=env, input=password, capture_output=True, text=True, check=False)


def test_without_questions_it_names_what_is_missing_and_writes_nothing(tmp_path):
    done = run(tmp_path, "--no-input", "--town", "Växjö")
    assert done.returncode != 0
    assert "Missing: --municipality, --administrator, --password-file" in done.stderr
    assert {path.name for path in tmp_path.iterdir()} <= {"secret"}


def test_a_short_password_is_refused_before_anything_is_written(tmp_path):
    done = run(tmp_path, "--no-input", *FLAGS, "--password-file", "-", password="kort\n")
    assert done.returncode != 0
    assert "--password" in done.stderr
    assert {path.name for path in tmp_path.iterdir()} <= {"secret"}


def test_a_whole_installation_from_the_shell(tmp_path):
    words = ["--no-input", *FLAGS, "--base-url", "https://vanorter.example", "--password-file", "-"]
    done = run(tmp_path, *words, password=PASSWORD + "\n")
    assert done.returncode == 0, done.stderr
    env = tmp_path / "vanort.env"
    assert stat.S_IMODE(env.stat().st_mode) == 0o600
    assert "VANORT_BASE_URL=https://vanorter.example" in env.read_text()
    assert PASSWORD not in done.stdout + done.stderr + env.read_text()
    again = run(tmp_path, "--no-input", *FLAGS, "--password-file", "-", password=PASSWORD)
    assert again.returncode != 0
    assert "already" in again.stderr


@pytest.fixture
def asked(data, monkeypatch):
    """The questions that were asked; `answers` gives what is said to them, `passwords` what is typed unseen."""
    monkeypatch.setenv("DATABASE_URL", "sqlite://")
    monkeypatch.setenv("VANORT_BASE_URL", "https://vanorter.example")
    monkeypatch.setattr("vanort.desk.management.commands.init.Command._check_empty", lambda self: None)
    monkeypatch.setattr("vanort.desk.management.commands.init.call_command", lambda *args, **kwargs: None)
    seen, answers, passwords = [], {}, []

    def answer(question):
        seen.append(question)
        for words, said in answers.items():
            if words in question and said:
                return said.pop(0) if isinstance(said, list) else said
        return ""

    monkeypatch.setattr("builtins.input", answer)
    monkeypatch.setattr("getpass.getpass", lambda question: passwords.pop(0))
    return seen, answers, passwords


@pytest.mark.django_db
def test_questions_are_asked_again_until_they_are_right(asked, monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    seen, answers, passwords = asked
    answers |= {
        "Name of the municipality": ["", "Växjö kommun"],
        "Name of the place": "Växjö",
        "Latitude": ["north", "56.87767"],
        "Longitude": "14.80906",
        "Sign-in name": "admin",
    }
    passwords += ["kort", PASSWORD, "something else", PASSWORD, PASSWORD]
    call_command("init", stdout=io.StringIO(), stderr=io.StringIO())
    assert Home.objects.get().organisation == {"sv": "Växjö kommun"}
    assert sum("Latitude" in question for question in seen) == 2
    assert sum("Name of the municipality" in question for question in seen) == 2
    assert not passwords


@pytest.mark.django_db
def test_it_speaks_the_language_of_the_shell(asked, monkeypatch):
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    seen, answers, passwords = asked
    answers |= {"Kommunens namn": "Växjö kommun", "Ortens namn": "Växjö", "Inloggningsnamn": "admin"}
    passwords += [PASSWORD, PASSWORD]
    out = io.StringIO()
    call_command("init", stdout=out)
    assert "Växjö kommun har sitt register" in out.getvalue()
    assert all("municipality" not in question for question in seen)


@pytest.mark.django_db
def test_what_is_given_is_not_asked(asked, monkeypatch, tmp_path):
    monkeypatch.setenv("LC_ALL", "C")
    seen, answers, _passwords = asked
    answers["Name of the place"] = "Växjö"
    kept = tmp_path / "password"
    kept.write_text(PASSWORD + "\n")
    call_command(
        "init", municipality="Växjö kommun", administrator="admin", password_file=str(kept), stdout=io.StringIO()
    )
    assert not any("Name of the municipality" in question or "Sign-in" in question for question in seen)
    assert User.objects.get().check_password(PASSWORD)
