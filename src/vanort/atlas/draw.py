"""A home and its ties as SVG: a wide map and a narrow one, of which `map.css` shows one.

Screen readers get a named group with one link per place, clockwise from north; coast, rings and lines are
decoration. Every link says place, distance, direction and status in words.
"""

from typing import NamedTuple

from .coast import land_path
from .labels import ASCENT, HEIGHT, LEADING
from .layout import arrow, clockwise, laid_out, said_direction
from .sheet import CROWDED, NARROW, WIDE
from .svg import tag, text

COARSE = 1.0, 1.8  # units by which a coast may be off, wide and narrow: under one pixel on the screen


class Drawing(NamedTuple):
    """The same map twice, each an `<svg>`: `.map-wide` and, for phones and margins, `.map-narrow`."""

    wide: str
    narrow: str


def draw(home, spots, words):
    """Return the Drawing of home and its ties (see `spot.Spot`, `spot.Words`). The same input gives the same bytes."""
    spots = tuple(spots)
    wide, narrow = (laid_out(home, spots, words, sheet) for sheet in (WIDE, NARROW))
    if narrow.unplaced:
        narrow = min(narrow, laid_out(home, spots, words, CROWDED), key=lambda layout: len(layout.unplaced))
    return Drawing(_sheet(wide, home, words), _sheet(narrow, home, words))


def _sheet(layout, home, words):
    sheet = layout.sheet
    key = "map-wide" if sheet is WIDE else "map-narrow"
    return tag(
        "svg",
        tag("title", text(words.title), id=f"{key}-title"),
        tag("desc", text(words.description), id=f"{key}-desc"),
        tag("g", _ground(layout, sheet), _rings(layout), _lines(layout), aria_hidden="true"),
        *(_link(tie, words, sheet) for tie in clockwise(layout.ties)),
        _home(layout, home, sheet),
        class_=f"map map-{sheet.key}",
        viewBox=f"0 0 {sheet.width} {sheet.height}",
        role="group",
        aria_labelledby=f"{key}-title",
        aria_describedby=f"{key}-desc",
    )


def _ground(layout, sheet):
    path = land_path(layout.projection, layout.view, COARSE[sheet is not WIDE])
    return tag("path", class_="land", fill_rule="evenodd", d=path) if path else ""


def _rings(layout):
    view = layout.view
    circles = (tag("circle", cx=view.home_x, cy=view.home_y, r=km * view.units_per_km) for km in layout.rings)
    figures = (tag("text", text(figure.text), x=figure.x, y=figure.y + 5) for figure in layout.figures)
    return tag("g", *circles, *figures, class_="rings") if layout.rings else ""


def _lines(layout):
    """The lines lie under every mark. They are links for the pointer; keyboard and ear have the names."""
    return tag("g", *(_line(tie, layout.view) for tie in layout.ties), class_="ties") if layout.ties else ""


def _line(tie, view):
    path = tag("path", d=f"M{view.home_x:.0f} {view.home_y:.0f}L{tie.x:.0f} {tie.y:.0f}", class_=_manner(tie))
    return tag("a", path, href=tie.spot.href, tabindex="-1") if tie.spot.href else path


def _manner(tie):
    return " ".join(["far"] * tie.is_far + ["old"] * tie.spot.is_former) or None


def _link(tie, words, sheet):
    name = words.link(tie.spot, round(tie.kilometres), said_direction(tie))
    hit = tag("circle", class_="hit", cx=tie.target.x, cy=tie.target.y, r=tie.target.radius)
    parts = [tag("title", text(name)), hit, _mark(tie, sheet)]
    if tie.stand:
        parts += [_leader(tie.stand.leader), _name(tie, sheet)]
    manner = _manner(tie)
    return tag("a", *parts, href=tie.spot.href, class_=manner) if tie.spot.href else tag("g", *parts, class_=manner)


def _mark(tie, sheet):
    if not tie.is_far:
        return tag("circle", class_="dot", cx=tie.x, cy=tie.y, r=sheet.dot)
    (x, y), *others = arrow(tie, sheet.arrow)
    rest = "L".join(f"{x:.0f} {y:.0f}" for x, y in others)
    return tag("path", class_="dot", d=f"M{x:.0f} {y:.0f}L{rest}z")


def _leader(line):
    if not line:
        return ""
    return tag("path", class_="lead", d=f"M{line.x1:.0f} {line.y1:.0f}L{line.x2:.0f} {line.y2:.0f}")


def _name(tie, sheet):
    """The name, in two lines if it is long, and under a far place's its distance."""
    x, baselines = _anchored(tie.stand, [sheet.name] * len(tie.names) + [sheet.figure + 2] * tie.is_far)
    anchor, lang = _anchor(tie.stand), tie.spot.lang or None
    if len(baselines) == 1:
        return tag("text", text(tie.names[0]), x=x, y=baselines[0], text_anchor=anchor, lang=lang)
    spans = [tag("tspan", text(name), x=x, y=y, lang=lang) for name, y in zip(tie.names, baselines, strict=False)]
    if tie.is_far:
        spans.append(tag("tspan", text(tie.distance), x=x, y=baselines[-1], class_="km"))
    return tag("text", *spans, text_anchor=anchor)


def _anchor(stand):
    return None if stand.anchor == "start" else stand.anchor


def _anchored(stand, sizes):
    """Where the text is anchored and the baseline of each line."""
    box = stand.box
    x = {"start": box.left, "middle": (box.left + box.right) / 2, "end": box.right}[stand.anchor]
    baselines, bottom = [], box.top
    for number, size in enumerate(sizes):
        baselines.append(bottom + size * (ASCENT if number == 0 else LEADING - HEIGHT + ASCENT))
        bottom += size * (HEIGHT if number == 0 else LEADING)
    return x, baselines


def _home(layout, home, sheet):
    view = layout.view
    dot = tag("circle", cx=view.home_x, cy=view.home_y, r=sheet.home_dot)
    if not layout.home:
        return tag("g", tag("title", text(home.name)), dot, class_="home")
    x, (y,) = _anchored(layout.home, [sheet.home])
    name = tag("text", text(home.name), x=x, y=y, text_anchor=_anchor(layout.home), lang=home.lang or None)
    return tag("g", dot, name, class_="home")
