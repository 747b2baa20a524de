"""Everything the site answers on a day: pages, what they need, redirects, and what search engines are told.

Reads no database and no clock; the only thing it takes from disk are files that a page refers to and the served
release does not have.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urldefrag

from .manifest import Manifest
from .plan import Answer, lasting, moved, page
from .reading import Readings, refers
from .render import RenderFailed, Show, render
from .sitemap import robots, sitemap
from .verify import is_outside, leads_to

logger = logging.getLogger(__name__)


class Asset(Protocol):
    """A file at an address that carries the hash of its content; `read` is the content or the path to it."""

    @property
    def content_type(self) -> str: ...

    @property
    def read(self) -> bytes | Path: ...


@dataclass(frozen=True)
class Site:
    """What one snapshot of the database says there is to publish.

    `subjects` by address, what `show` renders; `redirects` from address to address; `assets` by address, all that
    could be public; `errors[code][language]` is an address among the subjects; `languages` default first.
    """

    facts: Any
    subjects: Mapping[str, Any]
    languages: tuple[str, ...]
    redirects: Mapping[str, str] = field(default_factory=dict)
    assets: Mapping[str, Asset] = field(default_factory=dict)
    errors: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def bake(
    site: Site, show: Show, *, on: date, base_url: str, served: Manifest | None, readings: Readings
) -> dict[str, Answer]:
    """Return what every address of the site answers on the day `on`.

    Raises RenderFailed with the address that could not be shown or read.
    """
    answers = render(site.subjects, show, site.facts, on, readings)
    answers |= _assets(answers, site.assets, served, readings)
    errors = {address for by_language in site.errors.values() for address in by_language.values()}
    listed = {a: answers[a] for a in site.subjects if a not in errors}
    answers["/sitemap.xml"] = page(sitemap(listed, readings, base_url), "application/xml; charset=utf-8")
    answers["/robots.txt"] = page(robots(base_url), "text/plain; charset=utf-8")
    # What is there now counts more than what once was.
    return {**_redirects(site.redirects, answers), **answers}


def _redirects(wanted: Mapping[str, str], answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """Take the redirects that lead somewhere; a former address of a page that has been withdrawn is a miss."""
    leading = {}
    for address, location in wanted.items():
        if _leads_somewhere(location, wanted, answers):
            leading[address] = moved(location)
        else:
            logger.warning("the redirect from %s leads nowhere (%s) and is left out", address, location)
    return leading


def _leads_somewhere(location: str, wanted: Mapping[str, str], answers: Mapping[str, Answer]) -> bool:
    for _ in range(len(wanted) + 1):
        path = urldefrag(location).url
        if is_outside(location) or path in answers:
            return True
        if path not in wanted:
            return False
        location = wanted[path]
    return False  # in a circle


def _assets(
    pages: Mapping[str, Answer], assets: Mapping[str, Asset], served: Manifest | None, readings: Readings
) -> dict[str, Answer]:
    """Take the files that some page refers to, and what those refer to, and nothing else."""
    taken: dict[str, Answer] = {}
    waiting = set(_named(pages.items(), readings)) & assets.keys()
    while waiting:
        new = {address: _asset(address, assets[address], served) for address in sorted(waiting)}
        taken |= new
        waiting = (set(_named(new.items(), readings)) & assets.keys()) - taken.keys()
    return taken


def _named(answers: Iterable[tuple[str, Answer]], readings: Readings) -> Iterable[str]:
    for address, answer in answers:
        if refers(answer.entry.type):
            reading = readings.of(answer)
            for written in (*reading.fetches, *reading.follows):
                if not is_outside(written):
                    yield leads_to(address, written)[0]


def _asset(address: str, asset: Asset, served: Manifest | None) -> Answer:
    known = served.addresses.get(address) if served else None
    if known and known.immutable and known.type == asset.content_type and not refers(known.type):
        return Answer(known)
    try:
        return lasting(asset.read if isinstance(asset.read, bytes) else asset.read.read_bytes(), asset.content_type)
    except OSError as error:
        raise RenderFailed(address) from error
