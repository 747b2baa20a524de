"""Small made-up sites for the tests of publishing: pages are dicts of text, and showing one is an f-string."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from vanort.publishing import release
from vanort.publishing.bake import Site, bake
from vanort.publishing.manifest import Folder, Manifest
from vanort.publishing.plan import plan
from vanort.publishing.reading import Readings
from vanort.publishing.verify import Finding, verify

BASE = "https://vanort.example"


@dataclass(frozen=True)
class Shown:
    body: bytes
    true_until: date | None = None


@dataclass(frozen=True)
class File:
    read: bytes | Path
    content_type: str = "image/png"


@dataclass
class Town:
    """Texts by address; an end date makes the text say "former" from that day on."""

    texts: dict[str, str] = field(default_factory=dict)
    ends: dict[str, date] = field(default_factory=dict)
    files: dict[str, File] = field(default_factory=dict)
    redirects: dict[str, str] = field(default_factory=dict)

    def site(self) -> Site:
        return Site(
            facts=self,
            subjects={address: address for address in self.texts},
            languages=("sv",),
            redirects=self.redirects,
            assets=self.files,
        )


def markup(inner: str, title: str = "Sida", head: str = "") -> str:
    return f'<!doctype html><html lang="sv"><head><title>{title}</title>{head}</head><body>{inner}</body></html>'


def show(subject: str, facts: Town, on: date) -> Shown:
    end = facts.ends.get(subject)
    text = facts.texts[subject]
    if end is not None and on >= end:
        return Shown(markup(text + " (tidigare)").encode())
    return Shown(markup(text).encode(), end)


def baked(town: Town, on: date, served: Manifest | None = None, readings: Readings | None = None) -> dict:
    return bake(town.site(), show, on=on, base_url=BASE, served=served, readings=readings or Readings())


def findings(town: Town, on: date = date(2026, 1, 1)) -> list[Finding]:
    readings = Readings()
    return verify(baked(town, on, readings=readings), readings, BASE)


def released(town: Town, on: date, folder: Folder) -> Manifest:
    """Publish the town into the folder as the publisher does, without a database."""
    served = folder.current_manifest()
    todo = plan(served, baked(town, on, served))
    manifest = release.write(folder, todo, on=on, up_to_change=0, languages=("sv",), errors={})
    release.switch(folder, manifest)
    return manifest
