"""Where a finger meets each place: round targets, as large as may be, none on another nor on another's name."""

from math import hypot
from typing import NamedTuple

ROUNDS = 40
LEAST = 4.0


class Target(NamedTuple):
    """A circle. Its middle may be off the mark, but never so far that the mark lies outside."""

    x: float
    y: float
    radius: float


def targets(marks, boxes, radius, most, sheet):
    """A Target for each mark (x, y), wanted `radius` wide and at most `most` off its mark, inside a box.

    `boxes` are those of the names, None where there is no name. In a crowd the targets are smaller.
    """
    middles = list(marks)
    for _ in range(ROUNDS):
        moved = [_moved(number, middles, boxes, radius) for number in range(len(middles))]
        moved = [_held(middle, mark, most, sheet, radius) for middle, mark in zip(moved, marks, strict=True)]
        if all(abs(a[0] - b[0]) + abs(a[1] - b[1]) < 0.1 for a, b in zip(moved, middles, strict=True)):
            break
        middles = moved
    return [Target(x, y, _room(number, middles, boxes, radius)) for number, (x, y) in enumerate(middles)]


def _moved(number, middles, boxes, radius):
    """The middle, pushed away by every other one that is too near, half the way, and by every other name."""
    x, y = middles[number]
    dx = dy = 0.0
    for other, place in enumerate(middles):
        if other != number:
            step = _push(x - place[0], y - place[1], 2 * radius, 0.5)
            dx, dy = dx + step[0], dy + step[1]
            if boxes[other]:
                near_x, near_y = _nearest(x, y, boxes[other])
                step = _push(x - near_x, y - near_y, radius, 1.0)
                dx, dy = dx + step[0], dy + step[1]
    return x + dx * 0.6, y + dy * 0.6


def _push(dx, dy, apart, share):
    distance = hypot(dx, dy)
    if distance >= apart or distance < 0.01:
        return 0.0, 0.0
    step = (apart - distance) / distance * share
    return dx * step, dy * step


def _held(middle, mark, most, sheet, radius):
    x = min(max(middle[0], sheet.left + radius), sheet.right - radius)
    y = min(max(middle[1], sheet.top + radius), sheet.bottom - radius)
    dx, dy = x - mark[0], y - mark[1]
    share = min(1.0, most / (hypot(dx, dy) or 1.0))
    return mark[0] + dx * share, mark[1] + dy * share


def _room(number, middles, boxes, radius):
    x, y = middles[number]
    room = [radius]
    for other, place in enumerate(middles):
        if other != number:
            room.append(hypot(x - place[0], y - place[1]) / 2)
            if boxes[other]:
                near_x, near_y = _nearest(x, y, boxes[other])
                room.append(hypot(x - near_x, y - near_y))
    return max(LEAST, min(room))


def _nearest(x, y, box):
    return min(max(x, box.left), box.right), min(max(y, box.top), box.bottom)
