"""The publisher as a process of its own, on a database file, with the demonstration in it."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from vanort.publishing.manifest import Folder
from vanort.publishing.progress import heartbeat
from vanort.publishing.released import faults

from .. import database

pytestmark = [pytest.mark.database, pytest.mark.slow]
PATIENCE = 60.0  # seconds, for machines that do other things too
EDIT = """
import django; django.setup()
from vanort.places.actions import edit_home
edit_home(values={"phone": "%s"}, by=None)
"""


@pytest.fixture(scope="module")
def installation(tmp_path_factory):
    """Environment of an installation of its own with the demonstration in it, not yet published."""
    data = tmp_path_factory.mktemp("watch")
    environment = {**os.environ, "VANORT_DATA": str(data), "DJANGO_SETTINGS_MODULE": "vanort.settings"}
    template = database.migrated_template()
    if database.SERVER:
        environment["DATABASE_URL"] = database.copy_database(template, f"{template}_watch_{os.getpid()}")
    else:
        shutil.copy(template, data / "vanort.sqlite3")
    subprocess.run([sys.executable, "-m", "vanort", "load_demo"], env=environment, check=True, capture_output=True)
    return environment


@pytest.fixture
def folder(installation):
    return Folder(installation["VANORT_DATA"])


@contextmanager
def watching(installation):
    """A publisher that runs and has the lock; ended politely unless it is dead already."""
    begun = time.time()
    beat = heartbeat(Path(installation["VANORT_DATA"]))
    command = [sys.executable, "-m", "vanort", "publish", "--watch"]
    process = subprocess.Popen(command, env=installation, stderr=subprocess.PIPE, text=True)
    try:
        until(lambda: beat.exists() and beat.stat().st_mtime >= begun - 0.01, "a sign of life")
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=PATIENCE)


def until(is_so, what):
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.01)


def says(folder, text):
    """Whether the served front page holds a text."""
    manifest = folder.current_manifest()
    entry = manifest and manifest.addresses.get("/")
    return bool(entry) and text.encode() in folder.body(entry.body).read_bytes()


def edit(installation, phone):
    subprocess.run([sys.executable, "-c", EDIT % phone], env=installation, check=True, timeout=PATIENCE)


def test_publishes_at_start_and_what_another_process_saves(installation, folder):
    with watching(installation) as process:
        until(lambda: folder.current_number() is not None, "the first release")
        edit(installation, "0480-11 11 11")
        until(lambda: says(folder, "0480-11 11 11"), "the new number")
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0
    assert not heartbeat(Path(installation["VANORT_DATA"])).exists()


def test_there_is_one_publisher_for_a_folder(installation, folder):
    with watching(installation):
        until(lambda: folder.current_number() is not None, "the first release")
        second = subprocess.run(
            [sys.executable, "-m", "vanort", "publish", "--watch"],
            env=installation,
            capture_output=True,
            check=False,
            timeout=PATIENCE,
        )
        assert second.returncode != 0


def test_publishing_by_hand_beside_it_does_no_harm(installation, folder):
    with watching(installation):
        until(lambda: folder.current_number() is not None, "the first release")
        done = subprocess.run(
            [sys.executable, "-m", "vanort", "publish"],
            env=installation,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == 0, done.stderr


def test_rollback_holds_until_somebody_publishes(installation, folder):
    def vanort(*words):
        done = subprocess.run(
            [sys.executable, "-m", "vanort", *words],
            env=installation,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == 0, done.stderr

    with watching(installation):
        edit(installation, "0480-22 22 22")
        until(lambda: says(folder, "0480-22 22 22"), "a release")
        before = folder.current_number()
        vanort("rollback")
        assert folder.current_number() < before
        edit(installation, "0480-33 33 33")
        time.sleep(1)
        assert not says(folder, "0480-33 33 33")
        vanort("publish", "--now")
        assert says(folder, "0480-33 33 33")
        vanort("verify")


def test_killed_at_any_moment_it_leaves_a_whole_release_and_goes_on(installation, folder):
    dice = random.Random(1)
    for turn in range(4):
        with watching(installation) as process:
            until(lambda: folder.current_number() is not None, "a release")
            edit(installation, f"0480-44 44 {turn:02}")
            time.sleep(dice.random() * 0.1)
            process.kill()
            process.wait()
        assert faults(folder, folder.current_manifest()) == []
    with watching(installation):
        until(lambda: says(folder, "0480-44 44 03"), "the last number")
    assert not list(folder.path.rglob(".new-*"))
