import gzip
import json
from math import hypot
from time import process_time

import pytest
from hypothesis import given, settings

from vanort.atlas import land
from vanort.atlas.clip import land_within, to_box
from vanort.atlas.coast import NEARLY_ALL, land_path
from vanort.atlas.frame import fitted
from vanort.atlas.projection import Projection
from vanort.atlas.sheet import WIDE

from .worlds import KALMAR, TEN, latitudes, longitudes

PLACES = [
    ("Kalmar's inland", 57.2, 15.5, True), ("the Baltic", 55.5, 18.0, False), ("the Sahara", 23.0, 10.0, True),
    ("the Caspian", 41.5, 51.0, False), ("Antarctica", -85.0, 60.0, True), ("the South Pole", -90.0, 0.0, True),
    ("the North Pole", 90.0, 0.0, False), ("Chukotka, west", 67.0, 179.0, True), ("Chukotka, east", 67.0, -179.0, True),
    ("the Pacific", 0.0, -150.0, False),
    ("San Marino, no hole", 43.94, 12.46, True), ("Lesotho, no hole", -29.5, 28.2, True),
]  # fmt: skip


@pytest.mark.parametrize(("place", "latitude", "longitude", "expected"), PLACES, ids=[place[0] for place in PLACES])
def test_land_is_land_and_sea_is_sea(place, latitude, longitude, expected):
    assert land.is_land(latitude, longitude) is expected


def test_the_file_says_where_it_comes_from_and_stays_small():
    assert "Natural Earth" in json.loads(gzip.decompress(land.FILE.read_bytes()))["note"]
    assert land.FILE.stat().st_size < 300_000


def test_no_border_is_left_on_the_mainland():
    """Inside Europe, far from every coast, no outline passes: Czechia, Austria, Slovakia, Hungary."""
    within = [(x, y) for ring in land.rings() for x, y in ring.degrees if 12.5 < x < 22 and 47 < y < 51.5]
    assert within == []


def _holds(polygons, x, y):
    inside = False
    for polygon in polygons:
        for (x1, y1), (x2, y2) in zip(polygon, polygon[1:] + polygon[:1], strict=True):
            if (y1 > y) != (y2 > y) and x < x1 + (x2 - x1) * (y - y1) / (y2 - y1):
                inside = not inside
    return inside


@pytest.mark.parametrize(("place", "latitude", "longitude", "expected"), PLACES, ids=[place[0] for place in PLACES])
@pytest.mark.parametrize(
    "home", [(56.66, 16.36), (-43.53, 172.63), (90.0, 0.0), (-90.0, 0.0), (0.0, 180.0), (42.0, -3.0)]
)
def test_on_every_map_of_the_world_land_stays_land(home, place, latitude, longitude, expected):
    projection = Projection(*home)
    x, y = projection.forward(latitude, longitude)
    if hypot(x, y) < NEARLY_ALL - 500:
        # A hair off, so that no ray passes through a corner.
        assert _holds(land_within(projection, NEARLY_ALL), x + 0.0123, y + 0.0077) is expected


@given(latitudes, longitudes)
@settings(max_examples=15)
def test_no_outline_leaps_across_the_map(latitude, longitude):
    """Every edge is short, but along the rim: nothing is torn at the date line, the poles or opposite home."""
    for polygon in land_within(Projection(latitude, longitude), NEARLY_ALL):
        for (x1, y1), (x2, y2) in zip(polygon, polygon[1:] + polygon[:1], strict=True):
            on_rim = min(hypot(x1, y1), hypot(x2, y2)) > NEARLY_ALL - 2500
            assert hypot(x2 - x1, y2 - y1) < (8000 if on_rim else 1500)


def test_a_frame_wholly_on_land_is_filled_and_one_at_sea_is_empty():
    sahara, pacific = Projection(23.0, 10.0), Projection(0.0, -150.0)
    view = fitted([(100.0, 0.0), (-100.0, 50.0)], WIDE)
    assert land_path(sahara, view, 1.0) == "m-3-3 1086 0 0 616-1086 0z" or len(land_path(sahara, view, 1.0)) < 60
    assert land_path(pacific, view, 1.0) == ""


def test_a_box_cuts_a_polygon_to_itself():
    square = [(-10.0, -10.0), (10.0, -10.0), (10.0, 10.0), (-10.0, 10.0)]
    assert sorted(to_box(square, 0, 0, 5, 5)) == [(0, 0), (0, 5), (5, 0), (5, 5)]
    assert to_box(square, 20, 20, 30, 30) == []


def test_the_coast_of_kalmars_map_is_quick():
    projection = Projection(KALMAR.latitude, KALMAR.longitude)
    view = fitted([projection.forward(spot.latitude, spot.longitude) for spot in TEN[:6]], WIDE)
    land.rings()
    started = process_time()
    land_path.__wrapped__(projection, view, 1.0)
    assert process_time() - started < 0.25
