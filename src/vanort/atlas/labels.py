"""Labels that collide with nothing.

Each label may stand on twenty-four sides of its mark, near or, with a fine leader line, farther off. What can
never be (outside the sheet, on a mark) is struck out first; then the labels take turns in choosing the
cheapest place left by the others, until none wants to move. A label that would overlap another one is
left out rather than drawn: the mark stays a link with the whole name, and the list beside says all.
Deterministic: the same labels always stand in the same places.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from math import cos, hypot, pi, sin

from . import arrange
from .shapes import Box, Line, square

SIDES = 24
NEAR = (0.0, 0.3, 0.6)  # distances from the mark, in letter heights
FREE = (0.0, 0.4, 0.8, 1.3, 1.8)  # home needs no leader: it is the middle of everything
WITH_LEADER = (1.2, 1.9, 2.8, 4.0, 5.4, 7.2, 9.2)
ASCENT, HEIGHT, LEADING = 0.78, 1.02, 1.08  # of the letter height
ON_LINE, LEADER_ON_LINE = 60.0, 25.0
DOUBTFUL = 12.0  # beside another mark too: whose name is it?
ENOUGH = 30  # free places nearby that make looking farther off needless


@dataclass(frozen=True)
class Label:
    """Text to place beside a mark at x, y. `outward` is the direction from home, in radians, y downwards.

    `lines` are (width, letter height) from top to bottom. `weight` says how dear it is to keep.
    """

    x: float
    y: float
    radius: float
    lines: tuple[tuple[float, float], ...]
    outward: float = 0.0
    may_lead: bool = True
    weight: float = 1.0


@dataclass(frozen=True)
class Stand:
    """A place for a label: its box, how the text is anchored there and the leader to its mark, if any.

    `reach` is the box that holds both.
    """

    box: Box
    anchor: str
    leader: Line | None
    reach: Box
    cost: float


def placed(labels, marks, lines, frame):
    """A Stand or None for each label.

    `marks` are boxes nothing may cover, `lines` are better left free, `frame` is the box to stay within.
    """
    return _placed(tuple(labels), tuple(marks), tuple(lines), frame)


@lru_cache(maxsize=512)
def _placed(labels, marks, lines, frame):
    """Remembered, because a site draws the same maps at every publication: names and places seldom change."""
    choices = [_choices(label, marks, lines, frame) for label in labels]
    return arrange.arranged(choices, [(-label.weight, label.lines[0][0]) for label in labels])


def crossings(stands, lines):
    """How often labels stand on lines, or their leaders cross them (which counts half)."""
    on_lines = sum(line.crosses(stand.box) for stand in stands if stand for line in lines)
    leaders = [stand.leader for stand in stands if stand and stand.leader]
    return on_lines + sum(line.meets(leader) for leader in leaders for line in lines) / 2


def _choices(label, marks, lines, frame):
    """Places for a label, the cheapest first. Looked for farther off only while few nearer ones are free."""
    others = [mark for mark in marks if not _is_own(mark, label)]
    found, free = [], 0
    for far in NEAR + WITH_LEADER if label.may_lead else FREE:
        for stand in _stands(label, far, others, frame):
            found.append(_priced(stand, lines, others))
            free += found[-1].cost < ON_LINE
        if free >= ENOUGH:
            break
    return sorted(found, key=lambda stand: stand.cost)


def _is_own(mark, label):
    return abs((mark.left + mark.right) / 2 - label.x) < 0.01 and abs((mark.top + mark.bottom) / 2 - label.y) < 0.01


def _stands(label, far, others, frame):
    """Places all around the mark at one distance that are within the frame and on no mark."""
    em = label.lines[0][1]
    own = square(label.x, label.y, label.radius)
    has_leader = label.may_lead and far in WITH_LEADER
    for side in range(SIDES):
        turn = side * 2 * pi / SIDES
        box, anchor = _box(label, turn, label.radius + em * (0.3 + far), frame)
        grown = box.grown(em * 0.12)
        if not frame.holds(grown) or box.overlaps(own) or any(grown.overlaps(mark) for mark in others):
            continue
        leader = _leader(label, box) if has_leader else None
        if not leader or not any(leader.crosses(mark) for mark in others):
            yield Stand(box, anchor, leader, _around(box, leader), _dislike(label, turn, far))


def _box(label, turn, away, frame):
    width = max(line[0] for line in label.lines)
    height = label.lines[0][1] * HEIGHT + sum(line[1] * LEADING for line in label.lines[1:])
    dx, dy = cos(turn), sin(turn)
    x, y = label.x + dx * away, label.y + dy * away
    # Slides from wholly above to wholly below, and from left to right, as the side turns.
    top = y - height / 2 + height / 2 * max(-1.0, min(1.0, dy * 1.3))
    left = x - width / 2 + width / 2 * max(-1.0, min(1.0, dx * 1.3))
    if abs(dx) < 0.5:
        # Above or below its mark a label may be pushed inwards by the sheet's edge.
        inset = label.lines[0][1] * 0.13
        left = min(max(left, frame.left + inset), frame.right - inset - width)
    middle = left + width / 2
    anchor = "start" if middle > label.x + width * 0.2 else "end" if middle < label.x - width * 0.2 else "middle"
    return Box(left, top, left + width, top + height), anchor


def _leader(label, box):
    """From the mark's rim to the nearest point of the text, with a little air at both ends."""
    x, y = min(max(label.x, box.left), box.right), min(max(label.y, box.top), box.bottom)
    dx, dy = x - label.x, y - label.y
    length = hypot(dx, dy)
    start, end = (label.radius + 2) / length, max(1 - 3 / length, 0.0)
    return Line(label.x + dx * start, label.y + dy * start, label.x + dx * end, label.y + dy * end)


def _around(box, leader):
    if not leader:
        return box
    xs, ys = (box.left, box.right, leader.x1, leader.x2), (box.top, box.bottom, leader.y1, leader.y2)
    return Box(min(xs), min(ys), max(xs), max(ys))


def _dislike(label, turn, far):
    """Right of the mark reads best, then left; pointing away from home keeps the middle free; near is dear."""
    sideways = 2.5 * abs(sin(turn)) + (1.0 if cos(turn) < 0 else 0.0)
    inward = 3.0 * (1 - cos(turn - label.outward))
    return sideways + inward + 7.0 * far + (6.0 if far in WITH_LEADER else 0.0)


def _priced(stand, lines, others):
    height = stand.box.bottom - stand.box.top
    box = stand.box.grown(height * 0.1)
    cost = stand.cost + ON_LINE * sum(line.crosses(box) for line in lines)
    if stand.leader:
        cost += LEADER_ON_LINE * sum(line.meets(stand.leader) for line in lines)
    near = stand.box.grown(height * 0.45)
    cost += DOUBTFUL * any(near.overlaps(mark) for mark in others)
    return replace(stand, cost=cost)
