"""Wagtail's chooser widget without the script inside the page that the content policy forbids.

Its templates for dates are overridden as templates are; this one is put together in Python, so its method is replaced.
`desk.js` starts both.
"""

import json
from typing import Any

from django.utils.html import format_html
from wagtail.admin.widgets.chooser import BaseChooser


def _render(self: BaseChooser, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> str:
    value_data = self.get_value_data(value)
    html = self.render_html(name, value_data, attrs)
    options = self.get_js_init_options(attrs["id"], name, value_data)  # type: ignore[index]
    mark = '{}<span hidden data-desk-chooser="{}" data-desk-for="{}" data-desk-config="{}"></span>'
    return format_html(mark, html, self.js_constructor, attrs["id"], json.dumps(options))  # type: ignore[index]


def without_inline_scripts() -> None:
    """Replace the method; called once, when all rooms are ready."""
    BaseChooser.render = _render
