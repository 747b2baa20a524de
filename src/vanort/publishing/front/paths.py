"""From the path of a request to the one address it means, and back into a header.

WSGI hands over percent-decoded bytes, each byte as one character (latin-1); addresses are text.
"""

from __future__ import annotations

import re
from unicodedata import normalize
from urllib.parse import quote

_FORBIDDEN = re.compile("[\x00-\x1f\x7f]")
_PATH_SAFE = "/-._~!$&'()*+,;=:@"


def canonical(path_info: str) -> str | None:
    """The address without empty and dot segments, in composed letters; None when it cannot be one."""
    try:
        text = path_info.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return None
    if not text.startswith("/") or _FORBIDDEN.search(text):
        return None
    kept: list[str] = []
    segments = text.split("/")
    for segment in segments:
        if segment == "..":
            del kept[-1:]
        elif segment not in ("", "."):
            kept.append(segment)
    ends_open = segments[-1] in ("", ".", "..")
    path = "/" + "/".join(kept) + ("/" if ends_open and kept else "")
    return normalize("NFC", path)


def as_path_info(address: str) -> str:
    """An address as WSGI would hand it over."""
    return address.encode("utf-8").decode("latin-1")


def as_url(address: str) -> str:
    """An address as it stands in a header or request line: percent-encoded, ASCII."""
    return quote(address, safe=_PATH_SAFE)


def as_location(target: str, query: str) -> str:
    """A redirect's target (one of our addresses, or a whole URL) with the visitor's own query kept."""
    target = quote(target, safe=_PATH_SAFE + "%?#[]")
    if not query:
        return target
    before, mark, fragment = target.partition("#")
    joint = "&" if "?" in before else "?"
    return before + joint + as_query(query) + mark + fragment


def as_query(query: str) -> str:
    """A query as it came, with bytes outside ASCII encoded; WSGI hands over each byte as one character."""
    return quote(query.encode("latin-1", "replace"), safe=_PATH_SAFE + "%?[]")
