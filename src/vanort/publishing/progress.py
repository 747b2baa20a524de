"""How far a saved change has come on its way to the public: what the editors' site asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from vanort.changes.models import Change

from .hold import hold
from .models import Publication

Outcome = Publication.Outcome
# The publisher beats every few seconds; a publication of a large site takes some.
_STALE_AFTER = 30


class State(StrEnum):
    WAITING = "waiting"
    PUBLIC = "public"
    FAILED = "failed"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Status:
    """Where a change is. `since`: when it became public, or failed. `took`: seconds from save to public.

    `reason` is a sentence in the language in force; `address` the public address that it is about.
    """

    state: State
    since: datetime | None = None
    took: float | None = None
    reason: str = ""
    address: str = ""

    @property
    def age(self) -> float | None:
        """Seconds since it became public or failed."""
        return (timezone.now() - self.since).total_seconds() if self.since else None


def status_of(change_id: int, *, data: Path | None = None) -> Status:
    """Return how far a committed change has come. Raises Change.DoesNotExist for a number nobody wrote."""
    change = Change.objects.only("at").get(pk=change_id)
    held = hold(data or settings.VANORT_DATA)
    brought = _brought(change_id)
    if held is not None and (brought is None or (brought.number or 0) > (held["number"] or 0)):
        return Status(State.HELD, reason=_("Publication is held after a return to an earlier release."))
    if brought is not None and brought.released_at is not None:
        took = (brought.released_at - change.at).total_seconds()
        return Status(State.PUBLIC, since=brought.released_at, took=max(0.0, took))
    last = Publication.objects.order_by("-pk").first()
    if last is not None and last.outcome == Outcome.FAILED and last.contains(change_id):
        return Status(State.FAILED, since=last.started_at, reason=reason(last), address=last.error_address)
    return Status(State.WAITING)


def _brought(change_id: int) -> Publication | None:
    """The first publication that brought the change."""
    done = Publication.objects.filter(
        outcome__in=(Outcome.RELEASED, Outcome.UNCHANGED), up_to_change__gte=change_id
    ).order_by("pk")
    return next((publication for publication in done.iterator() if publication.contains(change_id)), None)


def last_failure() -> Publication | None:
    """Return the latest publication if it failed: the banner of the editors' site."""
    last = Publication.objects.order_by("-pk").first()
    return last if last is not None and last.outcome == Outcome.FAILED else None


def reason(publication: Publication) -> str:
    """Return why a publication failed, in the language in force."""
    if not publication.findings:
        return publication.error
    first = told(publication.findings[0])
    more = len(publication.findings) - 1
    return first if not more else _("%(first)s (and %(more)d more)") % {"first": first, "more": more}


def told(finding: Mapping[str, Any]) -> str:
    """Return one finding of the check as a sentence."""
    return _sentences().get(finding["kind"], "%(address)s: %(target)s") % finding


def _sentences() -> Mapping[str, str]:
    return {
        "dead_link": _("%(address)s links to %(target)s, which is not public."),
        "dead_fragment": _("%(address)s links to %(target)s, but there is no such heading."),
        "redirect_loop": _("%(address)s is redirected in a circle (%(target)s)."),
        "no_title": _("%(address)s has no title."),
        "no_language": _("%(address)s does not say its language."),
        "inline_style": _("%(address)s has a style inside the page: %(target)s"),
        "inline_script": _("%(address)s has a script inside the page: %(target)s"),
        "editors_link": _("%(address)s links to the editors’ site: %(target)s"),
        "foreign_resource": _("%(address)s would fetch something from another host: %(target)s"),
    }


def heartbeat(data: Path) -> Path:
    """Return the file that the publisher touches while it is alive."""
    return data / "run" / "publisher.alive"


def is_alive(data: Path | None = None) -> bool:
    """Say whether the publisher has shown life lately; without it nothing becomes public."""
    try:
        beaten = heartbeat(data or settings.VANORT_DATA).stat().st_mtime
    except OSError:
        return False
    return timezone.now().timestamp() - beaten < _STALE_AFTER
