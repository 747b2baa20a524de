"""The forms of places, the municipality, kinds and stated numbers; and what is told about publication."""

import pytest
from django.urls import reverse
from django.utils import timezone

from vanort.accounts.roles import ADMINISTRATOR, COORDINATOR
from vanort.changes.models import Change
from vanort.places.actions import edit_home, edit_place
from vanort.places.models import Home, Place, PlaceFact, PlaceName, PlaceSlug
from vanort.publishing.manifest import Folder
from vanort.publishing.models import Publication
from vanort.relations.models import CountClaim, RelationKind


@pytest.fixture
def kim(signed_in):
    return signed_in(COORDINATOR)


@pytest.fixture
def sam(signed_in):
    return signed_in(ADMINISTRATOR)


def place_form(place, **changed):
    """The form of a place as it was opened."""
    form = {
        "version": place.version,
        "kind": place.kind,
        "country": place.country,
        "latitude": "53,89",
        "longitude": "11,45",
        "slug": place.slug,
        "fact-kind": "population",
    }
    for name in place.names.all():
        form |= {
            f"name-{name.pk}-name": name.name,
            f"name-{name.pk}-role": name.role,
            f"name-{name.pk}-language": name.language,
        }
    for row in (0, 1):
        form |= {f"new-name-{row}-name": "", f"new-name-{row}-role": "alias", f"new-name-{row}-language": ""}
    return form | changed


def post(client, place, **changed):
    return client.post(reverse("desk:place", args=[place.pk]), place_form(place, **changed))


def test_a_place_is_saved_with_a_new_name_and_a_new_fact(kim, wismar):
    place = wismar.place
    extra = {
        "new-name-0-name": "Wissmar",
        "fact-number": "42963",
        "fact-as_of": "2020",
        "fact-source_title": "Destatis",
    }
    assert post(kim, place, **extra).status_code == 302
    fact = PlaceFact.objects.get()
    assert (int(fact.number), fact.as_of.text, fact.source_title) == (42963, "2020", "Destatis")
    assert PlaceName.objects.filter(place=place, name="Wissmar", role="alias").exists()
    assert Change.objects.first().verb == "place.edited"


def test_the_point_may_be_written_with_comma_or_point(kim, wismar):
    for latitude in ("53,891", "53.891"):
        wismar.place.refresh_from_db()
        assert post(kim, wismar.place, latitude=latitude).status_code == 302
        assert str(Place.objects.get(slug="wismar").latitude) == "53.89100"


def test_half_a_point_is_refused_on_its_field(kim, wismar):
    answer = post(kim, wismar.place, longitude="")
    assert answer.status_code == 422 and answer.context["form"].errors["longitude"]


def test_a_place_keeps_exactly_one_name_of_its_own(kim, wismar):
    own = wismar.place.names.get()
    answer = post(kim, wismar.place, **{f"name-{own.pk}-is_removed": "on"})
    assert answer.status_code == 422 and wismar.place.names.count() == 1


def test_a_withdrawn_fact_is_kept(kim, wismar):
    fact = PlaceFact(kind="population", number=1)
    edit_place(place=wismar.place, values={}, parts=[fact], by=None)
    wismar.place.refresh_from_db()
    post(kim, wismar.place, withdraw=str(fact.pk))
    assert PlaceFact.objects.get().is_withdrawn


def test_a_new_address_leaves_the_old_one_leading_there(kim, wismar):
    post(kim, wismar.place, slug="hansestadt-wismar")
    assert PlaceSlug.objects.get().slug == "wismar"


def test_a_stale_form_of_a_place_is_refused_with_what_was_typed(kim, wismar, people):
    form = place_form(wismar.place, **{"new-name-0-name": "Mitt namn"})
    edit_place(place=wismar.place, values={"country": "PL"}, by=people[ADMINISTRATOR])
    answer = kim.post(reverse("desk:place", args=[wismar.place.pk]), form)
    page = answer.content.decode()
    assert answer.status_code == 409 and "Administratör" in page and "land" in page and "Mitt namn" in page
    assert Place.objects.get(slug="wismar").country == "PL"


def test_a_new_place_gets_an_address_of_its_name(kim, db):
    form = {"kind": "municipality", "country": "PL", "fact-kind": "population"}
    names = {
        "new-name-0-name": "Łódź",
        "new-name-0-role": "official",
        "new-name-1-name": "",
        "new-name-1-role": "alias",
    }
    assert kim.post(reverse("desk:new_place"), form | names).status_code == 302
    assert Place.objects.get().slug == "lodz"


def home_form(**changed):
    home = Home.objects.get()
    return {
        "version": home.version,
        "place": home.place_id,
        "organisation_sv": "Kalmar kommun",
        "phone": "0480-45 00 00",
    } | changed


def test_the_municipality_is_edited_by_the_administrator(sam, wismar):
    assert sam.post(reverse("desk:home"), home_form()).status_code == 302
    assert Home.objects.get().phone == "0480-45 00 00"


def test_a_stale_form_of_the_municipality_is_refused(sam, wismar, people):
    form = home_form()
    edit_home(values={"fax": "1"}, by=people[COORDINATOR])
    answer = sam.post(reverse("desk:home"), form)
    assert answer.status_code == 409 and "Samordnare" in answer.content.decode()
    assert Home.objects.get().phone == ""


def kind_form(kind, client, **changed):
    seen = client.get(reverse("desk:kind", args=[kind.pk])).context["form"]["seen"].value()
    words = {"singular_sv": "vänstad", "plural_sv": "vänstäder", "singular_en": "", "plural_en": ""}
    return {"core": kind.core, "is_twin_town": "on", "position": 0, "slug": kind.slug, "seen": seen} | words | changed


def test_a_kind_gets_the_municipalitys_own_word(sam, wismar):
    sam.post(reverse("desk:kind", args=[wismar.kind_id]), kind_form(wismar.kind, sam))
    assert RelationKind.objects.get(pk=wismar.kind_id).plural == {"sv": "vänstäder"}


def test_a_stale_form_of_a_kind_is_refused(sam, wismar):
    form = kind_form(wismar.kind, sam)
    sam.post(reverse("desk:kind", args=[wismar.kind_id]), kind_form(wismar.kind, sam, plural_sv="orter"))
    assert sam.post(reverse("desk:kind", args=[wismar.kind_id]), form).status_code == 409
    assert RelationKind.objects.get(pk=wismar.kind_id).plural == {"sv": "orter"}


def test_a_stated_number_has_a_source(kim, wismar):
    assert kim.post(reverse("desk:add_count"), {"twin_towns": 9}).status_code == 422
    kim.post(reverse("desk:add_count"), {"twin_towns": 9, "as_of": "idag", "source_title": "Kommunens sida"})
    assert CountClaim.objects.get().as_of.text == timezone.localdate().isoformat()


def published(client, change, **headers):
    return client.get(reverse("desk:published", args=[change.pk]), headers=headers)


def row(change, outcome, **more):
    return Publication.objects.create(
        number=2,
        on=timezone.localdate(),
        up_to_change=change.pk,
        started_at=timezone.now(),
        released_at=timezone.now(),
        outcome=outcome,
        **more,
    )


def test_what_became_of_a_change_is_told_with_and_without_a_script(kim, wismar):
    change = Change.objects.first()
    waiting = published(kim, change, accept="application/json").json()
    assert waiting["state"] == "waiting" and not waiting["is_final"]
    assert "Titta igen" in published(kim, change).content.decode()
    row(change, "released")
    told = published(kim, change, accept="application/json").json()
    assert told["state"] == "public" and told["text"].startswith("publicerad för 0,")


def test_a_failure_says_what_failed_and_where(kim, wismar):
    change = Change.objects.first()
    row(
        change,
        "failed",
        error="x",
        error_address="/wismar/",
        findings=[{"address": "/wismar/", "kind": "no_title", "target": ""}],
    )
    told = published(kim, change, accept="application/json").json()
    assert "/wismar/" in told["text"] and "tidigare versionen visas" in told["text"]
    assert "Den senaste publiceringen misslyckades" in kim.get("/redigera/").content.decode()


def test_a_change_that_nobody_made_is_not_found(kim, db):
    assert kim.get(reverse("desk:published", args=[999999])).status_code == 404


def test_a_hold_is_told_and_ended_by_somebody_who_may(kim, wismar, people, settings, tmp_path):
    settings.VANORT_DATA = tmp_path
    held = Folder(tmp_path).held
    held.parent.mkdir(parents=True)
    held.write_text('{"by": "Sam", "at": "", "number": 3}')
    page = kim.get("/redigera/").content.decode()
    assert "Publiceringen är stoppad" in page and reverse("desk:publish_now") in page
    assert "Sam gick tillbaka till utgåva 3" in kim.get(reverse("desk:publish_now")).content.decode()
    kim.post(reverse("desk:publish_now"))
    assert not held.exists()
    assert Change.objects.first().verb == "publication.resumed"


def test_having_searched_without_finding_is_one_press_and_one_save(kim, wismar):
    address = reverse("desk:edit_tie", args=[wismar.pk])
    form = kim.get(address, {"start_search": "not_found"}).context["form"]
    assert form["start_search"].value() == "not_found"
    filled = {"version": wismar.version, "kind": wismar.kind_id, "is_documented": "on", "start_search": "not_found"}
    kim.post(address, filled)
    wismar.refresh_from_db()
    assert wismar.start_search == "not_found"
