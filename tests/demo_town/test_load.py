"""Loading the demonstration: whole, once, and never into somebody's register."""

import json
import stat
import time

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.test import RequestFactory
from django.utils import timezone
from wagtail.models import Page

from vanort.changes.models import Change
from vanort.demo_town.load import VERSION, NotADemo, load
from vanort.pages.models import FrontPage, TiesPage
from vanort.places.actions import edit_home, edit_place
from vanort.places.models import Home, Place, PlaceName
from vanort.relations.lifecycle import standing
from vanort.relations.models import CountClaim, Relation

pytestmark = pytest.mark.django_db


@pytest.fixture
def data(tmp_path, settings):
    settings.VANORT_DATA = tmp_path
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path


def stands(slug):
    tie = Relation.objects.get(place__slug=slug)
    return standing(list(tie.events.all()), timezone.localdate())


def test_it_fills_an_empty_register(data):
    began = time.process_time()  # the machine may have more to do
    assert load(data) is True
    assert time.process_time() - began < 5
    assert str(Home.objects.get().place) == "Kalmar"
    assert Relation.objects.visible(timezone.localdate()).count() == 11
    twin_towns = [t for t in Relation.objects.all() if t.kind.is_twin_town]
    going = [t.place for t in twin_towns if not stands(t.place.slug).is_former]
    assert len(going) == len({place.country for place in going}) == 8
    claim = CountClaim.objects.get()
    assert (claim.twin_towns, claim.countries) == (9, 9)


def test_doubts_stay_doubts(data):
    load(data)
    assert stands("silkeborg").is_former
    assert stands("silkeborg").sides_differ
    assert stands("silkeborg").theirs.is_after
    assert stands("kaliningrad").status == "paused"
    assert {t.place.slug for t in Relation.objects.filter(is_documented=False)} == {"panevezys", "kaliningrad"}
    wismar = Relation.objects.get(place__slug="wismar")
    assert [str(start.started) for start in wismar.starts.all()] == ["2002", "2003"]
    assert Relation.objects.get(place__slug="arendal").start_search == "not_found"
    assert Place.objects.get(slug="savonlinna").name_in("sv") == "Nyslott"
    assert Place.objects.get(slug="savonlinna").name_in("en") == "Savonlinna"


def test_the_pages_stand_in_both_languages(data):
    load(data)
    swedish, english = TiesPage.objects.order_by("locale__language_code").reverse()
    assert swedish.url.endswith("/demokrati/internationellt-arbete/kalmars-vanorter/")
    assert english.url.endswith("/en/democracy/international-work/kalmars-twin-towns/")
    assert swedish.translation_key == english.translation_key
    drafts = Page.objects.filter(live=False, depth__gt=1).order_by("title")
    assert [page.title for page in drafts] == ["Accessibility statement", "Tillgänglighetsredogörelse"]
    assert not Page.objects.filter(alias_of__isnull=False).exists()
    assert FrontPage.objects.count() == 2
    assert {page.specific_class.__name__ for page in Page.objects.filter(depth=2)} == {"FrontPage"}


def test_the_logins_are_made_for_this_folder_alone_and_work(data):
    load(data)
    path = data / "demo.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    kept = json.loads(path.read_text())
    assert kept["version"] == VERSION
    roles = [login["role"] for login in kept["logins"]]
    assert roles == ["samordnare", "webbredaktör", "läsare", "administratör"]
    request = RequestFactory().post("/redigera/admin/login/")
    for login in kept["logins"]:
        user = authenticate(request, username=login["username"], password=login["password"])
        assert user is not None
        assert login["role"] in user.groups.values_list("name", flat=True)
        assert user.email.endswith(".example")


def test_loading_again_changes_nothing(data):
    load(data)
    logins, changes, pages = (data / "demo.json").read_bytes(), Change.objects.count(), Page.objects.count()
    assert load(data) is False
    assert (data / "demo.json").read_bytes() == logins
    assert Change.objects.count() == changes
    assert Page.objects.count() == pages


def test_it_goes_on_where_it_was_broken_off(data, monkeypatch):
    monkeypatch.setattr("vanort.demo_town.load.plant", lambda *args, **kwargs: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        load(data)
    assert not Home.objects.exists()
    logins = (data / "demo.json").read_bytes()
    monkeypatch.undo()
    assert load(data) is True
    assert (data / "demo.json").read_bytes() == logins


def test_it_stays_out_of_a_real_installation(data):
    place = edit_place(place=Place(slug="vaxjo", country="SE"), values={}, parts=[PlaceName(name="Växjö")], by=None)
    edit_home(values={"place": place, "organisation": {"sv": "Växjö kommun"}}, by=None)
    with pytest.raises(NotADemo):
        load(data)
    with pytest.raises(CommandError):
        call_command("load_demo")
    assert not (data / "demo.json").exists()
    assert not Relation.objects.exists()


def test_nobody_is_offered_to_undo_the_loading(data):
    load(data)
    assert not Change.objects.exclude(by=None).exists()
