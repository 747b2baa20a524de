from vanort.pages.models.accessibility_statement_page import AccessibilityStatementPage
from vanort.pages.models.front_page import FrontPage
from vanort.pages.models.page_contact import PageContact
from vanort.pages.models.place_words import PlaceWords
from vanort.pages.models.section_page import SectionPage
from vanort.pages.models.ties_page import TiesPage
from vanort.pages.models.translation_mark import TranslationMark

__all__ = [
    "AccessibilityStatementPage",
    "FrontPage",
    "PageContact",
    "PlaceWords",
    "SectionPage",
    "TiesPage",
    "TranslationMark",
]
