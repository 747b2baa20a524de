"""Distances and directions on a sphere of the Earth's mean radius.

The sphere is off from the true shape by at most 0.56 % of a distance and 0.2 degrees of a direction:
enough for "437 km south-west", and the same sphere that the map is drawn on, so that words and map agree.
"""

from math import asin, atan2, cos, degrees, radians, sin, sqrt

EARTH_KM = 6371.0088
FARTHEST_KM = EARTH_KM * 3.141592653589793
COMPASS = ("n", "ne", "e", "se", "s", "sw", "w", "nw")


def distance_km(lat1, lon1, lat2, lon2):
    """Great-circle distance in kilometres between two points in degrees (haversine; error at most 0.56 %)."""
    phi1, phi2 = radians(lat1), radians(lat2)
    half_lat, half_lon = (phi2 - phi1) / 2, radians(lon2 - lon1) / 2
    chord = sin(half_lat) ** 2 + cos(phi1) * cos(phi2) * sin(half_lon) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(chord)))


def bearing(lat1, lon1, lat2, lon2):
    """Direction in which one sets out from the first point to the second: degrees clockwise from north, 0 ≤ b < 360.

    Of two equal or opposite points it means nothing; then it is some number in range.
    """
    phi1, phi2, turn = radians(lat1), radians(lat2), radians(lon2 - lon1)
    east = sin(turn) * cos(phi2)
    north = cos(phi1) * sin(phi2) - sin(phi1) * cos(phi2) * cos(turn)
    return degrees(atan2(east, north)) % 360 % 360


def compass_point(direction):
    """One of the eight keys n, ne, e, se, s, sw, w, nw for a bearing in degrees (any number of turns)."""
    return COMPASS[round(direction / 45) % 8]
