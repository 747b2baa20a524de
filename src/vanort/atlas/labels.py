"""Labels that collide with nothing.

Each label may stand on sixteen sides of its mark, near or, with a fine leader line, farther off. What can
never be (outside the sheet, on a mark) is struck out first; then the labels take turns in choosing the
cheapest place left by the others, until none wants to move. A label that would overlap another one is
left out rather than drawn: the mark stays a link with the whole name, and the list beside says all.
Deterministic: the same labels always stand in the same places.
"""

from dataclasses import dataclass
from math import cos, hypot, pi, sin

from .shapes import Box, Line

SIDES = 16
NEAR = (0.0, 0.45, 1.0)  # distances from the mark, in letter heights
WITH_LEADER = (1.7, 2.6, 3.8, 5.2)
ASCENT, HEIGHT, LEADING = 0.78, 1.02, 1.08  # of the letter height
OVERLAP, ON_LINE, LEADER_ON_LINE = 1000.0, 60.0, 6.0
SWEEPS, STIRS = 14, 5


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
    """A place for a label: its box, how the text is anchored there and the leader to its mark, if any."""

    box: Box
    anchor: str
    leader: Line | None
    cost: float


def placed(labels, marks, lines, frame):
    """A Stand or None for each label.

    `marks` are boxes nothing may cover, `lines` are better left free, `frame` is the box to stay within.
    """
    choices = [_choices(label, marks, lines, frame) for label in labels]
    best = _settled(labels, choices)
    return _without_overlap(labels, choices, best)


def crossings(stands, lines):
    """How many of the lines the labels stand on."""
    return sum(line.crosses(stand.box) for stand in stands if stand for line in lines)


def _choices(label, marks, lines, frame):
    others = [mark for mark in marks if not _is_own(mark, label)]
    found = [stand for stand in _stands(label, others, frame)]
    return [_priced(stand, lines) for stand in found]


def _is_own(mark, label):
    return abs((mark.left + mark.right) / 2 - label.x) < 0.01 and abs((mark.top + mark.bottom) / 2 - label.y) < 0.01


def _stands(label, others, frame):
    em = label.lines[0][1]
    air = em * 0.12
    own = Box(label.x - label.radius, label.y - label.radius, label.x + label.radius, label.y + label.radius)
    for far in NEAR + WITH_LEADER * label.may_lead:
        for side in range(SIDES):
            turn = side * 2 * pi / SIDES
            box, anchor = _box(label, turn, label.radius + em * (0.3 + far))
            grown = box.grown(air)
            if not frame.holds(grown) or any(grown.overlaps(mark) for mark in others) or box.overlaps(own):
                continue
            leader = _leader(label, turn, em * far) if far in WITH_LEADER else None
            if leader and any(leader.crosses(mark) for mark in others):
                continue
            yield Stand(box, anchor, leader, _dislike(label, turn, far))


def _box(label, turn, away):
    width = max(line[0] for line in label.lines)
    height = label.lines[0][1] * HEIGHT + sum(line[1] * LEADING for line in label.lines[1:])
    dx, dy = cos(turn), sin(turn)
    x, y = label.x + dx * away, label.y + dy * away
    anchor = "start" if dx > 0.3 else "end" if dx < -0.3 else "middle"
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    # Slides from wholly above to wholly below as the side turns.
    top = y - height / 2 + height / 2 * max(-1.0, min(1.0, dy * 1.3))
    return Box(left, top, left + width, top + height), anchor


def _leader(label, turn, away):
    start, end = label.radius + 2, label.radius + away
    dx, dy = cos(turn), sin(turn)
    return Line(label.x + dx * start, label.y + dy * start, label.x + dx * end, label.y + dy * end)


def _dislike(label, turn, far):
    """Right of the mark reads best, then left; pointing away from home keeps the middle free; near is dear."""
    sideways = 2.5 * abs(sin(turn)) + (1.0 if cos(turn) < 0 else 0.0)
    inward = 3.0 * (1 - cos(turn - label.outward))
    return sideways + inward + 7.0 * far + (6.0 if far in WITH_LEADER else 0.0)


def _priced(stand, lines):
    box = stand.box.grown((stand.box.bottom - stand.box.top) * 0.1)
    cost = stand.cost + ON_LINE * sum(line.crosses(box) for line in lines)
    if stand.leader:
        cost += LEADER_ON_LINE * sum(line.meets(stand.leader) for line in lines)
    return Stand(stand.box, stand.anchor, stand.leader, cost)


def _conflict(a, b):
    """The price of two labels standing so together: 0 when they leave each other alone."""
    # Letters keep some air between them.
    air = 3.0
    x, y = a.box, b.box
    if x[0] < y[2] + air and y[0] < x[2] + air and x[1] < y[3] + air and y[1] < x[3] + air:
        return OVERLAP
    if a.leader and a.leader.crosses(b.box) or b.leader and b.leader.crosses(a.box):
        return OVERLAP
    return ON_LINE if a.leader and b.leader and a.leader.meets(b.leader) else 0.0


def _settled(labels, choices):
    """The cheapest arrangement found: numbers of choices, None where there is none."""
    order = sorted(range(len(labels)), key=lambda i: (len(choices[i]), i))
    taken = [None] * len(labels)
    best, best_cost = list(taken), None
    for stir in range(STIRS):
        for _ in range(SWEEPS):
            if not _take_turns(order, choices, taken):
                break
        cost = sum(_cost(i, choices, taken, taken[i]) for i in order if taken[i] is not None)
        if best_cost is None or cost < best_cost:
            best, best_cost = list(taken), cost
        # Those in trouble let go, and choose in another order.
        troubled = [i for i in order if taken[i] is not None and _cost(i, choices, taken, taken[i]) >= ON_LINE]
        if not troubled:
            break
        around = [i for i in order if i in troubled or (i + stir) % 3 == 0]
        for i in around:
            taken[i] = None
        order = troubled[stir % len(troubled) :] + troubled[: stir % len(troubled)] + [i for i in order if i not in troubled]
    return best


def _take_turns(order, choices, taken):
    has_moved = False
    for i in order:
        if not choices[i]:
            continue
        cheapest = min(range(len(choices[i])), key=lambda number: _cost(i, choices, taken, number))
        has_moved = has_moved or cheapest != taken[i]
        taken[i] = cheapest
    return has_moved


def _cost(i, choices, taken, number):
    stand = choices[i][number]
    return stand.cost + sum(
        _conflict(stand, choices[j][other]) for j, other in enumerate(taken) if other is not None and j != i
    )


def _without_overlap(labels, choices, taken):
    """Keeps the dearest labels, then those with the shortest text, of those that would overlap."""
    kept = [None] * len(labels)
    for i in sorted(range(len(labels)), key=lambda i: (-labels[i].weight, labels[i].lines[0][0], i)):
        free = [stand for stand in choices[i] if _is_free(stand, kept)]
        if taken[i] is not None and _is_free(choices[i][taken[i]], kept):
            kept[i] = choices[i][taken[i]]
        elif free:
            kept[i] = min(free, key=lambda stand: stand.cost)
    return kept


def _is_free(stand, kept):
    return all(other is None or _conflict(stand, other) < OVERLAP for other in kept)


def distance_to_box(x, y, box):
    """Distance from a point to a box, 0 inside."""
    return hypot(max(box.left - x, 0, x - box.right), max(box.top - y, 0, y - box.bottom))
