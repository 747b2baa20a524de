"""Pictures, and the sizes of them that the public gets."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition

from vanort.media.fingerprint import fingerprint
from vanort.media.renditions import make_renditions
from vanort.media.users import uploaded_by


class Picture(AbstractImage):
    """A photograph or drawing, with what it shows in words, who made it and whether those in it agreed.

    The words are kept once, in the language they are written in; the idea fails when a picture carries text
    that must be read in two languages: then each language has its own picture.
    """

    class Consent(models.TextChoices):
        UNKNOWN = "unknown", _("not recorded")
        NOBODY = "nobody", _("nobody can be recognised")
        GIVEN = "given", _("those shown have agreed")
        WITHDRAWN = "withdrawn", _("somebody has said no")

    PUBLIC = frozenset(
        {
            "id",
            "title",
            "file",
            "width",
            "height",
            "alt_text",
            "alt_text_en",
            "is_decorative",
            "photographer",
            "consent",
        }
    )
    INTERNAL = frozenset(
        {
            "description",
            "created_at",
            "uploaded_by_user",
            "collection",
            "consent_note",
            "file_size",
            "file_hash",
            "focal_point_x",
            "focal_point_y",
            "focal_point_width",
            "focal_point_height",
        }
    )

    uploaded_by_user = uploaded_by()
    alt_text = models.CharField(
        _("what the picture shows, in Swedish"),
        max_length=250,
        blank=True,
        help_text=_("Read aloud to those who do not see the picture."),
    )
    alt_text_en = models.CharField(_("what the picture shows, in English"), max_length=250, blank=True)
    is_decorative = models.BooleanField(
        _("only decoration"), default=False, help_text=_("Says nothing that the text does not say.")
    )
    photographer = models.CharField(_("photographer"), max_length=120, blank=True)
    consent = models.CharField(_("consent"), max_length=12, choices=Consent.choices, default=Consent.UNKNOWN)
    consent_note = models.CharField(
        _("about the consent"), max_length=250, blank=True, help_text=_("Internal: who asked whom, and when.")
    )

    admin_form_fields = (
        "title",
        "file",
        "alt_text",
        "alt_text_en",
        "is_decorative",
        "photographer",
        "consent",
        "consent_note",
        "collection",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def clean(self) -> None:
        """A picture is described or decoration, not neither."""
        super().clean()
        if not self.alt_text and not self.is_decorative:
            raise ValidationError({"alt_text": _("Say what the picture shows, or tick that it is only decoration.")})

    def save(self, *args: object, **kwargs: object) -> None:
        """Save, and make the public sizes that are missing."""
        super().save(*args, **kwargs)
        if not kwargs.get("update_fields"):
            make_renditions(self)

    @property
    def default_alt_text(self) -> str:
        """What Wagtail proposes where the picture is used."""
        return "" if self.is_decorative else self.alt_text


class PictureRendition(AbstractRendition):
    """One size of a picture, and the fingerprint that its public address carries."""

    PUBLIC = frozenset({"id", "image", "file", "width", "height", "fingerprint"})
    INTERNAL = frozenset({"filter_spec", "focal_point_key"})

    image = models.ForeignKey(Picture, models.CASCADE, related_name="renditions")
    fingerprint = models.CharField(max_length=16, editable=False, blank=True)

    class Meta(AbstractRendition.Meta):
        unique_together = (("image", "filter_spec", "focal_point_key"),)

    def save(self, *args: object, **kwargs: object) -> None:
        """Save with the fingerprint of the file."""
        if not self.fingerprint and self.file:
            self.fingerprint = fingerprint(self.file)
        super().save(*args, **kwargs)
