import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanort.theme.colours import BLACK, WHITE, Colour, contrast, readable
from vanort.theme.palette import DARK_PAPER, PAPER, TEXT, Palette, dark, light, shortfalls

channels = st.integers(0, 255)
colours = st.builds(Colour, channels, channels, channels)
palettes = st.builds(Palette, colours, colours, colours, colours, colours)
KALMAR = Palette.parse("#0b4f6c", "#ffffff", "#f2b705", "#f5f3ee", "#0b4f6c")


def test_black_on_white_has_the_greatest_contrast():
    assert contrast(BLACK, WHITE) == pytest.approx(21)


def test_contrast_of_a_known_pair():
    # #767676 is the well-known lightest grey that passes on white.
    assert contrast(Colour.parse("#767676"), WHITE) == pytest.approx(4.54, abs=0.01)


@given(colours, colours)
def test_contrast_does_not_care_for_the_order(one, other):
    assert contrast(one, other) == contrast(other, one) >= 1


@given(colours)
def test_a_colour_reads_back_what_it_writes(colour):
    assert Colour.parse(str(colour)) == colour


@pytest.mark.parametrize("text", ["", "red", "#fff", "#12345g", "#0b4f6c;"])
def test_what_is_no_colour_is_refused(text):
    with pytest.raises(ValueError, match="not a colour"):
        Colour.parse(text)


@given(colours)
def test_readable_finds_a_shade_that_can_be_read_on_dark_paper(colour):
    assert contrast(readable(colour, (DARK_PAPER,), 7, WHITE), DARK_PAPER) >= 7


def test_the_sample_palette_has_no_shortfall():
    assert shortfalls(KALMAR) == []


def test_each_shortfall_names_the_value_to_mend():
    pale = Palette.parse("#ffff00", "#ffffff", "#ffee00", "#777777", "#aaaaaa")
    assert {miss.name for miss in shortfalls(pale)} == {"brand_ink", "brand", "accent", "sand", "link"}


@given(palettes)
def test_dark_pages_can_be_read_whatever_the_five_colours(palette):
    made = dark(palette)
    for text in ("ink", "muted", "link", "strong"):
        for ground in ("paper", "sand"):
            assert contrast(made[text], made[ground]) >= TEXT, (text, ground)


@given(palettes)
def test_quiet_text_on_light_pages_can_be_read_when_the_palette_is_accepted(palette):
    if not shortfalls(palette):
        made = light(palette)
        assert contrast(made["muted"], PAPER) >= TEXT
        assert contrast(made["strong"], made["sand"]) >= TEXT
