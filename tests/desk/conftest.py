"""A small register and one person per role."""

import pytest
from django.test import Client

from vanort.accounts.models import User
from vanort.accounts.roles import LABELS, ensure_roles
from vanort.desk.roles import grant_roles
from vanort.pages.models import FrontPage, TiesPage
from vanort.pages.starter import Leaf, Sheet, plant
from vanort.places.actions import edit_home, edit_place
from vanort.places.models import Place, PlaceName
from vanort.places.partial_dates import PartialDate
from vanort.relations.actions import add_start, change_status, create_relation, show_relation
from vanort.relations.usual_kinds import ensure_usual_kinds

from ..days import TODAY


def place_named(name, country="DE", latitude="53.89000", longitude="11.45000", **values):
    """A place with a name of its own and a point."""
    from vanort.desk.new_tie import free_slug

    place = Place(slug=free_slug(name), country=country, latitude=latitude, longitude=longitude, **values)
    return edit_place(place=place, values={}, parts=[PlaceName(name=name)], by=None)


@pytest.fixture
def people(db):
    """One user per role, by role."""
    grant_roles()
    groups, users = ensure_roles(), {}
    for number, role in enumerate(LABELS):
        user = User.objects.create(username=f"person{number}", first_name=role.capitalize())
        user.groups.add(groups[role])
        users[role] = user
    return users


@pytest.fixture
def signed_in(people):
    """A function from role to a client that has signed in."""

    def enter(role):
        client = Client()
        client.force_login(people[role], backend="django.contrib.auth.backends.ModelBackend")
        return client

    return enter


@pytest.fixture
def tree(db):
    """A front page and a list in each language, public."""
    listed = Leaf(TiesPage, {"sv": Sheet("Våra vänorter", "vanorter"), "en": Sheet("Our twin towns", "twin-towns")})
    front = Leaf(FrontPage, {"sv": Sheet("Hem"), "en": Sheet("Home")}, children=(listed,))
    return plant(front, languages=("sv", "en"), by=None)


@pytest.fixture
def kinds(db):
    return ensure_usual_kinds(by=None)


@pytest.fixture
def wismar(kinds):
    """A public tie, active since 2002."""
    edit_home(
        values={"organisation": {"sv": "Kalmar kommun"}, "place": place_named("Kalmar", "SE", "56.66000", "16.36000")},
        by=None,
    )
    tie = create_relation(place=place_named("Wismar"), kind=kinds["vanort"], by=None)
    add_start(relation=tie, started=PartialDate.parse("2002"), source_title="Avtalet", by=None)
    change_status(relation=tie, status="active", effective=PartialDate.parse("2002"), by=None, on=TODAY)
    show_relation(relation=tie, by=None)
    tie.refresh_from_db()
    return tie
