"""What somebody who reviews a page should know: what has changed since the last time, and what may be out of date."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import groupby

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from vanort.changes.models import Change
from vanort.followup.actions import REVIEWED
from vanort.followup.lateness import months_later
from vanort.media.models import Document
from vanort.pages.addresses import PageSubject
from vanort.pages.facts import Facts, PageFacts, PlaceFacts
from vanort.pages.facts.shapes import Statement
from vanort.places.models import PlaceFact
from vanort.relations.models import Relation

from .register import spoken
from .reviewables import Reviewable

# A number about a place is old when what it is as of lies this far back.
OLD_YEARS = 5
_REGISTER = ("relation", "place", "relationkind", "countclaim", "home")


def changes_since(one: Reviewable, facts: Facts) -> QuerySet[Change]:
    """The log's lines about what the page shows, since its last review; all of them where there is none."""
    found = Change.objects.filter(_about(one, facts)).exclude(verb=REVIEWED).exclude(reverts__verb=REVIEWED)
    after = _moment(one)
    return found.filter(at__gt=after) if after else found


def _about(one: Reviewable, facts: Facts) -> Q:
    if isinstance(one.subject, PageSubject):
        page = facts.pages[one.subject.page_id]
        own = Q(subject_type="page", subject_id=str(page.id))
        return own | Q(subject_type__in=_REGISTER) if _counts(page) else own
    ties = Relation.objects.filter(place=one.subject.place_id).values_list("pk", flat=True)
    return Q(subject_type="place", subject_id=str(one.subject.place_id)) | Q(
        subject_type="relation", subject_id__in=[str(key) for key in ties]
    )


def _counts(page: PageFacts) -> bool:
    """True for a page that says something from the records."""
    return page.kind == "ties" or any(block["type"] == "figures" for block in page.body)


def _moment(one: Reviewable) -> dt.datetime | None:
    """When the last review was made; the end of its day where it was recorded on a later day than it was made."""
    if one.review is None:
        return None
    is_page = isinstance(one.subject, PageSubject)
    key = one.subject.page_id if isinstance(one.subject, PageSubject) else one.subject.place_id
    made = Change.objects.filter(verb=REVIEWED, subject_type="page" if is_page else "place", subject_id=str(key))
    for change in made.filter(reverted_by=None):
        row = change.rows[0]["after"]
        if row["language"] in ("", one.language) and timezone.localdate(change.at) == one.review.reviewed_on:
            return change.at
    day_after = one.review.reviewed_on + dt.timedelta(days=1)
    return timezone.make_aware(dt.datetime.combine(day_after, dt.time.min))


def old_facts(one: Reviewable, facts: Facts, on: dt.date) -> list[str]:
    """Numbers on the page whose newest statement is undated, or as of more than OLD_YEARS ago, in words."""
    if isinstance(one.subject, PageSubject):
        return []
    place = next(tie.place for tie in facts.ties if tie.place.id == one.subject.place_id)
    return list(_old(place, on))


def _old(place: PlaceFacts, on: dt.date) -> Iterator[str]:
    numbers = sorted((s for s in place.statements if s.number is not None), key=lambda s: s.kind)
    for kind, statements in groupby(numbers, key=lambda s: s.kind):
        newest = max(statements, key=_as_of)
        label = str(PlaceFact.Kind(kind).label)
        if newest.as_of is None:
            yield _("%(what)s: undated") % {"what": label}
        elif newest.as_of.latest < months_later(on, -12 * OLD_YEARS):
            yield _("%(what)s: as of %(date)s") % {"what": label, "date": newest.as_of.formatted(spoken())}


def _as_of(statement: Statement) -> dt.date:
    return statement.as_of.latest if statement.as_of else dt.date.min


def dead_links(found: Iterable[str]) -> list[str]:
    """What the page's words link to that is not public, in words; `found` as Shown has it."""
    return [_dead(*one.split(" ", 1)) for one in dict.fromkeys(found)]


def _dead(kind: str, key: str) -> str:
    model = {"page": Page, "document": Document}.get(kind)
    named = model.objects.filter(pk=key).first() if model and key.isdigit() else None
    if named is None:
        return _("something that is no longer there")
    return _("“%(title)s”, which is not public") % {"title": named.title}
