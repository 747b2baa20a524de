"""The publisher's process: wakes when something changed or a date makes a page untrue, and publishes.

The only place of the public side that reads the clock.
"""

from __future__ import annotations

import logging
import select
import signal
import socket
import time
from dataclasses import dataclass, field
from datetime import date

from django.core.management import call_command
from django.db import DatabaseError, InterfaceError, close_old_connections, connections
from django.utils import timezone

from vanort.changes.poke import listen, poke

from .clearing import clear_leftovers, clear_unnamed
from .hold import hold
from .models import Publication
from .outbox import Seen, has_news
from .progress import heartbeat
from .publication import Press, publish

logger = logging.getLogger(__name__)

LOOK_EVERY = 0.5  # seconds between looks when nobody knocks
SCHEDULE_EVERY = 60.0
BEAT_EVERY = 5.0
FIRST_PAUSE, LONGEST_PAUSE = 2.0, 300.0


def today() -> date:
    """Return the date in the municipality's time zone: the `on` of everything that is published now."""
    return timezone.localdate()


@dataclass
class Publisher:
    """One publisher and what it remembers between two looks; `now` are seconds that only run forward."""

    press: Press
    contained: Seen | None = None  # what the last attempt saw; None makes the next look publish
    on: date | None = None
    true_until: date | None = None
    pause: float = FIRST_PAUSE
    retry_at: float | None = None
    schedule_at: float = 0.0
    beat_at: float = 0.0
    was_held: bool = False
    is_stopping: bool = field(default=False)

    def look(self, now: float) -> Publication | None:
        """Do what is due: scheduled pages, then a publication if there is a reason for one."""
        self._beat(now)
        if now >= self.schedule_at:
            self.schedule_at = now + SCHEDULE_EVERY
            publish_scheduled()
        if hold(self.press.data) is not None:
            self.was_held = True
            return None
        return self._publish(now) if self._has_reason(now) else None

    def _has_reason(self, now: float) -> bool:
        if self.contained is None or self.was_held or has_news(self.contained):
            return True
        if self.retry_at is not None and now >= self.retry_at:
            return True
        return self.true_until is not None and today() >= self.true_until and self.on != today()

    def _publish(self, now: float) -> Publication | None:
        on = today()
        row = publish(self.press, on=on)
        if row is None:
            return None
        self.was_held = False
        self.contained = Seen(row.up_to_change, tuple(row.unseen))
        self.on = on
        if row.outcome == Publication.Outcome.FAILED:
            self.retry_at, self.pause = now + self.pause, min(self.pause * 2, LONGEST_PAUSE)
        else:
            self.retry_at, self.pause = None, FIRST_PAUSE
            self.true_until = runs_out(self.press)
        return row

    def _beat(self, now: float) -> None:
        if now >= self.beat_at:
            self.beat_at = now + BEAT_EVERY
            path = heartbeat(self.press.data)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()

    def stop(self, *_: object) -> None:
        """End after the look that is under way (a signal handler)."""
        self.is_stopping = True
        poke(self.press.data)


def publish_scheduled() -> None:
    """Publish and withdraw the pages whose hour has come; one that cannot be saved must not stop the others' news."""
    try:
        call_command("publish_scheduled", verbosity=0)
    except (DatabaseError, InterfaceError):
        raise
    except Exception:
        logger.exception("a page could not be published or withdrawn at its hour")


def runs_out(press: Press) -> date | None:
    """Return the first day on which some served page is no longer true, or None."""
    manifest = press.folder.current_manifest()
    ends = [entry.true_until for entry in manifest.addresses.values() if entry.true_until] if manifest else []
    return min(ends, default=None)


def watch(publisher: Publisher) -> None:
    """Publish until stopped. A database that cannot be reached is waited for; what is served stays served."""
    signal.signal(signal.SIGTERM, publisher.stop)
    signal.signal(signal.SIGINT, publisher.stop)
    folder = publisher.press.folder
    if clear_leftovers(folder):
        clear_unnamed(folder)
    with listen(publisher.press.data) as knocks:
        knocks.setblocking(False)
        while not publisher.is_stopping:
            try:
                close_old_connections()
                publisher.look(time.monotonic())
            except (DatabaseError, InterfaceError) as error:
                logger.error("the database does not answer, next try in %.0f s: %s", publisher.pause, error)
                _recover(publisher, knocks)
            except Exception:
                logger.exception("the publisher stumbled, next try in %.0f s", publisher.pause)
                _recover(publisher, knocks)
            if not publisher.is_stopping:
                wait(knocks, LOOK_EVERY)
    heartbeat(publisher.press.data).unlink(missing_ok=True)


def _recover(publisher: Publisher, knocks: socket.socket) -> None:
    connections.close_all()
    wait(knocks, publisher.pause)
    publisher.pause = min(publisher.pause * 2, LONGEST_PAUSE / 10)


def wait(knocks: socket.socket, seconds: float) -> None:
    """Return at the next knock, at the latest after some seconds; several knocks at once are one."""
    select.select([knocks], [], [], seconds)
    try:
        while True:
            knocks.recv(1)
    except BlockingIOError:
        return
