"""Two editors never undo each other unseen: every form carries the version of the record it was made from."""

from typing import Any

from django.apps import apps
from django.db import models
from django.utils.translation import gettext as _

from .models import Change


class StaleRecord(Exception):
    """The record has been saved by somebody else since the form was opened.

    The message, for the editor, says who changed which field; `fields` are the columns changed since.
    """

    def __init__(self, found: models.Model, seen_version: int) -> None:
        who, self.fields = _changed_since(found, seen_version)
        labels = ", ".join(f"“{_field_label(found, name)}”" for name in self.fields)
        super().__init__(
            _(
                "%(who)s has changed %(fields)s in “%(what)s” while you had it open. "
                "Nothing of yours has been saved: open it again and see what it says now."
            )
            % {"who": who or _("Somebody else"), "fields": labels or _("something"), "what": found}
        )


def locked(model: type[models.Model], pk: object, seen_version: int | None) -> Any:
    """Return the record, locked for this transaction.

    Raises StaleRecord unless it has the version that was seen; None (a program, not a form) takes any.
    """
    found: Any = model._default_manager.select_for_update().get(pk=pk)
    if seen_version is not None and found.version != seen_version:
        raise StaleRecord(found, seen_version)
    return found


def _changed_since(found: models.Model, seen_version: int) -> tuple[str, list[str]]:
    subject = {"subject_id": str(found.pk), "subject_type": found._meta.model_name}
    who, fields = "", []
    for change in Change.objects.filter(**subject).order_by("pk"):
        own = [row for row in change.rows if row["model"] == found._meta.label_lower and row["after"]]
        if not any(row["after"].get("version", 0) > seen_version for row in own):
            continue
        who = change.by_name
        for row in change.rows:
            is_own = row in own
            names = [n for n in (row["after"] or {}) if n != "version"] if is_own else [row["model"]]
            fields += [name for name in names if name not in fields]
    return who, fields


def _field_label(found: models.Model, name: str) -> str:
    if "." in name:
        return str(apps.get_model(name)._meta.verbose_name)
    field: Any = found._meta.get_field(name.removesuffix("_id"))
    return str(field.verbose_name)
