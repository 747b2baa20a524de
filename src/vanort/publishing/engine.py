"""One process that serves HTTP/1.1 on a socket it was handed: granian's Rust side, without its own supervisor.

    python -m vanort.publishing.engine vanort.wsgi:application --fd 7 --threads 8

Our supervisor owns the listening sockets, so a visitor waits a moment instead of being refused while a process
starts again; and since nothing stands between it and this process, no worker is left behind when either is killed.
granian's command line would fork a worker that outlives it, and would copy the whole environment into every request.
The few names taken from inside granian are pinned by its version range and held by the tests of this module.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib
import os
import resource
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

from granian._futures import _new_cbscheduler
from granian._granian import SocketHolder, WorkerSignal, WSGIWorker
from granian.http import HTTP1Settings
from granian.wsgi import _callback_wrapper

BACKLOG = 1024
# Connections held open at once, idle ones among them.
CONNECTIONS = 8192
HEADER_TIMEOUT = 15_000  # milliseconds for the head of a request, and for the pause before the next one
LARGEST_HEAD = 64 * 1024  # bytes
IDLE_THREAD = 600  # seconds
STOPS = {signal.SIGTERM, signal.SIGINT}
LINGER, FAREWELL = 0.3, 5.0  # seconds for answers that are being sent, and for those still being made
# Called with granian's protocol object and the WSGI variables of one request, on one of the threads.
Handler = Callable[[Any, dict[str, Any]], object]


def serve(handler: Handler, listener: socket.socket, threads: int, is_busy: Callable[[], bool]) -> None:
    """Serve until SIGTERM or SIGINT; then for a few seconds more while `is_busy`."""
    _allow_files(CONNECTIONS * 2)
    listener.setblocking(False)
    ends, stop = threading.Event(), WorkerSignal()
    stop.add_cb(ends.set)
    # Blocked and waited for, not handled: a handler that sets an event can meet the wait in its own lock.
    signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)
    is_unix = listener.family == socket.AF_UNIX
    worker = _worker(SocketHolder(listener.fileno(), is_unix, BACKLOG), threads)
    start = worker.serve_str_uds if is_unix else worker.serve_str
    start(_new_cbscheduler(asyncio.new_event_loop(), handler, impl_asyncio=True), None, stop)
    signal.sigwait(STOPS)
    stop.set()
    # granian itself would wait for browsers that opened a connection and never asked for anything.
    begun = time.monotonic()
    while not ends.wait(0.02):
        waited = time.monotonic() - begun
        if waited > FAREWELL or (waited > LINGER and not is_busy()):
            return


def _worker(holder: SocketHolder, threads: int) -> WSGIWorker:
    head = HTTP1Settings(header_read_timeout=HEADER_TIMEOUT, max_buffer_size=LARGEST_HEAD)
    no_tls = (False, None, None, None, "tls1.3", None, [], False)
    return WSGIWorker(
        1, (None, holder), None, 1, 512, threads, IDLE_THREAD, CONNECTIONS, "1", head, None, None, *no_tls, (None, None)
    )


def _allow_files(wanted: int) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft < allowed:
        resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))


def main(argv: Sequence[str] | None = None) -> None:
    """Serve a WSGI application named `module:name`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("application")
    parser.add_argument("--fd", type=int, required=True)
    parser.add_argument("--threads", type=int, default=8)
    options = parser.parse_args(argv)
    module, _colon, name = options.application.partition(":")
    application = Counted(_callback_wrapper(getattr(importlib.import_module(module), name), {}))
    serve(application, socket.socket(fileno=options.fd), options.threads, lambda: application.running > 0)


class Counted:
    """A handler that knows how many requests it is answering."""

    def __init__(self, handler: Handler) -> None:
        self.handler, self.running = handler, 0
        self._lock = threading.Lock()

    def __call__(self, proto: Any, environ: dict[str, Any]) -> None:
        with self._lock:
            self.running += 1
        try:
            self.handler(proto, environ)
        finally:
            with self._lock:
                self.running -= 1


if __name__ == "__main__":
    main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)
