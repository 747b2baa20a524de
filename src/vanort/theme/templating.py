"""The environment of the public templates: one per language, nothing of Django's request in it."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation.trans_real import translation
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from vanort.theme import formats

TEMPLATES = Path(__file__).with_name("templates")
BY_LANGUAGE: dict[str, Callable[..., Any]] = {
    "day": formats.day,
    "days": formats.days,
    "number": formats.number,
    "kilometres": formats.kilometres,
    "joined": formats.joined,
    "country": formats.country,
    "file_size": formats.file_size,
}


@cache
def environment(language: str) -> Environment:
    """Templates whose own texts, dates and numbers are in ``language`` whatever language an editor reads in."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_translations(translation(language), newstyle=True)  # type: ignore[attr-defined]
    for name, function in BY_LANGUAGE.items():
        made.filters[name] = _bound(function, language)
    made.globals["language"] = language
    return made


def render(template: str, language: str, **handed: object) -> bytes:
    """Bytes of a page, UTF-8; jinja2.UndefinedError when the template asks for what it was not handed."""
    text = environment(language).get_template(template).render(**handed)
    return text.encode()


def _bound(function: Callable[..., Any], language: str) -> Callable[..., Any]:
    return lambda value, *rest: function(value, *rest, language)
