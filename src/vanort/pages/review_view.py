"""When a page was reviewed, as its template is handed it."""

from dataclasses import dataclass
from datetime import date

from vanort.followup.lateness import standing
from vanort.pages.addresses import PageSubject, TownSubject
from vanort.pages.facts.shapes import Facts, ReviewFacts
from vanort.pages.ties_view import Named
from vanort.pages.told import Told
from vanort.places.words import said


@dataclass(frozen=True)
class ReviewView:
    """The line, and the notice when it is late; ``reviewed_on`` and ``due`` None where nobody has reviewed."""

    reviewed_on: date | None
    unit: Named
    due: date | None
    is_late: bool


def review_of(facts: Facts, subject: PageSubject | TownSubject) -> ReviewFacts | None:
    """The latest review of what stands at an address; of a town's page also one that holds in every language."""
    if isinstance(subject, PageSubject):
        return facts.reviews.get(("page", subject.page_id, ""))
    found = [facts.reviews.get(("place", subject.place_id, language)) for language in ("", subject.language)]
    return max((one for one in found if one), key=lambda one: one.reviewed_on, default=None)


def review_view(review: ReviewFacts | None, language: str, on: date) -> Told[ReviewView]:
    """The view on a day, and the first day on which the page reads otherwise because of it."""
    now = standing(review.reviewed_on if review else None, review.next_on if review else None, on)
    unit, spoken = said(review.unit, language) if review else ("", "")
    named = Named(unit, spoken if spoken != language else "")
    return Told(ReviewView(review.reviewed_on if review else None, named, now.due, now.is_late), now.until)
