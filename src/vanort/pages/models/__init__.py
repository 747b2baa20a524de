from vanort.pages.models.front_page import FrontPage
from vanort.pages.models.page_contact import PageContact
from vanort.pages.models.place_words import PlaceWords
from vanort.pages.models.section_page import SectionPage
from vanort.pages.models.ties_page import TiesPage

__all__ = ["FrontPage", "PageContact", "PlaceWords", "SectionPage", "TiesPage"]
