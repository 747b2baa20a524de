from django.db import models
from django.utils.translation import gettext_lazy as _

from ..partial_dates import PartialDateField
from .place import Place
from .sourced import Sourced


class PlaceFact(Sourced):
    """A statement about a place: a value, what it covers, as of when, and who says so.

    Never overwritten: a newer statement stands beside the older one. Where the idea fails: a source without a
    date gives a fact without one, and it is shown as undated.
    """

    class Kind(models.TextChoices):
        POPULATION = "population", _("population")
        AREA = "area", _("area")
        WEBSITE = "website", _("website")

    class Covers(models.TextChoices):
        UNKNOWN = "", _("not said")
        MUNICIPALITY = "municipality", _("the municipality")
        TOWN = "town", _("the town")
        METROPOLITAN = "metropolitan", _("the metropolitan area")

    place = models.ForeignKey(Place, models.CASCADE, related_name="facts", verbose_name=_("place"))
    kind = models.CharField(_("about"), max_length=20, choices=Kind, default=Kind.POPULATION)
    # Persons for a population, square kilometres for an area.
    number = models.DecimalField(_("number"), max_digits=14, decimal_places=2, null=True, blank=True)
    text = models.CharField(_("address"), max_length=500, blank=True)
    is_approximate = models.BooleanField(_("approximate"), default=False)
    covers = models.CharField(_("covers"), max_length=20, choices=Covers, blank=True, default=Covers.UNKNOWN)
    as_of = PartialDateField(_("as of"))
    is_withdrawn = models.BooleanField(_("withdrawn"), default=False, editable=False)

    PUBLIC = frozenset("id place kind number text is_approximate covers as_of source_title source_url".split())
    INTERNAL = frozenset({"is_withdrawn"})

    class Meta:
        verbose_name = _("fact")
        verbose_name_plural = _("facts")
        ordering = ["kind", "-as_of", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="place_fact_number_not_negative",
                condition=models.Q(number__isnull=True) | models.Q(number__gte=0),
                violation_error_message=_("The number cannot be below zero."),
            ),
            models.CheckConstraint(
                name="place_fact_has_a_value",
                condition=models.Q(number__isnull=False) | ~models.Q(text=""),
                violation_error_message=_("Give a number, or an address for a website."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.text or self.number}"
