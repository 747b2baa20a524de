"""Writing the log: `record()` inside the transaction of the action."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from vanort.accounts.models import User

from .models import Change
from .poke import poke


@dataclass(frozen=True)
class Row:
    """One database row that an action touched; `before` is None for a new row, `after` for one removed."""

    model: str
    pk: Any
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None

    @classmethod
    def created(cls, record: models.Model) -> "Row":
        """The row of a record just saved for the first time."""
        return cls(record._meta.label_lower, record.pk, None, _loggable(record, fields_of(record)))

    @classmethod
    def changed(cls, before: Mapping[str, Any], record: models.Model) -> "Row":
        """The row of a record saved again; `before` is its `fields_of` from before. Keeps what differs."""
        now = fields_of(record)
        differing = [name for name in now if before.get(name) != now[name]]
        return cls(
            record._meta.label_lower,
            record.pk,
            _loggable(record, {name: before.get(name) for name in differing}),
            _loggable(record, {name: now[name] for name in differing}),
        )

    @classmethod
    def removed(cls, before: Mapping[str, Any], record: models.Model) -> "Row":
        """The row of a record deleted; only for parts of a record, such as one spelling of a name."""
        return cls(record._meta.label_lower, before["id"], _loggable(record, dict(before)), None)


def holds_values(model: type[models.Model]) -> bool:
    """Whether the log may keep what this model's fields said; a model with personal data says no.

    Of such a model (`LOG_HOLDS_VALUES = False`) only the names of the fields that changed are kept, so that what
    is taken away is gone, and there is nothing to undo from.
    """
    return getattr(model, "LOG_HOLDS_VALUES", True)


def _loggable(record: models.Model, values: dict[str, Any]) -> dict[str, Any]:
    if holds_values(type(record)):
        return values
    return {name: value if name in ("id", "version") else None for name, value in values.items()}


def fields_of(record: models.Model) -> dict[str, Any]:
    """Return the columns of a record as JSON can hold them, by attribute name.

    Dates, amounts and files become text that the field's own `to_python` reads back.
    """
    return {field.attname: _plain(getattr(record, field.attname)) for field in record._meta.concrete_fields}


def _plain(value: Any) -> Any:
    if isinstance(value, str | int | float | bool | dict | list | None):
        return value
    if hasattr(value, "get_prep_value"):
        # Blocks of a page or of words about a place, as they are stored.
        return list(value.get_prep_value())
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def record(
    *,
    subject_type: str,
    subject_id: object,
    subject_label: str,
    verb: str,
    by: User | None,
    rows: Iterable[Row] = (),
    reverts: Change | None = None,
) -> Change:
    """Write one line of the log and wake the publisher when the transaction is done.

    `subject_*` say what the coordinator would call the thing (a tie, a place, a page), `rows` what changed in
    the database. Raises RuntimeError outside a transaction: a change and its line stand or fall together.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a change is recorded inside the transaction of its action")
    change = Change.objects.create(
        at=timezone.now(),
        by=by,
        by_name=by.display_name if by else "",
        subject_type=subject_type,
        subject_id=str(subject_id),
        subject_label=subject_label[:255],
        verb=verb,
        rows=[{"model": r.model, "pk": r.pk, "before": r.before, "after": r.after} for r in rows],
        reverts=reverts,
    )
    transaction.on_commit(lambda: poke(settings.VANORT_DATA))
    return change
