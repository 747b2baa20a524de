"""For the pages: the sample without a drawn map, which the atlas keeps files of its own for."""

import pytest

from vanort.pages import world


@pytest.fixture
def plain_map(monkeypatch):
    """A map that says what it was asked to draw, in place of the drawing."""

    def draw(home, spots, words):
        drawn = " ".join(f"{spot.key}{'(former)' if spot.is_former else ''}" for spot in spots)
        svg = f'<svg role="img" aria-label="{words.title}"><desc>{home.key}: {drawn}</desc></svg>'
        return world.atlas.Drawing(svg, svg)

    monkeypatch.setattr(world.atlas, "draw", draw, raising=False)
    # Drawn maps are remembered; these are not to be mistaken for real ones, nor the other way round.
    world._svg.cache_clear()
    yield
    world._svg.cache_clear()
