"""`vanort load_demo`: fill an empty data folder with the demonstration municipality."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from vanort.demo_town.load import NotADemo, load


class Command(BaseCommand):
    help = "Fill an empty data folder with the demonstration municipality and its made-up users."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            is_new = load(settings.VANORT_DATA)
        except NotADemo as refusal:
            raise CommandError(str(refusal)) from None
        if options["verbosity"]:
            self.stdout.write(
                _("The demonstration is loaded.") if is_new else _("The demonstration was there already.")
            )
