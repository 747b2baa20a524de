"""What a visitor's headers ask for: which encoding, and whether the copy at hand is still good (RFC 9110)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

# In the order in which they are preferred when a visitor likes two equally and they are equally large.
ENCODINGS = ("br", "zstd", "gzip", "identity")
IDENTITY_ONLY = (("identity",),)

_QUALITY = re.compile(r"(?:0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)\Z")
_TAG = re.compile(r'(?:W/)?("[^"]*")')

Ranking = tuple[tuple[str, ...], ...]


@lru_cache(maxsize=512)
def ranked(accept: str | None) -> Ranking:
    """Groups of encodings that `Accept-Encoding` allows, best first; equal ones share a group.

    No header means the plain body. The empty ranking means that the visitor refuses everything we have.
    Malformed members are passed over.
    """
    if accept is None:
        return IDENTITY_ONLY
    asked = _qualities(accept)
    rest = asked.get("*")
    qualities = {name: asked.get(name, rest or 0.0) for name in ENCODINGS}
    if "identity" not in asked and rest is None:
        qualities["identity"] = 0.0001  # always allowed, never preferred, unless it is refused by name or by *
    levels = sorted({quality for quality in qualities.values() if quality > 0}, reverse=True)
    return tuple(tuple(name for name in ENCODINGS if qualities[name] == level) for level in levels)


def _qualities(accept: str) -> dict[str, float]:
    asked: dict[str, float] = {}
    for member in accept.split(","):
        name, *parameters = (part.strip().lower() for part in member.split(";"))
        quality = 1.0
        for parameter in parameters:
            key, _, value = parameter.partition("=")
            if key.strip() == "q":
                value = value.strip()
                quality = float(value) if _QUALITY.match(value) else -1.0
        if name and quality >= 0:
            name = "gzip" if name == "x-gzip" else name
            asked[name] = min(quality, asked.get(name, 1.0))  # said twice, the more reluctant word counts
    return asked


def choose(ranking: Ranking, sizes: Mapping[str, int]) -> str | None:
    """The encoding to send: of the best group that exists here, the smallest. None when nothing is allowed."""
    for group in ranking:
        here = [name for name in group if name in sizes]
        if here:
            return min(here, key=lambda name: sizes[name])
    return None


def matches(if_none_match: str, tag: str) -> bool:
    """Whether `If-None-Match` names this entity tag, compared weakly, as a GET asks."""
    if if_none_match == tag or if_none_match.strip() == "*":
        return True
    return tag in _TAG.findall(if_none_match)
