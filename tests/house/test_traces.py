"""The project says nothing about the machine it was written on, or where its packages came from."""

import os
import subprocess
import sys
from urllib.parse import urlsplit

import pytest

from . import rules

KNOWN_TO_ALL = {"pypi.org", "files.pythonhosted.org", "registry.npmjs.org", None}
BINARY = {".png", ".jpg", ".webp", ".avif", ".gz", ".ico", ".woff2", ".pdf"}


def texts():
    for path in rules.tracked():
        if path.suffix not in BINARY:
            yield path.relative_to(rules.ROOT).as_posix(), path.read_text()


def commits():
    done = subprocess.run(["git", "log", "--format=%h %B"], cwd=rules.ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("not a git checkout")
    return done.stdout


def hosts_in_use():
    """The hosts of the package indexes that this machine is set up with, if they are not everybody's."""
    pip = [sys.executable, "-m", "pip", "config", "list"]
    said = subprocess.run(pip, capture_output=True, text=True, check=False).stdout.replace("'", " ").split()
    named = [value for name, value in os.environ.items() if "INDEX" in name or "REGISTRY" in name.upper()]
    return {urlsplit(word).hostname for word in [*said, *named] if "://" in word} - KNOWN_TO_ALL


def test_no_file_names_a_path_of_somebodys_machine():
    assert not [fault for name, text in texts() for fault in rules.machine_paths(name, text)]


def test_no_commit_names_a_path_of_somebodys_machine():
    assert not list(rules.machine_paths("log", commits()))


def test_such_a_path_is_found():
    for name in ("work", "root", "home/anna"):
        assert list(rules.machine_paths("a.md", f"see /{name}/notes.txt"))
    assert not list(rules.machine_paths("a.md", "https://example.se/work/notes, /homepage, the home/work balance"))


def test_no_file_and_no_commit_names_a_package_index():
    hosts = hosts_in_use()
    assert not [
        fault for name, text in texts() for fault in rules.index_addresses(name, text, hosts) if "house/" not in name
    ]
    assert not list(rules.index_addresses("log", commits(), hosts))


def test_a_package_index_is_found():
    assert list(rules.index_addresses("a.lock", "--index-url x"))
    assert list(rules.index_addresses("a.lock", "from pip.example.org", {"pip.example.org"}))


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock", "tools/installer.lock"])
def test_locks_hold_names_versions_and_hashes_only(lock):
    assert "://" not in (rules.ROOT / lock).read_text()
