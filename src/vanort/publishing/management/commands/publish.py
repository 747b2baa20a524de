"""`vanort publish`: publish now and end a hold, or (`--watch`) be the publisher's process."""

from __future__ import annotations

import logging
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from vanort.publishing import progress
from vanort.publishing.hold import hold, publish_again
from vanort.publishing.inventory import press
from vanort.publishing.locks import Taken, locked
from vanort.publishing.models import Publication
from vanort.publishing.publication import publish
from vanort.publishing.publisher import Publisher, today, watch


class Command(BaseCommand):
    help = "Publish what the records say now."
    # The publisher must come up while the database is down; Django's own check of migrations would end it.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--watch", action="store_true", help="stay, and publish whatever changes")
        parser.add_argument("--now", action="store_true", help="end the hold that a rollback left")

    def handle(self, *, watch: bool, now: bool, verbosity: int, **options: Any) -> None:
        if watch:
            _watch(verbosity)
            return
        if now:
            publish_again(settings.VANORT_DATA, by=None)
        elif hold(settings.VANORT_DATA) is not None:
            raise CommandError(_("Publication is held after a rollback. `vanort publish --now` ends the hold."))
        row = publish(press(settings.VANORT_DATA), on=today())
        if row is None:
            raise CommandError(_("Publication is held after a rollback."))
        if row.outcome == Publication.Outcome.FAILED:
            raise CommandError("\n".join(_told(row)))
        self.stdout.write(
            _("Release %(number)s is served; %(count)s addresses changed.")
            % {"number": row.number, "count": row.changed_addresses}
        )


def _told(row: Publication) -> list[str]:
    head = _("Publication failed; the former release stays.")
    return (
        [head, *(progress.told(finding) for finding in row.findings)]
        if row.findings
        else [
            head,
            f"{row.error_address} {row.error}".strip(),
        ]
    )


def _watch(verbosity: int) -> None:
    if verbosity > 1:
        logging.getLogger("vanort.publishing").setLevel(logging.INFO)
    try:
        with locked(settings.VANORT_DATA, "publisher", is_patient=False):
            watch(Publisher(press(settings.VANORT_DATA)))
    except Taken as error:
        raise CommandError(_("Another publisher runs on this data folder.")) from error
