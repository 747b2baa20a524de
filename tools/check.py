"""`./test`: set up, then check everything there is to check, with one line and the seconds for each."""

from __future__ import annotations

import argparse
import contextlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import nu
import postgres
import setup
import system
from say import give_up, said, say

STYLE = {
    "ruff check": ("-m", "ruff", "check", "--quiet"),
    "ruff format": ("-m", "ruff", "format", "--check", "--quiet"),
    "mypy": ("-m", "mypy"),
    "lint-imports": ("-c", "from importlinter.cli import lint_imports_command as check; check()", "--no-logo"),
}
PYTEST = ("-m", "pytest", "-q", "-n", "2", "--dist", "loadfile")
WITHOUT_SERVERS = ("-m", "not browser and not postgres and not nginx", "--ignore=tests/journeys")
BENCHES = ("serve", "publish")
# What a shell may hold and the checks must not see; a few are meant for them.
KEPT = ("VANORT_SHARED", "VANORT_KEEP")


class Checks:
    """Runs one check after another; `failed` holds the names of those that did not pass."""

    def __init__(self, python: Path, environment: dict[str, str]):
        self.python, self.environment = python, environment
        self.failed: list[str] = []

    def run(self, name: str, words: Sequence[str | Path], *, is_quiet: bool = False, **more: str) -> None:
        """Run Python with `words` and `more` in its environment; a quiet one shows what it printed when it fails."""
        began = time.monotonic()
        pipe = subprocess.PIPE if is_quiet else None
        done = subprocess.run(
            [self.python, *words], cwd=setup.ROOT, env={**self.environment, **more}, check=False,
            stdout=pipe, stderr=subprocess.STDOUT if is_quiet else None, text=True,
        )  # fmt: skip
        if done.returncode and is_quiet:
            print(done.stdout)
        self.note(name, time.monotonic() - began, done.returncode == 0)

    def note(self, name: str, seconds: float, is_well: bool) -> None:
        """Say how one check went."""
        if not is_well:
            self.failed.append(name)
        verdict = said("ok", "klart") if is_well else said("FAILED", "MISSLYCKADES")
        print(f"{name:<28} {seconds:6.1f} s  {verdict}", flush=True)


def parse(argv: list[str]) -> argparse.Namespace:
    """Read the command line; what follows `--` is pytest's."""
    own, pytest = (argv[: argv.index("--")], argv[argv.index("--") + 1 :]) if "--" in argv else (argv, [])
    parser = argparse.ArgumentParser(
        prog="./test",
        usage="./test [--style | --fast | --wagtail VERSION] [-- PYTEST ARGUMENTS]",
        description=said("Set up and check everything.", "Gör i ordning och kontrollera allt."),
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--style", action="store_true", help=said("ruff, types, rooms", "ruff, typer, rum"))
    which.add_argument(
        "--fast", action="store_true",
        help=said("what needs neither PostgreSQL nor a browser", "det som klarar sig utan PostgreSQL och webbläsare"),
    )  # fmt: skip
    which.add_argument(
        "--wagtail", metavar="VERSION",
        help=said("the tests on SQLite with another Wagtail, e.g. 8.0", "testerna på SQLite med ett annat Wagtail"),
    )  # fmt: skip
    options = parser.parse_args(own)
    options.pytest = pytest
    return options


def clean_environment() -> dict[str, str]:
    """Return the shell's environment without what would make the checks depend on who runs them."""
    return {
        name: value
        for name, value in os.environ.items()
        if name in KEPT or not name.startswith(("VANORT_", "DATABASE_URL", "DJANGO_", "PYTEST_"))
    }


def other_wagtail(version: str) -> Path:
    """Return a Python that has the locked packages but another Wagtail, in a `.venv-…` of its own."""
    venv = setup.ROOT / f".venv-wagtail-{version}"
    stamp, now = setup.Stamp(venv), setup.wanted()["dev"]
    if stamp.holds.get("dev") != now:
        setup.make_venv(venv)
        setup.sync(venv, setup.ROOT / setup.LOCKS["dev"])
        env = {**os.environ, "VIRTUAL_ENV": str(venv)}
        setup.run([venv / "bin/uv", "pip", "install", "-q", f"wagtail~={version}.0"], env=env, cwd=setup.ROOT)
        setup.Stamp(venv).note(dev=now)
    return venv / "bin/python"


def check_style(checks: Checks) -> None:
    """Run what the hooks run too."""
    with tempfile.TemporaryDirectory() as data:  # mypy's Django plugin reads the settings, which make their folder
        for name, words in STYLE.items():
            checks.run(name, words, is_quiet=True, VANORT_DATA=data)


@contextlib.contextmanager
def _server(checks: Checks) -> Iterator[str | None]:
    """Yield a private PostgreSQL's address; None, said and counted where it must not be missing, when it cannot be."""
    try:
        with postgres.private_cluster() as url:
            yield url
    except postgres.CannotStart as why:
        say(f"PostgreSQL left out: {why}", f"PostgreSQL utelämnas: {why}")
        if os.environ.get("CI"):
            checks.failed.append("PostgreSQL")
        yield None


def check_everything(checks: Checks, words: list[str]) -> None:
    """Both databases, the browser, and the benches where pytest was given nothing special to do."""
    checks.run("pytest, SQLite", [*PYTEST, *words])
    with _server(checks) as url:
        if url:
            checks.run("pytest, PostgreSQL", [*PYTEST, "--only-database", *words], DATABASE_URL=url)
    if not words:
        for name in BENCHES:
            checks.run(f"bench/{name}.py --quick", [setup.ROOT / f"bench/{name}.py", "--quick"])


def get_parts(environment: dict[str, str]) -> None:
    """Get what lies outside Python; in CI nothing may be missing."""
    (system.require if os.environ.get("CI") else system.install)(system.TESTING)
    if jar := nu.jar(setup.VENV):
        environment["VANORT_VNU_JAR"] = str(jar)
    elif os.environ.get("CI"):
        give_up("No HTML checker.", "Ingen HTML-granskare.")


def main(argv: list[str]) -> int:
    """Do what `./test` says; return the exit code."""
    options, began = parse(argv), time.monotonic()
    postgres.end_on_term()
    setup.set_up("dev")
    environment = clean_environment()
    python = other_wagtail(options.wagtail) if options.wagtail else setup.VENV / "bin/python"
    checks = Checks(python, environment)
    if not (options.fast or options.style or options.wagtail):
        get_parts(environment)
    checks.note(said("set-up", "förberedelser"), time.monotonic() - began, True)
    if not options.wagtail:
        check_style(checks)
    if options.fast:
        checks.run("pytest, SQLite", [*PYTEST, *WITHOUT_SERVERS, *options.pytest])
    elif options.wagtail:
        checks.run(f"pytest, Wagtail {options.wagtail}", [*PYTEST, *options.pytest])
    elif not options.style:
        check_everything(checks, options.pytest)
    total = f"{time.monotonic() - began:.0f} s"
    if checks.failed:
        say(f"Failed in {total}: {', '.join(checks.failed)}.", f"Misslyckades på {total}: {', '.join(checks.failed)}.")
    else:
        say(f"All well in {total}.", f"Allt är bra, {total}.")
    return bool(checks.failed)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        say("\nStopped.", "\nAvbrutet.")
        sys.exit(130)
