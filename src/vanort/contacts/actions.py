"""What is done to contacts: each in one transaction, with its Change, which names fields and never what they said."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vanort.accounts.models import User
from vanort.changes.log import Row, fields_of, record
from vanort.changes.models import Change
from vanort.changes.versions import locked

from .models import ContactCard, Organisation, Person, Unit

VERBS = {
    "organisation.saved": gettext_lazy("saved the organisation"),
    "unit.saved": gettext_lazy("saved the unit"),
    "person.saved": gettext_lazy("saved the name of a person"),
    "card.created": gettext_lazy("added the contact card"),
    "card.edited": gettext_lazy("changed the contact card"),
    "card.confirmed": gettext_lazy("confirmed the contact card"),
    "card.left": gettext_lazy("ended the contact card and named an heir"),
}


@transaction.atomic
def save_organisation(
    *, organisation: Organisation, values: Mapping[str, Any], by: User | None, seen_version: int | None = None
) -> Organisation:
    """Add or change an organisation."""
    return _save(organisation, values, "organisation.saved", by, seen_version)


@transaction.atomic
def save_unit(*, unit: Unit, values: Mapping[str, Any], by: User | None, seen_version: int | None = None) -> Unit:
    """Add or change a unit."""
    return _save(unit, values, "unit.saved", by, seen_version)


@transaction.atomic
def save_person(
    *, person: Person, values: Mapping[str, Any], by: User | None, seen_version: int | None = None
) -> Person:
    """Add a person or correct their name."""
    return _save(person, values, "person.saved", by, seen_version)


@transaction.atomic
def save_card(
    *,
    card: ContactCard,
    values: Mapping[str, Any],
    by: User | None,
    on: dt.date | None = None,
    new_person: str = "",
    seen_version: int | None = None,
) -> ContactCard:
    """Add or change a card; raises StaleRecord or ValidationError. What is typed ``on`` a day is confirmed that day.

    ``new_person`` is the name of somebody who is not known yet, and who has the card from now on.
    """
    verb = "card.edited" if card.pk else "card.created"
    confirmed: dict[str, Any] = {"confirmed_on": on} if on else {}
    if new_person:
        confirmed["person"] = save_person(person=Person(), values={"name": new_person}, by=by)
    return _save(card, {**values, **confirmed}, verb, by, seen_version)


@transaction.atomic
def confirm_card(*, card: ContactCard, by: User | None, on: dt.date, seen_version: int | None = None) -> ContactCard:
    """*Bekräfta att det stämmer*: somebody has read the card on that day and found it right."""
    return _save(card, {"confirmed_on": on}, "card.confirmed", by, seen_version)


@transaction.atomic
def end_card(
    *,
    card: ContactCard,
    heir: ContactCard,
    from_on: dt.date,
    by: User | None,
    rows: list[Row] | None = None,
    seen_version: int | None = None,
) -> Change:
    """*Slutar*: from that day the heir's card answers. Cards that were to pass to the leaver pass to the heir.

    ``rows`` are the showings that an upper room has moved in the same transaction. Raises ValidationError for an
    heir who has gone before, or who would inherit from themselves.
    """
    found = locked(ContactCard, card.pk, seen_version)
    heir = ContactCard.objects.get(pk=heir.pk)
    if heir.pk == found.pk or not heir.term.holds(from_on):
        raise ValidationError({"heir": _("Choose somebody whose card holds from that day.")})
    before = fields_of(found)
    found.heir, found.ends_on = heir, from_on - dt.timedelta(days=1)
    if found.starts_on and found.starts_on > found.ends_on:
        raise ValidationError({"from_on": _("The card had not begun by then.")})
    _check_and_save(found)
    moved = [Row.changed(before, found), *_pass_on(found, heir), *(rows or [])]
    return _log(found, "card.left", by, moved)


def _pass_on(leaver: ContactCard, heir: ContactCard) -> list[Row]:
    rows = []
    for earlier in ContactCard.objects.filter(heir=leaver).exclude(pk=heir.pk):
        before = fields_of(earlier)
        earlier.heir = heir
        _check_and_save(earlier)
        rows.append(Row.changed(before, earlier))
    return rows


def _save(record_: Any, values: Mapping[str, Any], verb: str, by: User | None, seen_version: int | None) -> Any:
    is_new = record_.pk is None
    found = record_ if is_new else locked(type(record_), record_.pk, seen_version)
    before = {} if is_new else fields_of(found)
    for name, value in values.items():
        setattr(found, name, value)
    if is_new:
        found.full_clean()
        found.save()
        row = Row.created(found)
    else:
        _check_and_save(found)
        row = Row.changed(before, found)
    _log(found, verb, by, [row])
    return found


def _check_and_save(found: Any) -> None:
    found.version += 1
    found.full_clean()
    found.save()


def _log(subject: models.Model, verb: str, by: User | None, rows: list[Row]) -> Change:
    # A card and a person are named in the log by number: their names are looked up when somebody reads it.
    is_named = getattr(subject, "LOG_HOLDS_VALUES", True)
    return record(
        subject_type=str(subject._meta.model_name),
        subject_id=subject.pk,
        subject_label=str(subject) if is_named else f"#{subject.pk}",
        verb=verb,
        by=by,
        rows=rows,
    )
