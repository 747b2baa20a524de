"""The few blocks that a page is written with."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from vanort.pages.spoken import FEATURES
from vanort.places.partial_dates import PartialDate

TEXT_FEATURES = ["bold", "italic", "ul", "ol", "link", "document-link", *FEATURES]

# What a page may show of what the register counts; `figures.py` computes each.
FIGURES = [
    ("twin_towns", _("twin towns, and in how many countries")),
    ("ties", _("all ties that are not over")),
    ("active", _("how many of them are active")),
    ("known_start", _("how many of them have a known beginning")),
    ("documented", _("how many of them a source confirms")),
    ("oldest", _("the oldest of them")),
    ("former", _("former ties")),
]


class PictureBlock(blocks.StructBlock):
    """A picture with its caption; the alternative text is the picture's own."""

    picture = ImageChooserBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=250)

    class Meta:
        icon = "image"
        label = _("Picture")


class QuoteBlock(blocks.StructBlock):
    """Somebody's words."""

    text = blocks.TextBlock(label=_("Words"))
    who = blocks.CharBlock(label=_("Who said it, and when"), required=False, max_length=160)
    language = blocks.CharBlock(
        label=_("Language"), required=False, max_length=8, help_text=_("If another than the page’s: de, pl, is …")
    )

    class Meta:
        icon = "openquote"
        label = _("Quote")


class NoticeBlock(blocks.StructBlock):
    """Something that readers must not miss."""

    title = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    text = blocks.RichTextBlock(label=_("Text"), features=TEXT_FEATURES)

    class Meta:
        icon = "warning"
        label = _("Notice")


class PartialDateBlock(blocks.CharBlock):
    """A date as far as it is known; kept in its canonical form."""

    def clean(self, value: str) -> str:
        """The canonical text; ValidationError in words when it is no date."""
        value = super().clean(value)
        try:
            return PartialDate.parse(value).text if value else ""
        except ValueError as fault:
            raise ValidationError(str(fault)) from fault


class StatedBlock(blocks.StructBlock):
    """Text that somebody stated once and that the records cannot say yet: "mostly", "often", "most of"."""

    text = blocks.RichTextBlock(label=_("Text"), features=TEXT_FEATURES)
    by = blocks.CharBlock(label=_("Stated by"), max_length=120)
    as_of = PartialDateBlock(label=_("When"), required=False, max_length=40)
    source_title = blocks.CharBlock(label=_("Source"), required=False, max_length=200)
    source_url = blocks.URLBlock(label=_("Address of the source"), required=False)

    class Meta:
        icon = "history"
        label = _("Stated by somebody")


class OutsideLinkBlock(blocks.StructBlock):
    """A link to another site."""

    text = blocks.CharBlock(label=_("Text"), max_length=80)
    url = blocks.URLBlock(label=_("Address"))

    class Meta:
        icon = "link-external"
        label = _("Link")


class WhatAndWhyBlock(blocks.StructBlock):
    """Something that cannot be used by everybody, and the reason."""

    what = blocks.TextBlock(label=_("What"), rows=2)
    why = blocks.TextBlock(label=_("Why"), rows=3)

    class Meta:
        icon = "list-ul"
        label = _("What and why")


class BodyBlock(blocks.StreamBlock):
    """What stands on a page."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, icon="title")
    text = blocks.RichTextBlock(label=_("Text"), features=TEXT_FEATURES, icon="pilcrow")
    picture = PictureBlock()
    quote = QuoteBlock()
    notice = NoticeBlock()
    documents = blocks.ListBlock(DocumentChooserBlock(), label=_("Documents"), icon="doc-full")
    figures = blocks.MultipleChoiceBlock(
        choices=FIGURES,
        label=_("Facts from records"),
        icon="table",
        help_text=_("Computed from the register each time the page is published."),
    )
    stated = StatedBlock()

    class Meta:
        required = False
