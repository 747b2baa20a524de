"""`vanort serve`: the front, Django and the publisher as three processes, kept alive together and ended together.

Knows only the standard library: the front must answer before Django has even been read from disk.
"""

from __future__ import annotations

import argparse
import ctypes
import fcntl
import gettext
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

LOOPBACK = ("127.0.0.1", "::1", "localhost")
FRONT_THREADS = 64
DJANGO_THREADS = 8
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
LONG_ENOUGH = 20.0  # seconds alive after which a crash counts as the first one again
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
    port = _free(options.host, options.port)
    if port is None:
        return _refuse(_("Port %d is taken. Choose another with --port.") % options.port)
    with lock, tempfile.TemporaryDirectory(prefix="vanort-") as private:
        return Supervisor(_children(options, data, port, Path(private))).run(options.host, port)


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


def _free(host: str, port: int) -> int | None:
    """Return the port to use, a free one for 0; None when it is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return None
        return probe.getsockname()[1]


def _granian(app: str, *options: str) -> list[str]:
    shared = ["--interface", "wsgi", "--no-ws", "--http", "1", "--workers", "1", "--log-level", "error"]
    beside = shutil.which("granian", path=str(Path(sys.executable).parent)) or "granian"
    return [beside, *shared, *options, app]


def _children(options: argparse.Namespace, data: Path, port: int, private: Path) -> list["Child"]:
    upstream = private / "django.sock"
    environment = os.environ | {
        "VANORT_DATA": str(data),
        "VANORT_UPSTREAM": "" if options.no_editors else f"unix:{upstream}",
        "DJANGO_SETTINGS_MODULE": "vanort.settings",
    }
    environment.setdefault("VANORT_BASE_URL", f"http://{options.host}:{port}")
    front = _granian(
        "vanort.publishing.front.main:application",
        *("--host", options.host, "--port", str(port), "--blocking-threads", str(FRONT_THREADS)),
        *("--runtime-mode", "st", "--backlog", "1024", "--http1-header-read-timeout", "15000"),
    )
    django = _granian(
        "vanort.wsgi:application",
        *("--uds", str(upstream), "--uds-permissions", "600", "--blocking-threads", str(DJANGO_THREADS)),
    )
    publisher = [sys.executable, "-m", "vanort", "publish", "--watch"]
    children = [Child("front", front, environment)]
    if not options.no_editors:
        children += [
            Child("django", django, environment, before=lambda: upstream.unlink(missing_ok=True)),
            Child("publisher", publisher, environment),
        ]
    return children


@dataclass
class Child:
    """One process and how it has fared."""

    name: str
    command: list[str]
    environment: dict[str, str]
    before: Callable[[], object] | None = None
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    pause: float = FIRST_PAUSE
    again_at: float = field(default=0.0)

    def start(self) -> None:
        """Start it in a group of its own, bound to end when the supervisor does."""
        if self.before:
            self.before()
        self.process = subprocess.Popen(
            self.command, env=self.environment, start_new_session=True, preexec_fn=_die_with_parent
        )
        self.started_at = time.monotonic()

    def look(self, now: float) -> None:
        """Start it again after a pause that grows with each crash."""
        if self.process is not None and self.process.poll() is not None:
            code, self.process = self.process.returncode, None
            self.pause = FIRST_PAUSE if now - self.started_at > LONG_ENOUGH else min(self.pause * 2, LONGEST_PAUSE)
            self.again_at = now + self.pause
            log(f"{self.name} ended ({code}); again in {self.pause:.1f} s")
        elif self.process is None and now >= self.again_at:
            self.start()
            log(f"{self.name} started again")

    def signal(self, number: int) -> None:
        """Send a signal to the process and all it has started."""
        if self.process is not None:
            try:
                os.killpg(self.process.pid, number)
            except ProcessLookupError:
                return


class Supervisor:
    """Starts the children in order and watches them; the front comes first."""

    def __init__(self, children: list[Child]) -> None:
        self.children = children
        self.is_stopping = False

    def run(self, host: str, port: int) -> int:
        """Run until told to stop; 1 when the front could not be started at all."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        front = self.children[0]
        front.start()
        if not self._answers(host, port, front):
            log("the front did not start")
            self._end()
            return 1
        print(f"listening http://{f'[{host}]' if ':' in host else host}:{port}", flush=True)
        for child in self.children[1:]:
            child.start()
        while not self.is_stopping:
            now = time.monotonic()
            for child in self.children:
                child.look(now)
            time.sleep(0.1)
        self._end()
        return 0

    def _answers(self, host: str, port: int, front: Child) -> bool:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and not self.is_stopping:
            if front.process is None or front.process.poll() is not None:
                return False
            try:
                with socket.create_connection((host, port), timeout=1):
                    return True
            except OSError:
                time.sleep(0.01)
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
