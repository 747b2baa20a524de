"""The pages a new installation begins with: an empty list of ties, and what every footer must lead to."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from vanort.pages.models import AccessibilityStatementPage, FrontPage, SectionPage, TiesPage
from vanort.pages.starter import Leaf, Sheet

_FRONT = {
    "sv": Sheet("{organisation} och världen", "sv", lead="Kommunens samarbeten med orter i andra länder."),
    "en": Sheet("{organisation} and the world", "en", lead="The municipality’s ties with places in other countries."),
}
_TIES = {
    "sv": Sheet("Våra vänorter", "vanorter", lead="Orter i andra länder som kommunen samarbetar med."),
    "en": Sheet("Our twin towns", "twin-towns", lead="Places in other countries that the municipality has ties with."),
}
# A draft: only the municipality can say how accessible its site is, and a statement with parts missing is none.
_ACCESSIBILITY = {
    "sv": Sheet("Tillgänglighetsredogörelse", "tillganglighet", crumb_label="Tillgänglighet"),
    "en": Sheet("Accessibility statement", "accessibility", crumb_label="Accessibility"),
}
_PERSONAL_DATA = {
    "sv": Sheet(
        "Personuppgifter",
        "personuppgifter",
        lead="Sidorna sätter inga kakor, hämtar ingenting från andra webbplatser och räknar inte besökare.",
    ),
    "en": Sheet(
        "Personal data",
        "personal-data",
        lead="The pages set no cookies, fetch nothing from other sites and do not count visitors.",
    ),
}
_ABOUT = {
    "sv": Sheet(
        "Om webbplatsen",
        "om-webbplatsen",
        lead="Uppgifterna kommer ur kommunens register och visar sina källor. Kartans kustlinje kommer från Natural Earth.",
    ),
    "en": Sheet(
        "About this site",
        "about",
        lead="The facts come from the municipality’s register and show their sources. The map’s coastline is from Natural Earth.",
    ),
}


def starting_tree(*, organisation: Mapping[str, str], website: str) -> Leaf:
    """Return the pages, in every language there are texts for; `website` becomes the level above them."""
    fronts = {
        code: Sheet(
            sheet.title.format(organisation=organisation.get(code) or organisation["sv"]),
            sheet.slug,
            lead=sheet.lead,
            more={"levels": _level(website)},
        )
        for code, sheet in _FRONT.items()
    }
    named = {code: replace(sheet, more={"service_name": fronts[code].title}) for code, sheet in _ACCESSIBILITY.items()}
    statement = Leaf(AccessibilityStatementPage, named, is_in_footer=True, is_public=False)
    footer = (Leaf(SectionPage, sheets, is_in_footer=True) for sheets in (_PERSONAL_DATA, _ABOUT))
    return Leaf(FrontPage, fronts, children=(Leaf(TiesPage, _TIES, is_in_menu=True), statement, *footer))


def _level(website: str) -> list[dict[str, Any]]:
    if not website:
        return []
    return [{"type": "level", "value": {"text": urlsplit(website).netloc, "url": website}}]
