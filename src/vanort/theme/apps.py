"""The theme room: how the public pages look."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ThemeConfig(AppConfig):
    name = "vanort.theme"
    label = "theme"
    verbose_name = _("Look")
    default_auto_field = "django.db.models.BigAutoField"
