"""Which part of the world a map shows: as much as its places need, no more."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from statistics import median_high

from .geodesy import FARTHEST_KM

REACH = 3.0  # a place more than so many median distances away does not decide the frame
SMALLEST_KM = 60.0  # half the least width: nearer, the coasts are too coarse
ALONE_KM = 700.0  # half the width around a home without partners


@dataclass(frozen=True)
class View:
    """Maps kilometres from home to units of a sheet: `home_x`, `home_y` is home's place, y downwards."""

    width: int
    height: int
    home_x: float
    home_y: float
    units_per_km: float

    def place(self, x, y):
        """Kilometres east and north of home to units on the sheet."""
        return self.home_x + x * self.units_per_km, self.home_y - y * self.units_per_km

    @property
    def farthest_km(self):
        """Distance from home to the farthest corner."""
        dx = max(self.home_x, self.width - self.home_x)
        dy = max(self.home_y, self.height - self.home_y)
        return hypot(dx, dy) / self.units_per_km


def near(offsets: Sequence[tuple[float, float]], reach: float = REACH) -> list[bool]:
    """For each place (kilometres x, y from home): whether it belongs inside the frame."""
    if not offsets:
        return []
    distances = [hypot(x, y) for x, y in offsets]
    limit = max(median_high(distances) * reach, SMALLEST_KM)
    return [distance <= limit for distance in distances]


def fitted(offsets: Sequence[tuple[float, float]], sheet) -> View:
    """The view that shows home and the given places (kilometres from home) with room around them."""
    xs, ys = _extent([x for x, _ in offsets]), _extent([y for _, y in offsets])
    least = SMALLEST_KM if offsets else ALONE_KM
    across = max(xs[1] - xs[0], 2 * least)
    along = max(ys[1] - ys[0], 2 * least * sheet.height / sheet.width)
    scale = min((sheet.width - 2 * sheet.side) / across, (sheet.height - 2 * sheet.above) / along)
    # Never smaller than the whole world.
    scale = max(scale, min(sheet.width, sheet.height) / (2 * FARTHEST_KM))
    home_x = sheet.width / 2 - scale * (xs[0] + xs[1]) / 2
    home_y = sheet.height / 2 + scale * (ys[0] + ys[1]) / 2
    return View(sheet.width, sheet.height, round(home_x), round(home_y), scale)


def _extent(values):
    return min([0.0, *values]), max([0.0, *values])
