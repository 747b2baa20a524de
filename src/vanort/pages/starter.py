"""Planting a site: from a description of its pages in each language to pages that are public, or drafts.

The twins of a page share Wagtail's translation key, so each knows its other languages; no page is an alias of
another, because an alias shows Swedish under an English address.
"""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from vanort.accounts.models import User
from vanort.pages.models import FrontPage
from vanort.pages.models.public_page import PublicPage


@dataclass(frozen=True)
class Sheet:
    """A page in one language. `body` is a stream as stored: `{"type": …, "value": …}`; `more` are other fields."""

    title: str
    slug: str = ""
    crumb_label: str = ""
    lead: str = ""
    description: str = ""
    body: Sequence[Mapping[str, Any]] = ()
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Leaf:
    """A page in all its languages, with the pages below it. A language without a sheet has no such page.

    What is not `is_public` is a draft for somebody to complete, and has nothing below it.
    """

    model: type[PublicPage]
    sheets: Mapping[str, Sheet]
    is_in_menu: bool = False
    is_in_footer: bool = False
    is_public: bool = True
    children: Sequence["Leaf"] = ()


class AlreadyPlanted(Exception):
    """There is a front page already: a site is planted once."""


@transaction.atomic
def plant(front: Leaf, *, languages: Sequence[str], by: User | None) -> dict[str, FrontPage]:
    """Make the site's pages, public, below a front page in each of `languages`; return the front pages.

    The first language is the site's own. Raises AlreadyPlanted where a front page exists.
    """
    if FrontPage.objects.exists():
        raise AlreadyPlanted
    locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in languages}
    root = Page.get_first_root_node()
    fronts = _grow(front, dict.fromkeys(languages, root), locales, by)
    _put_on_site(fronts[languages[0]])
    return fronts


def _grow(leaf: Leaf, parents: Mapping[str, Page], locales: Mapping[str, Locale], by: User | None) -> dict[str, Any]:
    key = uuid.uuid4()
    grown = {
        code: _page(leaf, leaf.sheets[code], parent, locales[code], key, by)
        for code, parent in parents.items()
        if code in leaf.sheets
    }
    for child in leaf.children:
        _grow(child, grown, locales, by)
    return grown


def _page(leaf: Leaf, sheet: Sheet, parent: Page, locale: Locale, key: uuid.UUID, by: User | None) -> PublicPage:
    page = leaf.model(
        title=sheet.title,
        slug=sheet.slug or locale.language_code,
        crumb_label=sheet.crumb_label,
        lead=sheet.lead,
        search_description=sheet.description,
        body=_stream(sheet.body),
        show_in_menus=leaf.is_in_menu,
        is_in_footer=leaf.is_in_footer,
        locale=locale,
        translation_key=key,
        live=False,
        **{name: _stream(value) if isinstance(value, list) else value for name, value in sheet.more.items()},
    )
    if leaf.is_public:
        page.full_clean(exclude=["path", "depth", "url_path"])
    parent.add_child(instance=page)
    revision = page.save_revision(user=by, clean=leaf.is_public)
    if leaf.is_public:
        revision.publish(user=by)
    page.refresh_from_db()
    return page


def _stream(blocks: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [{**block, "id": str(uuid.uuid4())} for block in blocks]


def _put_on_site(front: FrontPage) -> None:
    """Let the default site begin at `front`, and remove the page of greeting that Wagtail comes with."""
    host = settings.VANORT_BASE_URL.split("://", 1)[1].split("/")[0]
    name, _colon, port = host.partition(":")
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    former = site.root_page if site.pk else None
    site.hostname, site.root_page = name, front
    site.port = int(port or (443 if settings.IS_HTTPS else 80))
    site.save()
    if former is not None and former.specific_class is Page and former.pk != front.pk:
        Page.objects.get(pk=former.pk).delete()
