"""Phone numbers: read as people write them, shown as the country writes them, linked so that any phone can call."""

from dataclasses import dataclass

import phonenumbers
from django.utils.translation import gettext as _
from phonenumbers import NumberParseException, PhoneNumberFormat, format_number


@dataclass(frozen=True)
class Phone:
    """A number for the eye (``0480-45 00 00``) and for a ``tel:`` link (``+46480450000``, E.164)."""

    shown: str
    number: str


def read_phone(written: str, country: str, shown_in: str = "SE") -> Phone:
    """Read a number as somebody in ``country`` (ISO 3166-1) writes it; abroad it is shown with its country code.

    ``shown_in`` is the country of the readers. Raises ValueError, in the editor's words, when nobody could call it.
    """
    try:
        parsed = phonenumbers.parse(written, country or None)
    except NumberParseException:
        raise ValueError(_("“%(number)s” is no phone number.") % {"number": written}) from None
    if not phonenumbers.is_possible_number(parsed):
        raise ValueError(_("“%(number)s” has too few or too many digits.") % {"number": written})
    is_domestic = parsed.country_code == phonenumbers.country_code_for_region(shown_in)
    style = PhoneNumberFormat.NATIONAL if is_domestic else PhoneNumberFormat.INTERNATIONAL
    shown = format_number(parsed, style)
    if parsed.extension:
        parsed.extension = None
    return Phone(shown, format_number(parsed, PhoneNumberFormat.E164))


def phone_or_as_written(written: str, country: str, shown_in: str = "SE") -> Phone | None:
    """As ``read_phone``; None for an empty text, and what cannot be read as it is written, without a link."""
    if not written:
        return None
    try:
        return read_phone(written, country, shown_in)
    except ValueError:
        return Phone(written, "")
