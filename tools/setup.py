"""Make this checkout runnable: `.venv` with the locked packages, the project itself, its translations.

Runs on any Python from 3.11 with nothing installed; a second call only compares a stamp (a few milliseconds).
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import system
from say import give_up, say

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCKS = {"run": "requirements.lock", "dev": "requirements-dev.lock"}
CATALOGUE = ROOT / "src/vanort/locale"


def run(command: Sequence[str | Path], **more: Any) -> None:
    """Run `command` quietly; on failure show all it printed and give up."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, **more)
    if done.returncode:
        sys.stderr.write(done.stdout)
        line = " ".join(str(part) for part in command)
        give_up(f"Failed ({done.returncode}): {line}", f"Misslyckades ({done.returncode}): {line}")


def digest(paths: Iterable[Path]) -> str:
    """Return one hash over the names and contents of `paths`, in their sorted order."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


class Stamp:
    """What a virtual environment was last made from; one JSON file inside it."""

    def __init__(self, venv: Path):
        self.path = venv / "vanort-stamp.json"
        try:
            self.holds = json.loads(self.path.read_text())
        except (OSError, ValueError):
            self.holds = {}

    def note(self, **facts: str) -> None:
        """Add `facts` and keep them; the file appears whole or not at all."""
        self.holds.update(facts)
        draft = self.path.with_suffix(".new")
        draft.write_text(json.dumps(self.holds, indent=1))
        draft.replace(self.path)


def check_python() -> None:
    """Give up with one plain line when this Python is too old."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this line is what an older Python meets
        have = sys.version.split()[0]
        give_up(
            f"Vänort needs Python 3.11 or newer; this is {have} ({sys.executable}).",
            f"Vänort behöver Python 3.11 eller nyare; detta är {have} ({sys.executable}).",
        )


def make_venv(venv: Path) -> None:
    """Make `venv` anew, with pip; ask the system for the venv module where Debian left it out."""
    say("Making a Python environment …", "Gör en Pythonmiljö …")
    if (
        shutil.which("apt-get")
        and subprocess.run(
            [sys.executable, "-c", "import ensurepip, venv"], capture_output=True, check=False
        ).returncode
    ):
        system.install(["venv"])
    run([sys.executable, "-m", "venv", "--clear", venv])


def has_uv(venv: Path) -> bool:
    """Put the pinned uv into `venv`; False where it cannot be had."""
    wanted = (ROOT / "tools/installer.lock").read_text().split()[0]
    uv = venv / "bin/uv"
    if uv.exists():
        have = subprocess.run([uv, "--version"], capture_output=True, text=True, check=False).stdout.split()[1:2]
        if have == [wanted.split("==")[1]]:
            return True
    pip: list[str | Path] = [venv / "bin/python", "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    return not subprocess.run(
        [*pip, "--require-hashes", "-r", ROOT / "tools/installer.lock"], capture_output=True, check=False
    ).returncode


def sync(venv: Path, lock: Path) -> None:
    """Make `venv` hold exactly what `lock` pins, each file checked against its hash, then the project itself."""
    python = venv / "bin/python"
    say(f"Installing packages from {lock.name} …", f"Installerar paket från {lock.name} …")
    if has_uv(venv):
        uv: list[str | Path] = [venv / "bin/uv", "pip"]
        env = {**os.environ, "VIRTUAL_ENV": str(venv)}
        run([*uv, "sync", "-q", "--require-hashes", "--compile-bytecode", lock], env=env, cwd=ROOT)
        run([*uv, "install", "-q", "--no-deps", "--no-build-isolation", "-e", "."], env=env, cwd=ROOT)
    else:
        say("uv could not be had; pip does it more slowly.", "uv gick inte att få; pip gör det långsammare.")
        pip: list[str | Path] = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        run([*pip, "--require-hashes", "-r", lock], cwd=ROOT)
        run([*pip, "--no-deps", "--no-build-isolation", "-e", "."], cwd=ROOT)


def wanted() -> dict[str, str]:
    """Return for each kind a hash over what decides its packages: the lock, and how the project itself is installed."""
    import tomllib  # an older Python must come as far as being told that it is too old

    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    own = json.dumps([project["build-system"], project["project"], project["tool"]["setuptools"]], sort_keys=True)
    return {kind: hashlib.sha256((ROOT / lock).read_bytes() + own.encode()).hexdigest() for kind, lock in LOCKS.items()}


def install_packages(kind: str) -> None:
    """Bring `.venv` in step with the lock of `kind`; a current `dev` also counts as `run`, and is left alone."""
    stamp = Stamp(VENV)
    want = wanted()
    is_here = stamp.holds.get("root") == str(ROOT) and (VENV / "bin/python").exists()
    enough = ("dev",) if kind == "dev" else ("run", "dev")
    if is_here and any(stamp.holds.get(name) == want[name] for name in enough):
        return
    # Once a checkout has been tested in, it keeps the packages for testing.
    kind = "dev" if is_here and "dev" in stamp.holds else kind
    if not is_here and not (VENV / "bin/python").exists():
        make_venv(VENV)
    elif "root" in stamp.holds and not is_here:
        make_venv(VENV)  # the folder was moved: the scripts inside name the old place
        stamp = Stamp(VENV)
    sync(VENV, ROOT / LOCKS[kind])
    stamp.holds.clear()
    stamp.note(root=str(ROOT), **{kind: want[kind]})


def compile_translations() -> None:
    """Merge and compile the Swedish texts when one of their parts changed."""
    parts = sorted(CATALOGUE.glob("*/parts/*.po"))
    stamp, now = Stamp(VENV), digest([*parts, ROOT / "tools/translations.py"])
    made = [path.parent.parent / "LC_MESSAGES/django.mo" for path in parts]
    if stamp.holds.get("texts") == now and all(path.exists() for path in made):
        return
    say("Compiling translations …", "Kompilerar översättningar …")
    run([VENV / "bin/python", ROOT / "tools/translations.py", "compile"])
    stamp.note(texts=now)


def set_up(kind: str) -> None:
    """Do all of it. `kind`: "run" for `./demo`, "dev" for `./test`."""
    check_python()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # kept byte code is what makes the second start quick
    install_packages(kind)
    compile_translations()


if __name__ == "__main__":
    set_up("dev" if sys.argv[1:] == ["dev"] else "run")
