"""What needs doing about contact cards: found when somebody looks, never stored."""

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from vanort.contacts.models import ContactCard
from vanort.places.partial_dates import PartialDate

from .card_words import name_of
from .findings import Finding
from .register import spoken
from .roles import CHANGE_CONTACTS

CONFIRM_EVERY = dt.timedelta(days=365)
SOON = dt.timedelta(days=30)


def card_findings(on: dt.date) -> Iterator[Finding]:
    """Cards that end within a month without an heir, and those that nobody has confirmed for a year."""
    cards = list(ContactCard.objects.current(on).select_related("person"))
    for card in cards:
        if card.ends_on and card.ends_on <= on + SOON and card.heir_id is None:
            yield _finding(
                card,
                _("The contact card ends on %(date)s, and nobody takes over.") % {"date": _said(card.ends_on)},
                "desk:pass_on_card",
                _("Name an heir"),
            )
    for card in cards:
        if card.confirmed_on is None or card.confirmed_on < on - CONFIRM_EVERY:
            yield _finding(
                card,
                _("Nobody has confirmed the contact card for a year."),
                "desk:card",
                _("Look and confirm"),
                _said(card.confirmed_on) if card.confirmed_on else "",
            )


def _finding(card: ContactCard, what: str, view: str, button: str, since: str = "") -> Finding:
    return Finding(what, name_of(card), since, reverse(view, args=[card.pk]), button, CHANGE_CONTACTS)


def _said(day: dt.date) -> str:
    return PartialDate.parse(day.isoformat()).formatted(spoken())
