from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ChangesConfig(AppConfig):
    name = "vanort.changes"
    label = "changes"
    verbose_name = _("Changes")

    def ready(self) -> None:
        from .verbs import register

        register({"change.undone": _("undid")})
