"""The way to Django: few requests at a time, streamed both ways, and never a wait without an end."""

from __future__ import annotations

import http.client
import socket
from collections.abc import Iterable, Iterator
from itertools import chain
from threading import BoundedSemaphore, local
from typing import IO

from ..headers import with_missing
from .paths import as_query, as_url
from .plain import Environ, StartResponse, status_line

# Well below the front's 64 threads, so that slow editors' pages never take the last of them.
IN_FLIGHT = 48
WAIT = 2.0  # seconds for a place among those in flight
SILENCE = 60.0  # seconds without a byte from Django
PIECE = 64 * 1024
AHEAD = 1_000_000  # bytes of an answer that are taken from Django before the visitor has read any

HOP_BY_HOP = frozenset(
    "connection keep-alive proxy-authenticate proxy-authorization proxy-connection te trailer transfer-encoding "
    "upgrade".split()
)
# granian says these two itself.
NOT_PASSED_BACK = HOP_BY_HOP | {"date", "server"}
# What only we may say about who asks.
OURS = frozenset({"x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "x-forwarded-port", "forwarded", "proxy"})
_STALE = (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError, http.client.CannotSendRequest)


class Unavailable(Exception):
    """Django did not answer, or there is no place for one more request."""


class _UnixConnection(http.client.HTTPConnection):
    def __init__(self, path: str) -> None:
        super().__init__("localhost", timeout=SILENCE)
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(SILENCE)
        self.sock.connect(self._path)


class Upstream:
    """Django behind `unix:/path` or `host:port`."""

    def __init__(self, where: str, *, https: bool = False, trusts_proxy: bool = False) -> None:
        self.where, self.https, self.trusts_proxy = where, https, trusts_proxy
        self._places = BoundedSemaphore(IN_FLIGHT)
        self._mine = local()

    def answer(
        self, environ: Environ, path: str, body: IO[bytes] | None, start_response: StartResponse
    ) -> Iterable[bytes]:
        """Pass the request on and its answer back. Raises Unavailable before anything is sent."""
        if not self._places.acquire(timeout=WAIT):
            raise Unavailable("too many requests in flight")
        try:
            response = self._ask(environ, path, body)
        except BaseException:
            self._places.release()
            raise
        headers = [(n.lower(), _ascii(v)) for n, v in response.getheaders() if n.lower() not in NOT_PASSED_BACK]
        if not any(name == "cache-control" for name, _value in headers):
            headers.append(("cache-control", "no-store"))
        headers.append(("x-robots-tag", "noindex"))
        start_response(status_line_of(response), with_missing(headers, https=self.https))
        return self._gathered(self._passed_on(response))

    @staticmethod
    def _gathered(pieces: Iterator[bytes]) -> Iterable[bytes]:
        """A list of all of it when it is not large, so that a slow reader keeps no place with Django."""
        ahead, total = [], 0
        for piece in pieces:
            ahead.append(piece)
            total += len(piece)
            if total > AHEAD:
                return _Rest(ahead, pieces)
        return ahead

    def _passed_on(self, response: http.client.HTTPResponse) -> Iterator[bytes]:
        try:
            while piece := response.read1(PIECE):
                yield piece
        except (OSError, http.client.HTTPException):
            self._drop()
            raise  # before anything is sent: a 500; later: a broken answer, not a short one that looks whole
        finally:
            if not (response.isclosed() or response.length == 0):
                self._drop()  # left half read: the connection cannot be used again
            response.close()
            self._places.release()

    def _ask(self, environ: Environ, path: str, body: IO[bytes] | None) -> http.client.HTTPResponse:
        method = environ["REQUEST_METHOD"]
        query = environ.get("QUERY_STRING", "")
        target = as_url(path) + (f"?{as_query(query)}" if query else "")
        headers = self._headers(environ, body)
        if body is not None:
            body.seek(0)
        may_repeat = method in ("GET", "HEAD", "OPTIONS") and body is None
        if not may_repeat:
            self._drop()  # a kept connection may have gone stale, and this request must not be sent twice
        for is_last in (False, True):
            connection = self._connection()
            try:
                connection.request(method, target, body, headers)
                return connection.getresponse()
            except _STALE as problem:
                self._drop()
                if is_last or not may_repeat:
                    raise Unavailable(str(problem)) from problem
            except (OSError, http.client.HTTPException) as problem:
                self._drop()
                raise Unavailable(str(problem)) from problem
        raise AssertionError("unreachable")

    def _headers(self, environ: Environ, body: IO[bytes] | None) -> dict[str, str]:
        named = {name.strip().lower() for name in environ.get("HTTP_CONNECTION", "").split(",")}
        kept_back = HOP_BY_HOP | OURS | named | {"content-length", "expect"}
        headers = {}
        for key, value in environ.items():
            name = key[5:].replace("_", "-").lower()
            if key.startswith("HTTP_") and name not in kept_back:
                headers[name] = value
        if environ.get("CONTENT_TYPE"):
            headers["content-type"] = environ["CONTENT_TYPE"]
        if body is not None:
            headers["content-length"] = str(body.tell())
        headers.setdefault("host", environ.get("SERVER_NAME", "localhost"))
        client = environ.get("REMOTE_ADDR", "")
        proto = "https" if self.https else "http"
        if self.trusts_proxy:
            client = (environ.get("HTTP_X_FORWARDED_FOR") or client).rsplit(",", 1)[-1].strip()
            proto = "https" if environ.get("HTTP_X_FORWARDED_PROTO", proto) == "https" else "http"
        return headers | {"x-forwarded-for": client, "x-forwarded-proto": proto, "x-forwarded-host": headers["host"]}

    def _connection(self) -> http.client.HTTPConnection:
        kept = getattr(self._mine, "connection", None)
        if kept is None:
            if self.where.startswith("unix:"):
                kept = _UnixConnection(self.where.removeprefix("unix:"))
            else:
                host, _colon, port = self.where.rpartition(":")
                kept = http.client.HTTPConnection(host, int(port), timeout=SILENCE)
            self._mine.connection = kept
        return kept

    def _drop(self) -> None:
        kept = getattr(self._mine, "connection", None)
        if kept is not None:
            kept.close()
            self._mine.connection = None


class _Rest:
    """What was taken ahead, then what is still to come; closing it closes the source."""

    def __init__(self, ahead: list[bytes], pieces: Iterator[bytes]) -> None:
        self._all = chain(ahead, pieces)
        self.close = pieces.close  # type: ignore[attr-defined]

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        return next(self._all)


def _ascii(value: str) -> str:
    """A header as granian can send it: the letters that HTTP leaves open become question marks."""
    return value if value.isascii() and value.isprintable() else "".join(c if " " <= c <= "~" else "?" for c in value)


def status_line_of(response: http.client.HTTPResponse) -> str:
    """The status as Django gave it."""
    return f"{response.status} {response.reason}" if response.reason else status_line(response.status)
