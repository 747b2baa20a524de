"""Maps drawn from home: true distance and direction, as SVG, by the server. Pure: no Django, no network, no clock."""

from .draw import draw
from .geodesy import bearing, compass_point, distance_km
from .spot import Spot, Words

__all__ = ["Spot", "Words", "bearing", "compass_point", "distance_km", "draw"]
