"""What the desk's templates ask of Python."""

import datetime as dt
from decimal import Decimal
from typing import Any

from babel.dates import format_datetime
from django import template
from django.utils import timezone

from vanort.desk.files import versioned
from vanort.desk.register import spoken
from vanort.pages.facts import Source
from vanort.places.partial_dates import PartialDate
from vanort.places.words import said
from vanort.theme.formats import number

register = template.Library()
register.simple_tag(versioned, name="desk_static")


@register.filter
def partial_date(value: PartialDate | None) -> str:
    """A partial date in the words of the reader's language."""
    return value.formatted(spoken()) if value else ""


@register.filter
def in_words(words: dict[str, str]) -> str:
    """Words that are given per language, in the reader's."""
    return said(words, spoken())[0]


@register.filter
def source_of(record: Any) -> Source:
    """The source of a record that has one."""
    return Source(record.source_title, record.source_url)


@register.filter
def plain_number(value: Decimal) -> str:
    """A whole number with the grouping of the reader's language."""
    return number(round(value), spoken())


@register.filter
def moment(value: dt.datetime) -> str:
    """A point in time: ``24 november 2026 kl. 14.02``, ``24 November 2026 14:02``."""
    pattern = "d MMMM y 'kl.' HH.mm" if spoken() == "sv" else "d MMMM y HH:mm"
    return format_datetime(timezone.localtime(value), pattern, locale=spoken())
