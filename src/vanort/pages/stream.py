"""The blocks of a page as its template is handed them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.text import slugify
from markupsafe import Markup

from vanort.pages.addresses import list_page
from vanort.pages.census import census
from vanort.pages.facts.shapes import DocumentFacts, Facts, PictureFacts, Source
from vanort.pages.figures import Figure, figure
from vanort.pages.rich_text import published
from vanort.places.partial_dates import PartialDate
from vanort.places.words import said
from vanort.theme.formats import file_size
from vanort.theme.texts import Texts


@dataclass(frozen=True)
class Block:
    """One block; ``kind`` says which of the others its template asks for."""

    kind: str
    values: Mapping[str, Any]

    def __getattr__(self, name: str) -> Any:
        try:
            return self.values[name]
        except KeyError:
            raise AttributeError(name) from None


@dataclass
class Body:
    """Blocks to show, links that led nowhere public, and the day on which the figures in them may change."""

    blocks: list[Block] = field(default_factory=list)
    dead_links: list[str] = field(default_factory=list)
    until: date | None = None


def body(stream: Iterable[Mapping[str, Any]], facts: Facts, language: str, on: date) -> Body:
    """The blocks of a stored stream; what is no longer there (a picture, a document) is left out."""
    shown = _Reader(facts, language, on)
    for raw in stream:
        if values := getattr(shown, f"_{raw['type']}")(raw["value"]):
            shown.body.blocks.append(Block(raw["type"], values))
    return shown.body


class _Reader:
    def __init__(self, facts: Facts, language: str, on: date) -> None:
        self.facts, self.language, self.on = facts, language, on
        self.texts = Texts(language)
        self.body = Body()

    def _heading(self, value: str) -> dict[str, Any]:
        return {"text": value, "id": slugify(value) or "h"}

    def _text(self, value: str) -> dict[str, Any]:
        return {"html": self._html(value)}

    def _notice(self, value: Mapping[str, Any]) -> dict[str, Any]:
        return {"title": value.get("title", ""), "html": self._html(value["text"])}

    def _quote(self, value: Mapping[str, Any]) -> dict[str, Any]:
        lang = value.get("language", "")
        return {"text": value["text"], "who": value.get("who", ""), "lang": "" if lang == self.language else lang}

    def _picture(self, value: Mapping[str, Any]) -> dict[str, Any] | None:
        picture = self.facts.pictures.get(value["picture"])
        return _picture_values(picture, value.get("caption", ""), self.language) if picture else None

    def _documents(self, value: Iterable[Any]) -> dict[str, Any] | None:
        keys = [item["value"] if isinstance(item, Mapping) else item for item in value]
        found = [self.facts.documents[key] for key in keys if key in self.facts.documents]
        return {"documents": [self._document(one) for one in found]} if found else None

    def _figures(self, value: Iterable[str]) -> dict[str, Any] | None:
        counted = census(self.facts.ties, self.on)
        self.body.until = counted.until
        page = list_page(self.facts, self.language)
        asked = (figure(key, counted, self.language, page.path if page else "") for key in value)
        made: list[Figure] = [one for one in asked if one]
        return {"figures": made} if made else None

    def _stated(self, value: Mapping[str, Any]) -> dict[str, Any]:
        as_of = value.get("as_of", "")
        said_by = self.texts._("Stated by %(who)s.") % {"who": value["by"]}
        if as_of:
            when = PartialDate.parse(as_of).formatted(self.language)
            said_by = self.texts._("Stated by %(who)s, %(when)s.") % {"who": value["by"], "when": when}
        source = Source(value.get("source_title", ""), value.get("source_url", ""))
        return {"html": self._html(value["text"]), "by": said_by, "source": source}

    def _document(self, one: DocumentFacts) -> Mapping[str, Any]:
        size = f"{one.extension.upper()}, {file_size(one.size, self.language)}"
        return {"path": one.path, "title": one.title, "lang": one.language, "note": size}

    def _html(self, stored: str) -> Markup:
        return published(stored, self._resolve)

    def _resolve(self, kind: str, key: str) -> str | None:
        found = None
        if kind == "page" and key.isdigit() and (page := self.facts.pages.get(int(key))):
            found = page.href
        if kind == "document" and key.isdigit() and (paper := self.facts.documents.get(int(key))):
            found = paper.path
        if found is None:
            self.body.dead_links.append(f"{kind} {key}")
        return found


def _picture_values(picture: PictureFacts, caption: str, language: str) -> dict[str, Any]:
    middle = picture.sizes[len(picture.sizes) // 2]
    return {
        "src": middle.path,
        "srcset": ", ".join(f"{size.path} {size.width}w" for size in picture.sizes),
        "width": picture.sizes[-1].width,
        "height": picture.sizes[-1].height,
        "alt": "" if picture.is_decorative else said(picture.alt, language)[0],
        "caption": caption,
        "photographer": picture.photographer,
    }
