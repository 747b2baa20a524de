"""`vanort rollback`: serve an earlier release and hold publication."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from vanort.publishing.hold import CannotRollBack, roll_back


class Command(BaseCommand):
    help = "Serve an earlier release again, and hold publication until `vanort publish --now`."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--to", type=int, metavar="NUMBER", help="the release; by default the one before")

    def handle(self, *, to: int | None, **options: Any) -> None:
        try:
            number = roll_back(settings.VANORT_DATA, by=None, to=to)
        except CannotRollBack as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            _("Release %(number)s is served. Publication is held until `vanort publish --now`.") % {"number": number}
        )
