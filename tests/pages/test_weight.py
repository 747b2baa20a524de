"""The first view, page and style sheet, within what a server may send before it hears back."""

from dataclasses import replace

import brotli
import pytest

from vanort.pages.addresses import addresses
from vanort.pages.facts.files import map_css
from vanort.pages.show import show
from vanort.theme.palette import Palette
from vanort.theme.stylesheet import stylesheet

from .samples import FACTS, ON

FIRST_WINDOW = 14_000
KALMAR = Palette.parse("#0b4f6c", "#ffffff", "#f2b705", "#f5f3ee", "#0b4f6c")


@pytest.fixture(scope="module")
def sheet():
    return stylesheet(KALMAR, map_css())


@pytest.mark.parametrize("path", addresses(FACTS))
def test_page_and_style_sheet_fit_the_first_window(path, sheet):
    facts = replace(FACTS, look=replace(FACTS.look, stylesheet=sheet.path))
    body = show(addresses(facts)[path], facts, ON).body
    assert len(brotli.compress(body)) + len(brotli.compress(sheet.body)) < FIRST_WINDOW
