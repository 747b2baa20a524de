"""Dates, numbers, lists and names of countries as each language writes them. Pure; CLDR's data through Babel."""

from collections.abc import Sequence
from datetime import date
from functools import cache

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal
from markupsafe import Markup, escape

NBSP = "\N{NO-BREAK SPACE}"


def day(value: date, language: str) -> str:
    """``24 april 2015``, ``24 April 2015``."""
    return format_date(value, "d MMMM y", locale=_tag(language))


def days(first: date, last: date, language: str) -> str:
    """A range without repeating what both ends share: ``22–25 oktober 2025``."""
    if first == last:
        return day(first, language)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last, language)}"
    start = format_date(first, "d MMMM" if first.year == last.year else "d MMMM y", locale=_tag(language))
    return f"{start} – {day(last, language)}"


def number(value: int, language: str) -> str:
    """Whole number with the language's grouping; Swedish groups with a no-break space, from 1 000."""
    return format_decimal(value, locale=_tag(language)).replace("\N{NARROW NO-BREAK SPACE}", NBSP)


def kilometres(value: float, language: str) -> str:
    """``437 km``; the unit never parts from its number."""
    return f"{number(round(value), language)}{NBSP}km"


def joined(items: Sequence[object], language: str) -> Markup:
    """``a, b och c``; the items are escaped unless they are Markup."""
    if not items:
        return Markup("")
    marks = [f"\x00{at}\x00" for at in range(len(items))]
    text = str(escape(format_list(marks, locale=_tag(language))))
    for mark, item in zip(marks, items, strict=True):
        text = text.replace(mark, str(escape(item)), 1)
    return Markup(text)  # noqa: S704  every part was escaped above


@cache
def country(code: str, language: str) -> str:
    """Name of an ISO 3166-1 country, the code itself where CLDR has none."""
    return Locale.parse(_tag(language)).territories.get(code.upper(), code)


@cache
def language_name(language: str, shown_in: str) -> str:
    """``engelska`` for (en, sv), ``Svenska`` with its own capital left to the caller."""
    return Locale.parse(language, sep="-").get_display_name(_tag(shown_in)) or language


def file_size(size: int, language: str) -> str:
    """Bytes as ``120 kB`` or ``1,4 MB``, in thousands as SI has it."""
    if size < 1_000_000:
        return f"{number(max(1, round(size / 1000)), language)}{NBSP}kB"
    return f"{format_decimal(round(size / 1e6, 1), locale=_tag(language))}{NBSP}MB"


def _tag(language: str) -> str:
    # British English: day before month, as the municipality's own English pages write.
    return "en_GB" if language == "en" else language.replace("-", "_")
