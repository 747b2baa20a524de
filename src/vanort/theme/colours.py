"""Colours as numbers: contrast as WCAG 2.2 defines it, and mixing. Pure."""

import re
from dataclasses import dataclass

HEX = re.compile(r"#[0-9a-fA-F]{6}\Z")


@dataclass(frozen=True)
class Colour:
    """Three channels, 0 to 255 each, in sRGB."""

    red: int
    green: int
    blue: int

    @classmethod
    def parse(cls, text: str) -> "Colour":
        """Read ``#rrggbb``; ValueError for anything else."""
        if not HEX.match(text):
            raise ValueError(f"not a colour like #0b4f6c: {text!r}")
        return cls(*(int(text[at : at + 2], 16) for at in (1, 3, 5)))

    def __str__(self) -> str:
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"

    @property
    def luminance(self) -> float:
        """Relative luminance, 0 (black) to 1 (white)."""
        red, green, blue = (_linear(channel / 255) for channel in (self.red, self.green, self.blue))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def mixed(self, other: "Colour", share: float) -> "Colour":
        """This colour with ``share`` (0 to 1) of the other in it, mixed in sRGB."""
        pairs = zip((self.red, self.green, self.blue), (other.red, other.green, other.blue), strict=True)
        return Colour(*(round(mine + (theirs - mine) * share) for mine, theirs in pairs))


WHITE = Colour(255, 255, 255)
BLACK = Colour(0, 0, 0)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio, 1 (the same) to 21 (black on white)."""
    high, low = sorted((one.luminance, other.luminance), reverse=True)
    return (high + 0.05) / (low + 0.05)


def readable(colour: Colour, grounds: tuple[Colour, ...], ratio: float, towards: Colour) -> Colour:
    """The colour nearest to ``colour``, on its way ``towards`` another, that has ``ratio`` on every ground.

    The end of the way is given back where nothing on it suffices.
    """
    for step in range(41):
        tried = colour.mixed(towards, step / 40)
        if all(contrast(tried, ground) >= ratio for ground in grounds):
            return tried
    return towards
