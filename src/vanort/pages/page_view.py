"""A page of words as its template is handed it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vanort.pages.census import earliest
from vanort.pages.contacts import Contacts, page_contacts
from vanort.pages.facts.shapes import Facts, PageFacts
from vanort.pages.stream import Block, body
from vanort.pages.told import Told


@dataclass(frozen=True)
class Child:
    """A page below."""

    text: str
    href: str
    lead: str


@dataclass(frozen=True)
class PageView:
    """All that ``page.jinja`` shows."""

    heading: str
    lead: str
    blocks: tuple[Block, ...]
    children: tuple[Child, ...]
    contacts: Contacts


def page_view(page: PageFacts, below: Sequence[PageFacts], facts: Facts, on: date) -> Told[PageView]:
    """The view on a day."""
    written = body(page.body, facts, page.language, on)
    listed = tuple(Child(one.crumb, one.href, one.lead) for one in below if one.is_in_menu)
    people = page_contacts(page, facts, on)
    view = PageView(page.title, page.lead, tuple(written.blocks), listed, people.view)
    return Told(view, earliest([written.until, people.until]), tuple(written.dead_links))
