from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ContactsConfig(AppConfig):
    name = "vanort.contacts"
    label = "contacts"
    verbose_name = _("Contacts")

    def ready(self) -> None:
        from vanort.changes.verbs import register

        from .actions import VERBS

        register(VERBS)
