"""What stands at which public address. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from vanort.pages.facts.shapes import Facts, PageFacts, PlaceFacts

ERRORS = (404, 500, 503)


@dataclass(frozen=True)
class PageSubject:
    """A page of the tree."""

    page_id: int


@dataclass(frozen=True)
class TownSubject:
    """A place with all its public ties, in a language."""

    place_id: int
    language: str


@dataclass(frozen=True)
class ErrorSubject:
    """What is answered where there is nothing to answer with."""

    code: int
    language: str


Subject = PageSubject | TownSubject | ErrorSubject


def addresses(facts: Facts) -> dict[str, Subject]:
    """Every address that is rendered, in the order of the tree; pages that live elsewhere have none."""
    found: dict[str, Subject] = {page.path: PageSubject(page.id) for page in in_order(facts) if not page.outside_url}
    for language in facts.languages:
        if list_page(facts, language):
            for place in tied_places(facts):
                found.setdefault(town_path(facts, place, language), TownSubject(place.id, language))
        for code in ERRORS:
            found[error_path(facts, code, language)] = ErrorSubject(code, language)
    return found


def redirects(facts: Facts) -> dict[str, str]:
    """Former addresses, and pages that only stand for another site; never an address that is rendered."""
    found = dict(facts.moved)
    found |= {page.path: page.outside_url for page in facts.pages.values() if page.outside_url}
    for place in tied_places(facts):
        for language in facts.languages:
            if page := list_page(facts, language):
                found |= {f"{page.path}{slug}/": town_path(facts, place, language) for slug in place.former_slugs}
    rendered = addresses(facts)
    return {old: new for old, new in found.items() if old not in rendered and old != new}


def in_order(facts: Facts) -> list[PageFacts]:
    """Pages as the tree has them, a parent before its children."""
    return sorted(facts.pages.values(), key=lambda page: page.order)


def list_page(facts: Facts, language: str) -> PageFacts | None:
    """The first list of ties of a language, under which its towns have their addresses."""
    lists = (page for page in in_order(facts) if page.kind == "ties" and page.language == language)
    return next((page for page in lists if not page.outside_url), None)


def tied_places(facts: Facts) -> list[PlaceFacts]:
    """Places with a public tie, each once."""
    return list({tie.place.id: tie.place for tie in facts.ties}.values())


def town_path(facts: Facts, place: PlaceFacts, language: str) -> str:
    """Address of a place; KeyError where the language has no list."""
    page = list_page(facts, language)
    if page is None:
        raise KeyError(language)
    return f"{page.path}{place.slug}/"


def error_path(facts: Facts, code: int, language: str) -> str:
    """``/404.html``, ``/en/404.html``."""
    prefix = "/" if language == facts.languages[0] else f"/{language}/"
    return f"{prefix}{code}.html"


def ancestors(facts: Facts, page: PageFacts) -> list[PageFacts]:
    """The public pages above a page, from the top."""
    return [other for other in in_order(facts) if other.id != page.id and page.order.startswith(other.order)]


def children(facts: Facts, page: PageFacts) -> Iterator[PageFacts]:
    """The public pages just below a page."""
    depth = len(page.order) + 4
    return (one for one in in_order(facts) if len(one.order) == depth and one.order.startswith(page.order))


def translations(facts: Facts, page: PageFacts) -> dict[str, PageFacts]:
    """A page and its public twins, by language, in the order of the site."""
    twins = {other.language: other for other in facts.pages.values() if other.translation_key == page.translation_key}
    return {code: twins[code] for code in facts.languages if code in twins and not twins[code].outside_url}
