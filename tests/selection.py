"""Which tests need what: told by the fixtures they ask for, so that nobody forgets a mark.

Loaded with `-p tests.selection`. `--only-database` leaves out what would be the same again on another database.
"""

import pytest
from django.test import TransactionTestCase

ASKS_A_DATABASE = {"db", "transactional_db", "demo_site", "own_site"}
ASKS_A_BROWSER = {"chromium"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--only-database", action="store_true", help="only what asks a database: for a second engine")


def asks_a_database(item: pytest.Item) -> bool:
    """Whether the test, directly or by a fixture, asks a database; when in doubt, yes."""
    if {"database", "django_db", "postgres"} & {mark.name for mark in item.iter_markers()}:
        return True
    kind = getattr(item, "cls", None)
    if kind is not None and issubclass(kind, TransactionTestCase):
        return True
    return bool(ASKS_A_DATABASE & set(getattr(item, "fixturenames", ())))


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark what drives the browser and what asks a database."""
    if ASKS_A_BROWSER & set(getattr(item, "fixturenames", ())):
        item.add_marker("browser")
    if asks_a_database(item):
        item.add_marker("database")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With `--only-database`, leave out the others."""
    if config.getoption("--only-database"):
        others = [item for item in items if item.get_closest_marker("database") is None]
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if item.get_closest_marker("database") is not None]
