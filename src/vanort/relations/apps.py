from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RelationsConfig(AppConfig):
    name = "vanort.relations"
    label = "relations"
    verbose_name = _("Ties")

    def ready(self) -> None:
        from vanort.changes.verbs import register

        from .actions import VERBS

        register(VERBS)
