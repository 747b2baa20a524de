"""The part of the read that concerns pages and words."""

from collections.abc import Mapping
from typing import Any

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from vanort.pages.facts.shapes import OutsideLink, PageFacts, PlaceWordsFacts
from vanort.pages.facts.statement import statement_facts
from vanort.pages.models import AccessibilityStatementPage, FrontPage, PlaceWords, SectionPage, TiesPage
from vanort.pages.models.public_page import PublicPage
from vanort.pages.paths import prefix_of

KINDS = {
    FrontPage: "front",
    SectionPage: "section",
    TiesPage: "ties",
    AccessibilityStatementPage: "statement",
}


def pages(using: str) -> dict[int, PageFacts]:
    """Every page that is live and not behind a restriction, by its key."""
    # Wagtail's `.public()` would ask another connection than ours, whose moment is another.
    closed = tuple(PageViewRestriction.objects.using(using).values_list("page__path", flat=True))
    return {
        page.pk: page_facts(page)
        for model in KINDS
        for page in model.objects.using(using).live().select_related("locale").order_by("path")
        if not page.path.startswith(closed)
    }


def page_facts(page: PublicPage) -> PageFacts:
    """One page as it stands in memory."""
    language = page.locale.language_code
    return PageFacts(
        id=page.pk or 0,
        kind=KINDS[type(page)],
        language=language,
        translation_key=str(page.translation_key),
        path=_path(page, language),
        order=page.path,
        title=page.title,
        seo_title=page.seo_title,
        crumb_label=page.crumb_label,
        lead=page.lead,
        description=page.search_description,
        outside_url=page.outside_url,
        is_in_menu=page.show_in_menus,
        is_in_footer=page.is_in_footer,
        towns_label=getattr(page, "towns_label", ""),
        body=_stream(page.body),
        levels=_links(getattr(page, "levels", None)),
        header_links=_links(getattr(page, "header_links", None)),
        statement=statement_facts(page),
    )


def words(using: str) -> dict[tuple[int, str], PlaceWordsFacts]:
    """Words about places, by place and language."""
    return {
        (row.place_id, row.language): PlaceWordsFacts(row.lead, _stream(row.body))
        for row in PlaceWords.objects.using(using)
    }


def moved(using: str, public: Mapping[int, PageFacts]) -> dict[str, str]:
    """Former addresses of pages, and addresses that an editor has led elsewhere."""
    found = {}
    for row in Redirect.objects.using(using).order_by("site_id", "pk"):
        target = row.redirect_link
        if row.redirect_page_id:
            page = public.get(row.redirect_page_id)
            target = page.path.rstrip("/") + (row.redirect_page_route_path or "/") if page else ""
        if target:
            found[_with_slash(row.old_path)] = target
    return found


def _path(page: PublicPage, language: str) -> str:
    # /home/demokrati/: the first slug is the front page's, which stands for the language's prefix.
    below = page.url_path.strip("/").split("/")[1:]
    return prefix_of(language) + "".join(f"{slug}/" for slug in below)


def _with_slash(path: str) -> str:
    return path if path.endswith("/") or "." in path.rsplit("/", 1)[-1] else f"{path}/"


def _stream(value: Any) -> tuple[Mapping[str, Any], ...]:
    return tuple(value.get_prep_value()) if value else ()


def _links(value: Any) -> tuple[OutsideLink, ...]:
    return tuple(OutsideLink(raw["value"]["text"], raw["value"]["url"]) for raw in _stream(value))
