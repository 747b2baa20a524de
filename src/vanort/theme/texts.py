"""Texts of the public site in a language that is not the reader's setting but the page's."""

from dataclasses import dataclass
from functools import cache
from gettext import NullTranslations

from django.utils.translation.trans_real import translation


@dataclass(frozen=True)
class Texts:
    """Django's catalogue of one language; English, the language of the source, comes back as written."""

    language: str

    def _(self, text: str) -> str:
        """The text in the language."""
        return str(_catalogue(self.language).gettext(text))

    def ngettext(self, one: str, many: str, count: int) -> str:
        """The form of the text that the number takes in the language."""
        return str(_catalogue(self.language).ngettext(one, many, count))


@cache
def _catalogue(language: str) -> NullTranslations:
    return translation(language)
