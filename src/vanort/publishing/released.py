"""Looking at a release as it lies on disk: is every byte there that the manifest promises?"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from types import MappingProxyType

import brotli
import zstandard

from .manifest import Entry, Folder, Manifest
from .plan import Answer
from .reading import Readings, refers
from .verify import Finding, verify

_DECODERS: Mapping[str, Callable[[bytes], bytes]] = MappingProxyType(
    {
        "identity": bytes,
        "br": brotli.decompress,
        "gzip": gzip.decompress,
        "zstd": lambda encoded: zstandard.ZstdDecompressor().decompress(encoded),
    }
)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the files of one address."""

    address: str
    what: str


def faults(folder: Folder, manifest: Manifest) -> list[Fault]:
    """Return every file that is missing, has another size than promised, or decodes to other bytes."""
    return [
        Fault(address, what)
        for address, entry in manifest.addresses.items()
        if entry.body
        for what in _faults_of(folder, entry)
    ]


def _faults_of(folder: Folder, entry: Entry) -> Iterator[str]:
    if "identity" not in entry.sizes:
        yield "has no plain body"
    for encoding, size in entry.sizes.items():
        try:
            content = folder.body(entry.body, encoding).read_bytes()
        except OSError as error:
            yield f"{encoding}: {error.strerror}"
            continue
        if len(content) != size:
            yield f"{encoding}: {len(content)} bytes instead of {size}"
        elif not _is_same(content, encoding, entry.body):
            yield f"{encoding}: other content than its name says"


def _is_same(content: bytes, encoding: str, digest: str) -> bool:
    try:
        return sha256(_DECODERS[encoding](content)).hexdigest() == digest
    except Exception:  # noqa: BLE001 - three libraries, each with errors of its own, all meaning "broken"
        return False


def findings(folder: Folder, manifest: Manifest, base_url: str) -> list[Finding]:
    """Return what is wrong with the links of a release on disk; needs its bodies to be there."""
    answers = {address: _answer(folder, entry) for address, entry in manifest.addresses.items()}
    return verify(answers, Readings(), base_url)


def _answer(folder: Folder, entry: Entry) -> Answer:
    if not entry.body or not refers(entry.type):
        return Answer(entry)
    return Answer(entry, folder.body(entry.body).read_bytes())
