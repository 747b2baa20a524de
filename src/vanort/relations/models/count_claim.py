from django.db import models
from django.utils.translation import gettext_lazy as _

from vanort.places.models import Sourced
from vanort.places.partial_dates import PartialDateField


class CountClaim(Sourced):
    """How many twin towns somebody has stated, to be shown beside what the records count.

    A page says nine and names ten: the difference is a finding, not something to smooth over.
    """

    twin_towns = models.PositiveSmallIntegerField(_("twin towns"))
    countries = models.PositiveSmallIntegerField(_("countries"), null=True, blank=True)
    as_of = PartialDateField(_("as of"))
    is_withdrawn = models.BooleanField(_("withdrawn"), default=False, editable=False)

    PUBLIC = frozenset("id twin_towns countries as_of source_title source_url".split())
    INTERNAL = frozenset({"is_withdrawn"})

    class Meta:
        verbose_name = _("stated number")
        verbose_name_plural = _("stated numbers")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.twin_towns}: {self.source_title}"
