"""Boxes and lines on a sheet, and whether they touch."""

from typing import NamedTuple


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def grown(self, by):
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def overlaps(self, other):
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other):
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )


class Line(NamedTuple):
    x1: float
    y1: float
    x2: float
    y2: float

    def crosses(self, box):
        """Whether any part of the line is within the box."""
        left, top, right, bottom = box
        x1, y1, x2, y2 = self
        if (x1 <= left and x2 <= left) or (x1 >= right and x2 >= right):
            return False
        if (y1 <= top and y2 <= top) or (y1 >= bottom and y2 >= bottom):
            return False
        # The corners on both sides of the line's continuation: then it passes between them.
        dx, dy = x2 - x1, y2 - y1
        sides = [dx * (y - y1) - dy * (x - x1) for x in (left, right) for y in (top, bottom)]
        return min(sides) < 0 < max(sides) or (dx == dy == 0)

    def meets(self, other):
        """Whether two lines cross."""
        return _side(self, other.x1, other.y1) * _side(self, other.x2, other.y2) < 0 and (
            _side(other, self.x1, self.y1) * _side(other, self.x2, self.y2) < 0
        )


def _side(line, x, y):
    return (line.x2 - line.x1) * (y - line.y1) - (line.y2 - line.y1) * (x - line.x1)


def square(x, y, radius):
    return Box(x - radius, y - radius, x + radius, y + radius)
