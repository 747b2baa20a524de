"""`vanort init`: make an installation, by questions or by flags."""

import getpass
import os
import shlex
import sys
from argparse import ArgumentParser
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vanort.desk.installation import Answers, Refused, fault, faults, install, missing
from vanort.places.models import Home

QUESTIONS = {
    "municipality": gettext_lazy("Name of the municipality, as in “Kalmar kommun”"),
    "municipality_en": gettext_lazy("The same in English"),
    "town": gettext_lazy("Name of the place, as in “Kalmar”"),
    "country": gettext_lazy("Country, as a code of two letters"),
    "lat": gettext_lazy("Latitude in degrees (from where the map is drawn)"),
    "lon": gettext_lazy("Longitude in degrees"),
    "street": gettext_lazy("Visiting address"),
    "box": gettext_lazy("Postal address: street or box"),
    "postcode": gettext_lazy("Postcode"),
    "post_town": gettext_lazy("Post town"),
    "phone": gettext_lazy("Telephone of the contact centre"),
    "fax": gettext_lazy("Fax"),
    "mailbox": gettext_lazy("Open mailbox"),
    "website": gettext_lazy("Address of the main website"),
    "languages": gettext_lazy("Languages of the site, with commas"),
    "administrator": gettext_lazy("Sign-in name of the first administrator"),
}


class Command(BaseCommand):
    help = "Make an installation: municipality, address, languages, database, first administrator."
    # The database may not be there yet, and what it lacks is what this command makes.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        for name, words in QUESTIONS.items():
            parser.add_argument("--" + name.replace("_", "-"), metavar="…", help=str(words).replace("%", "%%"))
        parser.add_argument("--base-url", metavar="URL", help="public address, such as https://vanorter.example.se")
        parser.add_argument("--database-url", metavar="URL", help="postgres://…; without it SQLite in the data folder")
        parser.add_argument("--password-file", metavar="FILE", help="first line is the password; - is standard input")
        parser.add_argument("--no-input", action="store_true", help="ask nothing; name what is missing and end")

    def handle(self, **options: Any) -> None:
        with translation.override(_shell_language()):
            self._settle_environment(options)
            self._check_empty()
            answers = self._answers(options)
            call_command("migrate", verbosity=0, interactive=False)
            try:
                install(answers, settings.VANORT_DATA)
            except Refused as refusal:
                raise CommandError(str(refusal)) from None
            env = write_environment(settings.VANORT_DATA)
            self.stdout.write(_told(answers, env))

    def _settle_environment(self, options: dict[str, Any]) -> None:
        """Begin again with database and address in the environment, since settings are read from there once."""
        given = {"DATABASE_URL": options["database_url"], "VANORT_BASE_URL": options["base_url"]}
        questions = {
            "DATABASE_URL": (_("Database, as postgres://…"), f"sqlite:///{settings.VANORT_DATA / 'vanort.sqlite3'}"),
            "VANORT_BASE_URL": (_("Public address of the site"), settings.VANORT_BASE_URL),
        }
        for name, (question, default) in questions.items():
            if not given[name]:
                asked = not options["no_input"] and name not in os.environ
                given[name] = _ask(question, default) if asked else os.environ.get(name, "")
        if given["VANORT_BASE_URL"] and not given["VANORT_BASE_URL"].startswith(("http://", "https://")):
            raise CommandError(_("The public address begins with https:// (or http://)."))
        wanted = {name: value for name, value in given.items() if value and os.environ.get(name) != value}
        if wanted:
            sys.stdout.flush()
            words = [sys.executable, "-m", "vanort", *_without_settled(sys.argv[1:])]
            os.execve(sys.executable, words, {**os.environ, **wanted})

    def _check_empty(self) -> None:
        """End before the questions where there is an installation already, or no database to write to."""
        if (settings.VANORT_DATA / "demo.json").exists():
            raise CommandError(_("This folder holds the demonstration. Choose another with --data."))
        if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists():
            return  # looking would make the file
        try:
            tables = connection.introspection.table_names()
            is_taken = Home._meta.db_table in tables and Home.objects.exists()
        except DatabaseError as error:
            raise CommandError(_("The database does not answer: %(error)s") % {"error": error}) from None
        if is_taken:
            raise CommandError(_("There is an installation here already. Change it in the editors’ site."))

    def _answers(self, options: dict[str, Any]) -> Answers:
        defaults = Answers()
        given = {name: options[name] for name in QUESTIONS if options[name] is not None}
        answers = replace(defaults, **given)
        if not options["no_input"]:
            for name in QUESTIONS:
                if name not in given:
                    answers = self._asked(name, answers)
        answers = replace(answers, password=self._password(options, answers))
        if absent := missing(answers):
            flags = ", ".join("--password-file" if n == "password" else "--" + n.replace("_", "-") for n in absent)
            raise CommandError(_("Missing: %(flags)s") % {"flags": flags})
        if wrong := faults(answers):
            lines = [f"--{name.replace('_', '-')}: {words}" for name, words in wrong.items()]
            raise CommandError("\n".join([*lines, _("Nothing has been written.")]))
        return answers

    def _asked(self, name: str, answers: Answers) -> Answers:
        while True:
            tried = replace(answers, **{name: _ask(str(QUESTIONS[name]), getattr(answers, name))})
            if words := fault(name, tried):
                self.stderr.write(words)
            elif name in ("municipality", "town", "administrator") and not getattr(tried, name):
                self.stderr.write(_("This one is needed."))
            else:
                return tried

    def _password(self, options: dict[str, Any], answers: Answers) -> str:
        if options["password_file"]:
            return _first_line(options["password_file"])
        if options["no_input"]:
            return ""
        while True:
            first = getpass.getpass(_("Password (at least 15 characters): "))
            if words := fault("password", replace(answers, password=first)):
                self.stderr.write(words)
            elif first and getpass.getpass(_("The same again: ")) != first:
                self.stderr.write(_("The two are not the same."))
            elif first:
                return first


def write_environment(data: Path) -> Path:
    """Write what the service manager must hand to `vanort serve` to `vanort.env` (0600); return its path."""
    path = data / "vanort.env"
    values = {"VANORT_DATA": str(data), "VANORT_BASE_URL": settings.VANORT_BASE_URL}
    if os.environ.get("DATABASE_URL"):
        values["DATABASE_URL"] = os.environ["DATABASE_URL"]
    lines = [f"{name}={shlex.quote(value)}" for name, value in values.items()]
    draft = path.with_suffix(".new")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write("\n".join(lines) + "\n")
    draft.replace(path)
    return path


def _told(answers: Answers, env: Path) -> str:
    return "\n".join(
        (
            "",
            _("%(municipality)s has its register. Next:") % {"municipality": answers.municipality},
            _("  1. Keep %(path)s: the environment that vanort serve needs.") % {"path": env},
            f"       set -a; . {env}; set +a; vanort publish; vanort serve",
            _("  2. Sign in as %(name)s at %(url)s")
            % {
                "name": answers.administrator,
                "url": settings.VANORT_BASE_URL + "/redigera/",
            },
            _("  3. Add users, then places and ties; nothing is public until you show it."),
            _("docs/operating tells about proxies, backups and upgrading."),
        )
    )


def _ask(question: str, default: str) -> str:
    said = input(f"{question} [{default}]: " if default else f"{question}: ").strip()
    return said or default


def _first_line(path: str) -> str:
    try:
        text = sys.stdin.readline() if path == "-" else Path(path).read_text().partition("\n")[0]
    except OSError as error:
        raise CommandError(f"--password-file: {error.strerror}: {path}") from None
    return text.rstrip("\r\n")


def _without_settled(words: list[str]) -> list[str]:
    kept, rest = [], iter(words)
    for word in rest:
        name = word.partition("=")[0]
        if name not in ("--database-url", "--base-url"):
            kept.append(word)
        elif "=" not in word:
            next(rest, None)
    return kept


def _shell_language() -> str:
    locale = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "sv" if locale.lower().startswith("sv") else "en"
