"""The pages of the demonstration and how they hang together."""

from dataclasses import replace

from vanort.pages.models import AccessibilityStatementPage, FrontPage, SectionPage, TiesPage
from vanort.pages.starter import Leaf, Sheet

from . import words_en, words_sv
from .blocks import picture

LANGUAGES = ("sv", "en")
_CAPTIONS = {"sv": "Slottet och sundet.", "en": "The castle and the strait."}


def front(*, picture_id: int) -> Leaf:
    """Return the whole tree; `picture_id` is the primary key of the drawing."""
    ties = Leaf(TiesPage, _both("TIES"), is_in_menu=True)
    drawn = {
        code: replace(sheet, body=[picture(picture_id, _CAPTIONS[code]), *sheet.body])
        for code, sheet in _both("INTERNATIONAL").items()
    }
    international = Leaf(SectionPage, drawn, is_in_menu=True, children=(ties,))
    democracy = Leaf(SectionPage, _both("DEMOCRACY"), is_in_menu=True, children=(international,))
    statement = Leaf(AccessibilityStatementPage, _both("STATEMENT"), is_in_footer=True, is_public=False)
    footer = (Leaf(SectionPage, _both(name), is_in_footer=True) for name in ("ACCESSIBILITY", "PERSONAL_DATA", "ABOUT"))
    return Leaf(FrontPage, _both("FRONT"), children=(democracy, *footer, statement))


def _both(name: str) -> dict[str, Sheet]:
    return {"sv": getattr(words_sv, name), "en": getattr(words_en, name)}
