from django.db import models
from django.utils.translation import gettext_lazy as _

from vanort.places.models import Sourced
from vanort.places.partial_dates import PartialDateField
from vanort.places.words import WordsField

from .relation import Relation
from .start_claim import Side


class Status(models.TextChoices):
    """The five states in view, and the small one before them."""

    ACTIVE = "active", _("Active")
    DORMANT = "dormant", _("Dormant")
    PAUSED = "paused", _("Paused")
    ENDED = "ended", _("Ended")
    UNCLEAR = "unclear", _("Unclear")
    PREPARATION = "preparation", _("In preparation")


class StatusEvent(Sourced):
    """A change of status (lägesändring): what became of the tie, from when, by whose act, and how that is known.

    Each side has its own sequence. Without a date it holds from before all dated ones of its side. Kept for
    ever; a mistake is withdrawn. Where the idea fails: falling asleep has no day, so it is observed, not decided.
    """

    class Basis(models.TextChoices):
        DECIDED = "decided", _("decided")
        OBSERVED = "observed", _("observed")

    relation = models.ForeignKey(Relation, models.CASCADE, related_name="events", verbose_name=_("tie"))
    status = models.CharField(_("status"), max_length=12, choices=Status)
    effective = PartialDateField(_("from"))
    # "efter 2007": the source only says that it was later than the date.
    is_after = models.BooleanField(_("some time after that date"), default=False)
    side = models.CharField(_("whose act"), max_length=8, choices=Side, default=Side.OURS)
    basis = models.CharField(_("how it is known"), max_length=10, choices=Basis, default=Basis.DECIDED)
    # The body as it is called: Kommunfullmäktige, Byråd.
    decided_by = models.CharField(_("decided by"), max_length=120, blank=True)
    reason = WordsField(_("reason"))
    is_withdrawn = models.BooleanField(_("withdrawn"), default=False, editable=False)

    PUBLIC = frozenset(
        "id relation status effective is_after side basis decided_by reason source_title source_url".split()
    )
    INTERNAL = frozenset({"is_withdrawn"})

    class Meta:
        verbose_name = _("change of status")
        verbose_name_plural = _("changes of status")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.relation}: {self.get_status_display()}"
