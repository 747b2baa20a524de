"""Words about a place."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from vanort.pages.blocks import BodyBlock
from vanort.places.models import Place


class PlaceWords(models.Model):
    """What an editor has to say about a place, in one language; shown on its page in that language only.

    Figures and dates do not belong here, they are records and computed. The idea fails when somebody types one
    anyway: nothing mends it when the record changes.
    """

    PUBLIC = frozenset({"id", "place", "language", "lead", "body"})
    INTERNAL = frozenset({"version"})

    # Words first written by mistake are taken away by *Ångra*; the log keeps them.
    UNDO_REMOVES = True

    place = models.ForeignKey(Place, models.CASCADE, related_name="+", verbose_name=_("place"))
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES, default="sv")
    lead = models.TextField(_("lead"), blank=True, max_length=500)
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("content"))
    version = models.PositiveIntegerField(default=1, editable=False)

    panels = [FieldPanel("place"), FieldPanel("language"), FieldPanel("lead"), FieldPanel("body")]

    class Meta:
        verbose_name = _("words about a place")
        verbose_name_plural = _("words about places")
        constraints = [
            models.UniqueConstraint(
                fields=["place", "language"],
                name="words_once_per_place_and_language",
                violation_error_message=_("There are already words about this place in this language."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.place} ({self.language})"
