from django.db import models
from django.utils.translation import gettext_lazy as _

from vanort.places.words import WordsField, said


class RelationKind(models.Model):
    """The municipality's own word for a kind of tie (vänort, partnerstad …), mapped to a neutral core.

    The core kinds follow the four classes of the German register of partnerships, with two more that the
    evidence asks for. Where the idea fails: the same word means different things in different towns, so
    comparisons go by the core and pages show the word.
    """

    class Core(models.TextChoices):
        FORMAL = "formal_open_ended", _("formal, without end date")
        LIMITED = "agreement_limited", _("agreement limited in time or subject")
        CONTACT = "contact", _("contact without agreement")
        PROJECT = "project_partnership", _("project partnership")
        NETWORK = "network_member", _("fellow member of a network")
        ASSOCIATION = "association_carried", _("carried by an association")

    slug = models.SlugField(_("short name"), max_length=40, unique=True)
    core = models.CharField(_("core"), max_length=20, choices=Core, default=Core.FORMAL)
    singular = WordsField(_("one"))
    plural = WordsField(_("several"))
    # The kinds that the heading "Våra vänorter" counts; the others are listed as other cooperation.
    is_twin_town = models.BooleanField(_("counted as twin town"), default=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    PUBLIC = frozenset("id slug core singular plural is_twin_town position".split())
    INTERNAL: frozenset[str] = frozenset()

    class Meta:
        verbose_name = _("kind of cooperation")
        verbose_name_plural = _("kinds of cooperation")
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return said(self.singular, "sv")[0] or self.slug
