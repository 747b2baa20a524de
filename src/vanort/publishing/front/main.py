"""The front as a process: `python -m vanort.publishing.front.main --fd 7`, settings from the environment.

What is in memory is answered at once. Whatever waits for somebody else, for Django or for a visitor who reads a
large file slowly, waits on threads of its own. Only a message must be taken on the thread that was called, since
granian closes it when the call returns; so few may send one at a time that threads are left for the pages.
"""

from __future__ import annotations

import argparse
import os
import socket
import sys
import traceback
from typing import Any

from ..engine import serve
from ..headers import Headers
from .app import Front, Waits, from_environment
from .crew import Crew, Senders
from .message import has_message
from .plain import Environ

# Threads. More of them answer no sooner, they fight for the interpreter: with 64 a page costs twice the CPU when the
# machine is busy.
ANSWERING = 10
# Messages that may be on their way in, in all and from one address. A proxy in front of us gathers them first.
SENDING, SENDING_OF_ONE = 8, 6
ASKING = 96  # requests that wait for Django or for a place with it, twice as many as may be in flight
DOWNLOADING = 64  # large files on their way


class _Told:
    """`start_response`, which remembers."""

    __slots__ = ("code", "headers")

    def __call__(self, status: str, headers: Headers, _exc_info: object = None) -> None:
        self.code = int(status[:3])
        self.headers = headers


class Handler:
    """What granian calls for each request. It may be answered later, by another thread."""

    def __init__(self, front: Front) -> None:
        self.front = front
        self.askers = Crew("asking", ASKING)
        self.downloads = Crew("downloading", DOWNLOADING)
        self.senders = Senders(SENDING, SENDING_OF_ONE)

    def __call__(self, proto: Any, environ: Environ) -> None:
        told = _Told()
        try:
            body = self.front.answer(environ, told)
        except Exception:  # noqa: BLE001 - whatever it is, the visitor gets an answer
            traceback.print_exc()
            body = self.front.fault(environ, told)
        if type(body) is list:
            proto.response_bytes(told.code, told.headers, body[0] if body else b"")
            return
        crew = self.askers if isinstance(body, Waits) else self.downloads
        is_here = not isinstance(body, Waits) or self._receive(environ, body)
        if not is_here or not crew.take(lambda: self._send(proto, environ, told, body)):
            busy = self.front.busy(environ, told)
            proto.response_bytes(told.code, told.headers, b"".join(busy))

    def _receive(self, environ: Environ, waits: Waits) -> bool:
        if not has_message(environ):
            return True
        client = environ["REMOTE_ADDR"]
        if self.front.upstream and self.front.upstream.trusts_proxy:
            client = (environ.get("HTTP_X_FORWARDED_FOR") or client).rsplit(",", 1)[-1].strip()
        with self.senders.one_more(client) as is_room:
            if is_room:
                waits.receive()
            return is_room

    def _send(self, proto: Any, environ: Environ, told: _Told, body: Any) -> None:
        try:
            if isinstance(body, Waits):
                body = body.end(told)
            if isinstance(body, list):
                proto.response_bytes(told.code, told.headers, b"".join(body))
            else:
                proto.response_iter(told.code, told.headers, body)
        except Exception:  # noqa: BLE001 - whatever it is, the visitor gets an answer
            traceback.print_exc()
            said = self.front.fault(environ, told)
            proto.response_bytes(told.code, told.headers, b"".join(said))


def main() -> None:
    """Serve until told to stop."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fd", type=int, required=True)
    options = parser.parse_args()
    handler = Handler(from_environment())
    serve(
        handler,
        socket.socket(fileno=options.fd),
        ANSWERING,
        is_busy=lambda: handler.askers.busy > 0 or handler.downloads.busy > 0,
    )


if __name__ == "__main__":
    main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)  # a visitor who never reads on must not hold the process
