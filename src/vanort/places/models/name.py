from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..sorting import sort_key
from .place import Place


class PlaceName(models.Model):
    """One name of a place: its own, what another language calls it, another spelling, or what it was called before.

    A place has one official name (language left empty) and at most one name used in each language of the site.
    """

    class Role(models.TextChoices):
        OFFICIAL = "official", _("its own name")
        EXONYM = "exonym", _("name in this language")
        ALIAS = "alias", _("other spelling")
        FORMER = "former", _("former name")

    place = models.ForeignKey(Place, models.CASCADE, related_name="names", verbose_name=_("place"))
    name = models.CharField(_("name"), max_length=120)
    language = models.CharField(_("language"), max_length=12, blank=True)
    role = models.CharField(_("sort of name"), max_length=10, choices=Role, default=Role.OFFICIAL)
    sort_key = models.CharField(max_length=260, editable=False, db_index=True)

    PUBLIC = frozenset({"id", "place", "name", "language", "role"})
    INTERNAL = frozenset({"sort_key"})
    # A spelling is a part of its place: taking it back takes it away, and the log keeps it.
    UNDO_REMOVES = True

    class Meta:
        verbose_name = _("name")
        verbose_name_plural = _("names")
        ordering = ["sort_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["place", "language"],
                condition=models.Q(role__in=["official", "exonym"]),
                name="place_one_name_per_language",
                violation_error_message=_("The place already has a name in this language."),
            ),
            models.UniqueConstraint(fields=["place", "name", "language", "role"], name="place_name_once"),
            models.CheckConstraint(
                name="place_official_name_has_no_language",
                condition=~models.Q(role="official") | models.Q(language=""),
                violation_error_message=_("Leave the language empty for the place’s own name."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sort_key = sort_key(self.name, self.language or "sv")
        super().save(*args, **kwargs)
