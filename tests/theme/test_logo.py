import pytest
from django.core.exceptions import ValidationError

from vanort.theme.emblem import icon_asset, logo_asset
from vanort.theme.logo import LARGEST, clean_svg
from vanort.theme.palette import Palette

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 80 40">%s</svg>'


@pytest.mark.parametrize(
    "danger",
    [
        b"<script>alert(1)</script>",
        b'<path onload="alert(1)" d="M0 0"/>',
        b'<use xlink:href="https://evil.example/x.svg#a"/>',
        b'<image href="https://evil.example/x.png"/>',
        b"<foreignObject><p>x</p></foreignObject>",
        b'<rect style="background:url(https://evil.example)"/>',
        b'<rect fill="url(https://evil.example)"/>',
        b'<animate attributeName="href" values="javascript:alert(1)"/>',
        b"<style>@import 'https://evil.example/x.css'</style>",
    ],
)
def test_nothing_that_moves_or_fetches_is_left_in_a_logo(danger):
    cleaned = clean_svg(SVG % danger)
    for word in (b"script", b"onload", b"evil", b"foreignObject", b"javascript", b"<style", b"animate"):
        assert word not in cleaned


def test_the_drawing_itself_is_kept():
    drawing = b'<path fill="url(#a)" d="M4 28V12h4z"/><use href="#b"/>'
    assert b'fill="url(#a)"' in clean_svg(SVG % drawing)
    assert b'href="#b"' in clean_svg(SVG % drawing)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a",
        b"<html></html>",
        b"<!DOCTYPE x [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>",
    ],
)
def test_what_is_no_logo_is_refused(content):
    with pytest.raises(ValidationError):
        clean_svg(content)


def test_a_large_file_is_refused():
    with pytest.raises(ValidationError):
        logo_asset(b" " * (LARGEST + 1))


def test_a_logo_keeps_its_shape_at_the_height_of_the_header():
    made = logo_asset(SVG % b"")
    assert (made.width, made.height) == (72, 36)
    assert made.path.startswith("/-/logo.") and made.path.endswith(".svg")


def test_a_png_is_measured_and_published_as_it_is():
    png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (200).to_bytes(4) + (100).to_bytes(4)
    made = logo_asset(png)
    assert (made.body, made.width, made.content_type) == (png, 72, "image/png")


def test_the_icon_wears_the_colours_of_the_municipality():
    icon = icon_asset(Palette.parse("#123456", "#ffffff", "#f2b705", "#f5f3ee", "#0b4f6c"))
    assert b"#123456" in icon.body
