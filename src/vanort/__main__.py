"""The `vanort` command: our own few commands first, Django's behind them.

`vanort serve` starts the processes and never imports Django itself: a public page must be up within a second.
"""

import gettext
import os
import sys
from pathlib import Path

OWN = ("init", "serve", "publish", "rollback", "verify", "load_demo")


def described() -> dict[str, str]:
    """Return our own commands with a line about each, in the shell's language."""
    _ = gettext.translation("django", Path(__file__).parent / "locale", fallback=True).gettext
    lines = (
        _("make an installation: municipality, address, languages, database"),
        _("serve the public site and the editors' site, and publish what changes"),
        _("publish now what has changed"),
        _("show an earlier release, and hold publication"),
        _("check that the released pages are sound"),
        _("fill an empty folder with the demonstration municipality"),
    )
    return dict(zip(OWN, lines, strict=True))


def help_text() -> str:
    """Return what `vanort --help` prints."""
    _ = gettext.translation("django", Path(__file__).parent / "locale", fallback=True).gettext
    commands = "\n".join(f"  {name:<10} {line}" for name, line in described().items())
    return "\n".join(
        (
            _("Vänort: the register of a municipality's ties abroad, and the public pages made from it."),
            "",
            _("vanort [--data DIR] COMMAND [OPTIONS]"),
            "",
            commands,
            "",
            _("--data DIR is the folder with database, pictures and releases; else VANORT_DATA, else var/."),
            _("vanort COMMAND --help explains one command. Behind these stand Django's (vanort help lists them):"),
            _("migrate, createsuperuser, changepassword, dumpdata and more."),
        )
    )


def take_data(argv: list[str]) -> tuple[str | None, list[str]]:
    """Return the folder that `--data` names (or None) and the words without it."""
    data: str | None = None
    rest: list[str] = []
    words = iter(argv)
    for word in words:
        if word == "--":
            return data, [*rest, word, *words]
        if word == "--data":
            data = next(words, None)
        elif word.startswith("--data="):
            data = word.partition("=")[2]
        else:
            rest.append(word)
    return data, rest


def main(argv: list[str] | None = None) -> int:
    """Run one command; return the exit code."""
    data, words = take_data(sys.argv[1:] if argv is None else argv)
    if data:
        # Before any settings are read, and whole, because processes may change their working folder.
        os.environ["VANORT_DATA"] = str(Path(data).resolve())
    if not words or words[0] in ("-h", "--help"):
        print(help_text())
        return 0
    if words[0] == "serve":
        from vanort.publishing.supervisor import main as serve

        return serve(words[1:])
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vanort.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(["vanort", *words])
    return 0


if __name__ == "__main__":
    sys.exit(main())
