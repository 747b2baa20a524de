from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FollowupConfig(AppConfig):
    name = "vanort.followup"
    label = "followup"
    verbose_name = _("Follow-up")

    def ready(self) -> None:
        from vanort.changes.verbs import register

        from .actions import VERBS

        register(VERBS)
