from django.db import models
from django.utils.translation import gettext_lazy as _

from vanort.places.words import WordsField, said

from ..term import Term
from .organisation import Organisation


class Unit(models.Model):
    """A part of an organisation that answers for something, for as long as it is called so.

    A unit that changes its name is ended and another begins. The idea fails for a reorganisation that only some
    of its people follow: they are moved card by card.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="units", verbose_name=_("organisation"))
    names = WordsField(_("name of the unit"))
    starts_on = models.DateField(_("first day"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    PUBLIC = frozenset("id organisation names starts_on ends_on".split())
    INTERNAL = frozenset({"version"})

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(starts_on__isnull=True)
                | models.Q(ends_on__isnull=True)
                | models.Q(starts_on__lte=models.F("ends_on")),
                name="unit_begins_before_it_ends",
                violation_error_message=_("The last day comes before the first."),
            )
        ]

    def __str__(self) -> str:
        name = said(self.names, "sv")[0]
        return f"{name}, {self.organisation}" if name else str(self.organisation)

    @property
    def term(self) -> Term:
        """When it is called so."""
        return Term(self.starts_on, self.ends_on)
