"""Marks that would lie on each other are moved apart by as little as it takes."""

from math import atan2, cos, hypot, pi, sin

GOLDEN = 2.399963
ROUNDS = 80


def spread(points, apart, fixed, frame):
    """Points moved so that no two are nearer than `apart`, nor any to `fixed` (x, y, distance), within a box.

    A few units are a few kilometres, less than the dot itself covers. In a crowd too large for the box
    the distance is only approached.
    """
    moved = [list(point) for point in points]
    for _ in range(ROUNDS):
        pushed = [_push_off(here, number, moved, apart) for number, here in enumerate(moved)]
        pushed += [_hold_off(here, number, fixed) for number, here in enumerate(moved)]
        for here in moved:
            here[0] = min(max(here[0], frame.left), frame.right)
            here[1] = min(max(here[1], frame.top), frame.bottom)
        if not any(pushed):
            break
    return [tuple(here) for here in moved]


def _push_off(here, number, moved, apart):
    was_pushed = False
    for other_number in range(number):
        other = moved[other_number]
        dx, dy = here[0] - other[0], here[1] - other[1]
        distance = hypot(dx, dy)
        if distance < apart - 0.01:
            turn = atan2(dy, dx) if distance > 0.5 else number * GOLDEN
            step = (apart - distance) / 2 + 0.02
            here[0], here[1] = here[0] + cos(turn) * step, here[1] + sin(turn) * step
            other[0], other[1] = other[0] - cos(turn) * step, other[1] - sin(turn) * step
            was_pushed = True
    return was_pushed


def _hold_off(here, number, fixed):
    x, y, apart = fixed
    distance = hypot(here[0] - x, here[1] - y)
    if distance >= apart - 0.01:
        return False
    turn = atan2(here[1] - y, here[0] - x) if distance > 0.5 else number * GOLDEN - pi / 2
    here[0], here[1] = x + cos(turn) * apart, y + sin(turn) * apart
    return True


def at_edge(home, directions, box, apart):
    """Where rays from home (x, y) leave a box, moved along the edge until `apart` from each other.

    `directions` in radians clockwise from up. Returns points in the order given.
    """
    length = 2 * (box.right - box.left + box.bottom - box.top)
    along = [_along(_leaving(home, turn, box), box) for turn in directions]
    order = sorted(range(len(along)), key=lambda number: along[number])
    apart = min(apart, length / max(1, len(along)))
    for _ in range(ROUNDS if len(order) > 1 else 0):
        for before, after in zip(order, order[1:] + order[:1], strict=True):
            gap = (along[after] - along[before]) % length
            if gap < apart:
                along[before] -= (apart - gap) / 2
                along[after] += (apart - gap) / 2
    return [_on_edge(value % length, box) for value in along]


def _leaving(home, turn, box):
    dx, dy = sin(turn), -cos(turn)
    steps = []
    if abs(dx) > 1e-9:
        steps.append(((box.right if dx > 0 else box.left) - home[0]) / dx)
    if abs(dy) > 1e-9:
        steps.append(((box.bottom if dy > 0 else box.top) - home[1]) / dy)
    step = min(steps)
    return home[0] + dx * step, home[1] + dy * step


def _along(point, box):
    """A point on the edge as a length from the upper left corner, clockwise."""
    x, y = point
    width, height = box.right - box.left, box.bottom - box.top
    if abs(y - box.top) < 1e-6:
        return x - box.left
    if abs(x - box.right) < 1e-6:
        return width + y - box.top
    if abs(y - box.bottom) < 1e-6:
        return width + height + box.right - x
    return 2 * width + height + box.bottom - y


def _on_edge(value, box):
    width, height = box.right - box.left, box.bottom - box.top
    if value <= width:
        return box.left + value, box.top
    if value <= width + height:
        return box.right, box.top + value - width
    if value <= 2 * width + height:
        return box.right - (value - width - height), box.bottom
    return box.left, box.bottom - (value - 2 * width - height)
