"""Cutting land: first to a cap of the sphere around home, then to the frame of the map.

The cap makes every map safe: what lies opposite home, and would be torn over the whole rim, is cut off
before it is projected. The pieces are closed along the cap's edge, land on the left as everywhere.
"""

from bisect import bisect_right
from math import acos, atan2, cos, pi, sin, sqrt

from . import land
from .geodesy import EARTH_KM

ARC = pi / 36


def land_within(projection, radius_km):
    """Polygons (lists of kilometres x, y; even-odd together) of the land within a radius of the centre."""
    angle = radius_km / EARTH_KM
    closed: list[list] = []
    open_pieces: list[list] = []
    for ring in land.rings():
        pieces, is_whole = _inside(ring, projection.axes[0], cos(angle), sin(angle))
        drawn = [[projection.place(point) for point in piece] for piece in pieces]
        (closed if is_whole else open_pieces).extend(drawn)
    if open_pieces:
        return closed + _joined(open_pieces, radius_km)
    rim_north = projection.inverse(0.0, radius_km)
    return closed + [_arc(0.0, 2 * pi, radius_km)] * land.is_land(*rim_north)


def _inside(ring, up, cos_angle, sin_angle):
    """The ring's pieces within the cap, and whether it is within as a whole."""
    heights = _heights(ring, up, cos_angle, sin_angle)
    if not heights:
        return [], False
    if len(heights) == len(ring.points) and min(heights.values()) > cos_angle:
        return [ring.points], True
    return _cut(ring.points, heights, cos_angle), False


def _heights(ring, up, cos_angle, sin_angle):
    """Cosine of the distance from the cap's middle, for the points of all runs that may touch the cap."""
    heights, points = {}, ring.points
    a, b, c = up
    for run in ring.runs:
        x, y, z = run.middle
        cos_between = a * x + b * y + c * z
        # Far apart: the angle between the middles is larger than the cap and the run together.
        if cos_between < cos_angle * run.cos_reach - sin_angle * run.sin_reach and _fits(cos_angle, run.cos_reach):
            continue
        for i in range(run.start, run.end + 1):
            i %= len(points)
            x, y, z = points[i]
            heights[i] = a * x + b * y + c * z
    return heights


def _fits(cos_angle, cos_reach):
    """Whether the two angles together are less than half a turn, so that their cosines can be compared."""
    return acos(max(-1.0, min(1.0, cos_angle))) + acos(max(-1.0, min(1.0, cos_reach))) < pi


def _cut(points, heights, limit):
    count, pieces = len(points), []
    outside = -2.0
    starts = [i for i, height in heights.items() if height > limit >= heights.get((i - 1) % count, outside)]
    for start in starts:
        i, piece = (
            start,
            [_crossing(points[start - 1], points[start], heights[(start - 1) % count], heights[start], limit)],
        )
        while heights[i] > limit:
            piece.append(points[i])
            i = (i + 1) % count
        piece.append(_crossing(points[i], points[i - 1], heights[i], heights[(i - 1) % count], limit))
        pieces.append(piece)
    return pieces


def _crossing(outer, inner, outer_height, inner_height, limit):
    share = (limit - outer_height) / (inner_height - outer_height)
    point = [a + (b - a) * share for a, b in zip(outer, inner, strict=True)]
    length = sqrt(sum(value * value for value in point)) or 1.0
    return tuple(value / length for value in point)


def _joined(pieces, radius):
    """Closes pieces along the rim: from where one leaves, counter-clockwise to where the next comes in."""
    entries = sorted((_turn(piece[0]), number) for number, piece in enumerate(pieces))
    angles = [angle for angle, _ in entries]
    used, polygons = set(), []
    for first in range(len(pieces)):
        polygon, number = [], first
        while number not in used:
            used.add(number)
            polygon += pieces[number]
            leaving = _turn(pieces[number][-1])
            following = bisect_right(angles, leaving) % len(entries)
            angle, number = entries[following]
            polygon += _arc(leaving, angle if angle > leaving else angle + 2 * pi, radius)
        if polygon:
            polygons.append(polygon)
    return polygons


def _turn(point):
    return atan2(point[1], point[0]) % (2 * pi)


def _arc(start, end, radius):
    steps = int((end - start) / ARC)
    return [(radius * cos(start + i * ARC), radius * sin(start + i * ARC)) for i in range(1, steps + 1)]


def to_box(polygon, left, top, right, bottom):
    """The part of a polygon in a rectangle (Sutherland and Hodgman); pieces may stay joined along its edge."""
    for axis, limit, sign in ((0, left, 1), (0, right, -1), (1, top, 1), (1, bottom, -1)):
        polygon = _half(polygon, axis, limit, sign)
        if not polygon:
            return []
    return polygon


def _half(polygon, axis, limit, sign):
    kept = []
    previous = polygon[-1]
    before = (previous[axis] - limit) * sign
    for point in polygon:
        here = (point[axis] - limit) * sign
        if (here >= 0) != (before >= 0):
            share = before / (before - here)
            kept.append(
                (previous[0] + (point[0] - previous[0]) * share, previous[1] + (point[1] - previous[1]) * share)
            )
        if here >= 0:
            kept.append(point)
        previous, before = point, here
    return kept
