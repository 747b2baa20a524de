"""What the page editor gets from this room: a button per language for words of that language."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineStyleElementHandler
from wagtail.admin.rich_text.editors.draftail import features as draftail

from vanort.pages.spoken import LANGUAGES, label_of, style_of


@hooks.register("register_rich_text_features")
def register_languages(features: Any) -> None:
    """Mark a stretch as being in another language: kept as ``<span lang="de">``."""
    for code in LANGUAGES:
        name, style = f"lang-{code}", style_of(code)
        control = {
            "type": style,
            "label": code,
            "description": _("In the language: %(language)s") % {"language": label_of(code)},
            "style": {"backgroundColor": "rgba(120,160,180,.25)"},
        }
        features.register_editor_plugin("draftail", name, draftail.InlineStyleFeature(control))
        features.register_converter_rule(
            "contentstate",
            name,
            {
                "from_database_format": {f'span[lang="{code}"]': InlineStyleElementHandler(style)},
                "to_database_format": {"style_map": {style: {"element": "span", "props": {"lang": code}}}},
            },
        )
