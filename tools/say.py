"""Talk to whoever runs `./demo` or `./test`: Swedish where the shell speaks Swedish, otherwise English."""

from __future__ import annotations

import os
import sys
from typing import NoReturn


def is_swedish() -> bool:
    """Whether the shell's language is Swedish, by the same variables and order as gettext."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return os.environ[name].lower().startswith("sv")
    return False


def said(english: str, swedish: str) -> str:
    """Return the one of two texts that the shell's language asks for."""
    return swedish if is_swedish() else english


def say(english: str, swedish: str) -> None:
    """Print one line at once, so that it also shows up in order when the output goes to a file."""
    print(said(english, swedish), flush=True)


def give_up(english: str, swedish: str, code: int = 1) -> NoReturn:
    """Print one line to the error stream and end with `code`."""
    print(said(english, swedish), file=sys.stderr, flush=True)
    raise SystemExit(code)
