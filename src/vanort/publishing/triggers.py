"""The one place where what Wagtail does becomes Change rows, and with that a reason to publish.

Drafts and autosave write none: for pages only Wagtail's own signals count, never `post_save`.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import models, transaction
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.redirects.signal_handlers import (
    autocreate_redirects_on_page_move,
    autocreate_redirects_on_slug_change,
)
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.log_actions import get_active_log_context
from wagtail.models import Collection, Locale, Page, PageViewRestriction, Revision, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from vanort.accounts.models import User
from vanort.changes.log import Row, fields_of, record
from vanort.media.renditions import sizes_made
from vanort.theme.models import Look

VERBS = {
    "page.published": _("published the page"),
    "page.unpublished": _("withdrew the page"),
    "page.moved": _("moved the page"),
    "page.address_changed": _("changed the page’s address"),
    "page.deleted": _("deleted the page"),
    "page.privacy_changed": _("changed who may see the page"),
    "redirect.saved": _("saved a redirect"),
    "redirect.deleted": _("deleted a redirect"),
    "site.saved": _("changed the site"),
    "site.deleted": _("deleted the site"),
    "locale.saved": _("changed the languages"),
    "locale.deleted": _("deleted a language"),
    "picture.saved": _("saved a picture"),
    "picture.deleted": _("deleted a picture"),
    "document.saved": _("saved a document"),
    "document.deleted": _("deleted a document"),
    "collection.saved": _("saved a collection"),
    "collection.deleted": _("deleted a collection"),
    "look.saved": _("changed the look"),
    "look.deleted": _("removed the look"),
    "publication.rolled_back": _("went back to an earlier release"),
    "publication.resumed": _("published again"),
}

# Written by Wagtail itself when a file is first looked at: nothing that anybody changed.
_TECHNICAL = frozenset({"file_size", "file_hash"})
# What was public of a page before it was saved, by its number. Not on the page itself: Wagtail may announce one
# object after saving another.
_before = threading.local()
_is_quiet: ContextVar[bool] = ContextVar("is_quiet", default=False)


@contextmanager
def quiet() -> Iterator[None]:
    """Write no Change for what Wagtail does inside: the caller writes one of its own (undoing)."""
    token = _is_quiet.set(True)
    try:
        yield
    finally:
        _is_quiet.reset(token)


def plain_models() -> Mapping[type[models.Model], str]:
    """Return the models without drafts that Wagtail's own forms save, with the first part of their verbs."""
    return {
        Redirect: "redirect",
        Site: "site",
        Locale: "locale",
        get_image_model(): "picture",
        get_document_model(): "document",
        Collection: "collection",
        Look: "look",
    }


def connect() -> None:
    """Listen to Wagtail; called once, when all rooms are ready."""
    pre_save.connect(_remember_page)
    # Wagtail makes redirects in receivers of the same signals: they must have run when the publisher is woken.
    # Connecting them again later does nothing.
    post_page_move.connect(autocreate_redirects_on_page_move)
    page_slug_changed.connect(autocreate_redirects_on_slug_change)
    page_published.connect(_page_published)
    page_unpublished.connect(_page_unpublished)
    post_page_move.connect(_page_moved)
    page_slug_changed.connect(_page_address_changed)
    pre_delete.connect(_page_deleted, sender=Page)
    post_save.connect(_privacy_changed, sender=PageViewRestriction)
    post_delete.connect(_privacy_changed, sender=PageViewRestriction)
    for model in plain_models():
        pre_save.connect(_remember_plain, sender=model)
        # A picture is ready for the public when its sizes are there.
        (sizes_made if model is get_image_model() else post_save).connect(_plain_saved, sender=model)
        pre_delete.connect(_remember_plain, sender=model)
        post_delete.connect(_plain_deleted, sender=model)


def _remember_page(sender: type, instance: models.Model, raw: bool = False, **_: Any) -> None:
    if isinstance(instance, Page) and instance.pk and not raw:
        before = Page.objects.filter(pk=instance.pk).values("live", "live_revision_id").first()
        _before.__dict__[instance.pk] = before


def _public_before(page: Page, *, live: bool) -> Mapping[str, Any]:
    """What was public before the last save; `live` where nobody has seen the save."""
    return _before.__dict__.pop(page.pk, None) or {"live": live, "live_revision_id": None}


def _page_published(instance: Page, revision: Revision | None, **_: Any) -> None:
    if not instance.live:
        return  # agreed for a later day; the publisher's clock will publish it
    before = _public_before(instance, live=False)
    # A copied page is announced without a revision.
    now = {"live": True, "live_revision_id": revision.pk if revision else instance.live_revision_id}
    _record_page("page.published", instance, before, now, revision.user if revision else None)


def _page_unpublished(instance: Page, **_: Any) -> None:
    if Page.objects.filter(pk=instance.pk, live=True).exists():
        return  # only in memory, on the way to being deleted
    before = _public_before(instance, live=True)
    _record_page("page.unpublished", instance, before, {"live": False, "live_revision_id": None})


def _page_moved(instance: Page, url_path_before: str, url_path_after: str, **_: Any) -> None:
    _record_page("page.moved", instance, {"url_path": url_path_before}, {"url_path": url_path_after})


def _page_address_changed(instance: Page, instance_before: Page, **_: Any) -> None:
    _record_page(
        "page.address_changed", instance, {"url_path": instance_before.url_path}, {"url_path": instance.url_path}
    )


def _page_deleted(instance: Page, **_: Any) -> None:
    _record("page", instance.pk, instance.title, "page.deleted", [])


def _privacy_changed(instance: PageViewRestriction, **_: Any) -> None:
    _record("page", instance.page_id, instance.page.title, "page.privacy_changed", [])


def _record_page(
    verb: str, page: Page, before: Mapping[str, Any], after: Mapping[str, Any], by: User | None = None
) -> None:
    _record("page", page.pk, page.title, verb, [Row("wagtailcore.page", page.pk, before, after)], by)


def _remember_plain(sender: type[models.Model], instance: models.Model, raw: bool = False, **_: Any) -> None:
    former = None if raw else sender._base_manager.filter(pk=instance.pk).first()
    instance._vanort_before = fields_of(former) if former else None  # type: ignore[attr-defined]


def _plain_saved(sender: type[models.Model], instance: models.Model, raw: bool = False, **_: Any) -> None:
    before = getattr(instance, "_vanort_before", None)
    row = Row.created(instance) if before is None else Row.changed(before, instance)
    if raw or not set(row.after or {}) - _TECHNICAL:
        return
    noun = plain_models()[sender]
    _record(noun, instance.pk, str(instance), f"{noun}.saved", [row])


def _plain_deleted(sender: type[models.Model], instance: models.Model, **_: Any) -> None:
    noun = plain_models()[sender]
    _record(noun, getattr(instance, "_vanort_before", {}).get("id", ""), str(instance), f"{noun}.deleted", [])


def _record(
    subject_type: str, subject_id: object, label: str, verb: str, rows: list[Row], by: User | None = None
) -> None:
    if _is_quiet.get():
        return
    with transaction.atomic():
        record(
            subject_type=subject_type,
            subject_id=subject_id,
            subject_label=label,
            verb=verb,
            by=get_active_log_context().user or by,
            rows=rows,
        )
