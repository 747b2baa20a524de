"""Maps that are true from home, and the distances and directions that go with them. Pure: no Django, no network."""

from pathlib import Path

from . import geodesy
from .draw import Drawing, draw
from .geodesy import compass_point
from .spot import Spot, Words

__all__ = ["CSS", "Drawing", "Spot", "Words", "bearing", "compass_point", "distance_km", "draw"]

CSS = Path(__file__).with_name("map.css")


def distance_km(a, b):
    """Kilometres along the Earth between two things with `latitude` and `longitude` in degrees."""
    return geodesy.distance_km(*_degrees(a), *_degrees(b))


def bearing(a, b):
    """Direction from a to b in degrees clockwise from north, for things with `latitude` and `longitude`."""
    return geodesy.bearing(*_degrees(a), *_degrees(b))


def _degrees(point):
    return float(point.latitude), float(point.longitude)
