"""The release in memory: what each address answers, ready to send; reloaded the moment another one is served."""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from ..headers import Headers, security
from ..manifest import Entry, Folder, load

PAGE = "public, max-age=0, must-revalidate"
FOR_EVER = "public, max-age=31536000, immutable"
# A body above this is read from disk in pieces each time; the others are kept, up to KEPT bytes in all.
LARGE = 1_000_000
KEPT = 128_000_000
PIECE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Copy:
    """One encoding of one body: its entity tag, the headers of a 200 and of a 304, and its bytes if kept."""

    tag: str
    ok: Headers
    not_modified: Headers
    path: Path
    size: int


@dataclass(slots=True)
class Answer:
    """What an address answers: its copies by encoding, or where it leads."""

    entry: Entry
    sizes: Mapping[str, int]
    copies: dict[str, Copy] = field(default_factory=dict)
    # By the Accept-Encoding that was sent: choosing costs more than all the rest of an answer.
    chosen: dict[str | None, Copy] = field(default_factory=dict)


class Release:
    """One release as the front serves it."""

    def __init__(self, folder: Folder, path: Path, https: bool) -> None:
        manifest = load(path)
        self.folder, self.https = folder, https
        self.languages = manifest.languages
        self.answers = {address: Answer(entry, entry.sizes) for address, entry in manifest.addresses.items()}
        # A page for a fault has no address of its own: asked for by name it would be a 200 that says 404.
        own = {address for by_language in manifest.errors.values() for address in by_language.values()}
        pages = {address: self.answers.pop(address) for address in own if address in self.answers}
        self._errors = {
            (code, language): pages[address]
            for code, by_language in manifest.errors.items()
            for language, address in by_language.items()
            if address in pages
        }

    def copy(self, answer: Answer, encoding: str) -> Copy:
        """The copy of an answer in an encoding that it has."""
        found = answer.copies.get(encoding)
        if found is None:
            found = answer.copies[encoding] = self._copy(answer.entry, encoding)
        return found

    def _copy(self, entry: Entry, encoding: str) -> Copy:
        tag = f'"{entry.body[:24]}{"" if encoding == "identity" else "-" + encoding}"'
        shared = [
            ("etag", tag),
            ("cache-control", FOR_EVER if entry.immutable else PAGE),
            ("vary", "accept-encoding"),
        ]
        safety = security(entry.type, https=self.https)
        described = [("content-type", entry.type), ("content-length", str(entry.sizes[encoding]))]
        if encoding != "identity":
            described.append(("content-encoding", encoding))
        if entry.language:
            described.append(("content-language", entry.language))
        path = self.folder.body(entry.body, encoding)
        return Copy(tag, described + shared + safety, shared + safety, path, entry.sizes[encoding])

    def language_of(self, path: str) -> str:
        """The language an address belongs to by its prefix; below the editors' site, the first."""
        first = path.split("/", 2)[1] if path.startswith("/") else ""
        return first if first in self.languages[1:] else self.languages[0]

    def error(self, code: int, path: str) -> Answer | None:
        """The page for a fault, in the language of the address asked for."""
        return self._errors.get((str(code), self.language_of(path)))


class Shelf:
    """The release that is served now, and the bodies that fit in memory."""

    def __init__(self, data: Path | str, https: bool = False) -> None:
        self.folder, self.https = Folder(data), https
        self._link = os.fspath(self.folder.current)
        self._seen: tuple[int, int] | None = None
        self._release: Release | None = None
        self._lock = Lock()
        self._bodies: OrderedDict[Path, bytes] = OrderedDict()
        self._kept = 0

    def release(self) -> Release | None:
        """The release served at this moment; None before the first one. One lstat when nothing changed."""
        try:
            stat = os.lstat(self._link)
        except OSError:
            return self._release
        seen = (stat.st_mtime_ns, stat.st_ino)
        if seen != self._seen:
            self._reload(seen)
        return self._release

    def _reload(self, seen: tuple[int, int]) -> None:
        with self._lock:
            if seen == self._seen:
                return
            try:
                self._release = Release(self.folder, self.folder.current, self.https)
            except (OSError, ValueError, KeyError):
                return  # a release that cannot be read is not served; the former one is, and we look again
            self._seen = seen

    def body(self, copy: Copy) -> bytes | Iterator[bytes]:
        """The bytes of a copy; a large one piece by piece. Raises OSError when the file is gone."""
        kept = self._bodies.get(copy.path)
        if kept is not None:
            return kept
        if copy.size > LARGE:
            return _pieces(copy.path)
        content = copy.path.read_bytes()
        with self._lock:
            if copy.path not in self._bodies:
                self._bodies[copy.path] = content
                self._kept += len(content)
            while self._kept > KEPT:
                _path, oldest = self._bodies.popitem(last=False)
                self._kept -= len(oldest)
        return content


def _pieces(path: Path) -> Iterator[bytes]:
    file = path.open("rb")  # opened before the headers leave, so that a missing file is still a 503

    def read() -> Iterator[bytes]:
        with file:
            while piece := file.read(PIECE):
                yield piece

    return read()
