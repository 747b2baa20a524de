"""An accessibility statement as its template is handed it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vanort.pages.facts.shapes import Facts, PageFacts, StatementFacts
from vanort.pages.stream import Block, body
from vanort.pages.told import Told
from vanort.places.words import said
from vanort.theme.texts import Texts


@dataclass(frozen=True)
class StatementView:
    """All that ``statement.jinja`` shows; words and addresses are empty where a draft has none yet."""

    heading: str
    lead: str
    blocks: tuple[Block, ...]
    organisation: str
    conformity: str
    method: str
    feedback_href: str
    parts: StatementFacts


def statement_view(page: PageFacts, facts: Facts, on: date) -> Told[StatementView]:
    """The view on a day."""
    parts = page.statement or StatementFacts()
    written = body(page.body, facts, page.language, on)
    feedback = facts.pages.get(parts.feedback_page or 0)
    dead = [f"page {parts.feedback_page}"] if parts.feedback_page and not feedback else []
    view = StatementView(
        heading=page.title,
        lead=page.lead,
        blocks=tuple(written.blocks),
        organisation=said(facts.home.organisation, page.language)[0],
        conformity=_conformity(page.language).get(parts.conformity, ""),
        method=_method(page.language).get(parts.method, ""),
        feedback_href=feedback.href if feedback else parts.feedback_url,
        parts=parts,
    )
    return Told(view, written.until, (*written.dead_links, *dead))


def _conformity(language: str) -> Mapping[str, str]:
    texts = Texts(language)
    return {
        "full": texts._("fully compliant"),
        "partial": texts._("partially compliant"),
        "not": texts._("not compliant"),
    }


def _method(language: str) -> Mapping[str, str]:
    texts = Texts(language)
    return {"self": texts._("self-assessment"), "external": texts._("review by somebody from outside")}
