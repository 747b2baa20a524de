from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    name = "vanort.publishing"
    label = "publishing"
    verbose_name = _("Publishing")

    def ready(self) -> None:
        from vanort.changes.verbs import register

        from . import triggers, undoing

        register(triggers.VERBS)
        triggers.connect()
        undoing.register()
