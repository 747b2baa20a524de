import pytest

from vanort.publishing import snapshot
from vanort.publishing.publication import Press

from .sites import BASE, Town, show


@pytest.fixture
def data(tmp_path, settings):
    """A data folder of its own."""
    settings.VANORT_DATA = tmp_path
    return tmp_path


@pytest.fixture
def town():
    return Town({"/": "Kalmar", "/wismar/": "Wismar"})


@pytest.fixture
def press(data, town, monkeypatch):
    """A press that prints the made-up town.

    Reads through the connection of the test, whose transaction no other connection sees; that the snapshot is one
    is tested with real processes.
    """
    monkeypatch.setattr(snapshot, "ALIAS", "default")
    return Press(data=data, load_site=lambda using: town.site(), show=show, base_url=BASE)
