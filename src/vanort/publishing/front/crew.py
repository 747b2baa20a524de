"""Who may wait, and how many: so that those who wait never take the threads of those who can be answered at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Lock


class Crew:
    """Threads that may wait, never more than `size`, started as they are needed."""

    def __init__(self, name: str, size: int) -> None:
        self.size, self.busy = size, 0
        self._threads = ThreadPoolExecutor(size, name)
        self._lock = Lock()

    def take(self, work: Callable[[], None]) -> bool:
        """Do the work on another thread; False when all are busy."""
        with self._lock:
            if self.busy >= self.size:
                return False
            self.busy += 1
        self._threads.submit(self._do, work)
        return True

    def _do(self, work: Callable[[], None]) -> None:
        try:
            work()
        finally:
            with self._lock:
                self.busy -= 1


class Senders:
    """Visitors who are sending a message: so many at once, and of those so many from one address."""

    def __init__(self, most: int, most_of_one: int) -> None:
        self.most, self.most_of_one = most, most_of_one
        self._sending: Counter[str] = Counter()
        self._lock = Lock()

    @contextmanager
    def one_more(self, client: str) -> Iterator[bool]:
        """Whether there is room for this one; if so, until the block ends."""
        with self._lock:
            is_room = self._sending.total() < self.most and self._sending[client] < self.most_of_one
            self._sending[client] += is_room
        try:
            yield is_room
        finally:
            with self._lock:
                self._sending[client] -= is_room
                self._sending += Counter()  # forgets those who are done
