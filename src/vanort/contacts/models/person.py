from django.db import models
from django.utils.translation import gettext_lazy as _


class Person(models.Model):
    """Somebody's name, and nothing else about them: how they are reached belongs to a role, and ends with it."""

    # What people are called is for the cards to show, and never for the log to keep.
    LOG_HOLDS_VALUES = False

    name = models.CharField(_("name"), max_length=120)
    version = models.PositiveIntegerField(default=1, editable=False)

    PUBLIC = frozenset("id name".split())
    INTERNAL = frozenset({"version"})

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("persons")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
