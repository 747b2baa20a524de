"""The pages of the demonstration and how they hang together."""

from vanort.pages.models import FrontPage, SectionPage, TiesPage
from vanort.pages.starter import Leaf, Sheet

from . import words_en, words_sv

LANGUAGES = ("sv", "en")


def _both(name: str) -> dict[str, Sheet]:
    return {"sv": getattr(words_sv, name), "en": getattr(words_en, name)}


_TIES = Leaf(TiesPage, _both("TIES"), is_in_menu=True)
_INTERNATIONAL = Leaf(SectionPage, _both("INTERNATIONAL"), is_in_menu=True, children=(_TIES,))
_FOOTER = tuple(
    Leaf(SectionPage, _both(name), is_in_footer=True) for name in ("ACCESSIBILITY", "PERSONAL_DATA", "ABOUT")
)
FRONT = Leaf(
    FrontPage,
    _both("FRONT"),
    children=(Leaf(SectionPage, _both("DEMOCRACY"), is_in_menu=True, children=(_INTERNATIONAL,)), *_FOOTER),
)
