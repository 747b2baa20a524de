"""The one renderer: an address, everything public and a day in; bytes and how long they are true out."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from vanort.pages.addresses import (
    ErrorSubject,
    PageSubject,
    Subject,
    TownSubject,
    children,
    list_page,
    tied_places,
    town_path,
    translations,
)
from vanort.pages.census import earliest
from vanort.pages.error_view import error_view
from vanort.pages.facts.shapes import Facts, PageFacts, PlaceFacts
from vanort.pages.frame import Frame, Link, Section, crumbs_to, frame, section_of
from vanort.pages.page_view import page_view
from vanort.pages.review_view import ReviewView, review_of, review_view
from vanort.pages.statement_view import statement_view
from vanort.pages.ties_view import ties_view
from vanort.pages.told import Told
from vanort.pages.town_view import TownView, town_view
from vanort.places.sorting import sort_key
from vanort.theme.templating import render
from vanort.theme.texts import Texts


@dataclass(frozen=True)
class Shown:
    """A rendered address.

    ``true_until`` is the first day on which it would read otherwise, None for never. ``dead_links``: what its
    words link to that is not public, and that was published as plain text.
    """

    body: bytes
    true_until: date | None
    dead_links: tuple[str, ...] = ()


def show(subject: Subject, facts: Facts, on: date) -> Shown:
    """Render an address as it stands on a day; KeyError when the facts do not hold the subject."""
    match subject:
        case PageSubject(page_id):
            return show_page(facts.pages[page_id], facts, on)
        case TownSubject(place_id, language):
            return _show_town({place.id: place for place in tied_places(facts)}[place_id], facts, language, on)
        case ErrorSubject(code, language):
            view = error_view(code, facts, language)
            return _shown("error", language, frame(facts, language, view.heading), Told(view))


def show_page(page: PageFacts, facts: Facts, on: date) -> Shown:
    """Render a page of the tree, which need not be public yet."""
    around = frame(
        facts,
        page.language,
        page.title,
        title=(page.seo_title or page.title,),
        description=page.description or page.lead,
        path=page.path,
        twins={code: twin.path for code, twin in {**translations(facts, page), page.language: page}.items()},
        crumbs=crumbs_to(facts, page),
        section=section_of(facts, page),
    )
    review = review_view(review_of(facts, PageSubject(page.id)), page.language, on)
    if page.kind == "ties":
        return _shown("ties", page.language, around, ties_view(page, facts, on), review)
    if page.kind == "statement":
        return _shown("statement", page.language, around, statement_view(page, facts, on), review)
    return _shown("page", page.language, around, page_view(page, list(children(facts, page)), facts, on), review)


def _show_town(place: PlaceFacts, facts: Facts, language: str, on: date) -> Shown:
    told = town_view(place, facts, language, on)
    review = review_view(review_of(facts, TownSubject(place.id, language)), language, on)
    return _shown("town", language, _town_frame(place, told.view, facts, language), told, review)


def _town_frame(place: PlaceFacts, view: TownView, facts: Facts, language: str) -> Frame:
    page = list_page(facts, language)
    assert page is not None  # a town has an address only below a list
    path = town_path(facts, place, language)
    name, lang = place.name_in(language)
    states = "; ".join(tie.sentence for tie in view.ties)
    return frame(
        facts,
        language,
        name,
        title=(name, page.towns_label or page.title),
        description=f"{view.summary} {states}.",
        path=path,
        twins={code: town_path(facts, place, code) for code in facts.languages if list_page(facts, code)},
        crumbs=crumbs_to(facts, page, Link(name, path, lang)),
        section=_other_towns(place, page, facts, language),
    )


def _other_towns(place: PlaceFacts, page: PageFacts, facts: Facts, language: str) -> Section:
    towns = sorted(tied_places(facts), key=lambda other: sort_key(other.name_in(language)[0], language))
    links = (
        Link(name, town_path(facts, other, language), lang, is_current=other.id == place.id)
        for other in towns
        for name, lang in [other.name_in(language)]
    )
    texts = Texts(language)
    return Section(texts._("Towns we cooperate with"), (Link(texts._("All of them"), page.path), *links))


def _shown(
    template: str, language: str, around: Frame, told: Told[Any], review: Told[ReviewView] | None = None
) -> Shown:
    view = review.view if review else None
    body = render(f"{template}.jinja", language, frame=around, view=told.view, review=view)
    return Shown(body, earliest([told.until, review.until if review else None]), told.dead_links)
