from datetime import date

import pytest
from markupsafe import Markup

from vanort.theme import formats


@pytest.mark.parametrize(("language", "said"), [("sv", "24 april 2015"), ("en", "24 April 2015")])
def test_a_day_in_each_language(language, said):
    assert formats.day(date(2015, 4, 24), language) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2025, 10, 22), date(2025, 10, 22), "22 oktober 2025"),
        (date(2025, 10, 22), date(2025, 10, 25), "22–25 oktober 2025"),
        (date(2025, 10, 22), date(2025, 11, 3), "22 oktober – 3 november 2025"),
        (date(2025, 12, 30), date(2026, 1, 3), "30 december 2025 – 3 januari 2026"),
    ],
)
def test_a_range_says_nothing_twice(first, last, said):
    assert formats.days(first, last, "sv") == said


def test_swedish_numbers_group_with_a_space_that_does_not_break():
    assert formats.number(43300, "sv") == "43\N{NO-BREAK SPACE}300"


def test_english_numbers_group_with_a_comma():
    assert formats.number(43300, "en") == "43,300"


def test_a_distance_keeps_its_unit():
    assert formats.kilometres(436.6, "sv") == "437\N{NO-BREAK SPACE}km"


@pytest.mark.parametrize(
    ("items", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a och b"), (["a", "b", "c"], "a, b och c")]
)
def test_a_list_is_joined_as_swedish_has_it(items, said):
    assert formats.joined(items, "sv") == said


def test_joining_escapes_what_is_not_markup():
    assert formats.joined(["<x>", Markup("<b>y</b>")], "en") == "&lt;x&gt; and <b>y</b>"


def test_countries_by_their_name_or_else_their_code():
    assert formats.country("IS", "sv") == "Island"
    assert formats.country("TR", "en") == "Türkiye"
    assert formats.country("ZZZ", "sv") == "ZZZ"


@pytest.mark.parametrize(("size", "said"), [(10, "1 kB"), (120_400, "120 kB"), (1_440_000, "1,4 MB")])
def test_file_sizes_are_rounded_as_people_say_them(size, said):
    assert formats.file_size(size, "sv").replace("\N{NO-BREAK SPACE}", " ") == said
