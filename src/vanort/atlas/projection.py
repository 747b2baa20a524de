"""Azimuthal equidistant projection: distance and direction from its centre are true.

Kilometres east (x) and north (y) of the centre. Only the point opposite the centre has no place: it is
spread over the whole rim, 20,015 km away.
"""

from dataclasses import dataclass
from functools import cached_property
from math import asin, atan2, cos, degrees, hypot, radians, sin

from .geodesy import EARTH_KM


@dataclass(frozen=True)
class Projection:
    """Centre in degrees."""

    latitude: float
    longitude: float

    @cached_property
    def axes(self):
        """Unit vectors up, east and north at the centre, in the Earth's own three dimensions."""
        phi, lam = radians(self.latitude), radians(self.longitude)
        up = (cos(phi) * cos(lam), cos(phi) * sin(lam), sin(phi))
        east = (-sin(lam), cos(lam), 0.0)
        north = (-sin(phi) * cos(lam), -sin(phi) * sin(lam), cos(phi))
        return up, east, north

    def forward(self, latitude, longitude):
        """Degrees to kilometres (x, y)."""
        phi, lam = radians(latitude), radians(longitude)
        return self.place((cos(phi) * cos(lam), cos(phi) * sin(lam), sin(phi)))

    def place(self, point):
        """A unit vector to kilometres (x, y)."""
        # Written out, because a map asks it of some ten thousand points.
        (u1, u2, u3), (e1, e2, _), (n1, n2, n3) = self.axes
        x, y, z = point
        up, east, north = u1 * x + u2 * y + u3 * z, e1 * x + e2 * y, n1 * x + n2 * y + n3 * z
        across = hypot(east, north)
        if across < 1e-15:
            return (0.0, 0.0) if up > 0 else (0.0, EARTH_KM * atan2(across, up))
        stretch = EARTH_KM * atan2(across, up) / across
        return east * stretch, north * stretch

    def inverse(self, x, y):
        """Kilometres back to degrees (latitude, longitude in -180…180)."""
        angle = hypot(x, y) / EARTH_KM
        if not angle:
            return self.latitude, (self.longitude + 180) % 360 - 180
        across, length = sin(angle), hypot(x, y)
        weights = (cos(angle), across * x / length, across * y / length)
        a, b, c = (sum(w * axis[i] for w, axis in zip(weights, self.axes, strict=True)) for i in range(3))
        return degrees(asin(max(-1.0, min(1.0, c)))), degrees(atan2(b, a))
