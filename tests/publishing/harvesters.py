"""What programs that gather addresses do with a file: the patterns in public use, in our own code.

Each function takes text and returns the addresses it believes it has found, in lower case.
"""

import base64
import codecs
import html
import re
from collections.abc import Callable
from html.parser import HTMLParser
from urllib.parse import unquote

_PLAIN = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_LOOSE = re.compile(r"[\w.-]+@[\w.-]+")
_AT = re.compile(r"\s*[\[({<]?\s*(?:\bat\b|snabel-?a|\(a\)|@)\s*[\])}>]?\s*", re.IGNORECASE)
_DOT = re.compile(r"\s*[\[({<]\s*(?:dot|punkt|\.)\s*[\])}>]\s*|\s+(?:dot|punkt)\s+", re.IGNORECASE)
_BASE64 = re.compile(r"[A-Za-z0-9+/]{16,}={0,2}")


def plain(text: str) -> set[str]:
    """A pattern over the bytes as they are."""
    return {found.lower().rstrip(".") for found in _PLAIN.findall(text)}


def loose(text: str) -> set[str]:
    """The pattern of simple spiders."""
    return {found.lower() for found in _LOOSE.findall(text)}


def unescaped(text: str) -> set[str]:
    """After entities and per cent signs."""
    return plain(unquote(html.unescape(html.unescape(text))))


def spelled_out(text: str) -> set[str]:
    """After "(at)", "[dot]", "snabel-a", "punkt"."""
    return plain(_DOT.sub(".", _AT.sub("@", html.unescape(text))))


def backwards(text: str) -> set[str]:
    """Written from right to left."""
    return plain(html.unescape(text)[::-1])


def rotated(text: str) -> set[str]:
    """ROT13."""
    return plain(codecs.decode(html.unescape(text), "rot13"))


def packed(text: str) -> set[str]:
    """Inside base64."""
    found = set()
    for piece in _BASE64.findall(text):
        try:
            found |= plain(base64.b64decode(piece + "=" * (-len(piece) % 4)).decode("latin-1"))
        except ValueError:
            continue
    return found


class _Joined(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts += [f" {unquote(value or '')} " for _name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_comment(self, data: str) -> None:
        self.parts.append(data)


def parsed(text: str) -> set[str]:
    """Text, attributes and comments of a page, put together across its marks."""
    joined = _Joined()
    joined.feed(text)
    return plain("".join(joined.parts)) | plain("".join(part.strip() for part in joined.parts))


HARVESTERS: tuple[Callable[[str], set[str]], ...] = (
    plain,
    loose,
    unescaped,
    spelled_out,
    backwards,
    rotated,
    packed,
    parsed,
)
