"""`./demo`: set up, fill a data folder with the demonstration municipality, and serve it.

What is already done is not done again: a stamp in the data folder tells. On a second start nothing runs
before the server itself.
"""

from __future__ import annotations

import argparse
import errno
import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import setup
from say import give_up, said, say

STAMP = "demo.stamp"
PUBLIC_START = "/"
SIGN_IN = "/redigera/admin/"
# What reading the settings alone leaves behind; a folder with no more than this is as good as empty.
HARMLESS = {"secret", "run", "media"}


def parse(argv: list[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        prog="./demo",
        description=said("Set up and serve a demonstration municipality.", "Gör i ordning och visar en exempelkommun."),
    )
    parser.add_argument("--port", type=int, default=8000, help=said("default 8000", "annars 8000"))
    parser.add_argument(
        "--data", type=Path, default=setup.ROOT / "var", metavar="DIR", help=said("default var/", "annars var/")
    )
    parser.add_argument("--reset", action="store_true", help=said("begin again from nothing", "börja om från början"))
    return parser.parse_args(argv)


def is_free(port: int) -> bool:
    """Whether a server could listen on `port` of 127.0.0.1 now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return False
            give_up(f"Port {port}: {error.strerror}.", f"Port {port}: {error.strerror}.", 2)
        return True


def choose_port(wanted: int, argv: list[str]) -> int:
    """Return `wanted`, or the next free port when someone is there to say yes; otherwise name it and end."""
    if is_free(wanted):
        return wanted
    free = next((port for port in range(wanted + 1, min(wanted + 100, 65536)) if is_free(port)), None)
    if free is None:
        give_up(
            f"Port {wanted} is taken, and so are the next hundred.", f"Port {wanted} och de följande är upptagna.", 2
        )
    say(f"Port {wanted} is taken; {free} is free.", f"Port {wanted} är upptagen; {free} är ledig.")
    if not sys.stdin.isatty():
        rest = " ".join(_without_port(argv))
        line = f"./demo --port {free} {rest}".strip()
        give_up(f"Start with: {line}", f"Starta med: {line}", 2)
    answer = input(said(f"Use {free}? [Y/n] ", f"Använda {free}? [J/n] ")).strip().lower()
    if answer.startswith("n"):
        raise SystemExit(2)
    return free


def _without_port(argv: list[str]) -> list[str]:
    kept, words = [], iter(argv)
    for word in words:
        if word == "--port":
            next(words, None)
        elif not word.startswith("--port="):
            kept.append(word)
    return kept


def is_ours(data: Path) -> bool:
    """Whether `data` was made by `./demo`, so that `./demo` may fill it on or remove it."""
    return (data / STAMP).exists() or (data / "demo.json").exists()


def check_folder(data: Path, reset: bool) -> None:
    """Remove an old demo when asked; refuse to touch a folder that holds anything else."""
    if is_ours(data):
        if reset:
            say(f"Removing {data} …", f"Tar bort {data} …")
            shutil.rmtree(data)
    elif data.exists() and {path.name for path in data.iterdir()} - HARMLESS:
        give_up(
            f"{data} holds something that ./demo did not make. Choose another folder with --data.",
            f"{data} innehåller något som ./demo inte har gjort. Välj en annan mapp med --data.",
            2,
        )
    data.mkdir(parents=True, exist_ok=True)


def parts_of_the_stamp() -> dict[str, str]:
    """Return what decides whether the data folder must be brought up to date."""
    source = setup.ROOT / "src/vanort"
    return {
        "lock": setup.digest([setup.ROOT / "requirements.lock"]),
        "migrations": setup.digest(source.glob("*/migrations/*.py")),
        "town": setup.digest(path for path in (source / "demo_town").rglob("*") if path.suffix not in (".pyc", "")),
    }


def vanort(environment: dict[str, str], *words: str) -> None:
    """Run one `vanort` command on the data folder; end where it fails."""
    command: list[str | Path] = [setup.VENV / "bin/python", "-m", "vanort", *words]
    done = subprocess.run(command, env=environment, cwd=setup.ROOT, stdout=subprocess.DEVNULL, check=False)
    if done.returncode:
        line = " ".join(words)
        give_up(f"'vanort {line}' failed ({done.returncode}).", f"'vanort {line}' misslyckades ({done.returncode}).")


def environment(data: Path, port: int) -> dict[str, str]:
    """Return the variables for the demo's processes: its own folder, its own SQLite, whatever the shell holds."""
    env = {name: value for name, value in os.environ.items() if name != "DATABASE_URL" and name[:7] != "VANORT_"}
    return {**env, "VANORT_DATA": str(data), "VANORT_BASE_URL": f"http://127.0.0.1:{port}"}


def fill(data: Path, env: dict[str, str]) -> None:
    """Bring the folder up to date; nothing runs where the stamp says that nothing changed."""
    stamp, now = data / STAMP, parts_of_the_stamp()
    try:
        before = json.loads(stamp.read_text())
    except (OSError, ValueError):
        before = {}
    if before == now:
        return
    if not before:
        stamp.write_text("{}")  # from here on the folder is a demo's, also if the next step fails
    if (before.get("lock"), before.get("migrations")) != (now["lock"], now["migrations"]):
        say("Preparing the database …", "Förbereder databasen …")
        vanort(env, "migrate", "--verbosity=0")
    if not before:
        say("Loading the demonstration municipality …", "Läser in exempelkommunen …")
        vanort(env, "load_demo", "--verbosity=0")
    elif before.get("town") != now["town"]:
        say(
            "The demonstration municipality is newer than yours, which is kept. For the new one: ./demo --reset",
            "Det finns en nyare exempelkommun; din är kvar. För den nya: ./demo --reset",
        )
    say("Publishing …", "Publicerar …")
    vanort(env, "publish")
    stamp.write_text(json.dumps(now))


def show_addresses(data: Path, port: int) -> None:
    """Print where to look and who may sign in."""
    site = f"http://127.0.0.1:{port}"
    logins = json.loads((data / "demo.json").read_text())
    say(
        f"\n  Public site    {site}{logins.get('public', PUBLIC_START)}\n  Editors' site  {site}{SIGN_IN}\n",
        f"\n  Webbplatsen    {site}{logins.get('public', PUBLIC_START)}\n  Redigera       {site}{SIGN_IN}\n",
    )
    say("  Sign in as", "  Logga in som")
    width = max((len(login["role"]) for login in logins["logins"]), default=0)
    for login in logins["logins"]:
        print(f"    {login['role']:<{width}}  {login['username']}  {login['password']}")
    say("\n  Ctrl-C stops.\n", "\n  Ctrl-C avslutar.\n")


def main(argv: list[str]) -> None:
    """Do what `./demo` says; ends by becoming the server."""
    options = parse(argv)
    data = options.data.resolve()
    setup.set_up("run")
    port = choose_port(options.port, argv)
    check_folder(data, options.reset)
    env = environment(data, port)
    fill(data, env)
    show_addresses(data, port)
    python = str(setup.VENV / "bin/python")
    os.execve(python, [python, "-m", "vanort", "serve", "--data", str(data), "--port", str(port)], env)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        say("\nStopped.", "\nAvbrutet.")
        sys.exit(130)
