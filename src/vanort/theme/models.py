"""Look: what makes the site this municipality's own."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from vanort.theme.colours import HEX
from vanort.theme.logo import check_logo
from vanort.theme.palette import Palette, Shortfall, shortfalls


def _colour(label: Any, default: str, help_text: Any) -> models.CharField:
    is_hex = RegexValidator(HEX, _("Write a colour as # and six digits or letters a–f, as in #0b4f6c."))
    return models.CharField(label, max_length=7, default=default, validators=[is_hex], help_text=help_text)


@register_setting(icon="view")
class Look(BaseGenericSetting):
    """Five colours and a logo, one row.

    The colours are chosen for light pages; those of dark pages are derived from them. The idea fails for a
    municipality whose graphic manual prescribes dark colours of its own: that takes a style sheet of its own.
    """

    PUBLIC = frozenset({"id", "brand", "brand_ink", "accent", "sand", "link", "logo", "logo_alt"})
    INTERNAL: frozenset[str] = frozenset()

    brand = _colour(_("brand colour"), "#0b4f6c", _("Header, footer and lines."))
    brand_ink = _colour(_("text on the brand colour"), "#ffffff", _("Usually white."))
    accent = _colour(_("accent"), "#f2b705", _("Marks where one is, never text."))
    sand = _colour(_("quiet ground"), "#f5f3ee", _("Behind fact boxes and notices."))
    link = _colour(_("links"), "#0b4f6c", _("Link text on white and on the quiet ground."))
    logo = models.FileField(
        _("logo"),
        upload_to="look/",
        blank=True,
        validators=[FileExtensionValidator(["svg", "png"]), check_logo],
        help_text=_("SVG or PNG, at most 60 kB, legible on the brand colour."),
    )
    logo_alt = models.CharField(
        _("what the logo says"),
        max_length=80,
        blank=True,
        help_text=_("Leave empty when the name stands beside the logo and it says nothing more."),
    )

    panels = [
        MultiFieldPanel([FieldPanel(name) for name in ("brand", "brand_ink", "accent", "sand", "link")], _("Colours")),
        MultiFieldPanel([FieldPanel("logo"), FieldPanel("logo_alt")], _("Logo")),
    ]

    class Meta:
        verbose_name = _("Look")

    def __str__(self) -> str:
        return str(_("Look"))

    @property
    def palette(self) -> Palette:
        """The five values; ValueError when one is no colour."""
        return Palette.parse(self.brand, self.brand_ink, self.accent, self.sand, self.link)

    def clean(self) -> None:
        """Refuse colours that cannot be told apart, each on its own field and with both numbers."""
        super().clean()
        try:
            misses = shortfalls(self.palette)
        except ValueError:
            return  # the field's own check has said so
        if misses:
            raise ValidationError({miss.name: _told(miss) for miss in misses})


def _told(miss: Shortfall) -> str:
    beside = {
        "brand": _("the brand colour"),
        "paper": _("white"),
        "sand": _("the quiet ground"),
        "ink": _("black text"),
    }
    text = _("The contrast with %(beside)s is %(ratio).1f to 1; at least %(needed).1f is needed.")
    return text % {"beside": beside[miss.beside], "ratio": miss.ratio, "needed": miss.needed}
