"""One consistent state of the database, read without blocking an editor."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections, transaction

ALIAS = "snapshot"


@contextmanager
def snapshot() -> Iterator[str]:
    """Open the transaction and yield the alias of its connection; everything read inside is of one moment.

    SQLite: a deferred transaction, whose first read fixes the moment. PostgreSQL: repeatable read, read only.
    """
    connection = connections[ALIAS]
    is_outermost = not connection.in_atomic_block
    with transaction.atomic(using=ALIAS):
        if connection.vendor == "postgresql" and is_outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION READ ONLY")
        yield ALIAS
