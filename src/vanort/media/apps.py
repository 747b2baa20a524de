"""The media room: pictures and documents."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    name = "vanort.media"
    label = "media"
    verbose_name = _("Pictures and documents")
    default_auto_field = "django.db.models.BigAutoField"
