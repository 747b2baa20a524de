"""The person who uploaded a file."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


def uploaded_by() -> models.ForeignKey:
    """Wagtail's field of the same name, without the reverse name that it would leave on the user."""
    field = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("uploaded by"),
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    field.wagtail_reference_index_ignore = True  # type: ignore[attr-defined]
    return field
