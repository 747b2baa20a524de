"""Whom to ask in the demonstration: the two roles of the municipality's page of 2015, held by made-up persons.

The phone numbers are from the series that are kept free for fiction, and the addresses lead nowhere.
"""

import datetime as dt

from vanort.accounts.models import User
from vanort.contacts.actions import save_card, save_organisation, save_unit
from vanort.contacts.models import ContactCard, Organisation, Unit
from vanort.pages.actions import name_page_contacts
from vanort.pages.models import SectionPage

from .kalmar import HOME

_MADE_UP = {"sv": "Påhittad person, för demonstrationen.", "en": "A made-up person, for the demonstration."}
_PLACE = {
    "visiting_street": HOME["visiting_street"],
    "latitude": "56.66340",
    "longitude": "16.36560",
    "postal_box": HOME["postal_box"],
    "postcode": HOME["postcode"],
    "post_town": HOME["post_town"],
    "note": _MADE_UP,
}
_PEOPLE = (
    (
        "Karin Påhittsdotter",
        {
            "role": {"sv": "Administratör", "en": "Administrator"},
            "phone": "031-390 06 11",
            "email": "karin.pahittsdotter@kalmar.example",
        },
    ),
    (
        "Nils Påhittsson",
        {
            "role": {
                "sv": "Strateg EU/internationella frågor",
                "en": "Strategist, EU and international affairs",
            },
            "phone": "031-390 06 12",
            "mobile": "070-174 06 12",
            "email": "nils.pahittsson@kalmar.example",
        },
    ),
)


def add_people(*, on: dt.date, by: User | None) -> None:
    """Add the cards, confirmed on that day, and let the page about international work name them."""
    organisation = save_organisation(organisation=Organisation(), values={"names": HOME["organisation"]}, by=by)
    names = {"sv": "Kommunledningskontoret", "en": "Municipal executive office"}
    unit = save_unit(unit=Unit(), values={"organisation": organisation, "names": names}, by=by)
    cards = [
        save_card(card=ContactCard(), new_person=name, values={**_PLACE, **values, "unit": unit}, on=on, by=by)
        for name, values in _PEOPLE
    ]
    page = SectionPage.objects.get(slug="internationellt-arbete")
    name_page_contacts(page=page, cards=cards, by=by)
