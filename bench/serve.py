"""CPU per request of the front against nginx, one page, 200 (brotli) and 304, in one interleaved run.

    python bench/serve.py [--quick]

Both serve the same bytes with the same headers; server on one core, wrk on another. What counts is the ratio of
server CPU time per request (user and system, whole process tree): other load on the machine moves it little. The
thresholds fail the run, the aims are only printed.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import os
import platform
import random
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import brotli
import psutil

from vanort.publishing.front.main import ANSWERING
from vanort.publishing.front.shelf import PAGE
from vanort.publishing.headers import security
from vanort.publishing.manifest import Entry, Folder, Manifest, dump

THRESHOLD = {"200": 0.45, "304": 0.32}
STRETCH = {"200": 0.60, "304": 0.45}
PATH = "/demokrati/internationellt-arbete/kalmars-vanorter/"
TYPE = "text/html; charset=utf-8"


def page() -> bytes:
    """A page of about the size of a published one (11 kB), the same in every run."""
    words = random.Random(1948).choices(
        "vänort samarbete kommun avtal besök läge Wismar Gdańsk källa året".split(), k=1400
    )
    lines = (" ".join(words[at : at + 14]) for at in range(0, len(words), 14))
    paragraphs = "".join(f"<p>{line}.</p>\n" for line in lines)
    return f'<!doctype html><html lang="sv"><title>Våra vänorter</title><main>{paragraphs}</main></html>'.encode()


def make_release(data: Path) -> None:
    """One release with one page, as the publisher writes it."""
    folder, body = Folder(data), page()
    digest, sizes = folder.keep(body, {"br": brotli.compress(body, quality=5)})
    entry = Entry(TYPE, digest, sizes, "sv")
    dump(Manifest(1, "2026-11-24T00:00:00Z", dt.date(2026, 11, 24), 0, ("sv",), {PATH: entry}), folder.release(1))
    folder.switch(1)


def make_tree(root: Path) -> None:
    """The same page as files, for nginx."""
    place = root / PATH.strip("/")
    place.mkdir(parents=True)
    (place / "index.html").write_bytes(page())
    (place / "index.html.br").write_bytes(brotli.compress(page(), quality=5))


NGINX = """
load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
daemon off; worker_processes 1; pid {root}/pid; error_log {root}/error.log;
events {{ worker_connections 1024; }}
http {{
  access_log off; sendfile on; tcp_nopush on; brotli_static on; server_tokens off;
  keepalive_requests 10000000; open_file_cache max=1000 inactive=60s; open_file_cache_valid 2s;
  client_body_temp_path {root}/a; proxy_temp_path {root}/b; fastcgi_temp_path {root}/c; uwsgi_temp_path {root}/d;
  scgi_temp_path {root}/e;
  types {{ text/html html; }} charset utf-8;
  server {{ listen 127.0.0.1:{port}; root {root}/tree; index index.html;
{headers}
  }}
}}
"""


def nginx_configuration(root: Path, port: int) -> str:
    """The same headers on both sides, or the comparison would be unfair."""
    sent = [*security(TYPE), ("cache-control", PAGE), ("content-language", "sv"), ("vary", "accept-encoding")]
    lines = "\n".join(f'    add_header {name} "{value}" always;' for name, value in sent)
    return NGINX.format(root=root, port=port, headers=lines)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def running(command: list[str], port: int, environment: dict[str, str], fds: list[int]) -> Iterator[psutil.Process]:
    """Start a server on the first core and wait until it answers."""
    taskset = ["taskset", "-c", "0"]
    process = psutil.Popen([*taskset, *command], env=environment, pass_fds=fds, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            time.sleep(0.05)
        yield process
    finally:
        for one in [*process.children(recursive=True), process]:
            with contextlib.suppress(psutil.NoSuchProcess):
                one.terminate()
        process.wait(10)


def cpu(process: psutil.Process) -> float:
    """Seconds of CPU that a process and its children have used."""
    times = [one.cpu_times() for one in [process, *process.children(recursive=True)]]
    return sum(t.user + t.system for t in times)


def headers_for(kind: str, port: int) -> list[str]:
    """What wrk sends: brotli wanted, and for a 304 the tag that this server gave."""
    wanted = {"Accept-Encoding": "br"}
    with urllib.request.urlopen(urllib.request.Request(f"http://127.0.0.1:{port}{PATH}", headers=wanted)) as answer:
        assert answer.headers["content-encoding"] == "br", "the server does not send brotli"
        tag = answer.headers["etag"]
    if kind == "304":
        wanted["If-None-Match"] = tag
    return [part for name, value in wanted.items() for part in ("-H", f"{name}: {value}")]


def measure(process: psutil.Process, port: int, kind: str, seconds: float) -> tuple[float, float]:
    """CPU microseconds per request, and requests per second, of one burst."""
    command = ["taskset", "-c", "1", "wrk", "-t1", "-c48", f"-d{seconds:g}s", *headers_for(kind, port)]
    before = cpu(process)
    told = subprocess.run(
        [*command, f"http://127.0.0.1:{port}{PATH}"], capture_output=True, text=True, check=True
    ).stdout
    used = cpu(process) - before
    found = re.search(r"(\d+) requests in ([\d.]+)(m?)s", told)
    assert found and "Socket errors" not in told, told
    is_fault = "Non-2xx" in told
    assert is_fault == (kind == "304") or not is_fault, told
    count = int(found[1])
    return used / count * 1e6, count / float(found[2])


def compare(rounds: int, seconds: float) -> dict[str, float]:
    """Run both servers side by side and return the ratio nginx / front per kind of answer."""
    with tempfile.TemporaryDirectory(prefix="vbs") as name, contextlib.ExitStack() as stack:
        root = Path(name)
        root.chmod(0o755)
        listener = stack.enter_context(socket.create_server(("127.0.0.1", 0), backlog=1024))
        ports = {"nginx": free_port(), "front": listener.getsockname()[1]}
        make_release(root / "data")
        make_tree(root / "tree")
        (root / "conf").write_text(nginx_configuration(root, ports["nginx"]))
        environment = {**os.environ, "VANORT_DATA": str(root / "data")}
        # The front exactly as `vanort serve` starts it.
        front = [sys.executable, "-m", "vanort.publishing.front.main", "--fd", str(listener.fileno())]
        commands = {"nginx": ["nginx", "-p", name, "-e", f"{name}/error.log", "-c", f"{name}/conf"], "front": front}
        servers = {
            who: stack.enter_context(running(command, ports[who], environment, [listener.fileno()]))
            for who, command in commands.items()
        }
        samples: dict[tuple[str, str], list[float]] = {}
        rates: dict[tuple[str, str], list[float]] = {}
        runs = [(who, kind) for who in servers for kind in THRESHOLD]
        for turn in range(rounds + 1):
            random.shuffle(runs)
            for who, kind in runs:
                used, rate = measure(servers[who], ports[who], kind, seconds)
                if turn:  # the first round warms both up
                    samples.setdefault((who, kind), []).append(used)
                    rates.setdefault((who, kind), []).append(rate)
    ratios = {}
    for kind in THRESHOLD:
        mine, theirs = (statistics.median(samples[who, kind]) for who in ("front", "nginx"))
        ratios[kind] = theirs / mine
        rate = max(rates["front", kind])
        print(
            f"{kind}: front {mine:.1f} µs, nginx {theirs:.1f} µs, ratio {ratios[kind]:.2f} "
            f"(at least {THRESHOLD[kind]}, stretch {STRETCH[kind]}); front at best {rate:,.0f} requests/s"
        )
    return ratios


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="short bursts, for ./test")
    quick = parser.parse_args().quick
    missing = [
        name for name in ("nginx", "wrk", "taskset") if not shutil.which(name, path=os.environ["PATH"] + ":/usr/sbin")
    ]
    if missing or (os.cpu_count() or 1) < 2:
        print(f"bench/serve: not measured, missing: {', '.join(missing) or 'a second core'}")
        return 1 if os.environ.get("CI") else 0
    today = dt.datetime.now().astimezone().date()
    machine = f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    print(f"{today} {machine}; {ANSWERING} answering threads")
    for attempt in range(3):
        ratios = compare(3 if quick else 5, 1 if quick else 2)
        if all(ratios[kind] >= least for kind, least in THRESHOLD.items()):
            return 0
        print(f"below the threshold (attempt {attempt + 1} of 3)")
    return 1


if __name__ == "__main__":
    sys.exit(main())
