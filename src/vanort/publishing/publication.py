"""One publication: from a snapshot of the records to a release that is served, or to a row that says why not."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from . import release
from .bake import Site, bake
from .clearing import clear_old
from .hold import hold
from .locks import publishing
from .manifest import Folder, Manifest
from .models import Publication
from .outbox import Seen, seen
from .plan import Answer, plan
from .reading import Readings
from .released import faults
from .render import Show
from .search.follow import follow
from .snapshot import snapshot
from .verify import Finding, verify

logger = logging.getLogger(__name__)
Outcome = Publication.Outcome
# A template that breaks breaks on every page: the first findings tell it.
_KEPT_FINDINGS = 50


@dataclass
class Press:
    """What one process keeps between publications: where the site lies, how it is shown, what was read already."""

    data: Path
    load_site: Callable[[str], Site]
    show: Show
    base_url: str = field(default_factory=lambda: settings.VANORT_BASE_URL)
    readings: Readings = field(default_factory=Readings)
    is_sure: bool = False  # whether the files of the served release have been looked at

    @property
    def folder(self) -> Folder:
        return Folder(self.data)


class Rejected(Exception):
    """A release did not pass the check."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(f"{findings[0].address}: {findings[0].kind} {findings[0].target}")
        self.findings = findings


def publish(press: Press, *, on: date) -> Publication | None:
    """Publish what the records say about the day `on`; returns the row, or None while publication is held.

    A failure is a row, not an exception: the former release stays. Only a database that cannot be reached raises
    (django.db.Error), since then no row can be written either.
    """
    with publishing(press.data):
        if hold(press.data) is not None:
            return None
        started = timezone.now()
        with snapshot() as alias:
            contained = seen(alias)
            attempt = _attempt(press, alias, contained, on)
        if isinstance(attempt, Exception):
            logger.error("publication failed: %s", attempt, exc_info=attempt)
            return _failed(press, attempt, contained, on, started)
        return _done(press, attempt, contained, on, started)


@dataclass(frozen=True)
class _Ready:
    site: Site
    answers: Mapping[str, Answer]
    served: Manifest | None


def _attempt(press: Press, alias: str, contained: Seen, on: date) -> _Ready | Exception:
    """Bake and check; an exception is returned, so that the snapshot is closed in the ordinary way."""
    try:
        site = press.load_site(alias)
        served = _served(press)
        answers = bake(site, press.show, on=on, base_url=press.base_url, served=served, readings=press.readings)
        findings = verify(answers, press.readings, press.base_url)
        if findings:
            return Rejected(findings)
        press.readings.forget_others()
        return _Ready(site, answers, served)
    except Exception as error:  # noqa: BLE001 - whatever breaks a publication, the former release stays
        return error


def _served(press: Press) -> Manifest | None:
    """The release that is served; one that cannot be read or is not whole counts as none: all is written anew.

    Its files are looked at once in the life of a process, which is when somebody may have touched them.
    """
    try:
        served = press.folder.current_manifest()
    except (OSError, ValueError, KeyError):
        logger.exception("the served release cannot be read, everything is written anew")
        return None
    if served is not None and not press.is_sure:
        broken = faults(press.folder, served)
        if broken:
            logger.error("the served release is not whole, everything is written anew: %s", broken[0])
            return None
    press.is_sure = True
    return served


def _done(press: Press, ready: _Ready, contained: Seen, on: date, started: datetime) -> Publication:
    begun = time.perf_counter()
    todo = plan(ready.served, ready.answers)
    row = Publication(
        number=ready.served.number if ready.served else None, outcome=Outcome.UNCHANGED, **_row(contained, on, started)
    )
    if not todo.is_empty or ready.served is None:
        try:
            manifest = release.write(
                press.folder,
                todo,
                on=on,
                up_to_change=contained.up_to,
                languages=ready.site.languages,
                errors=ready.site.errors,
            )
            release.switch(press.folder, manifest)
        except OSError as error:
            logger.exception("the release could not be written")
            return _failed(press, error, contained, on, started)
        row.number, row.outcome = manifest.number, Outcome.RELEASED
    row.released_at = timezone.now()
    row.changed_addresses = todo.count
    row.save()
    logger.info("release %s: %s of %s addresses, %.0f ms", row.number, todo.count, len(todo.entries), _ms(begun))
    served = press.folder.current_manifest()
    if served is not None:
        follow(press.folder, served)
    clear_old(press.folder)
    return row


def _failed(press: Press, error: Exception, contained: Seen, on: date, started: datetime) -> Publication:
    findings = error.findings[:_KEPT_FINDINGS] if isinstance(error, Rejected) else []
    cause = error.__cause__ or error
    return Publication.objects.create(
        number=press.folder.current_number(),
        outcome=Outcome.FAILED,
        error=str(error) if findings else f"{type(cause).__name__}: {cause}",
        error_address=findings[0].address if findings else getattr(error, "address", ""),
        findings=[asdict(finding) for finding in findings],
        **_row(contained, on, started),
    )


def _row(contained: Seen, on: date, started: datetime) -> dict[str, Any]:
    return {"on": on, "up_to_change": contained.up_to, "unseen": list(contained.unseen), "started_at": started}


def _ms(begun: float) -> float:
    return (time.perf_counter() - begun) * 1000
