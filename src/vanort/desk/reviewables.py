"""Everything the public can read, with how its latest review stands: what is due, and what nobody has reviewed."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vanort.followup.lateness import NEVER, Standing, standing
from vanort.pages.addresses import PageSubject, TownSubject, addresses
from vanort.pages.facts import Facts, ReviewFacts
from vanort.pages.frame import OWN_NAMES
from vanort.pages.review_view import review_of
from vanort.places.words import said
from vanort.theme.formats import day

from .findings import Finding
from .register import spoken
from .roles import REVIEW


@dataclass(frozen=True)
class Reviewable:
    """What stands at a public address; `language` is its own."""

    subject: PageSubject | TownSubject
    title: str
    language: str
    path: str
    review: ReviewFacts | None
    standing: Standing

    @property
    def href(self) -> str:
        """The screen on which it is reviewed."""
        if isinstance(self.subject, PageSubject):
            return reverse("desk:review_page", args=[self.subject.page_id])
        return reverse("desk:review_town", args=[self.subject.place_id, self.language])

    @property
    def told(self) -> str:
        """How it stands, in the words of the one who is signed in."""
        if self.review is None or self.standing.due is None:
            return _("never reviewed")
        given = {"date": day(self.review.reviewed_on, spoken()), "due": day(self.standing.due, spoken())}
        if unit := said(self.review.unit, spoken())[0]:
            given["date"] += f", {unit}"
        if self.standing.is_late:
            return _("reviewed %(date)s; late since %(due)s") % given
        return _("reviewed %(date)s; next by %(due)s") % given


def reviewables(facts: Facts, on: dt.date) -> list[Reviewable]:
    """Every page and every town's page that is public, in the order of the site."""
    return [
        _reviewable(path, subject, facts, on)
        for path, subject in addresses(facts).items()
        if isinstance(subject, PageSubject | TownSubject)
    ]


def _reviewable(path: str, subject: PageSubject | TownSubject, facts: Facts, on: dt.date) -> Reviewable:
    review = review_of(facts, subject)
    now = standing(review.reviewed_on if review else None, review.next_on if review else None, on)
    if isinstance(subject, PageSubject):
        page = facts.pages[subject.page_id]
        return Reviewable(subject, page.title, page.language, path, review, now)
    place = next(tie.place for tie in facts.ties if tie.place.id == subject.place_id)
    return Reviewable(subject, place.name_in(subject.language)[0], subject.language, path, review, now)


def late_reviews(found: Sequence[Reviewable]) -> Iterator[Finding]:
    """Yield a finding for each page whose readers are told that it waits, the longest wait first."""
    late = [one for one in found if one.standing.is_late and one.standing.due and one.review]
    for one in sorted(late, key=lambda one: one.standing.due or dt.date.max):
        assert one.review is not None and one.standing.due is not None
        given = {"date": day(one.review.reviewed_on, spoken()), "language": OWN_NAMES.get(one.language, one.language)}
        what = _("The page (%(language)s) waits to be reviewed; last reviewed %(date)s.") % given
        yield Finding(what, one.title, day(one.standing.due, spoken()), one.href, _("Review the page"), REVIEW)


def never_reviewed(found: Sequence[Reviewable]) -> Iterator[Finding]:
    """Yield one finding for all that nobody has reviewed, so that they do not hide what is late."""
    if count := sum(one.standing.state == NEVER for one in found):
        what = ngettext("%(n)s page has never been reviewed.", "%(n)s pages have never been reviewed.", count)
        yield Finding(what % {"n": count}, "", "", reverse("desk:pages"), _("See which"), REVIEW)
