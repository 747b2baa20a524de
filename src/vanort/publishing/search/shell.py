"""The frame around found pages: taken from a page that was released, so that it shows what visitors see elsewhere.

The page for what is not there has a menu, a footer and ways on in each language, and nothing of its own to keep.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path

from ..manifest import Folder, load

_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_MAIN = re.compile(r'(<main id="main">)(.*)(</main>)', re.DOTALL)
_WAYS = re.compile(r"<ul>.*?</ul>", re.DOTALL)


class NoShell(Exception):
    """Nothing has been released yet in that language."""


@dataclass(frozen=True, slots=True)
class Shell:
    """A released page; `ways` are its links on, as markup."""

    body: str
    ways: str

    def around(self, heading: str, main: str) -> bytes:
        """Return the page with another heading in its title, and another main part (markup)."""
        organisation = _found(_TITLE, self.body).rpartition(" – ")[2]
        title = f"<title>{escape(heading)} – {organisation}</title>"
        body = _MAIN.sub(lambda old: f"{old[1]}\n{main}\n{old[3]}", self.body, count=1)
        return _TITLE.sub(lambda _old: title, body, count=1).encode()


def shell(data: Path, language: str) -> Shell:
    """Return the frame of the release that is served; raises NoShell or OSError."""
    folder = Folder(data)
    number = folder.current_number()
    digest = dict(_faults(folder.path, number)).get(language) if number is not None else None
    if digest is None:
        raise NoShell(language)
    return _shell(folder.body(digest))


@lru_cache(maxsize=4)
def _faults(site: Path, number: int) -> tuple[tuple[str, str], ...]:
    """A release never changes, and its manifest may be long."""
    manifest = load(Folder(site.parent).release(number))
    addresses = manifest.errors.get("404", {})
    return tuple((language, manifest.addresses[address].body) for language, address in addresses.items())


@lru_cache(maxsize=8)
def _shell(path: Path) -> Shell:
    body = path.read_text()
    ways = _WAYS.search(_MAIN.search(body)[2] if _MAIN.search(body) else "")  # type: ignore[index]
    return Shell(body, ways[0] if ways else "")


def _found(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1] if found else ""
