"""Make `src/vanort/atlas/land.json.gz`: the world's land, without any border.

    python tools/land.py ne_countries_50m.geojson[.gz]

The source is Natural Earth's country shapes (1:50 m, public domain), in which neighbours share exactly
the same vertices. So an edge walked one way by one country and the other way by its neighbour is a
border, and both go; what is left is coast. No borders are kept on purpose: those of the source take
sides in disputes, and a municipality must not take sides by accident.

Written once, by hand, when the source changes; needs nothing but Python.
"""

import gzip
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

OUT = Path(__file__).parents[1] / "src/vanort/atlas/land.json.gz"
NOTE = (
    "Land without borders, derived from Natural Earth 1:50m countries (public domain, naturalearthdata.com). "
    "Each ring is a flat list: longitude and latitude of its first point, then the differences to the next, "
    "in 1/{scale} degree; land lies to the left; longitudes may run past 180."
)
SCALE = 200  # 1/200 degree is 0.56 km: finer than the source's own generalisation
SMALLEST = 0.0006  # square degrees, about 7 km2 at the equator: smaller specks are never visible


def main(source):
    features = json.loads(_opened(Path(source)))["features"]
    edges: Counter[tuple[object, object]] = Counter()
    for feature in features:
        for ring in _rings(feature["geometry"]):
            _walk(ring, edges)
    coasts = [ring for ring in _traced(edges) if abs(_area(ring)) > SMALLEST * 1e6]
    coasts.sort(key=lambda ring: -abs(_area(ring)))
    text = json.dumps({"note": NOTE.format(scale=SCALE), "scale": SCALE, "rings": [_packed(r) for r in coasts]})
    OUT.write_bytes(gzip.compress(text.replace(", ", ",").encode(), 9, mtime=0))
    print(f"{len(coasts)} rings, {sum(map(len, coasts))} points, {OUT.stat().st_size} bytes")


def _opened(path):
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def _rings(geometry):
    """Rings as lists of points, land to the left: outer ones counter-clockwise, holes clockwise."""
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for polygon in polygons:
        for position, ring in enumerate(polygon):
            if all(latitude < -89.9 for _, latitude in ring):
                continue  # the source's pole, a seam that is no coast
            points = [_snapped(point) for point in ring[:-1]]
            turn = _turn(points)
            if turn:  # goes round a pole: only Antarctica does, and its land is south, left when heading west
                yield points[::-1] if turn > 0 else points
            else:
                yield points if (_area(points) > 0) == (position == 0) else points[::-1]


def _snapped(point):
    longitude, latitude = (round(value * 1000) for value in point)
    return (-180_000 if longitude == 180_000 else longitude, latitude)


def _step(a, b):
    """Difference in longitude the short way, in thousandths of a degree."""
    return (b[0] - a[0] + 180_000) % 360_000 - 180_000


def _turn(points):
    return round(sum(_step(a, b) for a, b in zip(points, points[1:] + points[:1], strict=True)) / 360_000)


def _area(points):
    """Signed area in the plane of longitude and latitude, positive counter-clockwise (point units squared)."""
    total, x = 0, 0
    for a, b in zip(points, points[1:] + points[:1], strict=True):
        step = _step(a, b)
        total += x * (b[1] - a[1]) - step * a[1]
        x += step
    return total / 2


def _walk(ring, edges):
    for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
        if a == b:
            continue
        if edges[b, a] > 0:
            edges[b, a] -= 1
        else:
            edges[a, b] += 1


def _traced(edges):
    onward = defaultdict(list)
    for (a, b), times in sorted(edges.items()):
        onward[a].extend([b] * times)
    for start in sorted(onward):
        while onward[start]:
            ring, here = [start], onward[start].pop()
            while here != start:
                ring.append(here)
                here = onward[here].pop()
            yield ring


def _packed(ring):
    factor = SCALE / 1000
    flat: list[int] = []
    previous, x, rounded = ring[0], ring[0][0], None
    for point in ring:
        x += _step(previous, point)
        previous = point
        here = (round(x * factor), round(point[1] * factor))
        if here == rounded:
            continue
        flat += here if rounded is None else (here[0] - rounded[0], here[1] - rounded[1])
        rounded = here
    return flat


if __name__ == "__main__":
    main(sys.argv[1])
