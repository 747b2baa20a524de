"""The pages room: what the public reads, and where."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "vanort.pages"
    label = "pages"
    verbose_name = _("Pages")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from vanort.changes.verbs import register

        register(
            {
                "words.written": _("wrote about the place"),
                "translation.marked": _("said that the translation still holds"),
                "page.contacts_named": _("named the contacts of the page"),
            }
        )
