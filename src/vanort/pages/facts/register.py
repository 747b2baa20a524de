"""The part of the read that concerns places and ties."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from django.db import models

from vanort.pages.facts.shapes import (
    Claim,
    Event,
    HomeFacts,
    KindFacts,
    Name,
    PlaceFacts,
    Source,
    Start,
    Statement,
    TieFacts,
)
from vanort.places.models import Home, Place, PlaceFact, PlaceName, PlaceSlug
from vanort.relations.models import CountClaim, Relation, RelationContact, RelationKind, StartClaim, StatusEvent


def places(using: str) -> dict[int, PlaceFacts]:
    """Every place by its key, public or not; only what a tie or ``Home`` names is ever shown."""
    names = _grouped(PlaceName.objects.using(using), "place_id")
    facts = _grouped(PlaceFact.objects.using(using).filter(is_withdrawn=False), "place_id")
    slugs = _grouped(PlaceSlug.objects.using(using), "place_id")
    return {
        place.pk: PlaceFacts(
            id=place.pk,
            slug=place.slug,
            country=place.country,
            local_language=place.local_language,
            latitude=_degrees(place.latitude),
            longitude=_degrees(place.longitude),
            names=tuple(Name(name.name, name.language, name.role) for name in names[place.pk]),
            statements=tuple(map(_statement, facts[place.pk])),
            former_slugs=tuple(former.slug for former in slugs[place.pk]),
        )
        for place in Place.objects.using(using)
    }


def home(using: str, known: Mapping[int, PlaceFacts]) -> HomeFacts:
    """The own municipality; an empty one before it has been described."""
    row = Home.objects.using(using).first()
    if row is None:
        return HomeFacts()
    plain = "organisation visiting_street postal_box postcode post_town phone fax mailbox website".split()
    return HomeFacts(place=known[row.place_id], **{name: getattr(row, name) for name in plain})


def ties(using: str, known: Mapping[int, PlaceFacts], also_places: Collection[int] = ()) -> tuple[TieFacts, ...]:
    """Public ties with everything that hangs on them, and those of ``also_places`` that only editors see."""
    # Whether a tie is shown is a switch, not a matter of the day; the day is given because the gate asks for it.
    kept = Relation.objects.using(using)
    shown = kept.visible(date.max) | kept.kept().filter(place__in=also_places)
    kinds = {kind.pk: _kind(kind) for kind in RelationKind.objects.using(using)}
    starts = _grouped(StartClaim.objects.using(using).filter(is_withdrawn=False), "relation_id")
    events = _grouped(StatusEvent.objects.using(using).filter(is_withdrawn=False), "relation_id")
    contacts = _grouped(RelationContact.objects.using(using), "relation_id")
    return tuple(
        TieFacts(
            id=tie.pk,
            place=known[tie.place_id],
            kind=kinds[tie.kind_id],
            is_documented=tie.is_documented,
            start_search=tie.start_search,
            starts=tuple(map(_start, starts[tie.pk])),
            events=tuple(map(_event, events[tie.pk])),
            contacts=tuple(one.card_id for one in contacts[tie.pk]),
        )
        for tie in shown.order_by("pk").distinct()
    )


def claims(using: str) -> tuple[Claim, ...]:
    """Stated numbers of twin towns, the newest first."""
    rows = CountClaim.objects.using(using).filter(is_withdrawn=False)
    return tuple(Claim(row.twin_towns, row.countries, row.as_of, _source(row)) for row in rows)


def _grouped(rows: Iterable[models.Model], key: str) -> defaultdict[int, list[Any]]:
    groups: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows:
        groups[getattr(row, key)].append(row)
    return groups


def _degrees(value: Any) -> float | None:
    return None if value is None else float(value)


def _source(row: Any) -> Source:
    return Source(row.source_title, row.source_url)


def _statement(row: PlaceFact) -> Statement:
    number = None if row.number is None else float(row.number)
    return Statement(row.kind, number, row.text, row.is_approximate, row.covers, row.as_of, _source(row))


def _kind(row: RelationKind) -> KindFacts:
    return KindFacts(row.pk, row.slug, row.singular, row.plural, row.is_twin_town, row.position)


def _start(row: StartClaim) -> Start:
    return Start(row.started, row.side, row.what, _source(row))


def _event(row: StatusEvent) -> Event:
    return Event(row.status, row.effective, row.is_after, row.side, row.basis, row.decided_by, row.reason, _source(row))
