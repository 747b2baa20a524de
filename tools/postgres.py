"""A private PostgreSQL for tests: one short temporary folder, a socket and no port, gone on exit.

By hand: `.venv/bin/python tools/postgres.py` prints a DATABASE_URL and serves until Ctrl-C;
`tools/postgres.py COMMAND …` runs COMMAND with it set.
"""

from __future__ import annotations

import contextlib
import glob
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

# Nothing here outlives the run, so nothing is worth waiting for a disk.
QUICK = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_wal_size=256MB", "max_connections=60")
LOCALE = ("--encoding=UTF8", "--locale-provider=icu", "--icu-locale=sv-SE", "--locale=C.UTF-8")


class CannotStart(Exception):
    """PostgreSQL did not come up; holds what it printed."""


def binaries() -> Path:
    """Return the folder of the newest installed PostgreSQL's programs; raises CannotStart where there is none."""
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"), key=lambda path: int(path.split("/")[4]))
    if not found:
        raise CannotStart("PostgreSQL's programs are not here")
    return Path(found[-1]).parent


def _as_owner() -> list[str]:
    # PostgreSQL refuses to run as root: Debian's own user for it does.
    if os.geteuid() != 0:
        return []
    return ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--init-groups"]


def _wait(folder: Path, server: subprocess.Popen[bytes]) -> None:
    ready: list[str | Path] = [binaries() / "pg_isready", "-q", "-h", folder, "-U", "vanort", "-d", "postgres"]
    until = time.monotonic() + 20
    while subprocess.run(ready, check=False).returncode:
        if server.poll() is not None or time.monotonic() > until:
            raise CannotStart((folder / "log").read_text())
        time.sleep(0.02)


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.send_signal(signal.SIGINT)  # "fast": ends sessions, does not wait for them
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _start(folder: Path) -> subprocess.Popen[bytes]:
    programs, owner = binaries(), _as_owner()
    data = folder / "d"
    init: list[str | Path] = [*owner, programs / "initdb", "-D", data, "-U", "vanort", "-A", "trust", "-N", *LOCALE]
    made = subprocess.run(init, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd="/", check=False)
    if made.returncode:
        raise CannotStart(made.stdout)
    settings = [
        word
        for setting in ("listen_addresses=", f"unix_socket_directories={folder}", *QUICK)
        for word in ("-c", setting)
    ]
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(
            [*owner, programs / "postgres", "-D", data, *settings], stdout=log, stderr=log, cwd="/", process_group=0
        )


@contextlib.contextmanager
def private_cluster() -> Iterator[str]:
    """Yield the address (for DATABASE_URL) of a fresh cluster with an empty database; remove it all afterwards.

    Raises CannotStart. The folder's path stays short: a socket's may not pass 107 bytes.
    """
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    try:
        if os.geteuid() == 0:
            owner = pwd.getpwnam("postgres")
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        server = _start(folder)
        try:
            _wait(folder, server)
            subprocess.run([binaries() / "createdb", "-h", folder, "-U", "vanort", "vanort"], check=True)
            yield f"postgres://vanort@{str(folder).replace('/', '%2F')}/vanort"
        finally:
            _stop(server)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def end_on_term() -> None:
    """Let SIGTERM unwind like Ctrl-C, so that what a `with` opened is closed."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))


def main(command: list[str]) -> int:
    """Serve until stopped, or run `command` with DATABASE_URL set and return its exit code."""
    end_on_term()
    with private_cluster() as url, contextlib.suppress(KeyboardInterrupt):
        if command:
            return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}, check=False).returncode
        print(f"DATABASE_URL={url}", flush=True)
        signal.pause()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
