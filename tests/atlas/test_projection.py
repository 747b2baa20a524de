from math import atan2, degrees, hypot

import pytest
from hypothesis import assume, given

from vanort.atlas.geodesy import FARTHEST_KM, bearing, distance_km
from vanort.atlas.projection import Projection

from .worlds import latitudes, longitudes


@given(latitudes, longitudes, latitudes, longitudes)
def test_distance_and_direction_from_the_centre_are_true(lat0, lon0, lat, lon):
    x, y = Projection(lat0, lon0).forward(lat, lon)
    kilometres = distance_km(lat0, lon0, lat, lon)
    assert hypot(x, y) == pytest.approx(kilometres, abs=0.01)
    assume(1 < kilometres < FARTHEST_KM - 1 and abs(lat0) < 89.9)
    turn = degrees(atan2(x, y)) - bearing(lat0, lon0, lat, lon)
    assert (turn + 180) % 360 - 180 == pytest.approx(0, abs=0.01)


@given(latitudes, longitudes, latitudes, longitudes)
def test_a_point_comes_back_from_the_map(lat0, lon0, lat, lon):
    projection = Projection(lat0, lon0)
    assume(distance_km(lat0, lon0, lat, lon) < FARTHEST_KM - 1)
    assert distance_km(lat, lon, *projection.inverse(*projection.forward(lat, lon))) == pytest.approx(0, abs=0.01)


def test_the_point_opposite_home_lies_on_the_rim():
    assert hypot(*Projection(10, 20).forward(-10, -160)) == pytest.approx(FARTHEST_KM)
