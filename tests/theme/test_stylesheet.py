import re

from vanort.theme.palette import Palette
from vanort.theme.stylesheet import SITE_CSS, squeezed, stylesheet

KALMAR = Palette.parse("#0b4f6c", "#ffffff", "#f2b705", "#f5f3ee", "#0b4f6c")


def test_five_values_make_another_sheet_at_another_address():
    other = stylesheet(Palette.parse("#5c1a33", "#ffffff", "#f2b705", "#f5f3ee", "#5c1a33"))
    assert other.path != stylesheet(KALMAR).path
    assert b"#5c1a33" in other.body


def test_the_same_values_give_the_same_bytes():
    assert stylesheet(KALMAR, ".map{}").body == stylesheet(KALMAR, ".map{}").body


def test_the_rules_of_the_map_come_before_those_of_print():
    body = stylesheet(KALMAR, ".map-rule{color:red}").body.decode()
    assert body.index(".map-rule") < body.index("@media print")


def test_the_sheet_fetches_nothing():
    body = stylesheet(KALMAR).body.decode()
    assert "url(" not in body and "@import" not in body


def test_every_colour_that_is_used_is_defined():
    body = stylesheet(KALMAR).body.decode()
    used = set(re.findall(r"var\(--([a-z-]+)", body))
    defined = set(re.findall(r"--([a-z-]+):", body))
    assert used <= defined


def test_no_colour_is_written_beside_the_palette():
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)", re.sub(r"/\*.*?\*/", "", SITE_CSS.read_text(), flags=re.S))


def test_squeezing_keeps_what_matters():
    assert squeezed("a { color : red; }\n/* x */ b{c: d}") == "a{color :red}b{c:d}"


def test_dark_print_forced_colours_and_small_screens_are_thought_of():
    body = stylesheet(KALMAR).body.decode()
    for condition in ("prefers-color-scheme:dark", "@media print", "forced-colors:active", "prefers-reduced-motion"):
        assert condition in body
