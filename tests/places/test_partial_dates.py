"""Dates as sources give them: read, kept, compared and said."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanort.places.partial_dates import PartialDate

years = st.integers(1000, 2999)
days = st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31))
canonical = st.one_of(
    years.map(str),
    days.map(lambda day: f"{day:%Y-%m}".rjust(7, "0")),
    days.map(dt.date.isoformat),
    years.map(lambda year: f"{year}~"),
    st.integers(100, 299).map(lambda decade: f"{decade}X"),
    st.tuples(years, st.integers(1, 60)).map(lambda pair: f"{pair[0]}/{pair[0] + pair[1]}"),
)


@given(canonical, st.sampled_from(["sv", "en"]))
def test_what_is_said_in_either_language_is_read_back_as_the_same_date(text, language):
    date = PartialDate.parse(text)
    assert PartialDate.parse(date.formatted(language)) == date


@given(canonical)
def test_the_canonical_form_is_its_own_reading(text):
    assert PartialDate.parse(text).text == text


@given(canonical)
def test_the_first_day_is_never_after_the_last(text):
    date = PartialDate.parse(text)
    assert date.earliest <= date.latest
    assert date.is_exact == (date.earliest == date.latest)


@given(days)
def test_a_day_lies_in_its_month_its_year_and_its_decade(day):
    for text in (f"{day:%Y-%m}".rjust(7, "0"), str(day.year), f"{day.year}~", f"{day.year // 10}X"):
        date = PartialDate.parse(text)
        assert date.earliest <= day <= date.latest, text


@given(canonical, canonical)
def test_dates_are_ordered_by_their_first_day(one, other):
    first, second = PartialDate.parse(one), PartialDate.parse(other)
    if first.earliest < second.earliest:
        assert first < second and not second < first


@given(st.text(max_size=20))
def test_any_text_is_a_date_or_refused_in_words(text):
    date, refused = None, ""
    try:
        date = PartialDate.parse(text)
    except ValueError as problem:
        refused = str(problem)
    assert refused or len(date.text) <= 12


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("maj 1991", "1991-05"),
        ("17 maj 1991", "1991-05-17"),
        ("17 May 1991", "1991-05-17"),
        ("Maj  1991", "1991-05"),
        ("1950-talet", "195X"),
        ("the 1950s", "195X"),
        ("1946/47", "1946/1947"),
        ("1946–1947", "1946/1947"),
        ("omkring 1946", "1946~"),
        ("ca 1946", "1946~"),
        ("about May 1991", "1991-05~"),
        ("sept. 2007", "2007-09"),
        ("29 februari 2024", "2024-02-29"),
    ],
)
def test_dates_are_read_as_people_write_them(written, text):
    assert PartialDate.parse(written).text == text


@pytest.mark.parametrize(
    "written", ["", "snart", "31 februari 2024", "1991-13", "1991-02-30", "1947/46", "1946/1946", "17.5.91", "0000"]
)
def test_what_is_no_date_is_refused(written):
    with pytest.raises(ValueError, match="inget datum"):
        PartialDate.parse(written)
