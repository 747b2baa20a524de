"""What a publication has to do: the release that is served against what every address shall answer now. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from .manifest import Entry, Manifest


@dataclass(frozen=True, slots=True)
class Answer:
    """What one address shall answer.

    `entry` has no sizes yet. `body` is None for a redirect, and for a body that the served release already has
    (nobody reads a picture from disk to learn that it is the same picture).
    """

    entry: Entry
    body: bytes | None = None


def page(body: bytes, content_type: str, *, language: str = "", true_until: date | None = None) -> Answer:
    """Return the answer of an address whose content may change from release to release."""
    digest = sha256(body).hexdigest()
    return Answer(Entry(type=content_type, body=digest, language=language, true_until=true_until), body)


def lasting(body: bytes, content_type: str) -> Answer:
    """Return the answer of an address that carries the hash of its content and so never changes."""
    return Answer(Entry(type=content_type, body=sha256(body).hexdigest(), immutable=True), body)


def moved(location: str) -> Answer:
    """Return the answer of an address that has moved for good."""
    return Answer(Entry(status=301, location=location))


@dataclass(frozen=True, slots=True)
class Plan:
    """Addresses by what happens to them, each sorted, and the bodies that must be written, by hash."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    same: tuple[str, ...]
    bodies: Mapping[str, bytes]
    entries: Mapping[str, Entry]

    @property
    def is_empty(self) -> bool:
        return not (self.new or self.changed or self.gone)

    @property
    def count(self) -> int:
        """Number of addresses that answer differently afterwards."""
        return len(self.new) + len(self.changed) + len(self.gone)


def plan(served: Manifest | None, answers: Mapping[str, Answer]) -> Plan:
    """Compare what is served with what shall be answered.

    A body is taken over, with its sizes, only when the served release lists it: that release was synced to disk
    before it was switched to, while a file that merely lies there may be what a crash left.
    """
    before = served.addresses if served else {}
    sizes = {entry.body: entry.sizes for entry in before.values() if entry.body}
    entries = {
        address: replace(answers[address].entry, sizes=sizes.get(answers[address].entry.body, {}))
        for address in sorted(answers)
    }
    bodies = {
        answer.entry.body: answer.body
        for answer in answers.values()
        if answer.body is not None and answer.entry.body not in sizes
    }
    return Plan(
        new=tuple(a for a in entries if a not in before),
        changed=tuple(a for a, entry in entries.items() if a in before and before[a] != entry),
        gone=tuple(sorted(a for a in before if a not in entries)),
        same=tuple(a for a, entry in entries.items() if before.get(a) == entry),
        bodies=bodies,
        entries=entries,
    )
