"""`vanort serve`: the front, Django and the publisher as three processes, kept alive together and ended together.

Knows only the standard library: the front must answer before Django has even been read from disk.
"""

from __future__ import annotations

import argparse
import ctypes
import errno
import fcntl
import gettext
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

LOOPBACK = ("127.0.0.1", "::1", "localhost")
DJANGO_THREADS = 8
BACKLOG = 1024  # visitors who may wait while a process starts again
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
LONG_ENOUGH = 20.0  # seconds alive after which a crash counts as the first one again
SETTLED = 8.0  # seconds alive after which whoever crashed twice is trusted with visitors again
PATIENCE = 10.0  # seconds for a process to end by itself

_ = gettext.translation("django", Path(__file__).parents[1] / "locale", fallback=True).gettext


def main(argv: Sequence[str]) -> int:
    """Serve until SIGTERM or SIGINT; returns the exit code. 2: it could not start, and the line says why."""
    options = _parse(argv)
    data = Path(options.data).resolve()
    if (data / "demo.json").exists() and options.host not in LOOPBACK:
        return _refuse(_("This is a demonstration with known passwords: it is served on this machine only."))
    (data / "run").mkdir(parents=True, exist_ok=True)
    lock = _only_one(data)
    if lock is None:
        return _refuse(_("Another “vanort serve” already runs on %s.") % data)
    try:
        public = _listen(options.host, options.port)
    except OSError as problem:
        if problem.errno == errno.EADDRINUSE:
            return _refuse(_("Port %d is taken. Choose another with --port.") % options.port)
        return _refuse(f"{options.host}:{options.port}: {problem.strerror}")
    with lock, public, _private_folder() as private:
        return Supervisor(_children(options, data, public, Path(private)), public).run(options.host)


def _parse(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("vanort serve", description=_("Serve the public site and the editors' site."))
    parser.add_argument("--host", default="127.0.0.1", help=_("address to listen on (127.0.0.1)"))
    parser.add_argument("--port", type=int, default=8000, help=_("port to listen on (8000; 0 takes a free one)"))
    parser.add_argument("--data", default=os.environ.get("VANORT_DATA", "var"), help=_("data folder (var/)"))
    parser.add_argument("--no-editors", action="store_true", help=_("only the public site, no Django, no publisher"))
    return parser.parse_args(argv)


def _refuse(why: str) -> int:
    print(why, file=sys.stderr)
    return 2


def _only_one(data: Path) -> IO[str] | None:
    lock = (data / "run" / "serve.lock").open("a")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        return None
    return lock


def _listen(host: str, port: int) -> socket.socket:
    """The public socket. It is ours, so visitors wait instead of being refused while the front starts again."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=BACKLOG)


def _private_folder() -> tempfile.TemporaryDirectory[str]:
    """A folder only we may enter, with a path short enough for the name of a socket (107 bytes)."""
    is_short = len(tempfile.gettempdir()) < 80
    return tempfile.TemporaryDirectory(prefix="vanort-", dir=None if is_short else "/tmp")


def _listen_privately(path: Path) -> socket.socket:
    """Django's socket, which no other user of the machine can reach."""
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    listener.bind(str(path))
    listener.listen(BACKLOG)
    return listener


def _children(options: argparse.Namespace, data: Path, public: socket.socket, private: Path) -> list[Child]:
    upstream = private / "django.sock"
    environment = os.environ | {
        "VANORT_DATA": str(data),
        "VANORT_UPSTREAM": "" if options.no_editors else f"unix:{upstream}",
        "DJANGO_SETTINGS_MODULE": "vanort.settings",
    }
    environment.setdefault("VANORT_BASE_URL", f"http://{_authority(options.host, public)}")
    python = [sys.executable, "-m"]
    front = [*python, "vanort.publishing.front.main", "--fd", str(public.fileno())]
    children = [Child("front", front, environment, public)]
    if not options.no_editors:
        listener = _listen_privately(upstream)
        django = [*python, "vanort.publishing.engine", "vanort.wsgi:application", "--fd", str(listener.fileno())]
        children += [
            Child("django", [*django, "--threads", str(DJANGO_THREADS)], environment, listener, upstream),
            Child("publisher", [*python, "vanort", "publish", "--watch"], environment),
        ]
    return children


def _authority(host: str, public: socket.socket) -> str:
    return f"{f'[{host}]' if ':' in host else host}:{public.getsockname()[1]}"


@dataclass
class Child:
    """One process and how it has fared."""

    name: str
    command: list[str]
    environment: dict[str, str]
    listener: socket.socket | None = None
    door: Path | None = None  # the listener's name, taken away while waiting behind it is in vain
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    pause: float = FIRST_PAUSE
    again_at: float = field(default=0.0)

    def start(self) -> None:
        """Start it in a group of its own, bound to end when the supervisor does."""
        self.process = subprocess.Popen(
            self.command,
            env=self.environment,
            pass_fds=[self.listener.fileno()] if self.listener else [],
            start_new_session=True,
            preexec_fn=_die_with_parent,
        )
        self.started_at = time.monotonic()

    def look(self, now: float) -> None:
        """Start it again after a pause that grows with each crash."""
        if self.process is not None and self.process.poll() is not None:
            code, self.process = self.process.returncode, None
            self.pause = FIRST_PAUSE if now - self.started_at > LONG_ENOUGH else min(self.pause * 2, LONGEST_PAUSE)
            self.again_at = now + self.pause
            if self.pause > 2 * FIRST_PAUSE:
                self._move(self.door, self._hidden)
            log(f"{self.name} ended ({code}); again in {self.pause:.1f} s")
        elif self.process is None and now >= self.again_at:
            self.start()
            log(f"{self.name} started again")
        elif now - self.started_at > SETTLED:
            self._move(self._hidden, self.door)

    @property
    def _hidden(self) -> Path | None:
        return self.door.with_suffix(".away") if self.door else None

    @staticmethod
    def _move(here: Path | None, there: Path | None) -> None:
        if here and there and here.exists():
            here.rename(there)

    def signal(self, number: int) -> None:
        """Send a signal to the process and all it has started."""
        if self.process is not None:
            try:
                os.killpg(self.process.pid, number)
            except ProcessLookupError:
                return


class Supervisor:
    """Starts the children in order and watches them; the front comes first."""

    def __init__(self, children: list[Child], public: socket.socket) -> None:
        self.children, self.public = children, public
        self.is_stopping = False

    def run(self, host: str) -> int:
        """Run until told to stop; 1 when the front could not be started at all."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        front = self.children[0]
        front.start()
        if not self._answers(front):
            self._end()
            if not self.is_stopping:
                log("the front did not start")
            return 0 if self.is_stopping else 1
        print(f"listening http://{_authority(host, self.public)}", flush=True)
        for child in self.children[1:]:
            child.start()
        while not self.is_stopping:
            now = time.monotonic()
            for child in self.children:
                child.look(now)
            time.sleep(0.1)
        self._end()
        return 0

    def _answers(self, front: Child) -> bool:
        """Whether the front says anything at all; the socket itself would take our call without it."""
        address = self.public.getsockname()[:2]
        with socket.create_connection(address, timeout=0.05) as call:
            call.sendall(b"HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            deadline = time.monotonic() + PATIENCE
            while time.monotonic() < deadline and not self.is_stopping:
                if front.process is None or front.process.poll() is not None:
                    return False
                try:
                    return bool(call.recv(1))
                except TimeoutError:
                    continue
        return False

    def _stop(self, *_signal: object) -> None:
        self.is_stopping = True

    def _end(self) -> None:
        for child in reversed(self.children):
            child.signal(signal.SIGTERM)
        deadline = time.monotonic() + PATIENCE
        for child in self.children:
            if child.process is not None:
                try:
                    child.process.wait(max(0.1, deadline - time.monotonic()))
                except subprocess.TimeoutExpired:
                    child.signal(signal.SIGKILL)
                    child.process.wait()


_LIBC = ctypes.CDLL(None)
_PR_SET_PDEATHSIG = 1


def _die_with_parent() -> None:
    _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def log(line: str) -> None:
    """One line about what happened, with the time."""
    print(time.strftime("%Y-%m-%d %H:%M:%S"), "serve:", line, file=sys.stderr, flush=True)
