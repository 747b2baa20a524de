"""The part of the read that concerns the accessibility statement."""

from typing import Any

from vanort.pages.facts.shapes import StatementFacts, WhatAndWhy
from vanort.pages.models import AccessibilityStatementPage


def statement_facts(page: Any) -> StatementFacts | None:
    """The parts of a statement as they stand in memory, which may be a draft's; None for every other page."""
    if not isinstance(page, AccessibilityStatementPage):
        return None
    return StatementFacts(
        service_name=page.service_name,
        conformity=page.conformity,
        shortcomings=_rows(page.shortcomings),
        burdens=_rows(page.burdens),
        exempted=_rows(page.exempted),
        assessed_on=page.assessed_on,
        updated_on=page.updated_on,
        method=page.method,
        assessor=page.assessor,
        feedback_page=page.feedback_page_id,
        feedback_url=page.feedback_url,
        authority_name=page.authority_name,
        authority_url=page.authority_url,
    )


def _rows(stream: Any) -> tuple[WhatAndWhy, ...]:
    rows = (raw["value"] for raw in stream.get_prep_value()) if stream else ()
    return tuple(WhatAndWhy(row.get("what") or "", row.get("why") or "") for row in rows)
