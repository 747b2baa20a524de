"""The texts and their translations: extract what the code says, merge the parts, compile what gettext reads.

English is the source text. Each room keeps its translations in `locale/<language>/parts/<room>.po`, so that
two people seldom edit one file; set-up merges the parts of a language into one `LC_MESSAGES/django.mo`.

    .venv/bin/python tools/translations.py compile|missing
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SOURCE = Path(__file__).resolve().parent.parent / "src/vanort"
CATALOGUE = SOURCE / "locale"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


class Conflict(Exception):
    """Two parts translate one text differently; says which text and which files."""


@dataclass(frozen=True)
class Text:
    """A text found in the code: where, its context (or None), its singular, its plural (or None)."""

    place: str
    context: str | None
    singular: str
    plural: str | None


def _as_code(path: Path) -> tuple[str, bytes]:
    """Return the name of Babel's extractor for `path` and what to feed it."""
    if path.suffix == ".html":
        # Django's own first step of makemessages: the template as lines that look like gettext calls.
        from django.utils.translation.template import templatize

        return "python", templatize(path.read_text(), origin=path.name).encode()
    return {".py": "python", ".jinja": "jinja2.ext.babel_extract"}[path.suffix], path.read_bytes()


def extracted(root: Path = SOURCE) -> Iterator[Text]:
    """Yield every text in the Python files and templates under `root`."""
    for path in sorted(root.rglob("*")):
        if path.suffix not in (".py", ".html", ".jinja"):
            continue
        method, code = _as_code(path)
        options = {"trimmed": "true", "silent": "false"} if path.suffix == ".jinja" else {}
        for line, found, _comments, context in extract(method, io.BytesIO(code), KEYWORDS, options=options):
            words = found if isinstance(found, tuple) else (found,)
            yield Text(f"{path.relative_to(root)}:{line}", context, words[0], words[1] if len(words) > 1 else None)


def _said_otherwise(one: Message, two: Message) -> bool:
    return bool(one.string and two.string and one.string != two.string)


def merged(parts: list[Path], language: str) -> Catalog:
    """Return one catalogue of all `parts`; raise Conflict where two of them disagree."""
    whole = Catalog(locale=language, domain="django")
    written_in: dict[tuple[str | None, str], Path] = {}
    for part in parts:
        with part.open("rb") as file:
            catalogue = read_po(file, locale=language)
        for message in catalogue:
            if not message.id or message.fuzzy:
                continue
            known = whole.get(message.id, message.context)
            where = (message.context, message.id if isinstance(message.id, str) else message.id[0])
            if known is not None and _said_otherwise(known, message):
                first = written_in[where]
                raise Conflict(
                    f"{message.id!r}: {first.name} says {known.string!r}, {part.name} says {message.string!r}"
                )
            whole.add(message.id, message.string, context=message.context)
            written_in.setdefault(where, part)
    return whole


def languages() -> dict[str, list[Path]]:
    """Return the parts of each language, by its code."""
    found: dict[str, list[Path]] = {}
    for part in sorted(CATALOGUE.glob("*/parts/*.po")):
        found.setdefault(part.parent.parent.name, []).append(part)
    return found


def compile_all() -> None:
    """Write each language's `django.mo`; each file appears whole."""
    for language, parts in languages().items():
        target = CATALOGUE / language / "LC_MESSAGES/django.mo"
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = target.with_suffix(".new")
        with draft.open("wb") as file:
            write_mo(file, merged(parts, language))
        draft.replace(target)


def missing(language: str) -> list[Text]:
    """Return the texts in the code that `language` has no translation for."""
    whole = merged(languages().get(language, []), language)

    def is_translated(text: Text) -> bool:
        message = whole.get((text.singular, text.plural) if text.plural else text.singular, text.context)
        if message is None:
            return False
        return all(message.string) if isinstance(message.string, tuple) else bool(message.string)

    return [text for text in extracted() if text.singular and not is_translated(text)]


def main(action: str) -> int:
    """Do `action`; return the exit code."""
    try:
        if action == "compile":
            compile_all()
            return 0
        left = [text for language in languages() for text in missing(language)]
    except Conflict as error:
        print(f"Two translations of one text. {error}", file=sys.stderr)
        return 1
    for text in left:
        print(f"{text.place}: {text.singular!r}")
    return bool(left)


if __name__ == "__main__":
    sys.exit(main((sys.argv[1:] or ["missing"])[0]))
