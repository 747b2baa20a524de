"""What the desk's templates ask of Python."""

from decimal import Decimal
from typing import Any

from django import template

from vanort.desk.files import versioned
from vanort.desk.register import spoken
from vanort.desk.when import moment
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


register.filter(moment)
