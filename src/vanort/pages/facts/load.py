"""The one read."""

import dataclasses
from collections.abc import Collection

from django.conf import settings

from vanort.pages.facts.contacts import cards, page_cards
from vanort.pages.facts.files import documents, look, pictures
from vanort.pages.facts.register import claims, home, places, ties
from vanort.pages.facts.reviews import reviews
from vanort.pages.facts.shapes import Facts, PageFacts
from vanort.pages.facts.tree import moved, page_facts, pages, words
from vanort.pages.models.public_page import PublicPage


def load_facts(using: str = "snapshot", also_places: Collection[int] = ()) -> Facts:
    """Everything public, from one connection; the caller holds the transaction that makes it one moment.

    ``also_places``: places whose ties are taken along though hidden, for a preview of what showing them would do.
    """
    known_places = places(using)
    pictured, picture_assets = pictures(using)
    papers, paper_assets = documents(using)
    looks, look_assets = look(using)
    public_pages = pages(using)
    own = home(using, known_places)
    return Facts(
        languages=tuple(code for code, _name in settings.LANGUAGES),
        base_url=settings.VANORT_BASE_URL,
        home=own,
        look=looks,
        pages=public_pages,
        ties=ties(using, known_places, also_places),
        claims=claims(using),
        words=words(using),
        reviews=reviews(using),
        pictures=pictured,
        documents=papers,
        assets={asset.path: asset for asset in [*picture_assets, *paper_assets, *look_assets]},
        moved=moved(using, public_pages),
        cards=cards(using, own.place.country if own.place else "SE"),
        page_cards=page_cards(using),
    )


def with_page(facts: Facts, page: PublicPage) -> tuple[Facts, PageFacts]:
    """The facts with this page as it stands in memory: published, unsaved or not yet anywhere."""
    shown = page_facts(page)
    return dataclasses.replace(facts, pages={**facts.pages, shown.id: shown}), shown
