"""The one style sheet of the public site: our rules, the map's rules, the municipality's five values."""

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from vanort.theme.colours import Colour
from vanort.theme.palette import Palette, dark, light

SITE_CSS = Path(__file__).with_name("site.css")


@dataclass(frozen=True)
class Stylesheet:
    """Its bytes and the address that changes with them."""

    path: str
    body: bytes


@cache
def stylesheet(palette: Palette, map_css: str = "") -> Stylesheet:
    """Style sheet for this palette, ``map_css`` (rules of the map's own) between our rules and those of print."""
    rules, print_rules = SITE_CSS.read_text().split("/* print */")
    parts = [_root(light(palette)), f"@media(prefers-color-scheme:dark){{{_root(dark(palette))}}}"]
    body = squeezed("\n".join([*parts, rules, map_css, print_rules, _print_colours(palette)])).encode()
    digest = hashlib.sha256(body).hexdigest()[:16]
    return Stylesheet(f"/-/stil.{digest}.css", body)


def squeezed(css: str) -> str:
    """CSS without comments and needless white space; strings hold none of either in our sheets."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    css = re.sub(r"\s+", " ", css)
    return re.sub(r" ?([{};,]) ?", r"\1", css).replace(";}", "}").replace(": ", ":").strip()


def _root(values: dict[str, Colour]) -> str:
    return ":root{" + ";".join(f"--{name}:{value}" for name, value in values.items()) + "}"


def _print_colours(palette: Palette) -> str:
    # Someone who reads dark still prints on white paper.
    return f"@media print{{{_root(light(palette))}}}"
