"""The two sheets a map is drawn on: one for wide windows and print, one for phones.

All lengths are in the sheet's own units. A wide sheet is shown about one pixel to the unit; the narrow
one about half a pixel, so everything on it is twice as large. `map.css` sets the same sizes of letters.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sheet:
    """Letters: `name`, `home`, `figure` are font sizes. `dot`, `home_dot`, `arrow` are radii."""

    key: str
    width: int
    height: int
    side: int  # room kept beside the outermost places
    above: int  # room kept over and under them
    name: int
    home: int
    figure: int
    dot: int
    home_dot: int
    arrow: int
    touch: int  # radius within which a finger meets a place, where neighbours leave room


WIDE = Sheet("wide", 1080, 610, 96, 58, 21, 25, 15, 7, 10, 11, 20)
NARROW = Sheet("narrow", 720, 740, 70, 80, 32, 36, 25, 11, 15, 17, 33)
# For a phone when the names are too many for the narrow sheet: smaller letters, more height.
CROWDED = Sheet("narrow map-crowded", 720, 960, 60, 90, 26, 31, 22, 9, 13, 14, 27)
