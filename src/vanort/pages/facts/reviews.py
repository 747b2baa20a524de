"""The part of the read that concerns reviews."""

from vanort.followup.models import Review
from vanort.pages.facts.shapes import ReviewFacts


def reviews(using: str) -> dict[tuple[str, int, str], ReviewFacts]:
    """The latest review of each page, and of each place in each language (empty: in all of them)."""
    return {
        (row.subject_type, row.subject_id, row.language): ReviewFacts(row.reviewed_on, row.unit, row.next_on)
        for row in Review.objects.using(using).kept()
    }
