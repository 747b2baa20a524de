from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from vanort.atlas import arrange
from vanort.atlas.labels import Label, placed
from vanort.atlas.shapes import Box, Line, square
from vanort.atlas.textwidth import broken, text_width

SHEET = Box(0, 0, 400, 300)
labels = st.builds(
    Label,
    st.floats(0, 400),
    st.floats(0, 300),
    st.just(6.0),
    st.tuples(st.tuples(st.floats(5, 200), st.just(20.0))),
)


@given(st.lists(labels, max_size=12))
def test_labels_never_overlap_even_when_not_all_can_stay(found):
    stands = [stand for stand in placed(found, [square(one.x, one.y, 6) for one in found], [], SHEET) if stand]
    assert all(SHEET.holds(stand.box) for stand in stands)
    assert not any(a.box.overlaps(b.box) for a, b in combinations(stands, 2))
    assert not any(stand.leader and stand.leader.crosses(other.box) for stand in stands for other in stands)


def test_a_sole_label_stands_close_to_the_right_of_its_mark():
    (stand,) = placed([Label(100, 100, 6, ((60, 20),))], [square(100, 100, 6)], [], SHEET)
    assert (stand.anchor, stand.leader) == ("start", None)
    assert 106 < stand.box.left < 116


def test_a_label_moves_off_a_line():
    line = Line(0, 100, 400, 100)
    (stand,) = placed([Label(100, 100, 6, ((60, 20),))], [square(100, 100, 6)], [line], SHEET)
    assert not line.crosses(stand.box)


def test_a_label_wider_than_the_sheet_is_left_out():
    assert placed([Label(100, 100, 6, ((900, 20),))], [square(100, 100, 6)], [], SHEET) == [None]


def test_of_two_that_cannot_both_stay_the_dearer_stays():
    narrow = Box(0, 0, 120, 30)
    pair = [Label(20, 15, 6, ((80, 20),)), Label(21, 15, 6, ((80, 20),), weight=2.0)]
    assert [stand is not None for stand in placed(pair, [], [], narrow)] == [False, True]
    assert arrange.arranged([[], []], [0, 0]) == [None, None]


def test_widths_are_never_less_than_those_of_a_wide_font():
    """Measured in DejaVu Sans Bold at 100 units."""
    for text, width in {"Kalmar": 401, "Wilmington": 648, "Panevėžys": 594, "Полтава": 482, "Árborg": 388}.items():
        assert width <= text_width(text, 100) <= width * 1.25
    assert text_width("大连", 100) == 210


def test_a_long_name_is_broken_at_the_blank_that_halves_it():
    assert broken("Pommerns vojvodskap", 20, 200) == ("Pommerns", "vojvodskap")
    assert broken("Wismar", 20, 200) == ("Wismar",)
    assert broken("Llanfairpwllgwyngyll", 20, 200) == ("Llanfairpwllgwyngyll",)
