"""Fewer points for the same line (Douglas and Peucker), and whole numbers in a path's shortest words."""


def simplified(points, tolerance):
    """A closed outline with every point at most `tolerance` from the original; may come back empty."""
    if len(points) < 4:
        return points
    # Two far ends split the ring in two lines.
    first = points[0]
    far = max(range(len(points)), key=lambda i: (points[i][0] - first[0]) ** 2 + (points[i][1] - first[1]) ** 2)
    return _line(points[: far + 1], tolerance)[:-1] + _line([*points[far:], first], tolerance)[:-1]


def thinned(points, step):
    """Without the points that are nearer than `step` to the one before, sideways and up and down."""
    kept, (x, y) = [points[0]], points[0]
    for point in points:
        if abs(point[0] - x) >= step or abs(point[1] - y) >= step:
            kept.append(point)
            x, y = point
    return kept


def _line(points, tolerance):
    keep = [False] * len(points)
    keep[0] = keep[-1] = True
    spans = [(0, len(points) - 1)]
    while spans:
        start, end = spans.pop()
        farthest, middle = _farthest(points, start, end)
        if farthest > tolerance * tolerance:
            keep[middle] = True
            spans += [(start, middle), (middle, end)]
    return [point for point, is_kept in zip(points, keep, strict=True) if is_kept]


def _farthest(points, start, end):
    """Squared distance and number of the point farthest from the chord."""
    x0, y0 = points[start]
    dx, dy = points[end][0] - x0, points[end][1] - y0
    length = dx * dx + dy * dy
    best, found = -1.0, start
    for i in range(start + 1, end):
        px, py = points[i][0] - x0, points[i][1] - y0
        along = (px * dx + py * dy) / length if length else 0.0
        along = 0.0 if along < 0 else 1.0 if along > 1 else along
        ex, ey = px - along * dx, py - along * dy
        distance = ex * ex + ey * ey
        if distance > best:
            best, found = distance, i
    return best, found


def path(outlines):
    """SVG path data of closed outlines: whole numbers, relative, no letter or blank too many."""
    words = []
    here = (0, 0)
    for outline in outlines:
        rounded = _rounded(outline)
        if abs(_area(rounded)) < 3:
            continue  # a speck
        words.append("m" + _steps(here, rounded) + "z")
        here = rounded[0]
    # The first m of a path is absolute anyway.
    return "".join(words)


def _rounded(outline):
    rounded: list[tuple[int, int]] = []
    for x, y in outline:
        point = (round(x), round(y))
        if not rounded or point != rounded[-1]:
            rounded.append(point)
    return rounded


def _area(points):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1], strict=True)) / 2


def _steps(here, points):
    text = ""
    for point in points:
        for number in (point[0] - here[0], point[1] - here[1]):
            text += str(number) if number < 0 or not text else f" {number}"
        here = point
    return text
