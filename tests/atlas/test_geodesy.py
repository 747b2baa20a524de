import pytest
from hypothesis import given

from vanort import atlas
from vanort.atlas.geodesy import FARTHEST_KM, bearing, compass_point, distance_km

from .worlds import KALMAR, TEN, latitudes, longitudes


@pytest.mark.parametrize(
    ("name", "kilometres", "point"),
    [
        ("Gdańsk", 295, "se"),
        ("Wismar", 437, "sw"),
        ("Árborg", 2173, "nw"),
        ("Nyslott", 915, "ne"),
        ("Entebbe", 6457, "s"),
        ("Wilmington", 6523, "nw"),
    ],
)
def test_kalmars_towns_are_as_far_away_and_in_the_direction_as_they_are(name, kilometres, point):
    town = next(spot for spot in TEN if spot.name == name)
    assert atlas.distance_km(KALMAR, town) == pytest.approx(kilometres, abs=1.5)
    assert compass_point(atlas.bearing(KALMAR, town)) == point


def test_a_degree_of_latitude_is_a_sixtieth_of_sixty_nautical_miles_within_the_stated_error():
    assert distance_km(0, 0, 1, 0) == pytest.approx(111.19, abs=0.01)
    assert distance_km(0, 0, 0, 180) == pytest.approx(FARTHEST_KM)


@given(latitudes, longitudes, latitudes, longitudes)
def test_there_is_as_far_as_back_and_never_farther_than_half_way_round(lat1, lon1, lat2, lon2):
    there, back = distance_km(lat1, lon1, lat2, lon2), distance_km(lat2, lon2, lat1, lon1)
    assert there == pytest.approx(back, abs=1e-6)
    assert 0 <= there <= FARTHEST_KM + 1e-6
    assert 0 <= bearing(lat1, lon1, lat2, lon2) < 360


@pytest.mark.parametrize(
    ("direction", "point"),
    [
        (0, "n"),
        (22.4, "n"),
        (22.6, "ne"),
        (90, "e"),
        (135, "se"),
        (180, "s"),
        (225, "sw"),
        (270, "w"),
        (337.6, "n"),
        (-45, "nw"),
    ],
)
def test_a_bearing_has_one_of_eight_names(direction, point):
    assert compass_point(direction) == point
