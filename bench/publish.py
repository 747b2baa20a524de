"""How long from a save to a visitor: a change by the editors' own action, until the front answers with it.

    .venv/bin/python bench/publish.py [--quick] [--data DIR]

Starts the real `vanort serve` on a demonstration folder (a new one, or a copy of DIR) and measures three sorts of
change: words about one town (one page of a language), a tie's status (its pages, the lists, the counts) and the
postal address (every page). The time runs from before the action to the first answer that holds the new
text. The aim is 300 ms, the limit one second.
"""

from __future__ import annotations

import argparse
import http.client
import os
import platform
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

import psutil

AIM, LIMIT = 0.3, 1.0
PATIENCE = 10.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="five changes of each sort instead of forty")
    parser.add_argument("--data", type=Path, help="a demonstration folder to copy instead of making one")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="vanort-bench-") as folder:
        data = Path(folder) / "data"
        prepare(data, wanted.data)
        with Server(data) as server:
            results = measure(server, 5 if wanted.quick else 40)
            spent = server.publisher_seconds() / (1 + sum(map(len, results.values())))
    print(machine())
    for name, seconds in results.items():
        print(told(name, seconds))
    # Says what a change costs whatever else the machine was doing.
    print(f"the publisher's own time, its start included: {spent * 1000:.0f} ms of CPU a change")
    return 0 if all(max(seconds) < LIMIT for seconds in results.values()) else 1


def prepare(data: Path, source: Path | None) -> None:
    """Fill the data folder; the settings of this process are those of that folder."""
    if source:
        shutil.copytree(source, data, symlinks=True, ignore=shutil.ignore_patterns("run"))
    data.mkdir(exist_ok=True)
    os.environ["VANORT_DATA"] = str(data)
    os.environ["VANORT_BASE_URL"] = f"http://127.0.0.1:{free_port()}"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vanort.settings")
    for command in (["migrate", "--verbosity", "0"], ["load_demo"]):
        subprocess.run([sys.executable, "-m", "vanort", *command], check=True, stdout=subprocess.DEVNULL)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """The real processes, from their start to their end."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.port = int(os.environ["VANORT_BASE_URL"].rsplit(":", 1)[1])

    def __enter__(self) -> Self:
        command = [sys.executable, "-m", "vanort", "serve", "--port", str(self.port)]
        self.log = (self.data / "bench.log").open("w")
        self.process = subprocess.Popen(command, stdout=self.log, stderr=subprocess.STDOUT)
        until(lambda: (self.data / "site" / "current").exists() and self.answers(), 60)
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.log.close()

    def answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), 0.2):
                return True
        except OSError:
            return False

    def publisher_seconds(self) -> float:
        """CPU time of the publisher since it started."""
        children = psutil.Process(self.process.pid).children(recursive=True)
        publisher = next(child for child in children if "publish" in child.cmdline())
        spent = publisher.cpu_times()
        return spent.user + spent.system

    def text(self, path: str) -> str:
        """Fetch a page over one kept connection."""
        self.connection.request("GET", path)
        answer = self.connection.getresponse()
        return answer.read().decode()


def until(is_so: Callable[[], bool], patience: float) -> None:
    """Wait; TimeoutError when it does not come."""
    end = time.monotonic() + patience
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.002)


def measure(server: Server, rounds: int) -> dict[str, list[float]]:
    """Return seconds from save to visible, per sort of change."""
    import django

    django.setup()
    from vanort.publishing.inventory import load_site
    from vanort.relations.models import Relation

    tie = Relation.objects.filter(is_public=True).first()
    subjects = load_site("default").subjects.items()
    town = next(a for a, s in subjects if getattr(s, "place_id", 0) == tie.place_id and s.language == "sv")
    sorts = changes(tie)
    first, _ = next(iter(sorts.values()))
    visible(server, town, first, "00 00 01")  # finds everything cold, and is not counted
    found: dict[str, list[float]] = {name: [] for name in sorts}
    for turn in range(rounds):
        for name, (save, own) in sorts.items():
            found[name].append(visible(server, town, save, f"{turn:03} {own}"))
    return found


def changes(tie: Any) -> dict[str, tuple[Callable[[str], object], str]]:
    """Return the sorts of change: what saves it with a mark that is to be read on the town's page, and its own mark."""
    from django.utils import timezone

    from vanort.pages.actions import write_words
    from vanort.places.actions import edit_home
    from vanort.places.partial_dates import PartialDate
    from vanort.relations.actions import change_status

    day = timezone.localdate()
    today = PartialDate.parse(day.isoformat())

    def status(mark: str) -> None:
        last = tie.events.filter(is_withdrawn=False).exclude(side="theirs").last()
        other = "dormant" if last and last.status == "active" else "active"
        reason = {"sv": f"Mätning {mark}."}
        change_status(relation=tie, status=other, effective=today, reason=reason, on=day, by=None)

    return {
        "words about one town": (
            lambda mark: write_words(place=tie.place, language="sv", lead=f"Mätning {mark}.", by=None),
            "17 17",
        ),
        "a tie's status": (status, "19 19"),
        "the postal address, every page": (
            lambda mark: edit_home(values={"postal_box": f"Box {mark}"}, by=None),
            "23 23",
        ),
    }


def visible(server: Server, path: str, save: Callable[[str], object], mark: str) -> float:
    begun = time.perf_counter()
    save(mark)
    until(lambda: mark in server.text(path), PATIENCE)
    return time.perf_counter() - begun


def machine() -> str:
    """Say where this was measured."""
    model = next((line for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line), ": unknown")
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    return f"{os.cpu_count()} cores, {model.split(': ')[1]}, Python {platform.python_version()}, load {load}"


def told(name: str, seconds: list[float]) -> str:
    ordered = sorted(seconds)
    middle, late = statistics.median(ordered), ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    verdict = "within the aim" if late <= AIM else "within the limit" if ordered[-1] < LIMIT else "TOO LATE"
    return (
        f"{name}: p50 {middle * 1000:.0f} ms, p95 {late * 1000:.0f} ms, "
        f"slowest {ordered[-1] * 1000:.0f} ms of {len(ordered)}: {verdict}"
    )


if __name__ == "__main__":
    raise SystemExit(main())
