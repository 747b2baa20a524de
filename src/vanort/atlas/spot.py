"""What the atlas is handed: places to draw and the words to draw them with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Spot:
    """A place on the map.

    `lang` is the language of the name where it differs from the page's, else empty. `note` says the
    status in words, in the page's language. Coordinates in degrees.
    """

    key: str
    name: str
    latitude: float
    longitude: float
    href: str = ""
    lang: str = ""
    country: str = ""
    is_former: bool = False
    note: str = ""


@dataclass(frozen=True)
class Words:
    """Every text on the map but the names of places, in the page's language.

    Patterns are filled with `str.format`: `km` and `far` with {km}, a number already written;
    `place` with {name} and {country}; `link_name` with {place}, {distance}, {direction} and {note}.
    """

    title: str
    description: str
    km: str = "{km} km"
    far: str = "{km} km"
    place: str = "{name}, {country}"
    link_name: str = "{place}, {distance} {direction}, {note}"
    link_name_without_note: str = "{place}, {distance} {direction}"
    compass: Mapping[str, str] = field(default_factory=dict)
    number: Callable[[int], str] = str

    def distance(self, kilometres):
        """A distance in whole kilometres as the page says it."""
        return self.km.format(km=self.number(kilometres))

    def far_distance(self, kilometres):
        """A distance rounded as one says it of a place beyond the frame: to hundreds, or tens below a thousand."""
        step = 100 if kilometres >= 1000 else 10
        return self.far.format(km=self.number(round(kilometres / step) * step))

    def link(self, spot, kilometres, direction):
        """The accessible name of a place's link: `kilometres` whole, `direction` a compass key."""
        place = self.place.format(name=spot.name, country=spot.country) if spot.country else spot.name
        pattern = self.link_name if spot.note else self.link_name_without_note
        said = self.compass.get(direction, direction)
        return pattern.format(place=place, distance=self.distance(kilometres), direction=said, note=spot.note)
