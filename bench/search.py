"""How long a search takes in the index: 60,000 made-up towns and pages, on the database in use.

    .venv/bin/python bench/search.py [--records N]
    .venv/bin/python tools/postgres.py .venv/bin/python bench/search.py

Makes an index in a new SQLite file, or in the empty database that DATABASE_URL names, and asks each sort of question
300 times for twenty hits. The aim is 3 ms for 95 of 100 beginnings of a name.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from typing import Any

AIM = 0.003
ASKED = 300


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, default=60_000)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="vanort-bench-") as folder:
        os.environ["VANORT_DATA"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vanort.settings")
        return measure(wanted.records)


def measure(count: int) -> int:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from vanort.publishing.search.index import index

    call_command("migrate", verbosity=0)
    chance = random.Random(1)
    made = list(documents(count, chance))
    begun = time.perf_counter()
    index().replace(made)
    if connection.vendor == "postgresql":
        connection.cursor().execute("ANALYZE")
    print(f"{connection.vendor}, {platform.machine()}, {count} records held in {time.perf_counter() - begun:.1f} s")
    results = {name: sorted(timed(index().search, one) for one in asked) for name, asked in questions(made, chance)}
    for name, seconds in results.items():
        print(f"{name}: p50 {at(seconds, 0.5) * 1000:.2f} ms, p95 {at(seconds, 0.95) * 1000:.2f} ms")
    return 0 if all(at(seconds, 0.95) <= AIM for name, seconds in results.items() if "beginning" in name) else 1


def documents(count: int, chance: random.Random) -> Iterator[Any]:
    """Names that share beginnings, as names of towns do, and texts of forty words out of four thousand."""
    from vanort.publishing.search.documents import Document

    sounds = [first + vowel + last for first in "bdfghjklmnprstv" for vowel in "aeiouyåäö" for last in ("", "n", "r")]
    vocabulary = ["".join(chance.choices(sounds, k=chance.choice((2, 3)))) for _ in range(4000)]
    weights = [1 / (place + 10) for place in range(len(vocabulary))]
    for number in range(count):
        title = "".join(chance.choices(sounds, k=chance.choice((2, 3, 4)))).capitalize()
        text = " ".join(chance.choices(vocabulary, weights, k=40))
        yield Document(f"/{number}/", "sv", "town" if number % 3 else "page", title, (), text, "1")


def questions(made: list[Any], chance: random.Random) -> Iterator[tuple[str, list[str]]]:
    names = [chance.choice(made).title for _ in range(ASKED)]
    texts = [chance.choice(made).text.split() for _ in range(ASKED)]
    for length in (1, 2, 3, 4, 5):
        yield f"beginning of {length}", [name[:length] for name in names]
    yield "whole name", names
    yield "a word of a text", [chance.choice(words) for words in texts]
    yield "two words of a text", [" ".join(chance.sample(words, 2)) for words in texts]


def timed(search: Callable[[str, str, int], object], query: str) -> float:
    begun = time.perf_counter()
    search(query, "sv", 20)
    return time.perf_counter() - begun


def at(seconds: list[float], share: float) -> float:
    return seconds[int(len(seconds) * share)]


if __name__ == "__main__":
    raise SystemExit(main())
