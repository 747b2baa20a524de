"""What a release is: a manifest that names every public address, and bodies kept by the hash of their content.

    site/
      bodies/ab/<sha256>      raw bytes; <sha256>.br .gz .zst beside it, only when they are smaller
      releases/000012.json    a manifest, never changed after it is written
      current                 symbolic link to one of them, replaced by one rename
      held                    there while publication is held after a rollback

The front reads this without Django, so this module knows nothing but the standard library.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any

SUFFIXES: Mapping[str, str] = MappingProxyType({"identity": "", "br": ".br", "gzip": ".gz", "zstd": ".zst"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What one address answers: a body, or (with `location`) a redirect.

    `sizes` gives the bytes of each encoding that exists; `identity` always does when there is a body.
    `true_until` is the first day on which the body is no longer true.
    """

    type: str = ""
    body: str = ""
    sizes: Mapping[str, int] = field(default_factory=dict)
    language: str = ""
    true_until: date | None = None
    immutable: bool = False
    status: int = 200
    location: str = ""

    def as_json(self) -> dict[str, Any]:
        if self.location:
            return {"status": self.status, "location": self.location}
        plain: dict[str, Any] = {"type": self.type, "body": self.body, "sizes": dict(self.sizes)}
        if self.language:
            plain["language"] = self.language
        if self.true_until:
            plain["true_until"] = self.true_until.isoformat()
        if self.immutable:
            plain["immutable"] = True
        return plain

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Entry:
        until = plain.get("true_until")
        return cls(
            type=plain.get("type", ""),
            body=plain.get("body", ""),
            sizes=plain.get("sizes", {}),
            language=plain.get("language", ""),
            true_until=date.fromisoformat(until) if until else None,
            immutable=plain.get("immutable", False),
            status=plain.get("status", 200),
            location=plain.get("location", ""),
        )


@dataclass(frozen=True, slots=True)
class Manifest:
    """One release. `languages[0]` is the default and has no prefix; `errors[code][language]` is an address."""

    number: int
    made_at: str
    on: date
    up_to_change: int
    languages: tuple[str, ...]
    addresses: Mapping[str, Entry]
    errors: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        return {
            "number": self.number,
            "made_at": self.made_at,
            "on": self.on.isoformat(),
            "up_to_change": self.up_to_change,
            "languages": list(self.languages),
            "errors": {code: dict(by_language) for code, by_language in self.errors.items()},
            "addresses": {address: entry.as_json() for address, entry in self.addresses.items()},
        }

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Manifest:
        return cls(
            number=plain["number"],
            made_at=plain["made_at"],
            on=date.fromisoformat(plain["on"]),
            up_to_change=plain["up_to_change"],
            languages=tuple(plain["languages"]),
            errors=plain.get("errors", {}),
            addresses={address: Entry.from_json(entry) for address, entry in plain["addresses"].items()},
        )


def load(path: Path | str) -> Manifest:
    """Raises OSError when there is no such file, ValueError or KeyError when it is no manifest."""
    return Manifest.from_json(json.loads(Path(path).read_bytes()))


def dump(manifest: Manifest, path: Path | str) -> None:
    """Write the manifest whole or not at all."""
    write_whole(Path(path), json.dumps(manifest.as_json(), ensure_ascii=False, indent=0).encode())


def write_whole(path: Path, content: bytes) -> None:
    """Write beside `path`, then rename: a reader sees the former file or the new one, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


class Folder:
    """The `site` folder inside a data folder: where releases and bodies lie, and which release is served."""

    def __init__(self, data: Path | str) -> None:
        self.path = Path(data) / "site"
        self.current = self.path / "current"
        self.held = self.path / "held"

    def release(self, number: int) -> Path:
        return self.path / "releases" / f"{number:06d}.json"

    def numbers(self) -> list[int]:
        """Numbers of the releases that are kept, oldest first."""
        names = (path.stem for path in (self.path / "releases").glob("*.json"))
        return sorted(int(name) for name in names if name.isdigit())

    def body(self, digest: str, encoding: str = "identity") -> Path:
        return self.path / "bodies" / digest[:2] / (digest + SUFFIXES[encoding])

    def keep(self, content: bytes, encodings: Mapping[str, bytes] | None = None) -> tuple[str, dict[str, int]]:
        """Keep a body once, by its hash, with the encodings of it that are smaller; returns hash and sizes."""
        digest = sha256(content).hexdigest()
        sizes = {"identity": len(content)}
        self._keep(self.body(digest), content)
        for encoding, encoded in (encodings or {}).items():
            if len(encoded) < len(content):
                self._keep(self.body(digest, encoding), encoded)
                sizes[encoding] = len(encoded)
        return digest, sizes

    @staticmethod
    def _keep(path: Path, content: bytes) -> None:
        if not path.exists():
            write_whole(path, content)

    def current_number(self) -> int | None:
        """Number of the release that is served, or None when there is none."""
        try:
            return int(Path(os.readlink(self.current)).stem)
        except (OSError, ValueError):
            return None

    def current_manifest(self) -> Manifest | None:
        number = self.current_number()
        return None if number is None else load(self.release(number))

    def switch(self, number: int) -> None:
        """Serve the release of that number from now on: one rename, so no visitor sees half of it."""
        if not self.release(number).exists():
            raise FileNotFoundError(self.release(number))
        temporary = self.path / f".current-{os.getpid()}"
        temporary.unlink(missing_ok=True)
        os.symlink(os.path.join("releases", self.release(number).name), temporary)
        os.replace(temporary, self.current)
