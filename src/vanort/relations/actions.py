"""What is done to ties: each function is one transaction that ends with its Change.

All take `by` (who, or None for a program), and those that change an existing tie take `seen_version`, the version
its form was made from.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vanort.accounts.models import User
from vanort.changes.log import Row, fields_of, record
from vanort.changes.models import Change
from vanort.changes.versions import locked
from vanort.contacts.models import ContactCard
from vanort.places.models import Place
from vanort.places.partial_dates import PartialDate

from .lifecycle import may_follow, standing
from .models import CountClaim, Relation, RelationContact, RelationKind, StartClaim, StatusEvent

VERBS = {
    "relation.created": gettext_lazy("added the tie"),
    "relation.edited": gettext_lazy("changed the tie"),
    "relation.shown": gettext_lazy("showed to the public"),
    "relation.hidden": gettext_lazy("hid from the public"),
    "relation.status_changed": gettext_lazy("changed the status"),
    "relation.start_added": gettext_lazy("added a beginning"),
    "relation.contacts_named": gettext_lazy("named the contacts of the tie"),
    "relation.start_withdrawn": gettext_lazy("withdrew a beginning"),
    "kind.saved": gettext_lazy("changed a kind of cooperation"),
    "count_claim.added": gettext_lazy("added a stated number"),
}


@transaction.atomic
def create_relation(*, place: Place, kind: RelationKind, by: User | None, **values: Any) -> Relation:
    """Add a tie. It is not public until somebody shows it."""
    tie = Relation(place=place, kind=kind, **values)
    tie.full_clean()
    tie.save()
    _log("relation.created", tie, by, [Row.created(tie)])
    return tie


@transaction.atomic
def edit_relation(
    *, relation: Relation, values: Mapping[str, Any], by: User | None, seen_version: int | None = None
) -> Change:
    """Change a tie's own fields (kind, documentation, note); raises StaleRecord or ValidationError."""
    return _edit(relation, values, "relation.edited", by, seen_version)


@transaction.atomic
def show_relation(*, relation: Relation, by: User | None, seen_version: int | None = None) -> Change:
    """Let the public see the tie. A place without a point on earth can be shown: it is in the list, not on the map."""
    return _edit(relation, {"is_public": True}, "relation.shown", by, seen_version)


@transaction.atomic
def hide_relation(*, relation: Relation, by: User | None, seen_version: int | None = None) -> Change:
    """Take the tie from the public pages. Nothing is deleted."""
    return _edit(relation, {"is_public": False}, "relation.hidden", by, seen_version)


@transaction.atomic
def change_status(
    *,
    relation: Relation,
    status: str,
    effective: PartialDate | None,
    by: User | None,
    on: dt.date,
    seen_version: int | None = None,
    **details: Any,
) -> Change:
    """Add a change of status, from `effective` (today, earlier, or later).

    `details` are the other fields of StatusEvent. `on` is today. Raises ValidationError when the status cannot
    follow the one before it, or when a day to come is not given to the day.
    """
    tie = locked(Relation, relation.pk, seen_version)
    event = StatusEvent(relation=tie, status=status, effective=effective, **details)
    _check_event(event, list(tie.events.filter(is_withdrawn=False)), on)
    event.full_clean()
    event.save()
    return _saved(tie, "relation.status_changed", by, [Row.created(event)])


def _check_event(event: StatusEvent, events: list[StatusEvent], on: dt.date) -> None:
    if (
        event.effective
        and event.effective.latest > on
        and not event.effective.is_exact
        and event.effective.earliest > on
    ):
        raise ValidationError({"effective": _("Give the day itself for something still to come.")})
    if event.side in ("ours", "both") and event.effective and event.effective.earliest > dt.date.min:
        ours = [e for e in events if e.side != "theirs"]
        before = standing(ours, event.effective.earliest)
        if before.event and before.status == event.status:
            raise ValidationError({"status": _("That is already the status then.")})
        if before.event and not may_follow(before.status, event.status):
            raise ValidationError(
                {
                    "status": _("“%(after)s” cannot follow “%(before)s”.")
                    % {"after": event.get_status_display(), "before": before.event.get_status_display()}
                }
            )


@transaction.atomic
def add_start(
    *,
    relation: Relation,
    started: PartialDate,
    by: User | None,
    seen_version: int | None = None,
    **details: Any,
) -> Change:
    """Add when the tie began according to one more source."""
    tie = locked(Relation, relation.pk, seen_version)
    claim = StartClaim(relation=tie, started=started, position=tie.starts.count(), **details)
    claim.full_clean()
    claim.save()
    return _saved(tie, "relation.start_added", by, [Row.created(claim)])


@transaction.atomic
def withdraw_start(*, claim: StartClaim, by: User | None, seen_version: int | None = None) -> Change:
    """Take back a beginning that was entered by mistake."""
    tie = locked(Relation, claim.relation_id, seen_version)
    before = fields_of(claim)
    claim.is_withdrawn = True
    claim.save()
    return _saved(tie, "relation.start_withdrawn", by, [Row.changed(before, claim)])


@transaction.atomic
def name_contacts(
    *, relation: Relation, cards: Sequence[ContactCard], by: User | None, seen_version: int | None = None
) -> Change:
    """Say who answers for the tie, in order; without any it shows those of its list."""
    tie = locked(Relation, relation.pk, seen_version)
    rows = []
    for former in tie.contacts.all():
        before = fields_of(former)
        former.delete()
        rows.append(Row.removed(before, former))
    for position, card in enumerate(dict.fromkeys(cards)):
        rows.append(Row.created(RelationContact.objects.create(relation=tie, card=card, position=position)))
    return _saved(tie, "relation.contacts_named", by, rows)


@transaction.atomic
def save_kind(*, kind: RelationKind, by: User | None) -> RelationKind:
    """Add or change one of the municipality's own words for a kind of tie."""
    former = RelationKind.objects.filter(pk=kind.pk).first() if kind.pk else None
    kind.full_clean()
    kind.save()
    row = Row.changed(fields_of(former), kind) if former else Row.created(kind)
    record(
        subject_type="relationkind",
        subject_id=kind.pk,
        subject_label=str(kind),
        verb="kind.saved",
        by=by,
        rows=[row],
    )
    return kind


@transaction.atomic
def add_count_claim(*, by: User | None, **values: Any) -> CountClaim:
    """Record how many twin towns somebody has stated."""
    claim = CountClaim(**values)
    claim.full_clean()
    claim.save()
    record(
        subject_type="countclaim",
        subject_id=claim.pk,
        subject_label=str(claim),
        verb="count_claim.added",
        by=by,
        rows=[Row.created(claim)],
    )
    return claim


def _edit(
    relation: Relation, values: Mapping[str, Any], verb: str, by: User | None, seen_version: int | None
) -> Change:
    tie = locked(Relation, relation.pk, seen_version)
    before = fields_of(tie)
    for name, value in values.items():
        setattr(tie, name, value)
    tie.full_clean()
    return _saved(tie, verb, by, [], before)


def _saved(tie: Relation, verb: str, by: User | None, rows: list[Row], before: dict | None = None) -> Change:
    before = before or fields_of(tie)
    tie.version += 1
    tie.save()
    return _log(verb, tie, by, [Row.changed(before, tie), *rows])


def _log(verb: str, tie: models.Model, by: User | None, rows: list[Row]) -> Change:
    return record(subject_type="relation", subject_id=tie.pk, subject_label=str(tie), verb=verb, by=by, rows=rows)
