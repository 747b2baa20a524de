"""The words of Wagtail's scripts, with those that its own Swedish leaves in English."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_noop as _
from django.views.i18n import JavaScriptCatalog
from wagtail.admin.localization import get_localized_response

LEFT = (
    _("A network error occurred."),
    _("A server error occurred."),
    _("Autosave in progress…"),
    _("Changes have been autosaved."),
    _("Complex"),
    _("Fair"),
    _("Good"),
    _("Pin toolbar"),
    _("Search options…"),
    _("Unpin toolbar"),
)


class _Words(JavaScriptCatalog):
    packages = ["wagtail.admin"]

    def get_catalog(self) -> dict[str, Any]:
        words = super().get_catalog()
        if get_language() == "en":
            return words
        # The number is put in by the script.
        minutes = [ngettext("%(num)s min", "%(num)s mins", count) for count in (1, 2)]
        return {text: gettext(text) for text in LEFT} | {"%(num)s min": minutes} | words


_words = _Words.as_view()


def script_words(request: HttpRequest) -> HttpResponse:
    """The catalogue as a script, in the language of the one who is signed in."""
    return get_localized_response(_words, request)
