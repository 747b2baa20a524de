"""The publisher's own table: what became of each attempt to publish."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Publication(models.Model):
    """One attempt to bring the public site to what the records say.

    The publisher's own diary, so no Change is written for it. It tells which changes an attempt contained, by the
    highest number it saw and the numbers below it that it did not see: on PostgreSQL a change may be committed
    after one with a higher number. Where the idea fails: a change that waits behind more than `outbox.WINDOW`
    later ones is taken for published although the next publication brings it.
    """

    class Outcome(models.TextChoices):
        RELEASED = "released", _("released")
        UNCHANGED = "unchanged", _("nothing to change")
        FAILED = "failed", _("failed")
        HELD = "held", _("held")

    # Number of the release that was served when the attempt was over; none when there has never been one.
    number = models.PositiveIntegerField(_("release"), null=True)
    on = models.DateField(_("as it stood on"))
    up_to_change = models.BigIntegerField(default=0)
    unseen = models.JSONField(default=list)
    started_at = models.DateTimeField(_("started"))
    released_at = models.DateTimeField(_("released"), null=True)
    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome.choices)
    error = models.TextField(_("error"), blank=True)
    error_address = models.CharField(_("address"), max_length=1000, blank=True)
    # [{"address", "kind", "target"}] of a release that did not pass the check.
    findings = models.JSONField(default=list)
    changed_addresses = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["outcome", "up_to_change"])]

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d %H:%M:%S} {self.outcome}"

    def contains(self, change_id: int) -> bool:
        """Say whether the snapshot of this attempt contained a change."""
        return change_id <= self.up_to_change and change_id not in self.unseen
