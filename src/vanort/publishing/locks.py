"""Who may publish: one watcher per data folder, one publication at a time."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

# Any number, the same in every process on the database: "vanort" as letters on a telephone.
_ADVISORY = 826678


class Taken(Exception):
    """Somebody else holds the lock."""


@contextmanager
def locked(data: Path, name: str, *, is_patient: bool = True) -> Iterator[None]:
    """Hold the lock file `run/<name>.lock` of a data folder; raises Taken when impatient and it is held."""
    path = data / "run" / f"{name}.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX if is_patient else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Taken(str(path)) from error
        yield


@contextmanager
def publishing(data: Path) -> Iterator[None]:
    """Hold the right to publish from this database into this folder; waits for another publication to end.

    The lock in PostgreSQL covers a second machine on the same database, which the file cannot.
    """
    with locked(data, "publication"):
        if connection.vendor != "postgresql":
            yield
            return
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [_ADVISORY])
        try:
            yield
        finally:
            if connection.connection is not None and not connection.connection.closed:
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_unlock(%s)", [_ADVISORY])
