from django.db import models
from django.utils.translation import gettext_lazy as _

from vanort.places.models import Sourced
from vanort.places.partial_dates import PartialDateField
from vanort.places.words import WordsField

from .relation import Relation


class Side(models.TextChoices):
    """Who says so, or whose act it was."""

    OURS = "ours", _("we")
    THEIRS = "theirs", _("the other side")
    BOTH = "both", _("both sides")
    OTHER = "other", _("somebody else")


class StartClaim(Sourced):
    """When a tie began according to one source. Sources may differ, and all are shown; the first is the one used."""

    relation = models.ForeignKey(Relation, models.CASCADE, related_name="starts", verbose_name=_("tie"))
    started = PartialDateField(_("began"))
    side = models.CharField(_("according to"), max_length=8, choices=Side, default=Side.OURS)
    # {"sv": "nytt gemensamt avtal med de nordiska vänorterna"}: what happened then, if more than a beginning.
    what = WordsField(_("what happened"))
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    is_withdrawn = models.BooleanField(_("withdrawn"), default=False, editable=False)

    PUBLIC = frozenset("id relation started side what position source_title source_url".split())
    INTERNAL = frozenset({"is_withdrawn"})

    class Meta:
        verbose_name = _("beginning")
        verbose_name_plural = _("beginnings")
        ordering = ["position", "pk"]
        constraints = [models.CheckConstraint(name="start_claim_has_a_date", condition=models.Q(started__isnull=False))]

    def __str__(self) -> str:
        return f"{self.relation}: {self.started}"
