from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanort.atlas import rings
from vanort.atlas.frame import fitted, near
from vanort.atlas.geodesy import FARTHEST_KM
from vanort.atlas.sheet import NARROW, WIDE

offsets = st.lists(st.tuples(st.floats(-14000, 14000), st.floats(-14000, 14000)), max_size=20)
sheets = pytest.mark.parametrize("sheet", [WIDE, NARROW], ids=["wide", "narrow"])


def test_a_place_three_times_the_median_away_decides_no_frame():
    assert near([(100, 0), (0, 200), (-300, 0), (0, -700)]) == [True, True, True, True]
    assert near([(100, 0), (0, 200), (-200, 0), (0, -700)]) == [True, True, True, False]
    assert near([]) == []


def test_a_sole_partner_is_always_inside_however_far():
    assert near([(14000, 0)]) == [True]


@sheets
@given(found=offsets)
def test_home_and_all_that_is_near_lie_well_inside_the_sheet(sheet, found):
    inside = [offset for offset, is_near in zip(found, near(found), strict=True) if is_near]
    view = fitted(inside, sheet)
    for x, y in [*(view.place(*offset) for offset in inside), (view.home_x, view.home_y)]:
        assert sheet.side - 2 <= x <= sheet.width - sheet.side + 2 or view.units_per_km * 2 * FARTHEST_KM < sheet.width
        assert 0 <= y <= sheet.height


@sheets
@given(found=offsets)
def test_rings_are_round_few_and_touch_the_view(sheet, found):
    view = fitted(found, sheet)
    found_rings = rings.distances(view)
    assert 2 <= len(found_rings) <= rings.MOST
    step = found_rings[0]
    assert found_rings == [step * (number + 1) for number in range(len(found_rings))]
    assert str(step).rstrip("0") in {"1", "2", "25", "5"}
    assert found_rings[-1] < view.farthest_km


def test_the_wide_sheet_is_wide_and_the_narrow_about_square():
    assert WIDE.width / WIDE.height == pytest.approx(1.75, abs=0.05)
    assert NARROW.width / NARROW.height == pytest.approx(1, abs=0.1)


def test_a_home_alone_has_a_map_of_its_surroundings():
    view = fitted([], WIDE)
    assert (view.home_x, view.home_y) == (WIDE.width / 2, WIDE.height / 2)
    assert 500 < hypot(WIDE.width, WIDE.height) / 2 / view.units_per_km < 1500
