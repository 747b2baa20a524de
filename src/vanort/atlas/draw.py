"""From a home and its partners to the drawing: one for wide windows and print, one for phones."""

from collections.abc import Sequence

from .layout import laid_out
from .sheet import NARROW, WIDE
from .spot import Spot, Words
from .svg import written


def draw(home: Spot, spots: Sequence[Spot], words: Words) -> str:
    """Return the map as two `<svg>` elements, of which `map.css` shows one by the width of the window.

    Every partner is a link with a whole name (place, distance, direction, status); those far outside the frame stand
    at its edge with an arrow. Deterministic: the same input gives the same bytes.
    """
    return "".join(written(laid_out(home, spots, words, sheet), words) for sheet in (WIDE, NARROW))
