"""What all tests share: the copied database, a served demonstration, a browser."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from . import database

settings.register_profile("ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ci" if os.environ.get("CI") else "here")

CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def django_db_setup() -> None:
    """The database was copied from a template before Django started; nothing is left to make or to drop."""


@pytest.fixture(autouse=True)
def own_language():
    """Texts in the default language, whatever the test before asked for."""
    from django.utils import translation

    with translation.override("sv"):
        yield


def demo_template() -> Path:
    """A data folder with the demonstration loaded and published; made once per state of the source."""
    name = f"demo_{database.fingerprint('**/*.py', '**/*.jinja', '**/*.css', '**/*.po', '**/*.svg', '**/*.json.gz')}"
    path = database.SHARED / name
    with database.alone(name):
        if not path.exists() or (database.SERVER and not database.exists(name)):
            shutil.rmtree(path, ignore_errors=True)
            address = ""
            with tempfile.TemporaryDirectory(dir=database.SHARED) as folder:
                data = Path(folder) / "data"
                data.mkdir()
                template = database.migrated_template()
                if database.SERVER:
                    database._sql(f'DROP DATABASE IF EXISTS "{name}"')
                    database._sql(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
                    address = database.database_named(name)
                else:
                    shutil.copy(template, data / "vanort.sqlite3")
                database.vanort(data, "load_demo", database=address)
                database.vanort(data, "publish", database=address)
                os.replace(data, path)
    return path


@dataclass(frozen=True)
class Site:
    """A running `vanort serve`: its address, its data folder, who may sign in (password by user name)."""

    url: str
    data: Path
    logins: dict[str, str]
    process: subprocess.Popen
    environment: dict[str, str]


def start_serving(data: Path, database_url: str = "", *words: str) -> Site:
    """Start the real thing on a free port and wait for the line that says where it listens."""
    environment = {**os.environ, "VANORT_DATA": str(data), "DATABASE_URL": database_url}
    environment.pop("VANORT_BASE_URL", None)
    command = [sys.executable, "-m", "vanort", "serve", "--port", "0", *words]
    log = (data / "serve.log").open("wb")
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=log)
    line = process.stdout.readline().decode()
    assert line.startswith("listening "), (data / "serve.log").read_text()
    logins = {}
    if (data / "demo.json").exists():
        logins = {one["username"]: one["password"] for one in json.loads((data / "demo.json").read_text())["logins"]}
    return Site(line.split()[1], data, logins, process, environment)


def stop_serving(site: Site) -> None:
    site.process.send_signal(signal.SIGTERM)
    try:
        site.process.wait(20)
    except subprocess.TimeoutExpired:
        site.process.kill()
        raise


def _served_copy() -> Iterator[Site]:
    template = demo_template()
    with tempfile.TemporaryDirectory(prefix="vanort-site-") as folder:
        data = Path(folder) / "data"
        shutil.copytree(template, data, symlinks=True)
        url = ""
        if database.SERVER:
            url = database.copy_database(template.name, f"{template.name}_{os.getpid()}_{Path(folder).name[-8:]}")
        site = start_serving(data, url)
        try:
            yield site
        finally:
            stop_serving(site)


@pytest.fixture(scope="module")
def demo_site() -> Iterator[Site]:
    """A served demonstration for tests that only read."""
    yield from _served_copy()


@pytest.fixture
def own_site() -> Iterator[Site]:
    """A served demonstration of the test's own, to be changed."""
    yield from _served_copy()


@pytest.fixture(scope="session")
def chromium():
    """Debian's Chromium, driven by Playwright; contexts are made by the test."""
    where = shutil.which("chromium")
    if where is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is missing in CI")
        pytest.skip("no Chromium here; ./test installs it")
    from playwright.sync_api import sync_playwright

    # Playwright's loop must not make Django believe that it is called from asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=where, args=CHROMIUM)
        yield browser
        browser.close()
