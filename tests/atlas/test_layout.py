"""Nothing on a map covers anything else, wherever on Earth home and its partners are."""

from itertools import combinations
from math import hypot

import pytest
from hypothesis import HealthCheck, example, given, settings

from vanort.atlas.geodesy import distance_km
from vanort.atlas.layout import arrow, clockwise, laid_out
from vanort.atlas.shapes import Box, square
from vanort.atlas.sheet import CROWDED, NARROW, WIDE
from vanort.atlas.targets import LEAST

from .worlds import CHRISTCHURCH, ELEVEN, KALMAR, KIRUNA, NORDIC, SISTERS, TEN, TOKYO, WORDS, homes, partners, spot

sheets = pytest.mark.parametrize("sheet", [WIDE, NARROW], ids=["wide", "narrow"])
slow = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
CROWD = tuple(spot(f"Ort nummer {n}", 50 + n * 7 % 13, 5 + n * 11 % 29, is_former=n % 5 == 0) for n in range(30))


def check(layout, sheet):
    boxes = [tie.stand.box for tie in layout.ties if tie.stand] + [stand.box for stand in [layout.home] if stand]
    everything = Box(0, 0, sheet.width, sheet.height)
    assert all(everything.holds(box) for box in boxes)
    assert not any(a.overlaps(b) for a, b in combinations(boxes, 2)), "labels"
    marks = [square(tie.x, tie.y, sheet.arrow if tie.is_far else sheet.dot) for tie in layout.ties]
    marks.append(square(layout.view.home_x, layout.view.home_y, sheet.home_dot))
    assert not any(box.overlaps(mark) for box in boxes for mark in marks), "a mark under a label"
    assert all(everything.holds(mark) for mark in marks)
    figures = [figure.box for figure in layout.figures]
    assert not any(a.overlaps(b) for a, b in combinations(figures, 2)), "figures"
    assert not any(figure.overlaps(other) for figure in figures for other in [*boxes, *marks]), "a figure on something"
    assert not any(line.crosses(figure) for line in layout.lines for figure in figures), "a figure on a line"


@sheets
@given(home=homes(), spots=partners())
@example(home=KALMAR, spots=())
@example(home=KALMAR, spots=TEN[:1])
@example(home=KALMAR, spots=TEN[:1] * 6)
@example(home=KALMAR, spots=(KALMAR,) * 3)
@example(home=TOKYO, spots=TEN)
@example(home=CHRISTCHURCH, spots=SISTERS)
@slow
def test_no_label_covers_a_label_a_mark_or_a_figure_nor_leaves_the_sheet(sheet, home, spots):
    layout = laid_out(home, spots, WORDS, sheet)
    assert len(layout.ties) == len(spots)
    check(layout, sheet)


@sheets
@given(home=homes(), spots=partners())
@example(home=KALMAR, spots=TEN[:1] * 6)
@slow
def test_no_two_targets_overlap(sheet, home, spots):
    ties = laid_out(home, spots, WORDS, sheet).ties
    for a, b in combinations(ties, 2):
        (x1, y1, r1), (x2, y2, r2) = a.target, b.target
        if min(r1, r2) > LEAST:
            assert hypot(x1 - x2, y1 - y2) >= r1 + r2 - 0.1


@pytest.mark.parametrize(("sheet", "scale"), [(WIDE, 0.615), (NARROW, 0.4)], ids=["wide", "narrow"])
def test_kalmars_targets_are_large_enough_on_the_smallest_screens(sheet, scale):
    """Twenty-four pixels across, the wide map in a window of 721 pixels, the narrow one in 320."""
    for tie in laid_out(KALMAR, TEN, WORDS, sheet).ties:
        assert 2 * tie.target.radius * scale >= 24, tie.spot.name
        assert hypot(tie.x - tie.target.x, tie.y - tie.target.y) < tie.target.radius


@pytest.mark.parametrize("sheet", [WIDE, CROWDED], ids=["wide", "crowded"])
def test_thirty_ties_hold_and_most_have_their_names(sheet):
    layout = laid_out(KALMAR, CROWD, WORDS, sheet)
    check(layout, sheet)
    assert len(layout.unplaced) <= (0 if sheet is WIDE else 12)


@sheets
@pytest.mark.parametrize(
    ("home", "spots"),
    [(KALMAR, TEN), (KALMAR, ELEVEN), (KIRUNA, NORDIC), (CHRISTCHURCH, SISTERS)],
    ids=["Kalmar", "Kalmar with Kaliningrad", "Kiruna", "Christchurch"],
)
def test_on_real_maps_every_name_stands_free_of_every_line(home, spots, sheet):
    layout = laid_out(home, spots, WORDS, sheet)
    check(layout, sheet)
    assert layout.unplaced == ()
    assert not any(line.crosses(tie.stand.box) for line in layout.lines for tie in layout.ties)
    assert layout.figures


def test_places_far_outside_stand_at_the_edge_pointing_away_with_a_rounded_distance():
    ties = {tie.spot.name: tie for tie in laid_out(KALMAR, TEN, WORDS, WIDE).ties}
    assert [name for name, tie in ties.items() if tie.is_far] == ["Wilmington", "Entebbe"]
    assert ties["Wilmington"].distance == "6\N{NO-BREAK SPACE}500\N{NO-BREAK SPACE}km"
    assert ties["Wilmington"].x < 30
    assert ties["Entebbe"].y > WIDE.height - 30
    tip, *back = arrow(ties["Entebbe"], WIDE.arrow)
    assert all(tip[1] > y for _, y in back)


def test_places_inside_stand_where_they_are():
    layout = laid_out(KALMAR, TEN, WORDS, WIDE)
    for tie in layout.ties:
        if not tie.is_far:
            x, y = tie.x - layout.view.home_x, tie.y - layout.view.home_y
            assert hypot(x, y) / layout.view.units_per_km == pytest.approx(tie.kilometres, abs=2)
            true = distance_km(KALMAR.latitude, KALMAR.longitude, tie.spot.latitude, tie.spot.longitude)
            assert tie.kilometres == pytest.approx(true)


def test_links_are_read_clockwise_from_north():
    directions = [tie.direction for tie in clockwise(laid_out(KALMAR, TEN, WORDS, WIDE).ties)]
    assert directions == sorted(directions)


def test_the_same_map_is_drawn_the_same():
    assert laid_out(KALMAR, TEN, WORDS, NARROW) == laid_out(KALMAR, TEN, WORDS, NARROW)
