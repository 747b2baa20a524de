"""What the operating system must hold, how to see that it does, and how to get it on Debian."""

from __future__ import annotations

import glob
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from say import give_up, say


@dataclass(frozen=True)
class Part:
    """One thing outside Python: `packages` are Debian's names, `is_here` looks without starting anything."""

    packages: tuple[str, ...]
    is_here: Callable[[], bool]


def _program(name: str) -> Callable[[], bool]:
    return lambda: shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin") is not None


def _file(pattern: str) -> Callable[[], bool]:
    return lambda: bool(glob.glob(pattern))


PARTS = {
    "venv": Part(("python3-venv",), lambda: False),
    "chromium": Part(("chromium",), _program("chromium")),
    # Playwright's own Node needs it; without it the driver ends with "Connection closed".
    "libatomic": Part(("libatomic1",), _file("/usr/lib/*/libatomic.so.1")),
    "fonts": Part(("fonts-dejavu-core",), _file("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")),
    "postgresql": Part(("postgresql",), _file("/usr/lib/postgresql/*/bin/initdb")),
    "nginx": Part(
        ("nginx", "libnginx-mod-http-brotli-static"), _file("/usr/lib/nginx/modules/*brotli_static_module.so")
    ),
    "wrk": Part(("wrk",), _program("wrk")),
    "java": Part(("default-jre-headless",), _program("java")),
}
TESTING = ("chromium", "libatomic", "fonts", "postgresql", "nginx", "wrk", "java")


def missing(names: Iterable[str]) -> list[str]:
    """Return those of `names` (keys of PARTS) that are not here."""
    return [name for name in names if not PARTS[name].is_here()]


def _apt(*words: str) -> int:
    command = ["apt-get", "-o", "DPkg::Lock::Timeout=300", "-qq", *words]
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        sys.stderr.write(done.stdout[-4000:])
    return done.returncode


def _are_known(packages: list[str]) -> bool:
    found = subprocess.run(["apt-cache", "show", *packages], capture_output=True, check=False)
    return found.returncode == 0


def install(names: Iterable[str]) -> list[str]:
    """Get what is missing of `names` by apt as root; otherwise print the line that does it.

    Returns the names still missing afterwards; the caller goes on with what can run.
    """
    absent = missing(names)
    packages = [package for name in absent for package in PARTS[name].packages]
    if not packages:
        return []
    line = "apt-get install --no-install-recommends " + " ".join(packages)
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        say(f"Missing here. As root: {line}", f"Saknas här. Som root: {line}")
        return absent
    say(f"Installing {' '.join(packages)} …", f"Installerar {' '.join(packages)} …")
    if not _are_known(packages):
        _apt("update")
    if _apt("install", "-y", "--no-install-recommends", *packages):
        say(f"That failed. By hand: {line}", f"Det gick inte. För hand: {line}")
    return missing(name for name in absent if name != "venv")


def require(names: Iterable[str]) -> None:
    """Like `install`, but give up when something stays missing: what CI wants."""
    left = install(names)
    if left:
        give_up(f"Still missing: {', '.join(left)}.", f"Saknas fortfarande: {', '.join(left)}.")
