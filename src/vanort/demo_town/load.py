"""Filling an empty installation with the demonstration, through the same actions that editors use."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vanort.accounts.models import User
from vanort.desk.roles import grant_roles
from vanort.followup.actions import review
from vanort.followup.models import Review
from vanort.media.models import Picture
from vanort.pages.actions import write_words
from vanort.pages.models import TiesPage
from vanort.pages.starter import plant
from vanort.places.actions import edit_home, edit_place
from vanort.places.models import Home, Place, PlaceFact, PlaceName
from vanort.places.partial_dates import PartialDate
from vanort.relations.actions import add_count_claim, add_start, change_status, create_relation, show_relation
from vanort.relations.models import Relation, RelationKind
from vanort.relations.usual_kinds import ensure_usual_kinds
from vanort.theme.models import Look

from .kalmar import HOME, KALMAR, REVIEW, TOWNS
from .people import add_people
from .shapes import Event, Source, Start, Tie, Town
from .ties import COUNT, TIES
from .town_words import TOWN_WORDS
from .tree import LANGUAGES, front
from .users import make_users, read_or_make_logins

# Raised when what the demonstration says changes; kept beside its logins.
VERSION = "2"
_FILES = Path(__file__).parent / "files"


class NotADemo(Exception):
    """The folder holds a real installation; the demonstration stays out of it."""


def load(data: Path) -> bool:
    """Load the demonstration into the database of the data folder; return False where it is there already.

    The logins are kept in `demo.json` before anything else: it is what marks the folder as a demonstration's.
    Everything else is one transaction. Raises NotADemo where there is an own municipality without that mark.
    """
    marker = data / "demo.json"
    has_home = Home.objects.exists()
    if has_home and not marker.exists():
        raise NotADemo(_("There is a real municipality in this installation. The demonstration wants an empty one."))
    logins = read_or_make_logins(marker, VERSION)
    if has_home:
        return False
    with transaction.atomic():
        grant_roles()
        make_users(logins)
        _fill(timezone.localdate())
    return True


def _fill(on: dt.date) -> None:
    # By nobody: otherwise the coordinator's first sign-in would offer to undo the last of it.
    by = None
    edit_home(values={**HOME, "place": _place(KALMAR, by)}, by=by)
    kinds = ensure_usual_kinds(by=by)
    places = {town.slug: _place(town, by) for town in TOWNS}
    for tie in TIES:
        _tie(tie, places[tie.town], kinds[tie.kind], by, on)
    add_count_claim(twin_towns=COUNT.twin_towns, countries=COUNT.countries, by=by, **_source(COUNT.source))
    _look()
    plant(front(picture_id=_picture().pk), languages=LANGUAGES, by=by)
    add_people(on=on, by=by)
    for slug, by_language in TOWN_WORDS.items():
        for language, words in by_language.items():
            write_words(place=places[slug], language=language, lead=words.lead, body=list(words.body), by=by)
    _review(by)


def _place(town: Town, by: User | None) -> Place:
    place = Place(
        slug=town.slug,
        kind=town.kind,
        country=town.country,
        latitude=f"{town.latitude:.5f}",
        longitude=f"{town.longitude:.5f}",
        local_language=town.language,
        geonames_id=town.geonames_id,
        wikidata_id=town.wikidata_id,
    )
    return edit_place(place=place, values={}, parts=_parts(town), by=by)


def _parts(town: Town) -> Iterator[PlaceName | PlaceFact]:
    yield PlaceName(name=town.name, role=PlaceName.Role.OFFICIAL)
    for name in town.names:
        yield PlaceName(name=name.text, role=name.role, language=name.language)
    for one in town.populations:
        yield PlaceFact(
            kind=PlaceFact.Kind.POPULATION,
            number=one.number,
            covers=one.covers,
            is_approximate=one.is_approximate,
            **_source(one.source) | {"as_of": _date(one.as_of)},
        )


def _tie(tie: Tie, place: Place, kind: RelationKind, by: User | None, on: dt.date) -> None:
    relation = create_relation(
        place=place,
        kind=kind,
        is_documented=tie.is_documented,
        start_search="" if tie.starts else Relation.StartSearch.NOT_FOUND,
        internal_note=tie.note,
        by=by,
    )
    for start in tie.starts:
        _start(relation, start, by)
    for event in tie.events:
        _event(relation, event, by, on)
    show_relation(relation=relation, by=by)


def _start(relation: Relation, start: Start, by: User | None) -> None:
    add_start(
        relation=relation,
        started=PartialDate.parse(start.started),
        side=start.side,
        what=dict(start.what),
        by=by,
        **_source(start.source),
    )


def _event(relation: Relation, event: Event, by: User | None, on: dt.date) -> None:
    change_status(
        relation=relation,
        status=event.status,
        effective=_date(event.effective),
        is_after=event.is_after,
        side=event.side,
        basis=event.basis,
        reason=dict(event.reason),
        by=by,
        on=on,
        **_source(event.source),
    )


def _review(by: User | None) -> None:
    # Only the Swedish page was ever reviewed, and no next date was set.
    page = TiesPage.objects.get(locale__language_code="sv")
    review(
        subject_type=Review.Subject.PAGE,
        subject_id=page.pk,
        subject_label=page.title,
        on=REVIEW.on,
        by=by,
        unit=REVIEW.unit,
    )


def _look() -> None:
    look = Look.load()
    look.logo.save("kalmar.svg", ContentFile((_FILES / "logo.svg").read_bytes()), save=False)
    look.full_clean()
    look.save()


def _picture() -> Picture:
    # Drawn for this demonstration; the .svg beside it is what it was made from.
    drawing = Picture(
        title="Kalmarsund",
        file=ContentFile((_FILES / "kalmarsund.png").read_bytes(), name="kalmarsund.png"),
        alt_text="Teckning: ett slott med tre torn vid vattnet, och ett segelfartyg.",
        alt_text_en="Drawing: a castle with three towers by the water, and a sailing ship.",
        photographer="Vänort",
        consent=Picture.Consent.NOBODY,
    )
    drawing.full_clean()
    drawing.save()
    return drawing


def _source(source: Source | None) -> dict[str, Any]:
    return {"source_title": source.title, "source_url": source.url} if source else {}


def _date(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text else None
