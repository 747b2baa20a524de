"""Where everything stands on a sheet: land, rings, ties, marks and their labels."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, cos, hypot, pi, radians, sin

from .coast import land_path
from .frame import View, fitted, near
from .geodesy import bearing, compass_point, distance_km
from .labels import Label, Stand, placed
from .projection import Projection
from .shapes import Box, Line, square
from .sheet import Sheet
from .spot import Spot, Words
from .spread import at_edge, spread
from .textwidth import text_width

RINGS = 3  # at the most, besides home
STEPS = (25, 50, 100, 250, 500, 1000, 2500, 5000, 10000)
RING_ANGLES = tuple(pi / 2 + turn * pi / 12 for n in range(13) for turn in ((n,) if n == 0 else (n, -n)))


@dataclass(frozen=True)
class Mark:
    """A partner on the sheet. `is_far`: it stands at the edge; `turn` is its direction, radians clockwise from up."""

    spot: Spot
    x: float
    y: float
    turn: float
    is_far: bool
    link_name: str
    lines: tuple[str, ...]
    stand: Stand | None


@dataclass(frozen=True)
class Ring:
    """A circle of equal distance and, where there is room for it, its figure."""

    radius: int
    figure: str
    x: float
    y: float
    has_room: bool


@dataclass(frozen=True)
class Layout:
    """A sheet ready to be written down."""

    sheet: Sheet
    view: View
    home: Spot
    home_stand: Stand | None
    land: str
    rings: tuple[Ring, ...]
    marks: tuple[Mark, ...]


def laid_out(home: Spot, spots: Sequence[Spot], words: Words, sheet: Sheet) -> Layout:
    """Find a place for everything on one sheet."""
    projection = Projection(home.latitude, home.longitude)
    offsets = [projection.forward(spot.latitude, spot.longitude) for spot in spots]
    inside = near(offsets)
    view = fitted([offset for offset, is_near in zip(offsets, inside, strict=True) if is_near], sheet)
    points = _points(offsets, inside, view, sheet)
    texts = [_text(home, spot, is_near, words, sheet) for spot, is_near in zip(spots, inside, strict=True)]
    labels = [_home_label(home, view, sheet)]
    labels += [
        _label(point, lines, is_near, view, sheet)
        for point, lines, is_near in zip(points, texts, inside, strict=True)
    ]
    ties = [Line(view.home_x, view.home_y, x, y) for x, y in points]
    dots = [square(label.x, label.y, label.radius) for label in labels]
    stands = placed(labels, dots, ties, _frame(sheet, 6))
    marks = tuple(
        _mark(home, spot, point, is_near, lines, stand, words)
        for spot, point, is_near, lines, stand in zip(spots, points, inside, texts, stands[1:], strict=True)
    )
    taken = [*dots, *(stand.box for stand in stands if stand)]
    return Layout(
        sheet,
        view,
        home,
        stands[0],
        land_path(projection, view, 0.8 if sheet.key == "wide" else 1.4),
        tuple(_rings(view, words, sheet, taken, ties)),
        marks,
    )


def _frame(sheet: Sheet, inset: float) -> Box:
    return Box(inset, inset, sheet.width - inset, sheet.height - inset)


def _points(
    offsets: Sequence[tuple[float, float]], inside: Sequence[bool], view: View, sheet: Sheet
) -> list[tuple[float, float]]:
    close = [view.place(*offset) for offset, is_near in zip(offsets, inside, strict=True) if is_near]
    margin = sheet.dot + 4
    fixed = (view.home_x, view.home_y, sheet.home_dot + sheet.touch)
    close = spread(close, 2 * sheet.touch, fixed, _frame(sheet, margin))
    turns = [atan2(x, y) for (x, y), is_near in zip(offsets, inside, strict=True) if not is_near]
    edge = _frame(sheet, sheet.arrow + 8)
    far = at_edge((view.home_x, view.home_y), turns, edge, 3 * sheet.touch) if turns else []
    waiting, beyond = iter(close), iter(far)
    return [next(waiting) if is_near else next(beyond) for is_near in inside]


def _text(home: Spot, spot: Spot, is_near: bool, words: Words, sheet: Sheet) -> tuple[str, ...]:
    if is_near:
        return (spot.name,)
    distance = words.far_distance(distance_km(home.latitude, home.longitude, spot.latitude, spot.longitude))
    return (spot.name, distance) if sheet.is_stacked else (f"{spot.name} {distance}",)


def _home_label(home: Spot, view: View, sheet: Sheet) -> Label:
    line = (text_width(home.name, sheet.home), float(sheet.home))
    return Label(view.home_x, view.home_y, sheet.home_dot, (line,), may_lead=False, weight=3.0)


def _label(
    point: tuple[float, float], lines: Sequence[str], is_near: bool, view: View, sheet: Sheet
) -> Label:
    x, y = point
    sizes = tuple((text_width(line, sheet.name), float(sheet.name)) for line in lines)
    radius = sheet.dot if is_near else sheet.arrow
    return Label(x, y, radius, sizes, atan2(y - view.home_y, x - view.home_x), weight=1.0 if is_near else 2.0)


def _mark(
    home: Spot, spot: Spot, point: tuple[float, float], is_near: bool, lines: tuple[str, ...],
    stand: Stand | None, words: Words,
) -> Mark:
    ends = (home.latitude, home.longitude, spot.latitude, spot.longitude)
    direction = bearing(*ends)
    name = words.link(spot, round(distance_km(*ends)), compass_point(direction))
    return Mark(spot, *point, radians(direction), not is_near, name, lines, stand)


def _rings(view: View, words: Words, sheet: Sheet, taken: list[Box], ties: list[Line]) -> list[Ring]:
    reach = hypot(view.width, view.height) / 2 / view.units_per_km
    step = next((one for one in STEPS if reach / one <= RINGS + 0.99), STEPS[-1])
    rings = []
    for number in range(1, RINGS + 1):
        radius = round(number * step * view.units_per_km)
        if radius < 3 * sheet.figure or radius > view.farthest_km * view.units_per_km:
            continue
        figure = words.distance(number * step)
        spot = _room(figure, radius, view, sheet, taken, ties)
        x, y = spot or (0.0, 0.0)
        rings.append(Ring(radius, figure, x, y, spot is not None))
        if spot:
            taken.append(_figure_box(figure, x, y, sheet))
    return rings


def _room(
    figure: str, radius: int, view: View, sheet: Sheet, taken: list[Box], ties: list[Line]
) -> tuple[float, float] | None:
    """A place on the ring where its figure covers nothing, nearest to straight below home."""
    for angle in RING_ANGLES:
        x, y = view.home_x + radius * cos(angle), view.home_y + radius * sin(angle)
        box = _figure_box(figure, x, y, sheet)
        if not _frame(sheet, 6).holds(box) or any(box.overlaps(other) for other in taken):
            continue
        if not any(tie.crosses(box) for tie in ties):
            return x, y
    return None


def _figure_box(figure: str, x: float, y: float, sheet: Sheet) -> Box:
    half = text_width(figure, sheet.figure) / 2 + 2
    return Box(x - half, y - sheet.figure * 0.62, x + half, y + sheet.figure * 0.62)
