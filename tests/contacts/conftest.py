"""An office with a function and two persons, all made up."""

import pytest

from vanort.contacts.actions import save_card, save_organisation, save_unit
from vanort.contacts.models import ContactCard, Organisation, Unit

from ..days import TODAY


def a_card(unit, person="", **values):
    """A card that was confirmed today."""
    given = {"unit": unit, "role": {"sv": "Samordnare", "en": "Coordinator"}, **values}
    return save_card(card=ContactCard(), values=given, new_person=person, on=TODAY, by=None)


@pytest.fixture
def office(db):
    organisation = save_organisation(
        organisation=Organisation(), values={"names": {"sv": "Kalmar kommun"}, "country": "SE"}, by=None
    )
    return save_unit(
        unit=Unit(), values={"organisation": organisation, "names": {"sv": "Kommunledningskontoret"}}, by=None
    )


@pytest.fixture
def nils(office):
    return a_card(office, "Nils Påhittsson", email="nils@kalmar.example", phone="031-390 06 12")


@pytest.fixture
def ida(office):
    return a_card(office, "Ida Påhittsdotter", email="ida@kalmar.example", phone="031-390 06 13")
