"""Short words of a record's own, per language: a purpose, a reason, the name of a kind. Never a figure."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


def _check(value: object) -> None:
    known = {code for code, _name in settings.LANGUAGES}
    if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
        raise ValidationError(_("Words are given per language."))
    if unknown := set(value) - known:
        raise ValidationError(_("Unknown language: %(codes)s") % {"codes": ", ".join(sorted(unknown))})


class WordsField(models.JSONField):
    """`{language: text}`; a language without words is left out."""

    description = _("words per language")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs |= {"default": dict, "blank": True}
        super().__init__(*args, **kwargs)
        self.validators = [*self.validators, _check]

    def deconstruct(self) -> tuple:
        name, path, args, kwargs = super().deconstruct()
        for fixed in ("default", "blank"):
            kwargs.pop(fixed, None)
        return name, path, args, kwargs


def said(words: Mapping[str, str], language: str) -> tuple[str, str]:
    """Return the words in `language`, else in any language there is, and the language they are in; or two blanks."""
    if words.get(language):
        return words[language], language
    return next(((text, code) for code, text in words.items() if text), ("", ""))
