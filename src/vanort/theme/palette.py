"""From a municipality's five colours to every colour of the site, light and dark. Pure.

The five are chosen for light pages. What a dark page needs is derived, so that nobody has to choose ten.
"""

from dataclasses import dataclass

from vanort.theme.colours import WHITE, Colour, contrast, readable

INK = Colour.parse("#16242c")
PAPER = WHITE
DARK_PAPER = Colour.parse("#111b21")
DARK_INK = Colour.parse("#e8eef1")
TEXT, GRAPHIC = 4.5, 3.0


@dataclass(frozen=True)
class Palette:
    """The five values: header and lines, the text on it, the mark of emphasis, the quiet ground, links."""

    brand: Colour
    brand_ink: Colour
    accent: Colour
    sand: Colour
    link: Colour

    @classmethod
    def parse(cls, brand: str, brand_ink: str, accent: str, sand: str, link: str) -> "Palette":
        """Five times ``#rrggbb``; ValueError when one is not."""
        return cls(*map(Colour.parse, (brand, brand_ink, accent, sand, link)))


@dataclass(frozen=True)
class Shortfall:
    """One pair that cannot be told apart well enough: the value to mend, its partner, what is and what must be."""

    name: str
    beside: str
    ratio: float
    needed: float


def shortfalls(palette: Palette) -> list[Shortfall]:
    """Every pair of the light page that misses WCAG 2.2 AA, in the order of the five; empty when all is well."""
    pairs = (
        ("brand_ink", palette.brand_ink, "brand", palette.brand, TEXT),
        ("brand", palette.brand, "paper", PAPER, GRAPHIC),
        ("accent", palette.accent, "brand", palette.brand, GRAPHIC),
        ("sand", palette.sand, "ink", INK, TEXT * 2),
        ("link", palette.link, "paper", PAPER, TEXT),
        ("link", palette.link, "sand", palette.sand, TEXT),
    )
    found = ((name, beside, contrast(one, other), needed) for name, one, beside, other, needed in pairs)
    return [Shortfall(*miss) for miss in found if miss[2] < miss[3]]


def light(palette: Palette) -> dict[str, Colour]:
    """Custom properties of a light page."""
    sand = palette.sand
    return {
        "brand": palette.brand,
        "brand-ink": palette.brand_ink,
        "accent": palette.accent,
        "sand": sand,
        "link": palette.link,
        "paper": PAPER,
        "ink": INK,
        "muted": readable(Colour.parse("#52646e"), (PAPER, sand), TEXT, INK),
        "line": PAPER.mixed(INK, 0.18),
        "strong": readable(palette.brand, (PAPER, sand), TEXT, INK),
        "sea": PAPER.mixed(palette.brand, 0.15),
        "land": PAPER.mixed(palette.brand, 0.03),
    }


def dark(palette: Palette) -> dict[str, Colour]:
    """Custom properties of a dark page; every text on it has 4.5:1 whatever the five are."""
    sand = DARK_PAPER.mixed(palette.brand, 0.14).mixed(WHITE, 0.05)
    grounds = (DARK_PAPER, sand)
    return {
        "brand": palette.brand,
        "brand-ink": palette.brand_ink,
        "accent": readable(palette.accent, (DARK_PAPER, palette.brand), GRAPHIC, WHITE),
        "sand": sand,
        "link": readable(palette.link.mixed(WHITE, 0.35), grounds, 7.0, WHITE),
        "paper": DARK_PAPER,
        "ink": DARK_INK,
        "muted": readable(Colour.parse("#a5b4bc"), grounds, TEXT, WHITE),
        "line": DARK_PAPER.mixed(WHITE, 0.2),
        "strong": readable(palette.brand.mixed(WHITE, 0.4), grounds, TEXT, WHITE),
        "sea": DARK_PAPER.mixed(palette.brand, 0.3),
        "land": DARK_PAPER.mixed(palette.brand, 0.3).mixed(WHITE, 0.1),
    }
