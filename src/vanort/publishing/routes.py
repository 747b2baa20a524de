"""Which addresses reach Django. Any other address is a file of the release, or the baked 404 of its language."""

from __future__ import annotations

from vanort.pages.search_address import SEARCH

EDITORS = "/redigera/"
# Where a reader asks for an address that is protected from junk mail; the same as in `pages.paths`.
MAIL: tuple[str, ...] = ("/epost/", "/en/e-mail/")
PREFIXES: tuple[str, ...] = (EDITORS, *MAIL)
ADDRESSES: frozenset[str] = frozenset(SEARCH.values())


def reaches_django(path: str) -> bool:
    """Whether this path, already without dot segments, is for Django."""
    return path in ADDRESSES or path.startswith(PREFIXES)
