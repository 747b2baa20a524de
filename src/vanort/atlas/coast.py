"""The land of one view as path data. Kept, because a map is drawn anew at every publication and in every language."""

from functools import lru_cache

from .clip import land_within, to_box
from .geodesy import FARTHEST_KM
from .simplify import path, simplified, thinned

OVER = 3  # the land reaches so far beyond the sheet that its cut edge is never seen
NEARLY_ALL = FARTHEST_KM * 0.993  # what lies opposite home is left out: it would be smeared over the rim


@lru_cache(maxsize=64)
def land_path(projection, view, tolerance):
    """Path data in units of the sheet; empty where there is only sea. Even-odd."""
    radius = min(view.farthest_km * 1.1 + 80, NEARLY_ALL)
    box = (-OVER, -OVER, view.width + OVER, view.height + OVER)
    left, top, scale = view.home_x, view.home_y, view.units_per_km
    outlines = []
    for polygon in land_within(projection, radius):
        on_sheet = [(left + x * scale, top - y * scale) for x, y in polygon]
        inside = to_box(thinned(on_sheet, tolerance / 2), *box)
        if len(inside) > 2:
            outlines.append(simplified(inside, tolerance))
    return path(outline for outline in outlines if len(outline) > 2)
