"""The one script of the public site: it shows found pages while somebody types."""

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SEARCH_JS = Path(__file__).with_name("search.js")


@dataclass(frozen=True)
class Script:
    """Its bytes and the address that changes with them."""

    path: str
    body: bytes


@cache
def search_script() -> Script:
    """The script of the search form."""
    body = SEARCH_JS.read_bytes()
    return Script(f"/-/sok.{hashlib.sha256(body).hexdigest()[:16]}.js", body)
