"""The start tags and texts of a page of ours, ten times faster than an HTML parser, for what our templates write.

Not for foreign HTML: it knows quoted and bare attributes, comments, and that scripts and styles are not markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_TAG = re.compile(
    r"<!--.*?-->|<(?P<end>/)?(?P<name>[a-zA-Z][^\s/>]*)(?P<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>", re.DOTALL
)
_ATTRIBUTE = re.compile(r"([^\s=/>\"']+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
_RAW = frozenset({"script", "style", "title", "textarea"})


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag: name and attribute names in lower case, values unescaped; `text` only for raw text elements."""

    name: str
    attributes: dict[str, str]
    text: str = ""


def start_tags(html: str) -> Iterator[Tag]:
    """Yield every start tag in order."""
    position = 0
    while found := _TAG.search(html, position):
        position = found.end()
        name = (found["name"] or "").lower()
        if not name or found["end"]:
            continue
        text = ""
        if name in _RAW and not found["attributes"].endswith("/"):
            end = html.lower().find(f"</{name}", position) if name in ("script", "style") else html.find("</", position)
            end = len(html) if end < 0 else end
            text, position = html[position:end], end
        yield Tag(name, _attributes(found["attributes"]), text)


def _attributes(written: str) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(written):
        value = double or single or bare
        pairs.setdefault(name.lower(), unescape(value) if "&" in value else value)
    return pairs
