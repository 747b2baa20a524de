"""The small pictures of the site's own: the logo in the header and the icon of the browser's tab."""

import hashlib
import re
import struct
from dataclasses import dataclass
from functools import cache
from xml.etree.ElementTree import fromstring

from vanort.theme.logo import PNG_MAGIC, clean_logo
from vanort.theme.palette import Palette

HEIGHT = 36


@dataclass(frozen=True)
class Emblem:
    """Published bytes; width and height in CSS pixels."""

    path: str
    content_type: str
    body: bytes
    width: int
    height: int


@cache
def icon_asset(palette: Palette) -> Emblem:
    """A home and its ties, in the municipality's colours."""
    ties = "".join(
        f'<path stroke="{palette.brand_ink}" d="M16 16 {x} {y}"/>'
        f'<circle cx="{x}" cy="{y}" r="3" fill="{palette.brand_ink}"/>'
        for x, y in ((6, 8), (26, 10), (22, 26))
    )
    body = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        f'<rect width="32" height="32" rx="7" fill="{palette.brand}"/>{ties}'
        f'<circle cx="16" cy="16" r="5" fill="{palette.accent}"/></svg>'
    ).encode()
    return Emblem(f"/-/ikon.{_digest(body)}.svg", "image/svg+xml", body, 32, 32)


def logo_asset(content: bytes) -> Emblem:
    """The cleaned logo, as wide as its shape asks for at the height of the header; ValidationError if it is unfit."""
    body, content_type = clean_logo(content)
    ending = "png" if content_type == "image/png" else "svg"
    width, height = _shape(body)
    return Emblem(
        f"/-/logo.{_digest(body)}.{ending}", content_type, body, max(1, round(HEIGHT * width / height)), HEIGHT
    )


def _digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()[:16]


def _shape(body: bytes) -> tuple[float, float]:
    if body.startswith(PNG_MAGIC):
        width, height = struct.unpack(">II", body[16:24])
        return width, height
    root = fromstring(body)
    box = re.split(r"[ ,]+", root.get("viewBox", "").strip())
    if len(box) == 4:
        return float(box[2]) or 1, float(box[3]) or 1
    return _pixels(root.get("width")), _pixels(root.get("height"))


def _pixels(text: str | None) -> float:
    found = re.match(r"[\d.]+", text or "")
    return float(found[0]) if found else HEIGHT
