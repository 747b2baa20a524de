"""The way to Django: few requests at a time, streamed both ways, and never a wait without an end."""

from __future__ import annotations

import http.client
import socket
import tempfile
from collections.abc import Iterable, Iterator
from threading import BoundedSemaphore, local
from typing import IO

from ..headers import Headers, with_missing
from .paths import as_url
from .plain import Environ, StartResponse, status_line

# Well below the front's 64 threads, so that slow editors' pages never take the last of them.
IN_FLIGHT = 48
WAIT = 2.0  # seconds for a place among those in flight
SILENCE = 60.0  # seconds without a byte from Django
LARGEST = 25 * 1024 * 1024  # bytes of a request, above the largest upload that Wagtail takes
PIECE = 64 * 1024

HOP_BY_HOP = frozenset(
    "connection keep-alive proxy-authenticate proxy-authorization proxy-connection te trailer transfer-encoding upgrade".split()
)
# What only we may say about who asks.
OURS = frozenset({"x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "x-forwarded-port", "forwarded", "proxy"})
_STALE = (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError, http.client.CannotSendRequest)


class Unavailable(Exception):
    """Django did not answer, or there is no place for one more request."""


class BadMessage(Exception):
    """The visitor's request cannot be passed on; `code` says why."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


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

    def answer(self, environ: Environ, path: str, start_response: StartResponse) -> Iterable[bytes]:
        """Pass the request on and its answer back. Raises Unavailable or BadMessage before anything is sent."""
        body = _body(environ)
        if not self._places.acquire(timeout=WAIT):
            raise Unavailable("too many requests in flight")
        try:
            response = self._ask(environ, path, body)
        except BaseException:
            self._places.release()
            raise
        headers = [(n.lower(), v) for n, v in response.getheaders() if n.lower() not in HOP_BY_HOP]
        if not any(name == "cache-control" for name, _value in headers):
            headers.append(("cache-control", "no-store"))
        headers.append(("x-robots-tag", "noindex"))
        start_response(status_line_of(response), with_missing(headers, https=self.https))
        return self._passed_on(response)

    def _passed_on(self, response: http.client.HTTPResponse) -> Iterator[bytes]:
        try:
            while piece := response.read1(PIECE):
                yield piece
        except (OSError, http.client.HTTPException):
            self._drop()
            raise  # the visitor sees a broken answer, not a short one that looks whole
        finally:
            if not (response.isclosed() or response.length == 0):
                self._drop()  # left half read: the connection cannot be used again
            response.close()
            self._places.release()

    def _ask(self, environ: Environ, path: str, body: IO[bytes] | bytes | None) -> http.client.HTTPResponse:
        method = environ["REQUEST_METHOD"]
        query = environ.get("QUERY_STRING", "")
        target = as_url(path) + (f"?{query}" if query else "")
        headers = self._headers(environ, body)
        may_repeat = method in ("GET", "HEAD", "OPTIONS")
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

    def _headers(self, environ: Environ, body: IO[bytes] | bytes | None) -> dict[str, str]:
        headers = {}
        for key, value in environ.items():
            if key.startswith("HTTP_"):
                name = key[5:].replace("_", "-").lower()
                if name not in HOP_BY_HOP and name not in OURS and name not in ("content-length", "expect"):
                    headers[name] = value
        if environ.get("CONTENT_TYPE"):
            headers["content-type"] = environ["CONTENT_TYPE"]
        if body is not None:
            headers["content-length"] = str(body.length if isinstance(body, Measured) else len(body))  # type: ignore[arg-type]
        headers.setdefault("host", environ.get("SERVER_NAME", "localhost"))
        client = environ.get("REMOTE_ADDR", "")
        proto = "https" if self.https else "http"
        if self.trusts_proxy:
            client = environ.get("HTTP_X_FORWARDED_FOR", client).rsplit(",", 1)[-1].strip()
            proto = environ.get("HTTP_X_FORWARDED_PROTO", proto)
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


class Measured:
    """The visitor's own stream, read to the length that was announced and no further."""

    def __init__(self, stream: IO[bytes], length: int) -> None:
        self.stream, self.length, self._left = stream, length, length

    def read(self, size: int = -1) -> bytes:
        wanted = self._left if size < 0 else min(size, self._left)
        piece = self.stream.read(wanted) if wanted else b""
        if wanted and not piece:
            raise BadMessage(400)  # the visitor went away in the middle
        self._left -= len(piece)
        return piece


def _body(environ: Environ) -> IO[bytes] | bytes | None:
    """The message of a request; one length, or chunks, never both (which is how requests are smuggled)."""
    chunked = environ.get("HTTP_TRANSFER_ENCODING", "").strip().lower()
    length = environ.get("CONTENT_LENGTH") or environ.get("HTTP_CONTENT_LENGTH") or ""
    if chunked and (length or chunked != "chunked"):
        raise BadMessage(400)
    if chunked:
        return _gathered(environ["wsgi.input"])
    if not length:
        return None
    if not (length.isascii() and length.isdigit()):
        raise BadMessage(400)
    if int(length) > LARGEST:
        raise BadMessage(413)
    return Measured(environ["wsgi.input"], int(length)) if int(length) else b""  # type: ignore[return-value]


def _gathered(stream: IO[bytes]) -> IO[bytes]:
    """A message of unknown length, gathered (in a file when large) so that Django is told how long it is."""
    gathered = tempfile.SpooledTemporaryFile(max_size=1_000_000)  # noqa: SIM115 - lives as long as the request
    total = 0
    while piece := stream.read(PIECE):
        total += len(piece)
        if total > LARGEST:
            raise BadMessage(413)
        gathered.write(piece)
    gathered.seek(0)
    return Measured(gathered, total)  # type: ignore[return-value,arg-type]


def status_line_of(response: http.client.HTTPResponse) -> str:
    """The status as Django gave it."""
    return f"{response.status} {response.reason}" if response.reason else status_line(response.status)
