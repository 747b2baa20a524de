"""The map: from places to what the atlas draws."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from vanort import atlas
from vanort.atlas.geodesy import bearing, compass_point, distance_km
from vanort.atlas.spot import Spot, Words
from vanort.pages.facts.shapes import PlaceFacts
from vanort.theme.formats import country, kilometres, number
from vanort.theme.texts import Texts


@dataclass(frozen=True)
class Partner:
    """A place on the map, where its link leads and how it stands in words."""

    place: PlaceFacts
    href: str
    is_former: bool = False
    note: str = ""


@dataclass(frozen=True)
class Map:
    """A map as SVG: the wide sheet, and the narrow one for phones and margins."""

    wide: Markup
    narrow: Markup


def drawing(home: PlaceFacts | None, partners: Sequence[Partner], title: str, language: str) -> Map | None:
    """The map, or None when there is nothing to draw it from."""
    drawn = [one for one in partners if one.place.latitude is not None]
    if home is None or home.latitude is None or not drawn:
        return None
    spots = tuple(_spot(one.place, language, one) for one in drawn)
    svg = _svg(_spot(home, language), spots, title, language)
    return Map(Markup(svg.wide), Markup(svg.narrow))  # noqa: S704  the atlas escapes what it is handed


@lru_cache(maxsize=1024)
def _svg(home: Spot, spots: tuple[Spot, ...], title: str, language: str) -> atlas.Drawing:
    """Remembered: the map is the dearest part of a page, and most publications change no place on it."""
    return atlas.draw(home, spots, _words(title, language))


def where(home: PlaceFacts | None, place: PlaceFacts, language: str) -> str:
    """``437 km åt sydväst``; empty when either has no point."""
    if home is None or home.latitude is None or place.latitude is None:
        return ""
    ends = (home.latitude, home.longitude, place.latitude, place.longitude)
    texts = Texts(language)
    direction = compass(texts)[compass_point(bearing(*ends))]
    far = kilometres(distance_km(*ends), language)
    return texts._("%(distance)s to the %(direction)s") % {"distance": far, "direction": direction}


def compass(texts: Texts) -> dict[str, str]:
    """The eight directions as they are said after a distance."""
    return {
        "n": texts._("north"),
        "ne": texts._("north-east"),
        "e": texts._("east"),
        "se": texts._("south-east"),
        "s": texts._("south"),
        "sw": texts._("south-west"),
        "w": texts._("west"),
        "nw": texts._("north-west"),
    }


def _spot(place: PlaceFacts, language: str, partner: Partner | None = None) -> Spot:
    name, lang = place.name_in(language)
    if place.latitude is None or place.longitude is None:
        raise ValueError(f"{place.slug} has no point")
    return Spot(
        key=place.slug,
        name=name,
        lang=lang,
        country=country(place.country, language),
        latitude=place.latitude,
        longitude=place.longitude,
        href=partner.href if partner else "",
        is_former=partner is not None and partner.is_former,
        note=partner.note if partner else "",
    )


def _words(title: str, language: str) -> Words:
    texts = Texts(language)
    return Words(
        title=title,
        description=texts._("Distance and direction are true from home. The list says the same as the map."),
        km="{km}\N{NO-BREAK SPACE}km",
        far="{km}\N{NO-BREAK SPACE}km",
        place="{name}, {country}",
        link_name=texts._("{place}, {distance} to the {direction}, {note}"),
        link_name_without_note=texts._("{place}, {distance} to the {direction}"),
        compass=compass(texts),
        number=lambda value: number(value, language),
    )
