"""Where everything on one sheet stands: decided here, written by `draw`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import atan2, cos, pi, radians, sin

from . import frame, labels, rings
from .geodesy import bearing, compass_point, distance_km
from .projection import Projection
from .rings import Figure
from .shapes import Box, Line, square
from .sheet import Sheet
from .spot import Spot, Words
from .spread import at_edge, spread
from .targets import Target, targets
from .textwidth import broken, text_width

REACHES = (frame.REACH, 2.0, 1.4)  # tried in turn until the labels have room
CROWD = 15  # places: more of them are a crowd in every frame, and trying others takes time
EDGE = 8  # labels keep so far from the sheet's edge
WIDEST = 0.42  # of the sheet: a longer name is broken


@dataclass(frozen=True)
class Tie:
    """One place on the sheet: `x, y` is its mark, `stand` its label or None where there was no room."""

    spot: Spot
    kilometres: float
    direction: float
    is_far: bool
    x: float
    y: float
    target: Target
    names: tuple[str, ...]
    distance: str
    stand: labels.Stand | None


@dataclass(frozen=True)
class Layout:
    sheet: Sheet
    projection: Projection
    view: frame.View
    ties: tuple[Tie, ...]
    rings: tuple[int, ...]
    figures: tuple[Figure, ...]
    home: labels.Stand | None

    @property
    def unplaced(self):
        """Keys of the places whose name found no room. Their marks are there, and their links."""
        return tuple(tie.spot.key for tie in self.ties if tie.stand is None)

    @property
    def lines(self):
        return [Line(self.view.home_x, self.view.home_y, tie.x, tie.y) for tie in self.ties]

    @property
    def trouble(self):
        """0 when every label stands free; names missing and lines crossed count."""
        stands = [tie.stand for tie in self.ties] + [self.home]
        return 5 * stands.count(None) + labels.crossings(stands, self.lines)


def laid_out(home: Spot, spots: Sequence[Spot], words: Words, sheet: Sheet) -> Layout:
    """The best layout of a sheet: the widest frame in which all labels stand free, else the least trouble."""
    best: Layout | None = None
    tried: set[tuple[bool, ...]] = set()
    projection = Projection(*_degrees(home))
    offsets = [projection.forward(*_degrees(spot)) for spot in spots]
    for penalty, reach in enumerate(REACHES[: 3 if len(spots) <= CROWD else 1]):
        is_near = tuple(frame.near(offsets, reach))
        if is_near in tried:
            continue
        tried.add(is_near)
        layout = _attempt(projection, home, list(zip(spots, offsets, is_near, strict=True)), words, sheet)
        if best is None or layout.trouble + 2 * penalty < best.trouble:
            best = layout
        if not best.trouble:
            break
    assert best is not None  # the first reach is always tried
    return best


def _attempt(projection, home, placed, words, sheet):
    """The layout for spots of which it is known where they are from home, and whether inside the frame."""
    view = frame.fitted([offset for _, offset, inside in placed if inside], sheet)
    marks = _marks([(offset, inside) for _, offset, inside in placed], view, sheet)
    ties = [_tie(home, spot, inside, mark, words, sheet) for (spot, _, inside), mark in zip(placed, marks, strict=True)]
    lines = [Line(view.home_x, view.home_y, x, y) for x, y in marks]
    stands = _stands(home, ties, lines, view, sheet)
    ties = _complete(ties, stands[:-1], sheet)
    found = rings.distances(view)
    figures = _figures(found, view, words, sheet, ties, stands, lines)
    return Layout(sheet, projection, view, tuple(ties), tuple(found), tuple(figures), stands[-1])


def _marks(offsets, view, sheet):
    """The marks' places: true ones for the near, on the edge for the far."""
    inset = sheet.arrow + EDGE
    box = Box(inset, inset, sheet.width - inset, sheet.height - inset)
    directions = [atan2(x, y) for (x, y), inside in offsets if not inside]
    edge = iter(at_edge((view.home_x, view.home_y), directions, box, 2 * sheet.arrow + sheet.name))
    room = box.grown(-inset)
    true = [view.place(x, y) for (x, y), inside in offsets if inside]
    home = (view.home_x, view.home_y, sheet.home_dot + sheet.dot + 3)
    inner = iter(spread(true, 2 * sheet.dot + 3, home, room))
    return [next(inner) if inside else next(edge) for _, inside in offsets]


def _tie(home, spot, inside, mark, words, sheet):
    here, there = _degrees(home), _degrees(spot)
    kilometres = distance_km(*here, *there)
    names = broken(spot.name, sheet.name, sheet.width * WIDEST)
    distance = "" if inside else words.far_distance(kilometres)
    x, y = mark
    return Tie(
        spot, kilometres, bearing(*here, *there), not inside, x, y, Target(x, y, sheet.touch), names, distance, None
    )


def _degrees(spot):
    return float(spot.latitude), float(spot.longitude)


def _stands(home, ties, lines, view, sheet):
    """Stands of all ties, and at the end home's."""
    wanted = [_label(tie, view, sheet) for tie in ties]
    name = (text_width(home.name, sheet.home), sheet.home)
    wanted.append(labels.Label(view.home_x, view.home_y, sheet.home_dot, (name,), may_lead=False, weight=2.0))
    marks = [square(label.x, label.y, label.radius) for label in wanted]
    sheet_box = Box(EDGE, EDGE, sheet.width - EDGE, sheet.height - EDGE)
    return labels.placed(wanted, marks, lines, sheet_box)


def _label(tie, view, sheet):
    outward = atan2(tie.y - view.home_y, tie.x - view.home_x)
    lines = [(text_width(name, sheet.name), sheet.name) for name in tie.names]
    if tie.is_far:
        lines.append((text_width(tie.distance, sheet.figure + 2), sheet.figure + 2))
        # An arrow's label hangs inwards.
        outward += pi
    radius = sheet.arrow if tie.is_far else sheet.dot
    return labels.Label(tie.x, tie.y, radius, tuple(lines), outward)


def _complete(ties, stands, sheet):
    """The ties with their labels and targets."""
    marks, boxes = [(tie.x, tie.y) for tie in ties], [stand and stand.box for stand in stands]
    found = targets(marks, boxes, sheet.touch, sheet.touch - sheet.arrow, Box(0, 0, sheet.width, sheet.height))
    return [replace(tie, target=one, stand=stand) for tie, one, stand in zip(ties, found, stands, strict=True)]


def _figures(found, view, words, sheet, ties, stands, lines):
    texts = [(km, words.distance(km)) for km in found]
    sized = [(km, text, text_width(text, sheet.figure)) for km, text in texts]
    taken = [stand.box for stand in stands if stand]
    taken += [square(tie.x, tie.y, sheet.arrow) for tie in ties]
    taken.append(square(view.home_x, view.home_y, sheet.home_dot))
    lines = lines + [stand.leader for stand in stands if stand and stand.leader]
    return rings.figures(
        view, sized, sheet.figure, taken, lines, Box(EDGE, EDGE, sheet.width - EDGE, sheet.height - EDGE)
    )


def clockwise(ties):
    """Ties in the order a hand passes them from north: the order in which the links are read."""
    return sorted(ties, key=lambda tie: (tie.direction, tie.kilometres))


def arrow(tie, size):
    """The three corners of a far tie's arrow head, pointing away along its true direction."""
    turn = radians(tie.direction)
    dx, dy = sin(turn), -cos(turn)
    tip = (tie.x + dx * size, tie.y + dy * size)
    back_x, back_y = tie.x - dx * size * 0.7, tie.y - dy * size * 0.7
    wide = size * 0.75
    return tip, (back_x - dy * wide, back_y + dx * wide), (back_x + dy * wide, back_y - dx * wide)


def said_direction(tie):
    return compass_point(tie.direction)
