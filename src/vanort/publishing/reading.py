"""What one released body says about itself and refers to: read once per body, by its hash."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from .plan import Answer
from .tags import Tag, start_tags

_URL = re.compile(r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^)\s]*))\s*\)|@import\s+[\"']([^\"']+)[\"']")
# Attributes whose address the browser fetches by itself, and those that somebody follows.
_FETCHED = ("src", "poster", "data", "background")
_FETCHED_LINKS = frozenset(
    {"stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon", "mask-icon"}
)
_STATED_LINKS = frozenset({"alternate", "canonical", "prev", "next"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One body. Addresses are as written; `faults` are kinds of finding with the offending text."""

    language: str = ""
    title: str = ""
    ids: frozenset[str] = frozenset()
    follows: tuple[str, ...] = ()
    fetches: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    alternates: tuple[tuple[str, str], ...] = ()
    is_indexed: bool = True
    faults: tuple[tuple[str, str], ...] = ()


@dataclass
class _Notes:
    language: str = ""
    title: str = ""
    ids: set[str] = field(default_factory=set)
    follows: dict[str, None] = field(default_factory=dict)
    fetches: dict[str, None] = field(default_factory=dict)
    states: dict[str, None] = field(default_factory=dict)
    alternates: list[tuple[str, str]] = field(default_factory=list)
    is_indexed: bool = True
    faults: list[tuple[str, str]] = field(default_factory=list)


def read(body: bytes, content_type: str) -> Reading:
    """Read a page, a stylesheet or a drawing; anything else refers to nothing."""
    if content_type.startswith(("text/html", "image/svg")):
        return _read_markup(body.decode(), is_page=content_type.startswith("text/html"))
    if content_type.startswith("text/css"):
        return Reading(fetches=tuple(dict.fromkeys(_urls(body.decode()))))
    return Reading()


def refers(content_type: str) -> bool:
    """Say whether bodies of this type can refer to other addresses, so that they must be read."""
    return content_type.startswith(("text/html", "image/svg", "text/css"))


def _urls(css: str) -> list[str]:
    return [next(filter(None, groups), "") for groups in _URL.findall(css)]


def _read_markup(markup: str, *, is_page: bool) -> Reading:
    notes = _Notes()
    for tag in start_tags(markup):
        _note_tag(notes, tag)
        _note_attributes(notes, tag)
    return Reading(
        language=notes.language,
        title=notes.title,
        ids=frozenset(notes.ids),
        follows=tuple(notes.follows),
        fetches=tuple(notes.fetches),
        states=tuple(notes.states),
        alternates=tuple(notes.alternates),
        is_indexed=notes.is_indexed,
        # A drawing of its own is a document of its own, under no content policy of a page.
        faults=tuple(notes.faults) if is_page else (),
    )


def _note_tag(notes: _Notes, tag: Tag) -> None:
    match tag.name:
        case "html":
            notes.language = tag.attributes.get("lang", "")
        case "title" if not notes.title:
            notes.title = tag.text.strip()
        case "style":
            notes.faults.append(("inline_style", "<style>"))
        case "script" if "src" not in tag.attributes and "json" not in tag.attributes.get("type", ""):
            notes.faults.append(("inline_script", tag.text.strip()[:60]))
        case "meta" if tag.attributes.get("name", "").lower() == "robots":
            notes.is_indexed = "noindex" not in tag.attributes.get("content", "")
        case "link":
            _note_link(notes, tag.attributes)


def _note_link(notes: _Notes, attributes: Mapping[str, str]) -> None:
    relations = set(attributes.get("rel", "").lower().split())
    address = attributes.get("href", "")
    if "alternate" in relations and "hreflang" in attributes:
        notes.alternates.append((attributes["hreflang"], address))
    if relations & _FETCHED_LINKS:
        notes.fetches[address] = None
    elif relations & _STATED_LINKS:
        notes.states[address] = None


def _note_attributes(notes: _Notes, tag: Tag) -> None:
    for name, value in tag.attributes.items():
        if name == "id":
            notes.ids.add(value)
        elif name == "style":
            notes.faults.append(("inline_style", value[:60]))
        elif name.startswith("on"):
            notes.faults.append(("inline_script", f"{name}={value[:60]}"))
        elif name in ("href", "xlink:href") and tag.name != "link":
            (notes.fetches if tag.name in ("use", "image") else notes.follows)[value] = None
        elif name == "action":
            notes.follows[value] = None
        elif name in _FETCHED:
            notes.fetches[value] = None
        elif name in ("srcset", "imagesrcset"):
            notes.fetches.update(dict.fromkeys(part.split()[0] for part in value.split(",") if part.strip()))


class Readings:
    """Readings by the hash of the body, of the bodies asked for since `forget_others` was last called."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], Reading] = {}
        self._asked: set[tuple[str, str]] = set()

    def of(self, answer: Answer) -> Reading:
        """Return the reading of an answer; one without its body in hand must be of a kind that refers to nothing."""
        key = (answer.entry.body, answer.entry.type)
        self._asked.add(key)
        if key not in self._kept:
            self._kept[key] = read(answer.body or b"", answer.entry.type)
        return self._kept[key]

    def forget_others(self) -> None:
        """Forget what was not asked for: bodies that the site no longer has."""
        self._kept = {key: reading for key, reading in self._kept.items() if key in self._asked}
        self._asked = set()
