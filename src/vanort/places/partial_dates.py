"""Dates as sources give them: a year, a month, "about 1946", "the 1950s", "1946/47".

Stored as a short canonical text in the manner of EDTF (Library of Congress, ISO 8601-2 level 1): `1991`,
`1991-05`, `1991-05-17`, `1946~`, `195X`, `1946/1947`. What a source did not say is not filled in.
"""

import datetime as dt
import re
from calendar import monthrange
from dataclasses import dataclass
from typing import Any

from babel.dates import format_date, get_month_names
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

_CANONICAL = re.compile(
    r"^(?P<y>\d{4})(?:-(?P<m>\d{2})(?:-(?P<d>\d{2}))?)?(?P<about>~)?$|^(?P<decade>\d{3})X$|^(?P<a>\d{4})/(?P<b>\d{4})$"
)
_ABOUT = re.compile(r"^(?:omkring|cirka|ca\.?|c\.|runt|about|around|circa)\s+", re.IGNORECASE)
_DECADE = re.compile(r"^(?:the\s+)?(\d{3})0(?:-talet|-tal|s|’s|'s)$", re.IGNORECASE)
_RANGE = re.compile(r"^(\d{4})\s*[/–-]\s*(\d{2}|\d{4})$")
_WORDED = re.compile(r"^(?:(?P<d>\d{1,2})\.?\s+)?(?P<m>[^\W\d]+)\.?\s+(?P<y>\d{4})$")
# British English too: it alone writes "Sept".
_LANGUAGES = ("sv", "en", "en_GB")


def _months() -> dict[str, int]:
    names: dict[str, int] = {}
    for language in _LANGUAGES:
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=language).items():
                names[name.lower().rstrip(".")] = number
    return names


_MONTHS = _months()


@dataclass(frozen=True)
class PartialDate:
    """A date known to the day, the month, the year, about the year, the decade, or as two years.

    `earliest` and `latest` are the first and last day it can mean; sorting goes by them.
    """

    text: str
    earliest: dt.date
    latest: dt.date

    @classmethod
    def parse(cls, written: str) -> "PartialDate":
        """Read a date as people write it in Swedish or English, or in the canonical form.

        Raises ValueError, in words for the one who typed it, when it is no date.
        """
        text = " ".join(written.split())
        canonical = _canonical(text)
        if canonical is None:
            raise ValueError(
                _(
                    "“%(text)s” is not a date we can read. "
                    "Write for example 1991, May 1991, 17 May 1991, about 1946, 1950s."
                )
                % {"text": written}
            )
        return cls(canonical, *_bounds(canonical))

    @property
    def is_exact(self) -> bool:
        """True when the day itself is known."""
        return self.earliest == self.latest

    def formatted(self, language: str) -> str:
        """Return the date in words: "17 maj 1991", "maj 1991", "omkring 1946", "1950-talet", "1946/47"."""
        found = _CANONICAL.match(self.text)
        assert found is not None
        if found["decade"]:
            return f"{found['decade']}0-talet" if language == "sv" else f"the {found['decade']}0s"
        if found["a"]:
            return (
                f"{found['a']}/{found['b'][2:]}" if found["a"][:2] == found["b"][:2] else f"{found['a']}/{found['b']}"
            )
        pattern = "d MMMM y" if found["d"] else "MMMM y" if found["m"] else "y"
        said = format_date(self.earliest, pattern, locale=language)
        return ({"sv": "omkring "}.get(language, "about ") + said) if found["about"] else said

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: "PartialDate") -> bool:
        return (self.earliest, self.latest) < (other.earliest, other.latest)


def _canonical(text: str) -> str | None:
    if _CANONICAL.match(text):
        return text if _bounds_or_none(text) else None
    if decade := _DECADE.match(text):
        return f"{decade[1]}X"
    if about := _ABOUT.match(text):
        inner = _canonical(text[about.end() :])
        return f"{inner}~" if inner and re.fullmatch(r"\d{4}(-\d\d){0,2}", inner) else None
    if years := _RANGE.match(text):
        return _checked(f"{years[1]}/{years[2] if len(years[2]) == 4 else years[1][:2] + years[2]}")
    if (worded := _WORDED.match(text)) and (month := _MONTHS.get(worded["m"].lower())):
        day = f"-{int(worded['d']):02}" if worded["d"] else ""
        return _checked(f"{worded['y']}-{month:02}{day}")
    return None


def _checked(canonical: str) -> str | None:
    return canonical if _bounds_or_none(canonical) else None


def _bounds_or_none(canonical: str) -> tuple[dt.date, dt.date] | None:
    try:
        return _bounds(canonical)
    except ValueError:
        return None


def _bounds(canonical: str) -> tuple[dt.date, dt.date]:
    found = _CANONICAL.match(canonical)
    if found is None:
        raise ValueError(canonical)
    if found["decade"]:
        return dt.date(int(found["decade"] + "0"), 1, 1), dt.date(int(found["decade"] + "9"), 12, 31)
    if found["a"]:
        first, last = int(found["a"]), int(found["b"])
        if last <= first:
            raise ValueError(canonical)
        return dt.date(first, 1, 1), dt.date(last, 12, 31)
    year = int(found["y"])
    if not found["m"]:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    month = int(found["m"])
    if not found["d"]:
        return dt.date(year, month, 1), dt.date(year, month, monthrange(year, month)[1])
    day = dt.date(year, month, int(found["d"]))
    return day, day


class PartialDateField(models.CharField):
    """A PartialDate in the canonical form, or None; forms take it as people write it."""

    description = _("date, perhaps partial")
    # For the type checker's Django plugin: the attribute is a PartialDate or None, and no text as in other CharFields.
    _pyi_private_set_type: Any
    _pyi_private_get_type: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs |= {"max_length": 12, "null": True, "blank": True}
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple:
        name, path, args, kwargs = super().deconstruct()
        for fixed in ("max_length", "null", "blank"):
            kwargs.pop(fixed, None)
        return name, path, args, kwargs

    def from_db_value(self, value: str | None, expression: object, connection: object) -> PartialDate | None:
        return PartialDate.parse(value) if value else None

    def to_python(self, value: object) -> PartialDate | None:
        if value is None or isinstance(value, PartialDate):
            return value
        if not str(value).strip():
            return None
        try:
            return PartialDate.parse(str(value))
        except ValueError as problem:
            raise ValidationError(str(problem), code="partial_date") from None

    def get_prep_value(self, value: object) -> str | None:
        found = self.to_python(value)
        return found.text if found else None

    def run_validators(self, value: object) -> None:
        """The parsing is the whole check."""

    def formfield(self, form_class: Any = None, choices_form_class: Any = None, **kwargs: Any) -> Any:
        return super().formfield(form_class, choices_form_class, **{"max_length": 40, "strip": True, **kwargs})

    def value_to_string(self, record: models.Model) -> str:
        return str(self.value_from_object(record) or "")
