"""Everything public, as values: read once, then rendered from without a database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from vanort.contacts.phones import Phone
from vanort.contacts.term import Term
from vanort.places.partial_dates import PartialDate

Words = Mapping[str, str]


@dataclass(frozen=True)
class Source:
    """Who says so; both parts may be empty."""

    title: str = ""
    url: str = ""

    def __bool__(self) -> bool:
        return bool(self.title or self.url)


@dataclass(frozen=True)
class Name:
    """One name of a place; ``language`` empty for its own."""

    text: str
    language: str
    role: str


@dataclass(frozen=True)
class Statement:
    """A dated value about a place: persons, square kilometres, or an address."""

    kind: str
    number: float | None
    text: str
    is_approximate: bool
    covers: str
    as_of: PartialDate | None
    source: Source


@dataclass(frozen=True)
class PlaceFacts:
    """A place; coordinates in degrees, or None together."""

    id: int
    slug: str
    country: str
    local_language: str
    latitude: float | None
    longitude: float | None
    names: tuple[Name, ...]
    statements: tuple[Statement, ...] = ()
    former_slugs: tuple[str, ...] = ()

    def name_in(self, language: str) -> tuple[str, str]:
        """The name a page in ``language`` uses, and the language it is in where that is another (else empty)."""
        own = next((name.text for name in self.names if name.role == "official"), "")
        exonym = next((n.text for n in self.names if n.role == "exonym" and n.language == language), "")
        if exonym and exonym != own:
            return exonym, ""
        return own or self.slug, self.local_language if self.local_language != language else ""


@dataclass(frozen=True)
class KindFacts:
    """The municipality's own word for a kind of tie."""

    id: int
    slug: str
    singular: Words
    plural: Words
    is_twin_town: bool
    position: int


@dataclass(frozen=True)
class Start:
    """When a tie began, according to one source."""

    started: PartialDate
    side: str
    what: Words
    source: Source


@dataclass(frozen=True)
class Event:
    """A change of status, in the shape that ``relations.lifecycle`` reads."""

    status: str
    effective: PartialDate | None
    is_after: bool
    side: str
    basis: str
    decided_by: str
    reason: Words
    source: Source


@dataclass(frozen=True)
class TieFacts:
    """A public tie, with all its beginnings and events whole: what holds on a day is decided when it is shown."""

    id: int
    place: PlaceFacts
    kind: KindFacts
    is_documented: bool
    start_search: str
    starts: tuple[Start, ...] = ()
    events: tuple[Event, ...] = ()
    contacts: tuple[int, ...] = ()


@dataclass(frozen=True)
class CardFacts:
    """How a role is reached, with only what its card shows; `name` empty for a function without a person.

    `heir` is the card that answers when the term is over. A protected address is not here: only that there is one.
    """

    id: int
    role: Words
    unit: Words
    organisation: Words
    name: str = ""
    is_ours: bool = True
    note: Words = field(default_factory=dict)
    visiting: str = ""
    postal: str = ""
    phone: Phone | None = None
    mobile: Phone | None = None
    mailbox: str = ""
    has_protected_email: bool = False
    term: Term = field(default_factory=Term)
    heir: int | None = None


@dataclass(frozen=True)
class Claim:
    """A number of twin towns that somebody has stated."""

    twin_towns: int
    countries: int | None
    as_of: PartialDate | None
    source: Source


@dataclass(frozen=True)
class OutsideLink:
    """A link to another site."""

    text: str
    url: str


@dataclass(frozen=True)
class WhatAndWhy:
    """Something that cannot be used by everybody, and the reason."""

    what: str
    why: str


@dataclass(frozen=True)
class StatementFacts:
    """The parts of an accessibility statement; what is not there can only be missing from a draft."""

    service_name: str = ""
    conformity: str = ""
    shortcomings: tuple[WhatAndWhy, ...] = ()
    burdens: tuple[WhatAndWhy, ...] = ()
    exempted: tuple[WhatAndWhy, ...] = ()
    assessed_on: date | None = None
    updated_on: date | None = None
    method: str = ""
    assessor: str = ""
    feedback_page: int | None = None
    feedback_url: str = ""
    authority_name: str = ""
    authority_url: str = ""


@dataclass(frozen=True)
class PageFacts:
    """A page that is public now.

    ``path`` is its address; ``order`` its place in the tree, four letters a level, a parent's before its
    children's; ``body`` the stream as stored.
    """

    id: int
    kind: str
    language: str
    translation_key: str
    path: str
    order: str
    title: str
    seo_title: str = ""
    crumb_label: str = ""
    lead: str = ""
    description: str = ""
    outside_url: str = ""
    is_in_menu: bool = False
    is_in_footer: bool = False
    towns_label: str = ""
    body: tuple[Mapping[str, Any], ...] = ()
    levels: tuple[OutsideLink, ...] = ()
    header_links: tuple[OutsideLink, ...] = ()
    statement: StatementFacts | None = None

    @property
    def crumb(self) -> str:
        """Its name in breadcrumbs and menus."""
        return self.crumb_label or self.title

    @property
    def href(self) -> str:
        """Where a link to it leads."""
        return self.outside_url or self.path


@dataclass(frozen=True)
class PlaceWordsFacts:
    """Words about a place in one language."""

    lead: str
    body: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True)
class ReviewFacts:
    """When a page was read and found right, by which unit; ``next_on`` None where no next date was set."""

    reviewed_on: date
    unit: Words
    next_on: date | None = None


@dataclass(frozen=True)
class Size:
    """One size of a picture: its address and pixels."""

    path: str
    width: int
    height: int


@dataclass(frozen=True)
class PictureFacts:
    """A picture that may be shown; sizes from small to large."""

    id: int
    alt: Words
    is_decorative: bool
    photographer: str
    sizes: tuple[Size, ...]


@dataclass(frozen=True)
class DocumentFacts:
    """A document; ``size`` in bytes, ``extension`` without its dot."""

    id: int
    path: str
    title: str
    language: str
    extension: str
    size: int


@dataclass(frozen=True)
class Asset:
    """Something a page can refer to: where it is published, and its bytes or the file that holds them."""

    path: str
    content_type: str
    read: Path | bytes


@dataclass(frozen=True)
class LogoFacts:
    """The logo as published; sizes in CSS pixels of the header."""

    path: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True)
class LookFacts:
    """The style sheet, the icon, the logo, and the script of the search form."""

    stylesheet: str
    icon: str
    logo: LogoFacts | None = None
    script: str = ""


@dataclass(frozen=True)
class HomeFacts:
    """The own municipality and how it is reached; empty strings where nothing is recorded."""

    place: PlaceFacts | None = None
    organisation: Words = field(default_factory=dict)
    visiting_street: str = ""
    postal_box: str = ""
    postcode: str = ""
    post_town: str = ""
    phone: str = ""
    fax: str = ""
    mailbox: str = ""
    website: str = ""


@dataclass(frozen=True)
class Facts:
    """All of it. ``languages`` in the order of the site, the first without a prefix; ``base_url`` without a slash."""

    languages: tuple[str, ...]
    base_url: str
    home: HomeFacts
    look: LookFacts
    pages: Mapping[int, PageFacts]
    ties: tuple[TieFacts, ...] = ()
    claims: tuple[Claim, ...] = ()
    words: Mapping[tuple[int, str], PlaceWordsFacts] = field(default_factory=dict)
    # The latest of each page and of each place's page: ("page", 4, ""), ("place", 2, "sv").
    reviews: Mapping[tuple[str, int, str], ReviewFacts] = field(default_factory=dict)
    pictures: Mapping[int, PictureFacts] = field(default_factory=dict)
    documents: Mapping[int, DocumentFacts] = field(default_factory=dict)
    assets: Mapping[str, Asset] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    cards: Mapping[int, CardFacts] = field(default_factory=dict)
    # Which cards a page names, by what its languages have in common.
    page_cards: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
