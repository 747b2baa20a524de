"""What the site folder need no longer hold: old releases, bodies that none of the kept ones names, half-written files.

Run by the publisher alone, under its lock.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path

from .manifest import Folder, load

KEPT_RELEASES = 20
# Reading the kept manifests costs more than the publication: done for several old releases at once.
_AT_ONCE = 5

logger = logging.getLogger(__name__)


def clear_leftovers(folder: Folder) -> int:
    """Remove what a crash left half-written; returns how many files."""
    left = [*folder.path.glob(".current-*"), *folder.path.glob(".new-*")]
    left += [*folder.path.glob("releases/.new-*"), *folder.path.glob("bodies/*/.new-*")]
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)


def clear_old(folder: Folder, *, kept: int = KEPT_RELEASES, at_once: int = _AT_ONCE) -> int:
    """Remove releases beyond the last `kept`, and the bodies only they named; returns how many files went.

    The release that is served stays whatever its number is. Does nothing until `at_once` releases are too many.
    """
    numbers = folder.numbers()
    surplus = set(numbers[: max(0, len(numbers) - kept)]) - {folder.current_number()}
    if len(surplus) < max(1, at_once):
        return 0
    for number in surplus:
        folder.release(number).unlink(missing_ok=True)
    return len(surplus) + clear_unnamed(folder)


def clear_unnamed(folder: Folder) -> int:
    """Remove bodies that no manifest in the folder names; returns how many files went.

    Removes nothing while one manifest cannot be read: what it names is not known.
    """
    try:
        named = {entry.body for number in folder.numbers() for entry in load(folder.release(number)).addresses.values()}
    except (OSError, ValueError, KeyError):
        logger.exception("a manifest cannot be read, no body is removed")
        return 0
    unnamed = [path for path in _bodies(folder) if path.name.split(".")[0] not in named]
    for path in unnamed:
        path.unlink(missing_ok=True)
    return len(unnamed)


def _bodies(folder: Folder) -> Iterable[Path]:
    return (path for path in folder.path.glob("bodies/*/*") if not path.name.startswith("."))
