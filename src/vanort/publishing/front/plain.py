"""Answers of the front's own: short, without a release to take them from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any

from ..headers import Headers, security

Environ = dict[str, Any]
StartResponse = Callable[[str, Headers], Any]

_WORDS = {
    400: "Adressen går inte att läsa. / The address cannot be read.",
    404: "Sidan finns inte. / There is no such page.",
    405: "Det går inte att göra så med den här adressen. / This cannot be done with this address.",
    406: "Ingen form av sidan passar det som webbläsaren tar emot. / No form of the page suits what the browser takes.",
    411: "Ange hur lång sändningen är. / Say how long the message is.",
    413: "Filen är för stor. / The file is too large.",
    500: "Något gick fel hos oss. / Something went wrong at our end.",
    503: "Webbplatsen är inte tillgänglig just nu. Försök om en stund. / "
    "The site is not available just now. Try again soon.",
}
RETRY = ("retry-after", "10")


def status_line(code: int) -> str:
    """`404 Not Found`."""
    return f"{code} {HTTPStatus(code).phrase}"


def plain(start_response: StartResponse, code: int, https: bool, *more: tuple[str, str]) -> Iterable[bytes]:
    """Answer with a code and one line in both languages."""
    body = (_WORDS[code] + "\n").encode()
    described = [("content-type", "text/plain; charset=utf-8"), ("content-length", str(len(body)))]
    start_response(status_line(code), [*described, ("cache-control", "no-store"), *more, *security(https=https)])
    return [body]
