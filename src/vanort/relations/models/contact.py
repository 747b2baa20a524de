from django.db import models
from django.utils.translation import gettext_lazy as _

from vanort.contacts.models import ContactCard

from .relation import Relation


class RelationContact(models.Model):
    """A card that answers for one tie, on our side or on theirs: the card itself knows which.

    A tie without any shows those of the list it stands in. The idea fails when one person answers for every tie:
    then it is the list that should name the card.
    """

    UNDO_REMOVES = True

    relation = models.ForeignKey(Relation, models.CASCADE, related_name="contacts", verbose_name=_("tie"))
    card = models.ForeignKey(ContactCard, models.PROTECT, related_name="+", verbose_name=_("contact card"))
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    PUBLIC = frozenset("id relation card position".split())
    INTERNAL: frozenset[str] = frozenset()

    class Meta:
        verbose_name = _("contact of a tie")
        verbose_name_plural = _("contacts of ties")
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["relation", "card"], name="card_once_per_tie")]

    def __str__(self) -> str:
        return f"{self.relation} {self.position + 1}"
