"""`vanort verify`: is the release that is served whole, and do its links lead somewhere?"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from vanort.publishing.manifest import Folder
from vanort.publishing.progress import told
from vanort.publishing.released import faults, findings


class Command(BaseCommand):
    help = "Check every file of the release that is served: its bytes, its links, its titles."
    requires_system_checks: list[str] = []

    def handle(self, **options: Any) -> None:
        folder = Folder(settings.VANORT_DATA)
        manifest = folder.current_manifest()
        if manifest is None:
            raise CommandError(_("Nothing has been published yet."))
        wrong = [f"{fault.address}: {fault.what}" for fault in faults(folder, manifest)]
        if not wrong:
            wrong = [
                told({"address": f.address, "kind": f.kind, "target": f.target})
                for f in findings(folder, manifest, settings.VANORT_BASE_URL)
            ]
        if wrong:
            raise CommandError("\n".join(wrong))
        self.stdout.write(
            _("Release %(number)s is sound: %(count)s addresses.")
            % {"number": manifest.number, "count": len(manifest.addresses)}
        )
