"""Who may sign in to the demonstration: made-up persons, one per role, with passwords made for this folder alone."""

import json
import os
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from vanort.accounts.models import User
from vanort.accounts.roles import ADMINISTRATOR, COORDINATOR, READER, WEB_EDITOR, ensure_roles


@dataclass(frozen=True)
class Fiction:
    """A made-up person and her or his role."""

    role: str
    username: str
    first_name: str
    last_name: str


FICTIONS = (
    Fiction(COORDINATOR, "samordnare", "Kim", "Exempelsson"),
    Fiction(WEB_EDITOR, "webbredaktor", "Robin", "Exempelberg"),
    Fiction(READER, "lasare", "Alex", "Exempelgren"),
    Fiction(ADMINISTRATOR, "administrator", "Sam", "Exempelqvist"),
)


def read_or_make_logins(path: Path, version: str) -> list[Mapping[str, str]]:
    """Return the logins kept in `path`, writing new ones (readable by the owner only) where there are none."""
    if not path.exists():
        logins = [
            {"role": one.role, "username": one.username, "password": secrets.token_urlsafe(15)} for one in FICTIONS
        ]
        draft = path.with_name(f".{path.name}.{os.getpid()}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump({"version": version, "logins": logins}, file, ensure_ascii=False, indent=1)
        draft.replace(path)
    return json.loads(path.read_text())["logins"]


def make_users(logins: Iterable[Mapping[str, str]]) -> None:
    """Make the users of `logins` with their roles."""
    groups, persons = ensure_roles(), {one.username: one for one in FICTIONS}
    for login in logins:
        person = persons[login["username"]]
        user = User.objects.create_user(
            person.username,
            f"{person.username}@kalmar.example",
            login["password"],
            first_name=person.first_name,
            last_name=person.last_name,
        )
        user.groups.add(groups[login["role"]])
