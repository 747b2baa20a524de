"""What search engines are told: which addresses there are, and in which languages. Pure.

No dates of change: a page changes with the records it shows, and what is not known is not claimed.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from .plan import Answer
from .reading import Readings
from .routes import PREFIXES

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap(pages: Mapping[str, Answer], readings: Readings, base_url: str) -> bytes:
    """Return sitemap.xml of the pages that may be indexed, each with what it says of its other languages."""
    items = [
        _item(base_url + address, readings.of(answer).alternates)
        for address, answer in sorted(pages.items())
        if readings.of(answer).is_indexed
    ]
    return (_HEAD + "".join(items) + "</urlset>\n").encode()


def _item(location: str, alternates: tuple[tuple[str, str], ...]) -> str:
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(language)} href={quoteattr(address)}/>\n'
        for language, address in alternates
    )
    return f"<url><loc>{escape(location)}</loc>\n{links}</url>\n"


def robots(base_url: str) -> bytes:
    """Return robots.txt: everything public may be read, the editors' site is nothing to index."""
    barred = "".join(f"Disallow: {prefix}\n" for prefix in PREFIXES)
    return f"User-agent: *\n{barred}\nSitemap: {base_url}/sitemap.xml\n".encode()
