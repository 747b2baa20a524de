"""Counting: which ties there are on a day, and how each stands. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from vanort.pages.facts.shapes import Event, KindFacts, TieFacts
from vanort.places.sorting import sort_key
from vanort.relations.lifecycle import Standing, standing

# In the order in which they are told.
STATUSES = ("active", "dormant", "paused", "unclear")


@dataclass(frozen=True)
class Counted:
    """A tie and how it stands."""

    tie: TieFacts
    standing: Standing[Event]

    @property
    def status(self) -> str:
        """One of ``relations``' six."""
        return self.standing.status


@dataclass(frozen=True)
class Census:
    """Every public tie on one day, in three heaps that share nothing: going, in preparation, former."""

    everyone: tuple[Counted, ...]
    until: date | None

    @cached_property
    def going(self) -> tuple[Counted, ...]:
        """Those that are neither over nor only prepared: what every count of ties counts."""
        return tuple(one for one in self.everyone if one.status in STATUSES)

    @cached_property
    def prepared(self) -> tuple[Counted, ...]:
        """Those that may come."""
        return tuple(one for one in self.everyone if one.status == "preparation")

    @cached_property
    def former(self) -> tuple[Counted, ...]:
        """Those that are over, by either side's act."""
        return tuple(one for one in self.everyone if one.standing.is_former)

    @cached_property
    def twin_towns(self) -> tuple[Counted, ...]:
        """Going ties of the kinds that the municipality calls twin towns."""
        return tuple(one for one in self.going if one.tie.kind.is_twin_town)

    @cached_property
    def others(self) -> tuple[Counted, ...]:
        """Going ties of every other kind."""
        return tuple(one for one in self.going if not one.tie.kind.is_twin_town)

    @cached_property
    def countries(self) -> frozenset[str]:
        """Countries of the twin towns, ISO 3166-1."""
        return frozenset(one.tie.place.country for one in self.twin_towns)

    def with_status(self, status: str) -> tuple[Counted, ...]:
        """Going ties of one status."""
        return tuple(one for one in self.going if one.status == status)


def census(ties: Iterable[TieFacts], on: date) -> Census:
    """How every tie stands on ``on``; ``until`` is the first day on which one of them stands otherwise, or None."""
    everyone = tuple(Counted(tie, standing(tie.events, on)) for tie in ties)
    return Census(everyone, earliest(one.standing.until for one in everyone))


def earliest(days: Iterable[date | None]) -> date | None:
    """The first of the days that are given, None when none is."""
    return min((day for day in days if day is not None), default=None)


def by_name(counted: Sequence[Counted], language: str) -> list[Counted]:
    """In the order of their names in a language."""
    return sorted(counted, key=lambda one: sort_key(one.tie.place.name_in(language)[0], language))


def by_kind(counted: Sequence[Counted]) -> list[tuple[KindFacts, list[Counted]]]:
    """Grouped by kind, in the kinds' own order."""
    kinds = {one.tie.kind.id: one.tie.kind for one in counted}
    ordered = sorted(kinds.values(), key=lambda kind: (kind.position, kind.slug))
    return [(kind, [one for one in counted if one.tie.kind.id == kind.id]) for kind in ordered]
