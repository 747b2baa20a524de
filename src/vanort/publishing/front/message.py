"""The message of a request to the editors' site, taken whole before Django hears of it."""

from __future__ import annotations

import tempfile
from typing import IO

from .plain import Environ

LARGEST = 25 * 1024 * 1024  # bytes, above the largest upload that Wagtail takes
IN_MEMORY = 1_000_000  # bytes; a larger message waits in a file
PIECE = 64 * 1024


class BadMessage(Exception):
    """The visitor's request cannot be passed on; `code` says why."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def has_message(environ: Environ) -> bool:
    """Whether anything follows the head of this request."""
    return environ.get("CONTENT_LENGTH", "0") != "0" or "HTTP_TRANSFER_ENCODING" in environ


def received(environ: Environ) -> IO[bytes] | None:
    """The message of a request, whole, before Django is asked for a place: a slow sender holds only himself up.

    One length, or chunks, never both (which is how requests are smuggled).
    """
    chunked = environ.get("HTTP_TRANSFER_ENCODING", "").strip().lower()
    length = environ.get("CONTENT_LENGTH") or environ.get("HTTP_CONTENT_LENGTH") or ""
    if chunked and (length or chunked != "chunked"):
        raise BadMessage(400)
    if not chunked and not length:
        return None
    if length and not (length.isascii() and length.isdigit()):
        raise BadMessage(400)
    announced = int(length) if length else None
    if announced is not None and announced > LARGEST:
        raise BadMessage(413)
    return _gathered(environ["wsgi.input"], announced)


def _gathered(stream: IO[bytes], announced: int | None) -> IO[bytes]:
    """The whole message, in a file when it is large; to the announced length if there is one, and no further."""
    gathered = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - lives as long as the request
    left = LARGEST + 1 if announced is None else announced
    while left and (piece := stream.read(min(PIECE, left))):
        gathered.write(piece)
        left -= len(piece)
    if announced is None and not left:
        raise BadMessage(413)
    if announced is not None and left:
        raise BadMessage(400)  # the visitor went away in the middle
    return gathered
