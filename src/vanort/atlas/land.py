"""The world's land: rings of points on the sphere, read once from `land.json.gz`.

Land lies to the left of every ring. Each ring is cut into runs of a few dozen points with a cap around
them, so that what lies far from the map is passed over in one step per run.
"""

import gzip
import json
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians, sin, sqrt
from pathlib import Path

FILE = Path(__file__).with_name("land.json.gz")
RUN = 48


@dataclass(frozen=True)
class Run:
    """Points `start` to `end` (exclusive) of a ring, all within the cap: `reach` radians around `middle`."""

    start: int
    end: int
    middle: tuple[float, float, float]
    cos_reach: float
    sin_reach: float


@dataclass(frozen=True)
class Ring:
    """`points` are unit vectors; `degrees` the same points as (longitude, latitude)."""

    points: tuple
    degrees: tuple
    runs: tuple


@lru_cache(maxsize=1)
def rings():
    """All rings, the largest first. Takes about 0.1 s the first time, nothing after."""
    data = json.loads(gzip.decompress(FILE.read_bytes()))
    return tuple(_ring(flat, data["scale"]) for flat in data["rings"])


def _ring(flat, scale):
    x = y = 0
    degrees = []
    for step_x, step_y in zip(flat[::2], flat[1::2], strict=True):
        x, y = x + step_x, y + step_y
        degrees.append((x / scale, y / scale))
    points = tuple(_vector(*place) for place in degrees)
    return Ring(points, tuple(degrees), tuple(_runs(points)))


def _vector(longitude, latitude):
    phi, lam = radians(latitude), radians(longitude)
    return cos(phi) * cos(lam), cos(phi) * sin(lam), sin(phi)


def _runs(points):
    for start in range(0, len(points), RUN):
        end = min(start + RUN, len(points))
        # The first point of the next run belongs to the cap too: the edge that leads there is ours.
        inside = points[start : end + 1] + points[:1] * (end == len(points))
        middle = _mean(inside)
        nearest = max(-1.0, min(sum(a * b for a, b in zip(middle, point, strict=True)) for point in inside))
        yield Run(start, end, middle, nearest, sqrt(max(0.0, 1 - nearest * nearest)))


def _mean(points):
    sums = [sum(axis) for axis in zip(*points, strict=True)]
    length = sqrt(sum(value * value for value in sums)) or 1.0
    return tuple(value / length for value in sums)


def is_land(latitude, longitude):
    """Whether a point in degrees is land: coasts crossed on the way due north to the Pole, which is sea."""
    crossed = 0
    for ring in rings():
        previous = _east_of(ring.degrees[-1], longitude)
        for here in (_east_of(place, longitude) for place in ring.degrees):
            crossed += _passes_above(previous, here, latitude)
            previous = here
    return crossed % 2 == 1


def _east_of(place, longitude):
    return (place[0] - longitude + 180) % 360 - 180, place[1]


def _passes_above(a, b, latitude):
    if (a[0] < 0) == (b[0] < 0) or abs(a[0] - b[0]) >= 180:
        return False
    return a[1] + (b[1] - a[1]) * a[0] / (a[0] - b[0]) > latitude
