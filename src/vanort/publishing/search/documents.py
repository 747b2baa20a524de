"""What can be found: the pages of a release, read from their released bodies, so that nothing else can be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from unicodedata import normalize

from ..manifest import Entry, Folder, Manifest

# A change of what is read from a body, or of how words are kept, must read every body anew.
EDITION = "1"
_UNSEEN = frozenset({"svg", "script", "style", "nav", "form"})
_BREAKS = frozenset("h1 h2 h3 h4 p li dt dd small td th figcaption div br".split())


@dataclass(frozen=True, slots=True)
class Document:
    """One page: `kind` is town or page, `names` other names and spellings, `edition` what it was read from."""

    address: str
    language: str
    kind: str
    title: str
    names: tuple[str, ...]
    text: str
    edition: str


def findable(manifest: Manifest) -> dict[str, Entry]:
    """Return the pages of a release that a search may lead to."""
    faults = {address for by_language in manifest.errors.values() for address in by_language.values()}
    return {
        address: entry
        for address, entry in manifest.addresses.items()
        if entry.type.startswith("text/html") and entry.body and address not in faults
    }


def edition(entry: Entry) -> str:
    """Return what a document of this body is marked with."""
    return f"{EDITION}:{entry.body}"


def documents(folder: Folder, entries: dict[str, Entry]) -> Iterator[Document]:
    """Yield the document of each page; OSError when a body is not there."""
    for address, entry in entries.items():
        page = _Page()
        page.feed(folder.body(entry.body).read_text())
        yield Document(
            address=address,
            language=entry.language,
            kind="town" if page.is_town else "page",
            title=_line(page.title),
            names=tuple(filter(None, map(_line, page.names))) if page.is_town else (),
            text=_line(page.text),
            edition=edition(entry),
        )


def _line(parts: list[str]) -> str:
    return normalize("NFC", " ".join("".join(parts).split()))


class _Page(HTMLParser):
    """Heading, names and text of the main part of one of our own pages."""

    def __init__(self) -> None:
        super().__init__()
        self.title: list[str] = []
        self.text: list[str] = []
        self.names: list[list[str]] = []
        self.is_town = False
        self._is_main, self._unseen, self._is_counted = False, 0, False
        self._into = self.text

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = (dict(attrs).get("class") or "").split()
        if tag == "main":
            self._is_main = True
        elif tag in _UNSEEN:
            self._unseen += 1
        elif tag == "dl":
            self._is_counted = "counted" in classes
        elif tag == "h1":
            self._into = self.title
        elif tag == "dt" and self._is_counted:
            self.names.append([])
            self._into = self.names[-1]
        self.is_town = self.is_town or (self._is_main and tag == "div" and "town" in classes)
        if tag in _BREAKS:
            self._into.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag == "main":
            self._is_main = False
        elif tag in _UNSEEN:
            self._unseen -= 1
        elif tag in ("h1", "dt"):
            self._into = self.text
        if tag in _BREAKS:
            self._into.append(" ")

    def handle_data(self, data: str) -> None:
        if self._is_main and not self._unseen:
            self._into.append(data)
