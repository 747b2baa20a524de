"""How what Wagtail did is taken back: a page by its former version, a plain record by its former values."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _
from wagtail.log_actions import LogContext
from wagtail.models import Page, Revision

from vanort.accounts.models import User
from vanort.changes.log import Row
from vanort.changes.models import Change
from vanort.changes.undo import CannotUndo, register_handler, reversed_rows

from .triggers import plain_models, quiet

Handler = Callable[[Change, User], list[Row]]


def register() -> None:
    """Tell the log how to take back each kind of action; called once, when all rooms are ready."""
    register_handler("page.published", _undo_page)
    register_handler("page.unpublished", _undo_page)
    register_handler("page.moved", _refuse_move)
    register_handler("page.address_changed", _refuse_move)
    for noun in plain_models().values():
        register_handler(f"{noun}.saved", _undo_plain)


def _undo_page(change: Change, by: User) -> list[Row]:
    """Put back what was public before; as a new version, so that the newest draft says the same as the page."""
    row = change.rows[0]
    before, after = row["before"], row["after"]
    page = Page.objects.select_for_update().filter(pk=row["pk"]).first()
    if page is None:
        raise CannotUndo(_("The page is no longer there."))
    now = {"live": page.live, "live_revision_id": page.live_revision_id}
    if now != {"live": after["live"], "live_revision_id": after["live_revision_id"]}:
        raise CannotUndo(_("The page has been published or withdrawn since. Change it by hand."))
    with quiet(), LogContext(user=by):
        if not before["live"]:
            page.specific.unpublish(user=by)
        else:
            _publish_again(before["live_revision_id"], by)
    page.refresh_from_db()
    return [Row("wagtailcore.page", page.pk, now, {"live": page.live, "live_revision_id": page.live_revision_id})]


def _publish_again(revision_id: int | None, by: User) -> None:
    former = Revision.objects.filter(pk=revision_id).first()
    if former is None:
        raise CannotUndo(_("The former version of the page is no longer kept."))
    page = former.as_object()
    again = page.save_revision(user=by, previous_revision=former)
    again.publish(user=by, previous_revision=former)


def _refuse_move(change: Change, by: User) -> list[Row]:
    raise CannotUndo(_("Move the page back by hand."))


def _undo_plain(change: Change, by: User) -> list[Row]:
    if any(row["before"] is None for row in change.rows):
        raise CannotUndo(_("What was added cannot be taken away by undoing. Delete it by hand."))
    with quiet(), LogContext(user=by):
        return reversed_rows(change)
