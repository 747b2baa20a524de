"""When somebody has said that a translation still holds."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision


class TranslationMark(models.Model):
    """Somebody has said that a page still says what its source says, in the version that was public then.

    Made when a change of the source was too small to touch the translation. Publishing the translation, and
    reviewing it, say the same without a mark. Only added to; a mistaken one is withdrawn. Where the idea fails: it
    is the editor's word, nobody compares the texts.
    """

    page = models.ForeignKey(Page, models.CASCADE, related_name="+", verbose_name=_("page"))
    source_revision = models.ForeignKey(
        Revision, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("version of the source")
    )
    marked_at = models.DateTimeField(_("when"))
    is_withdrawn = models.BooleanField(_("withdrawn"), default=False, editable=False)

    PUBLIC: frozenset[str] = frozenset()
    INTERNAL = frozenset("id page source_revision marked_at is_withdrawn".split())

    class Meta:
        verbose_name = _("word that a translation holds")
        verbose_name_plural = _("words that translations hold")
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.page)
