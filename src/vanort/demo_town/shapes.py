"""What the demonstration is described with: plain values, no database."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

Words = Mapping[str, str]


@dataclass(frozen=True)
class Source:
    """Who says so. An address only where the whole of it is known."""

    title: str
    url: str = ""


@dataclass(frozen=True)
class Name:
    """A name beside the official one: `role` as in PlaceName."""

    text: str
    role: str
    language: str = ""


@dataclass(frozen=True)
class Population:
    """How many live there, according to a source; `as_of` in the canonical form, or empty where undated."""

    number: int
    source: Source
    covers: str = ""
    as_of: str = ""
    is_approximate: bool = False


@dataclass(frozen=True)
class Town:
    """A place. `name` is what it calls itself, in `language`; the point is in degrees."""

    slug: str
    name: str
    language: str
    country: str
    latitude: float
    longitude: float
    geonames_id: int
    wikidata_id: str = ""
    kind: str = "municipality"
    names: tuple[Name, ...] = ()
    populations: tuple[Population, ...] = ()


@dataclass(frozen=True)
class Start:
    """When a tie began, according to a source, and whose source that is."""

    started: str
    side: str
    source: Source
    what: Words = field(default_factory=dict)


@dataclass(frozen=True)
class Event:
    """A change of status; `effective` in the canonical form, or empty where no date is known."""

    status: str
    effective: str
    side: str
    reason: Words
    source: Source | None = None
    is_after: bool = False
    basis: str = "observed"


@dataclass(frozen=True)
class Reviewed:
    """When a page was reviewed, by which unit."""

    on: dt.date
    unit: Words


@dataclass(frozen=True)
class Count:
    """How many twin towns somebody states, in how many countries."""

    twin_towns: int
    countries: int
    source: Source


@dataclass(frozen=True)
class Tie:
    """A tie with the town of that short name, of the kind of that short name."""

    town: str
    kind: str = "vanort"
    is_documented: bool = True
    starts: tuple[Start, ...] = ()
    events: tuple[Event, ...] = ()
    note: str = ""
