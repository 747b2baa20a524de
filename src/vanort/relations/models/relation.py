import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _

from vanort.places.models import Place

from .kind import RelationKind


class RelationQuerySet(models.QuerySet["Relation"]):
    """Questions about ties."""

    def kept(self) -> "RelationQuerySet":
        """Those not taken back as a mistake."""
        return self.filter(is_withdrawn=False)

    def visible(self, on: dt.date) -> "RelationQuerySet":
        """Those the public may see on that day: shown by an editor, and not taken back. Ended ones are among them."""
        return self.kept().filter(is_public=True)


class Relation(models.Model):
    """A tie (samarbete) between the own municipality and a place: neither the paper that carries it nor what is done.

    It has a kind, beginnings as different sources state them, and a history of status on both sides. Never
    deleted: an ended tie stays. Where the idea fails: a chain of several towns is more than its pairs.
    """

    class StartSearch(models.TextChoices):
        NOT_RECORDED = "", _("not recorded")
        NOT_FOUND = "not_found", _("searched for, not found")

    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("place"))
    kind = models.ForeignKey(RelationKind, models.PROTECT, related_name="+", verbose_name=_("kind of cooperation"))
    is_public = models.BooleanField(_("shown to the public"), default=False)
    # False: no source that has been read confirms the tie; the public page says so.
    is_documented = models.BooleanField(_("confirmed by a source"), default=True)
    start_search = models.CharField(
        _("if no beginning is recorded"),
        max_length=12,
        choices=StartSearch,
        blank=True,
        default=StartSearch.NOT_RECORDED,
    )
    internal_note = models.TextField(_("internal note"), blank=True)
    is_withdrawn = models.BooleanField(_("withdrawn"), default=False, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    PUBLIC = frozenset("id place kind is_documented start_search".split())
    INTERNAL = frozenset("is_public internal_note is_withdrawn version".split())

    objects = RelationQuerySet.as_manager()

    class Meta:
        verbose_name = _("tie")
        verbose_name_plural = _("ties")
        constraints = [
            models.UniqueConstraint(
                fields=["place", "kind"],
                condition=models.Q(is_withdrawn=False),
                name="relation_once_per_place_and_kind",
                violation_error_message=_("There is already a tie of this kind with the place."),
            )
        ]

    def __str__(self) -> str:
        return str(self.place)
