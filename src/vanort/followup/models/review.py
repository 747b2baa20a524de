from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from vanort.places.words import WordsField


class Reviews(models.QuerySet):
    """Reviews from the database."""

    def kept(self) -> "Reviews":
        """Those that nobody has taken back, the earliest first."""
        return self.filter(is_withdrawn=False).order_by("reviewed_on", "pk")


class Review(models.Model):
    """Somebody has read a page and found it right (granskat den): on which day, by which unit, until when it holds.

    Only added to: a later review stands beside the earlier one, a mistaken one is withdrawn. Saving, drafts and
    publication never make or move one. Where the idea fails: it says that a person looked, not that all is true.
    """

    class Subject(models.TextChoices):
        PAGE = "page", _("page")
        # All that is shown of a place and its ties: the page of a town.
        PLACE = "place", _("place")

    # By kind and number, as the log has it: what is reviewed lives in rooms above.
    subject_type = models.CharField(_("kind of record"), max_length=20, choices=Subject)
    subject_id = models.PositiveBigIntegerField(_("number of the record"))
    # The language in which a record was read; a page has its own. Empty: holds in every language.
    language = models.CharField(_("language"), max_length=10, blank=True)
    reviewed_on = models.DateField(_("reviewed on"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("reviewed by"),
    )
    # Stays when the account is gone.
    by_name = models.CharField(_("name"), max_length=150, blank=True)
    unit = WordsField(_("unit"))
    next_on = models.DateField(_("next review"), null=True, blank=True)
    is_withdrawn = models.BooleanField(_("withdrawn"), default=False, editable=False)

    PUBLIC = frozenset("id subject_type subject_id language reviewed_on unit next_on".split())
    INTERNAL = frozenset({"by", "by_name", "is_withdrawn"})

    objects = Reviews.as_manager()

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ["reviewed_on", "pk"]
        indexes = [models.Index(fields=["subject_type", "subject_id"])]
        constraints = [
            models.CheckConstraint(
                name="review_next_is_later",
                condition=models.Q(next_on__isnull=True) | models.Q(next_on__gt=models.F("reviewed_on")),
                violation_error_message=_("The next review comes after this one."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.reviewed_on)
