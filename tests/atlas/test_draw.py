from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import brotli
import pytest

from vanort import atlas
from vanort.atlas.land import rings

from .worlds import KALMAR, TEN, WORDS, spot

EXPECTED = Path(__file__).parents[1] / "expected" / "atlas_kalmar.svg"
CSS = atlas.CSS.read_text()


def drawn(home, spots):
    return "".join(atlas.draw(home, spots, WORDS))


def parsed(home=KALMAR, spots=TEN):
    return ElementTree.fromstring(f"<div>{drawn(home, spots)}</div>")


def test_kalmars_map_is_drawn_as_kept():
    """After a wanted change: look at the map, then write the new one to tests/expected/atlas_kalmar.svg."""
    assert drawn(KALMAR, TEN) == EXPECTED.read_text().rstrip("\n")


def test_both_maps_together_cost_at_most_six_kilobytes():
    assert len(brotli.compress(drawn(KALMAR, TEN).encode())) < 6000
    assert len(brotli.compress(CSS.encode())) < 1200


def test_nothing_on_the_map_is_forbidden_by_a_strict_content_policy():
    for element in parsed().iter():
        assert element.tag not in {"style", "script", "image", "foreignObject", "use"}
        assert not any(name.startswith("on") or name == "style" for name in element.attrib)
        assert element.get("href", "/").startswith("/")


def test_every_place_is_one_link_on_each_map_with_its_whole_name():
    for svg in parsed():
        links = svg.findall("a")
        assert [link.get("href") for link in links] == [link.get("href") for link in parsed()[0].findall("a")]
        assert len(links) == len(TEN)
        names = {link.find("title").text for link in links}
        assert "Wismar, Tyskland, 437\N{NO-BREAK SPACE}km åt sydväst, Aktiv" in names
        assert "Silkeborg, Danmark, 422\N{NO-BREAK SPACE}km åt väster, Avslutad 2007" in names


def test_links_read_clockwise_and_only_once_by_keyboard():
    svg = parsed()[0]
    assert [link.find("title").text.split(",")[0] for link in svg.findall("a")][:3] == [
        "Nyslott",
        "Panevėžys",
        "Poltava",
    ]
    hidden = svg.find("g[@aria-hidden='true']")
    assert all(link.get("tabindex") == "-1" for link in hidden.iter("a"))


def test_a_former_tie_is_an_open_circle_on_a_dotted_line():
    svg = parsed()[0]
    (link,) = [link for link in svg.findall("a") if link.get("class") == "old"]
    assert link.find("text").text == "Silkeborg"
    assert [path.get("class") for path in svg.findall(".//g[@class='ties']//path")].count("old") == 1
    assert ".map .old .dot{fill:var(--halo)" in CSS
    assert ".map .ties .old{stroke-dasharray:1 6" in CSS


def test_a_name_says_its_language_where_it_is_not_the_pages():
    texts = {text.text: text.get("lang") for text in parsed()[0].iter("text")}
    assert texts["Gdańsk"] == "pl"
    assert texts["Nyslott"] is None


def test_the_map_is_a_group_with_a_name_and_a_description_of_its_own():
    wide, narrow = parsed()
    identifiers = [element.get("id") for element in [*wide.iter(), *narrow.iter()] if element.get("id")]
    assert len(identifiers) == len(set(identifiers)) == 4
    for svg in (wide, narrow):
        assert svg.get("role") == "group"
        assert svg.find("title").get("id") == svg.get("aria-labelledby")
        assert svg.find("desc").get("id") == svg.get("aria-describedby")


def test_whatever_a_name_contains_it_stays_text():
    evil = replace(TEN[0], name='<b onload="x">&', href='/"><script>')
    assert "<b" not in drawn(KALMAR, [evil])
    assert "<script" not in drawn(KALMAR, [evil])
    ElementTree.fromstring(f"<div>{drawn(KALMAR, [evil])}</div>")


def test_a_place_without_an_address_is_a_mark_without_a_link():
    svg = ElementTree.fromstring(f"<div>{drawn(KALMAR, [replace(TEN[0], href='')])}</div>")[0]
    assert not list(svg.iter("a"))
    assert svg.findall("g")[1].find("title").text.startswith("Árborg, Island")


def test_a_home_without_partners_still_has_a_map():
    assert "Kalmar" in drawn(KALMAR, ())


def test_a_crowd_takes_the_smaller_letters_on_the_phone_only():
    crowd = [spot(f"Ort nummer {n}", 50 + n * 7 % 13, 5 + n * 11 % 29) for n in range(30)]
    assert 'class="map map-narrow map-crowded"' in drawn(KALMAR, crowd)
    assert "map-crowded" not in drawn(KALMAR, TEN)


@pytest.mark.parametrize("moved", range(3))
def test_drawing_again_is_quick(moved):
    from time import process_time

    rings()
    spots = [*TEN[moved:], *TEN[:moved]]
    drawn(KALMAR, spots)
    started = process_time()
    drawn(KALMAR, spots)
    assert process_time() - started < 0.05
