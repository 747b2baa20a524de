"""*Ångra*: one's last action taken back by a new Change. The old line stays, and so does what it says."""

from collections.abc import Callable

from django.apps import apps
from django.db import models, transaction
from django.utils.translation import gettext as _

from vanort.accounts.models import User

from .log import Row, fields_of, holds_values, record
from .models import Change

Handler = Callable[[Change, User], list[Row]]
_handlers: dict[str, Handler] = {}


class CannotUndo(Exception):
    """Why an action cannot be taken back, in the editor's words."""


def register_handler(verb: str, handler: Handler) -> None:
    """Let a room say how its own kind of action is taken back (a page, say, by an earlier version)."""
    _handlers[verb] = handler


def last_undoable(by: User) -> Change | None:
    """Return the person's latest action that is not itself an undoing and not yet undone."""
    own = Change.objects.filter(by=by, reverts=None, reverted_by=None).exclude(rows=[])
    return own.order_by("-pk").first()


@transaction.atomic
def undo(change: Change, *, by: User) -> Change:
    """Take `change` back and return the Change that does it.

    New rows are marked withdrawn, changed ones get their former values. Refused (CannotUndo) where somebody has
    changed the same field since, or where it has been undone already.
    """
    change = Change.objects.select_for_update().get(pk=change.pk)
    if Change.objects.filter(reverts=change).exists():
        raise CannotUndo(_("This has already been undone."))
    handler = _handlers.get(change.verb)
    rows = handler(change, by) if handler else reversed_rows(change)
    return record(
        subject_type=change.subject_type,
        subject_id=change.subject_id,
        subject_label=change.subject_label,
        verb="change.undone",
        by=by,
        rows=rows,
        reverts=change,
    )


def reversed_rows(change: Change) -> list[Row]:
    """Put back what each row was before, last first; raises CannotUndo where it has changed since."""
    if not all(holds_values(apps.get_model(row["model"])) for row in change.rows):
        raise CannotUndo(
            _("The log does not keep what is said about people, so this cannot be undone. Change it by hand.")
        )
    return [_reversed(row) for row in reversed(change.rows)]


def _reversed(row: dict) -> Row:
    model = apps.get_model(row["model"])
    before, after = row["before"], row["after"]
    if after is None:
        return _put_back(model, before)
    found = model._default_manager.select_for_update().filter(pk=row["pk"]).first()
    if found is None:
        raise CannotUndo(_("The record is no longer there."))
    now = fields_of(found)
    if before is None:
        return _withdraw(found, now)
    for name in after:
        if name != "version" and now[name] != after[name]:
            label = model._meta.get_field(name.removesuffix("_id")).verbose_name
            raise CannotUndo(_("“%(field)s” has been changed since. Change it by hand.") % {"field": label})
    for name, value in before.items():
        if name != "version":
            field = model._meta.get_field(name.removesuffix("_id"))
            setattr(found, name, value if field.is_relation else field.to_python(value))
    if hasattr(found, "version"):
        found.version = now["version"] + 1
    found.save()
    return Row.changed(now, found)


def _withdraw(found: models.Model, now: dict) -> Row:
    if getattr(found, "UNDO_REMOVES", False):
        found.delete()
        return Row.removed(now, found)
    if not hasattr(found, "is_withdrawn"):
        raise CannotUndo(_("What was added cannot be taken away by undoing. Hide it instead."))
    found.is_withdrawn = True
    found.save()
    return Row.changed(now, found)


def _put_back(model: type[models.Model], before: dict) -> Row:
    again = model(**{name: value for name, value in before.items() if name != "id"})
    again.save(force_insert=True)
    return Row.created(again)
