from django.db import models
from django.utils.translation import gettext_lazy as _

from vanort.places.words import WordsField, said


class Organisation(models.Model):
    """A body that people work for: our municipality, a partner's, an association.

    Its country says how its phone numbers are written. The idea fails for bodies without a country of their own.
    """

    # {"sv": "Kalmar kommun", "en": "Municipality of Kalmar"}
    names = WordsField(_("name of the organisation"))
    country = models.CharField(_("country"), max_length=2, default="SE")
    version = models.PositiveIntegerField(default=1, editable=False)

    PUBLIC = frozenset("id names country".split())
    INTERNAL = frozenset({"version"})

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["pk"]

    def __str__(self) -> str:
        return said(self.names, "sv")[0]
