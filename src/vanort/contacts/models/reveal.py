from django.db import models
from django.utils.translation import gettext_lazy as _

from .card import ContactCard


class Reveal(models.Model):
    """That somebody was shown a protected address: kept for a day, so that a token is used once and limits hold.

    Neither who it was nor the token itself. The idea fails against a patient program with many addresses.
    """

    card = models.ForeignKey(ContactCard, models.CASCADE, related_name="+", verbose_name=_("contact card"))
    token = models.CharField(max_length=64, unique=True)
    client = models.CharField(max_length=64)
    at = models.DateTimeField(db_index=True)

    PUBLIC: frozenset[str] = frozenset()
    INTERNAL = frozenset("id card token client at".split())

    class Meta:
        verbose_name = _("e-mail address asked for")
        verbose_name_plural = _("e-mail addresses asked for")

    def __str__(self) -> str:
        return f"{self.card_id} {self.at:%Y-%m-%d %H:%M}"
