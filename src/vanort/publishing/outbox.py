"""Which changes a snapshot contains, and whether there are others since."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Max

from vanort.changes.models import Change

# A transaction that is still open while this many changes were committed after it drew its number is not waited for.
WINDOW = 1000


@dataclass(frozen=True, slots=True)
class Seen:
    """The changes of a snapshot: all up to a number, except `unseen` (not committed yet, or never)."""

    up_to: int = 0
    unseen: tuple[int, ...] = ()


def seen(using: str) -> Seen:
    """Return what the transaction open on the connection `using` sees."""
    changes = Change.objects.using(using)
    up_to = changes.aggregate(last=Max("pk"))["last"] or 0
    first = max(0, up_to - WINDOW)
    there = set(changes.filter(pk__gt=first).values_list("pk", flat=True))
    return Seen(up_to, tuple(sorted(set(range(first + 1, up_to + 1)) - there)))


def has_news(since: Seen) -> bool:
    """Say whether a change has been committed that `since` does not contain."""
    changes = Change.objects.order_by()
    if changes.filter(pk__gt=since.up_to).exists():
        return True
    return bool(since.unseen) and changes.filter(pk__in=since.unseen).exists()
