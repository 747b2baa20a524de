from django.db import models
from django.utils.translation import gettext_lazy as _


class Sourced(models.Model):
    """Where a statement comes from. Abstract; a statement without a source says so rather than inventing one."""

    source_title = models.CharField(_("source"), max_length=255, blank=True)
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)

    class Meta:
        abstract = True
