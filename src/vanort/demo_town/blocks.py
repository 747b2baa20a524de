"""Shorthand for the stream of a page, as Wagtail stores it."""

from typing import Any

from .shapes import Source

Block = dict[str, Any]


def heading(text: str) -> Block:
    """A heading inside a page."""
    return {"type": "heading", "value": text}


def text(*paragraphs: str) -> Block:
    """Running text, a paragraph each; may hold simple HTML."""
    return {"type": "text", "value": _paragraphs(paragraphs)}


def notice(title: str, *paragraphs: str) -> Block:
    """Something readers must not miss."""
    return {"type": "notice", "value": {"title": title, "text": _paragraphs(paragraphs)}}


def figures(*keys: str) -> Block:
    """Facts from records, by the keys of `pages.blocks.FIGURES`."""
    return {"type": "figures", "value": list(keys)}


def stated(by: str, as_of: str, source: Source, *paragraphs: str) -> Block:
    """What somebody stated once and the records cannot say yet."""
    value = {"text": _paragraphs(paragraphs), "by": by, "as_of": as_of}
    return {"type": "stated", "value": value | {"source_title": source.title, "source_url": source.url}}


def picture(key: int, caption: str) -> Block:
    """A picture of the media room, by its primary key."""
    return {"type": "picture", "value": {"picture": key, "caption": caption}}


def outside(kind: str, label: str, url: str) -> Block:
    """A link to another site, as a `level` above ours or a `link` in the header."""
    return {"type": kind, "value": {"text": label, "url": url}}


def _paragraphs(paragraphs: tuple[str, ...]) -> str:
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
