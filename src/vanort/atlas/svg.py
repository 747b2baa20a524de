"""A layout written down as SVG: classes for `map.css` to dress, no style, no script, nothing fetched."""

from html import escape
from math import degrees

from .labels import ASCENT, LEADING, Stand
from .layout import Layout, Mark, Ring
from .spot import Words


def written(layout: Layout, words: Words) -> str:
    """Return one `<svg>`. It is a group, not a picture, because there are links in it."""
    sheet, view = layout.sheet, layout.view
    key = f"map-{sheet.key}"
    parts = [
        f'<svg class="map {key}" viewBox="0 0 {sheet.width} {sheet.height}" role="group" '
        f'aria-labelledby="{key}-t" aria-describedby="{key}-d">',
        f'<title id="{key}-t">{escape(words.title)}</title><desc id="{key}-d">{escape(words.description)}</desc>',
        '<g aria-hidden="true">',
        f'<path class="land" d="{layout.land}"/>' if layout.land else "",
        *(_ring(ring, layout) for ring in layout.rings),
        *(_tie(mark, layout) for mark in layout.marks),
        f'<circle class="home" cx="{view.home_x}" cy="{view.home_y}" r="{sheet.home_dot}"/>',
        _text(layout.home_stand, (layout.home.name,), sheet.home, "home-name"),
        "</g>",
        *(_link(mark, layout) for mark in layout.marks),
        "</svg>",
    ]
    return "".join(parts)


def _ring(ring: Ring, layout: Layout) -> str:
    drawn = f'<circle class="ring" cx="{layout.view.home_x}" cy="{layout.view.home_y}" r="{ring.radius}"/>'
    if not ring.has_room:
        return drawn
    y = ring.y + layout.sheet.figure * 0.35
    return f'{drawn}<text class="ring-figure" x="{ring.x:.0f}" y="{y:.0f}" text-anchor="middle">{escape(ring.figure)}</text>'


def _kind(mark: Mark) -> str:
    return " former" * mark.spot.is_former + " far" * mark.is_far


def _tie(mark: Mark, layout: Layout) -> str:
    view = layout.view
    line = f'<line class="tie{_kind(mark)}" x1="{view.home_x}" y1="{view.home_y}" x2="{mark.x:.0f}" y2="{mark.y:.0f}"/>'
    leader = mark.stand.leader if mark.stand else None
    if leader is None:
        return line
    ends = " ".join(f'{name}="{value:.0f}"' for name, value in zip(("x1", "y1", "x2", "y2"), leader, strict=True))
    return f'{line}<line class="leader" {ends}/>'


def _link(mark: Mark, layout: Layout) -> str:
    sheet = layout.sheet
    place = f'cx="{mark.x:.0f}" cy="{mark.y:.0f}"'
    inside = f'<circle class="touch" {place} r="{sheet.touch}"/>{_sign(mark, sheet.dot, sheet.arrow)}'
    inside += _text(mark.stand, mark.lines, sheet.name, "name", mark.spot.lang)
    if not mark.spot.href:
        return f'<g class="partner{_kind(mark)}">{inside}</g>'
    href, name = escape(mark.spot.href), escape(mark.link_name)
    return f'<a class="partner{_kind(mark)}" href="{href}" aria-label="{name}">{inside}</a>'


def _sign(mark: Mark, dot: int, arrow: int) -> str:
    if not mark.is_far:
        return f'<circle class="dot" cx="{mark.x:.0f}" cy="{mark.y:.0f}" r="{dot}"/>'
    shape = f"M0-{arrow}L{arrow * 0.8:.0f} {arrow * 0.7:.0f}L0 {arrow * 0.3:.0f}L-{arrow * 0.8:.0f} {arrow * 0.7:.0f}z"
    turn = f"translate({mark.x:.0f} {mark.y:.0f})rotate({degrees(mark.turn):.0f})"
    return f'<path class="dot" d="{shape}" transform="{turn}"/>'


def _text(stand: Stand | None, lines: tuple[str, ...], size: int, kind: str, lang: str = "") -> str:
    if stand is None:
        return ""
    box = stand.box
    x = {"start": box.left, "middle": (box.left + box.right) / 2, "end": box.right}[stand.anchor]
    spoken = f' lang="{escape(lang)}"' if lang else ""
    written_lines = []
    for number, line in enumerate(lines):
        y = box.top + size * (ASCENT + number * LEADING)
        anchor = "" if stand.anchor == "start" else f' text-anchor="{stand.anchor}"'
        own = f"{kind} distance" if number else kind
        written_lines.append(
            f'<text class="{own}"{spoken if not number else ""} x="{x:.0f}" y="{y:.0f}"{anchor}>{escape(line)}</text>'
        )
    return "".join(written_lines)
