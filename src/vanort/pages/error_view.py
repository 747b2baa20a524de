"""What is said where there is nothing to show."""

from dataclasses import dataclass

from vanort.pages.addresses import in_order, list_page
from vanort.pages.facts.shapes import Facts
from vanort.pages.frame import Link, postal_line
from vanort.places.words import said
from vanort.theme.texts import Texts


@dataclass(frozen=True)
class ErrorView:
    """All that ``error.jinja`` shows."""

    heading: str
    lead: str
    links: tuple[Link, ...]
    contact: str


def error_view(code: int, facts: Facts, language: str) -> ErrorView:
    """404: where to go instead; 500 and 503: how to reach the municipality meanwhile."""
    texts = Texts(language)
    if code == 404:
        heading = texts._("The page is not here")
        lead = texts._("It may have moved, or the address may have been mistyped. Try one of these:")
        return ErrorView(heading, lead, tuple(_ways_on(facts, language)), "")
    if code == 503:
        heading = texts._("The service rests for a moment")
        lead = texts._("Try again in a few minutes. The public pages can be read as usual.")
    else:
        heading = texts._("Something went wrong with us")
        lead = texts._("The fault is ours and has been noted. Try again in a while.")
    return ErrorView(heading, lead, (), _contact(facts, texts))


def _ways_on(facts: Facts, language: str) -> list[Link]:
    front = [page for page in in_order(facts) if page.kind == "front" and page.language == language]
    ways = [*front, *filter(None, [list_page(facts, language)])]
    return [Link(page.title, page.path) for page in ways if not page.outside_url]


def _contact(facts: Facts, texts: Texts) -> str:
    organisation, _language = said(facts.home.organisation, texts.language)
    given = {"organisation": organisation, "phone": facts.home.phone, "post": postal_line(facts.home)}
    return (
        texts._("You reach %(organisation)s by phone, %(phone)s, and by post: %(post)s.") % given
        if facts.home.phone
        else ""
    )
