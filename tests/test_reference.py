"""The reference names every setting and every command, and nothing else."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands, load_command_class

from vanort.__main__ import OWN, help_text, main, take_data

ROOT = Path(__file__).resolve().parent.parent
READ = re.compile(r"""os\.environ(?:\.get\(|\.setdefault\(|\[)\s*["']([A-Z_]+)["']""")
# Of the shell or of Django, not of ours.
NOT_OURS = {"DJANGO_SETTINGS_MODULE", "LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE"}


def settings_in(code: str) -> set[str]:
    """The variables that Python code reads from the environment."""
    return set(READ.findall(code)) - NOT_OURS


def settings_of_the_project() -> set[str]:
    return set().union(*(settings_in(path.read_text()) for path in (ROOT / "src").rglob("*.py")))


def options_of(command) -> set[str]:
    """The long options that a command adds to those of every Django command."""
    parser = load_command_class(get_commands()[command], command).create_parser("vanort", command)
    shared = load_command_class("django.core", "check").create_parser("vanort", "check")

    def own(one):
        return {word for action in one._actions for word in action.option_strings if word.startswith("--")}

    return own(parser) - own(shared) - {"--skip-checks"}


def section(command: str) -> str:
    text = (ROOT / "docs/reference/commands.md").read_text()
    return text.split(f"## vanort {command}\n", 1)[1].split("\n## ", 1)[0]


def test_the_example_names_every_setting():
    text = (ROOT / ".env.example").read_text()
    assert set(re.findall(r"^#?([A-Z_]+)=", text, re.MULTILINE)) == settings_of_the_project()


def test_the_reference_names_every_setting():
    text = (ROOT / "docs/reference/settings.md").read_text()
    assert set(re.findall(r"^\| `([A-Z_]+)`", text, re.MULTILINE)) == settings_of_the_project()


@pytest.mark.parametrize(
    "code", ['os.environ["NEW"]', 'os.environ.get(\n    "NEW", "1")', "os.environ.setdefault('NEW', '')"]
)
def test_a_new_setting_would_be_seen(code):
    assert settings_in(code) == {"NEW"}


def test_what_a_request_holds_is_no_setting():
    assert settings_in('environ.get("PATH_INFO")') == set()


def test_the_reference_has_every_own_command():
    text = (ROOT / "docs/reference/commands.md").read_text()
    assert re.findall(r"^## vanort (\w+)$", text, re.MULTILINE) == list(OWN)


def test_every_command_of_ours_is_among_the_own():
    ours = {name for name, room in get_commands().items() if room.startswith("vanort.")}
    assert ours == set(OWN) - {"serve"}  # serve never meets Django


@pytest.mark.parametrize("command", [name for name in OWN if name != "serve"])
def test_the_reference_has_every_option(command):
    assert set(re.findall(r"`(--[a-z-]+)`", section(command).split("| Option |")[-1])) >= options_of(command)
    table = "\n".join(line for line in section(command).splitlines() if line.startswith("| `"))
    assert set(re.findall(r"`(--[a-z-]+)`", table.replace(" | ", "\n"))) <= options_of(command)


def test_the_reference_has_every_option_of_serve(capsys):
    with pytest.raises(SystemExit):
        main(["serve", "--help"])
    told = set(re.findall(r"(--[a-z-]+)", capsys.readouterr().out)) - {"--help"}
    assert set(re.findall(r"`(--[a-z-]+)`", section("serve"))) - {"--now"} == told


def test_help_explains_without_any_settings(capsys):
    assert main(["--help"]) == 0
    told = capsys.readouterr().out
    assert all(name in told for name in OWN)
    assert main([]) == 0


def test_help_says_a_line_about_each_command():
    assert all(re.search(rf"^  {name} +\S", help_text(), re.MULTILINE) for name in OWN)


@pytest.mark.parametrize(
    ("words", "data", "rest"),
    [
        (["--data", "x", "publish"], "x", ["publish"]),
        (["publish", "--data=x", "--now"], "x", ["publish", "--now"]),
        (["dumpdata", "--", "--data", "x"], None, ["dumpdata", "--", "--data", "x"]),
        (["publish"], None, ["publish"]),
    ],
)
def test_the_data_folder_may_stand_anywhere(words, data, rest):
    assert take_data(words) == (data, rest)
