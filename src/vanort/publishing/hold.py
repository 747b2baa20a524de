"""Rollback and the hold it leaves: nothing is published until somebody says "publish now"."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vanort.accounts.models import User
from vanort.changes.log import record
from vanort.changes.models import Change

from .locks import publishing
from .manifest import Folder, load, write_whole
from .models import Publication
from .release import switch
from .released import Fault, faults
from .search.follow import follow


class CannotRollBack(Exception):
    """Why there is no way back to that release, in words."""


def hold(data: Path) -> Mapping[str, Any] | None:
    """Return who holds publication since when (`by`, `at`, `number`), or None when it is not held."""
    try:
        held: Mapping[str, Any] = json.loads(Folder(data).held.read_text())
        return held
    except FileNotFoundError:
        return None
    except ValueError:
        return {"by": "", "at": "", "number": None}


def roll_back(data: Path, *, by: User | None, to: int | None = None) -> int:
    """Serve an earlier release again and hold publication; returns its number.

    `to` is a kept number, by default the one before the release that is served. Raises CannotRollBack when it is
    not kept or not whole; the served release then stays.
    """
    folder = Folder(data)
    with publishing(data):
        served = folder.current_number()
        number = to if to is not None else _before(folder, served)
        if number is None or number not in folder.numbers():
            raise CannotRollBack(_not_kept(folder, number))
        broken = faults(folder, load(folder.release(number)))
        if broken:
            raise CannotRollBack(_told(number, broken))
        held = {"by": by.display_name if by else "", "at": timezone.now().isoformat(), "number": number}
        write_whole(folder.held, json.dumps(held).encode())
        manifest = load(folder.release(number))
        switch(folder, manifest)
        follow(folder, manifest)
        with transaction.atomic():
            change = _record("publication.rolled_back", number, by)
            Publication.objects.create(
                number=number,
                on=manifest.on,
                up_to_change=change.pk,
                started_at=timezone.now(),
                outcome=Publication.Outcome.HELD,
            )
    return number


def publish_again(data: Path, *, by: User | None) -> Change | None:
    """End the hold, so that the publisher publishes what the records say now; None when nothing was held."""
    if hold(data) is None:
        return None
    with transaction.atomic():
        change = _record("publication.resumed", Folder(data).current_number(), by)
        Folder(data).held.unlink(missing_ok=True)
    return change


def _record(verb: str, number: int | None, by: User | None) -> Change:
    return record(
        subject_type="publication",
        subject_id=number or "",
        subject_label=settings.VANORT_BASE_URL,
        verb=verb,
        by=by,
    )


def _before(folder: Folder, served: int | None) -> int | None:
    earlier = [number for number in folder.numbers() if served is not None and number < served]
    return earlier[-1] if earlier else None


def _not_kept(folder: Folder, number: int | None) -> str:
    if number is None:
        return _("There is no earlier release.")
    kept = ", ".join(str(other) for other in folder.numbers())
    return _("Release %(number)s is not kept; kept are: %(kept)s.") % {"number": number, "kept": kept}


def _told(number: int, broken: list[Fault]) -> str:
    values = {"number": number, "address": broken[0].address, "what": broken[0].what, "count": len(broken)}
    return _("Release %(number)s is not whole: %(address)s: %(what)s (faults: %(count)s).") % values
