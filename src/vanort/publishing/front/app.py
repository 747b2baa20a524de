"""The front: answers every public address from the release, without Django, and passes the editors' on."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from ..headers import security
from ..routes import reaches_django
from .message import BadMessage, received
from .negotiation import choose, matches, ranked
from .paths import as_location, as_url, canonical
from .plain import RETRY, Environ, StartResponse, plain, status_line
from .shelf import PAGE, Answer, Copy, Release, Shelf
from .upstream import Unavailable, Upstream

# How many ways of asking are remembered for one address; browsers use a handful.
REMEMBERED = 32


@dataclass(slots=True)
class Waits:
    """An answer that takes its time, because Django gives it. First `receive`, then `end`, on any two threads."""

    environ: Environ
    pass_on: Callable[[Waits, StartResponse], Iterable[bytes]]
    message: IO[bytes] | None = None
    refused: int = 0

    def receive(self) -> None:
        """Take the visitor's message, as slowly as it comes. Only within granian's own call."""
        try:
            self.message = received(self.environ)
        except BadMessage as problem:
            self.refused = problem.code

    def end(self, start_response: StartResponse) -> Iterable[bytes]:
        """Wait for Django."""
        return self.pass_on(self, start_response)


class Front:
    """Gives every answer. One instance serves all threads."""

    def __init__(self, shelf: Shelf, upstream: Upstream | None) -> None:
        self.shelf, self.upstream = shelf, upstream
        self.https = shelf.https

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """The same as a plain WSGI application, which waits here and now."""
        given = self.answer(environ, start_response)
        if not isinstance(given, Waits):
            return given
        given.receive()
        return given.end(start_response)

    def answer(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes] | Waits:
        """A list when the whole body is at hand; another iterable for a large file; Waits for Django's."""
        release = self.shelf.release()
        if release is not None:
            answer = release.answers.get(environ["PATH_INFO"])
            if answer is not None:
                return self._known(release, answer, environ, start_response)
        return self._unknown(release, environ, start_response)

    def _known(
        self, release: Release, answer: Answer, environ: Environ, start_response: StartResponse
    ) -> Iterable[bytes]:
        method = environ["REQUEST_METHOD"]
        if method != "GET" and method != "HEAD":
            return plain(start_response, 405, self.https, ("allow", "GET, HEAD"))
        if answer.entry.location:
            location = as_location(answer.entry.location, environ.get("QUERY_STRING", ""))
            return self._redirect(start_response, answer.entry.status, location)
        copy = self._chosen(release, answer, environ.get("HTTP_ACCEPT_ENCODING"))
        if copy is None:
            return plain(start_response, 406, self.https, ("vary", "accept-encoding"))
        tags = environ.get("HTTP_IF_NONE_MATCH")
        if tags is not None and matches(tags, copy.tag):
            start_response("304 Not Modified", copy.not_modified)
            return []
        try:
            body = self.shelf.body(copy)
        except OSError:
            return self._fault(release, 500, environ, start_response)
        start_response("200 OK", copy.ok)
        if method == "HEAD":
            return []
        return [body] if isinstance(body, bytes) else body

    @staticmethod
    def _chosen(release: Release, answer: Answer, accept: str | None) -> Copy | None:
        known = answer.chosen.get(accept)
        if known is not None:
            return known
        encoding = choose(ranked(accept), answer.sizes)
        if encoding is None:
            return None
        copy = release.copy(answer, encoding)
        if len(answer.chosen) < REMEMBERED:
            answer.chosen[accept] = copy
        return copy

    def busy(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """The answer when nobody is free to wait for the real one."""
        return self._fault(self.shelf.release(), 503, environ, start_response, RETRY)

    def fault(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """The answer when we failed."""
        return self._fault(self.shelf.release(), 500, environ, start_response)

    def _unknown(
        self, release: Release | None, environ: Environ, start_response: StartResponse
    ) -> Iterable[bytes] | Waits:
        path = canonical(environ["PATH_INFO"])
        if path is None:
            return plain(start_response, 400, self.https)
        if reaches_django(path):
            return Waits(environ, lambda waits, told: self._pass_on(release, path, waits, told))
        if release is None:
            return plain(start_response, 503, self.https, RETRY)
        exact = release.answers.get(path)
        if exact is not None and self._is_same(environ, path):
            return self._known(release, exact, environ, start_response)
        for other in (path, path + "/"):
            if other in release.answers and environ["REQUEST_METHOD"] in ("GET", "HEAD"):
                location = as_location(other, environ.get("QUERY_STRING", ""))
                return self._redirect(start_response, 301, location)
        if reaches_django(path + "/"):
            return self._redirect(start_response, 301, as_url(path + "/"))
        return self._fault(release, 404, environ, start_response)

    @staticmethod
    def _is_same(environ: Environ, path: str) -> bool:
        """Whether the address was asked for as it is, only with letters that WSGI hands over as bytes."""
        return environ["PATH_INFO"].encode("latin-1") == path.encode()

    def _pass_on(
        self, release: Release | None, path: str, waits: Waits, start_response: StartResponse
    ) -> Iterable[bytes]:
        if waits.refused:
            return plain(start_response, waits.refused, self.https)
        try:
            if self.upstream is None:
                raise Unavailable("no editors' site here")
            return self.upstream.answer(waits.environ, path, waits.message, start_response)
        except Unavailable:
            return self._fault(release, 503, waits.environ, start_response, RETRY)

    def _redirect(self, start_response: StartResponse, code: int, location: str) -> Iterable[bytes]:
        """Lead on; asked again each time, since an editor may give the address back to a page."""
        headers = [("location", location), ("content-length", "0"), ("cache-control", PAGE)]
        start_response(status_line(code), [*headers, *security(https=self.https)])
        return []

    def _fault(
        self,
        release: Release | None,
        code: int,
        environ: Environ,
        start_response: StartResponse,
        *more: tuple[str, str],
    ) -> Iterable[bytes]:
        """The baked page of a fault; one line where there is none, or where its own body is gone."""
        answer = release.error(code, environ["PATH_INFO"]) if release else None
        if release is None or answer is None:
            return plain(start_response, code, self.https, *more)
        copy = self._chosen(release, answer, environ.get("HTTP_ACCEPT_ENCODING")) or release.copy(answer, "identity")
        try:
            body = self.shelf.body(copy)
        except OSError:
            return plain(start_response, code, self.https, *more)
        kept = [pair for pair in copy.ok if pair[0] not in ("etag", "cache-control")]
        start_response(status_line(code), [*kept, ("cache-control", "no-store"), *more])
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body] if isinstance(body, bytes) else body


def from_environment() -> Front:
    """The front of the data folder that the environment names."""
    https = os.environ.get("VANORT_BASE_URL", "").startswith("https://")
    where = os.environ.get("VANORT_UPSTREAM", "")
    trusts = os.environ.get("VANORT_TRUST_PROXY") == "1"
    upstream = Upstream(where, https=https, trusts_proxy=trusts) if where else None
    return Front(Shelf(Path(os.environ.get("VANORT_DATA", "var")), https), upstream)
