"""The log of every change, which is also the outbox of the publisher."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _


class Change(models.Model):
    """One action by one person: what it touched, as it was before and as it became.

    Written in the transaction of the action itself, so a change without its line in the log cannot exist.
    The publisher takes every line as a reason to publish. Where the idea fails: what is written to the
    database behind the back of the actions leaves no line here; a test forbids it in our own code.
    """

    at = models.DateTimeField(_("when"), db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("who")
    )
    # Stays when the account is gone.
    by_name = models.CharField(_("name"), max_length=150, blank=True)
    subject_type = models.CharField(_("kind of record"), max_length=60)
    subject_id = models.CharField(max_length=60, blank=True)
    subject_label = models.CharField(_("what"), max_length=255)
    verb = models.CharField(_("what happened"), max_length=60)
    # [{"model": "places.place", "pk": 3, "before": {...}|null, "after": {...}|null}], only fields that differ.
    rows = models.JSONField(_("before and after"), default=list, encoder=DjangoJSONEncoder)
    reverts = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="reverted_by", verbose_name=_("reverses")
    )

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["subject_type", "subject_id"])]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.by_name}: {self.verb} {self.subject_label}"
