"""The index follows the release that is served."""

from __future__ import annotations

import logging

from ..manifest import Folder, Manifest
from .documents import documents, edition, findable
from .index import index

logger = logging.getLogger(__name__)


def follow(folder: Folder, manifest: Manifest) -> None:
    """Bring the index to what is served: only addresses whose body differs are read.

    Never raises: a page is public whether or not it can be found, and the next publication compares again.
    """
    try:
        kept, pages = index(), findable(manifest)
        held = kept.held()
        changed = {address: entry for address, entry in pages.items() if held.get(address) != edition(entry)}
        gone = held.keys() - pages.keys()
        if changed or gone:
            kept.replace(documents(folder, changed), gone)
    except Exception:
        logger.exception("the search index could not follow release %s", manifest.number)
