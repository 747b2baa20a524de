"""Rings of equal distance around home, at round distances, each with its figure where there is room."""

from math import cos, pi, sin
from typing import NamedTuple

from .geodesy import FARTHEST_KM
from .shapes import Box

ROUND = (1, 2, 2.5, 5, 10)
MOST = 5
SIDES = 24


class Figure(NamedTuple):
    """A ring's figure, centred on x, y (the middle of its letters)."""

    text: str
    x: float
    y: float
    box: Box


def distances(view):
    """Round distances in kilometres, the nearest first, at most five, of the rings that the view shows."""
    step = _round_down(view.farthest_km / (MOST - 0.5))
    limit = min(view.farthest_km * 0.98, FARTHEST_KM)
    return [step * number for number in range(1, MOST + 1) if step * number < limit]


def _round_down(length):
    power = 1.0
    while power * 10 <= length:
        power *= 10
    return round(max(size * power for size in ROUND if size * power <= max(length, power)))


def figures(view, texts, size, taken, lines, frame):
    """Figures for rings: `texts` is (kilometres, text, width) of each.

    As many as possible stand on one ray from home, the others where they fit.
    None covers `taken` boxes or `lines`, nor leaves the frame; a ring without room has no figure.
    """

    def on(ray, ring):
        kilometres, text, width = ring
        radius = kilometres * view.units_per_km
        x, y = view.home_x + sin(ray) * radius, view.home_y - cos(ray) * radius
        box = Box(x - width / 2, y - size * 0.55, x + width / 2, y + size * 0.55).grown(size * 0.2)
        is_free = frame.holds(box) and not any(box.overlaps(other) for other in taken)
        return Figure(text, x, y, box) if is_free and not any(line.crosses(box) for line in lines) else None

    rays = sorted(
        (pi + 2 * pi * side / SIDES for side in range(SIDES)),
        key=lambda ray: -abs(cos(ray - pi)) - 0.1 * (ray > 2 * pi),
    )
    best = max(rays, key=lambda ray: sum(on(ray, ring) is not None for ring in texts), default=pi)
    found: list[Figure] = []
    for ring in texts:
        figure = on(best, ring) or next(filter(None, (on(ray, ring) for ray in rays)), None)
        if figure and not any(figure.box.overlaps(other.box) for other in found):
            found.append(figure)
    return found
