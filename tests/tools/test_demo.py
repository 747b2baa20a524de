"""`./demo`: what it does once, what it never does twice, and what it refuses to touch."""

import json
import socket

import pytest

import demo


@pytest.fixture
def commands(monkeypatch):
    """The `vanort` commands that would have been run, by name."""
    ran = []
    monkeypatch.setattr(demo, "vanort", lambda env, *words: ran.append(words[0]))
    return ran


@pytest.fixture
def taken():
    """A port that somebody listens on."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server.getsockname()[1]


def test_the_first_start_makes_everything(tmp_path, commands):
    demo.fill(tmp_path, {})
    assert commands == ["migrate", "load_demo", "publish"]


def test_the_second_start_runs_nothing(tmp_path, commands):
    demo.fill(tmp_path, {})
    commands.clear()
    demo.fill(tmp_path, {})
    assert commands == []


def test_a_start_that_failed_is_made_good_by_the_next(tmp_path, monkeypatch):
    def fail(env, *words):
        if words[0] == "load_demo":
            raise SystemExit(1)

    monkeypatch.setattr(demo, "vanort", fail)
    with pytest.raises(SystemExit):
        demo.fill(tmp_path, {})
    demo.check_folder(tmp_path, reset=False)
    ran = []
    monkeypatch.setattr(demo, "vanort", lambda env, *words: ran.append(words[0]))
    demo.fill(tmp_path, {})
    assert ran == ["migrate", "load_demo", "publish"]


def stamped(folder, **parts):
    (folder / demo.STAMP).write_text(json.dumps({**demo.parts_of_the_stamp(), **parts}))


def test_new_migrations_are_run_and_the_records_kept(tmp_path, commands):
    stamped(tmp_path, migrations="older")
    demo.fill(tmp_path, {})
    assert commands == ["migrate", "publish"]


def test_a_newer_town_is_told_of_and_not_loaded_over_somebodys_changes(tmp_path, commands, capsys):
    stamped(tmp_path, town="older")
    demo.fill(tmp_path, {})
    assert "load_demo" not in commands
    assert "--reset" in capsys.readouterr().out
    commands.clear()
    demo.fill(tmp_path, {})
    assert commands == []


def test_reset_takes_away_what_the_demo_made(tmp_path):
    stamped(tmp_path)
    (tmp_path / "vanort.sqlite3").touch()
    demo.check_folder(tmp_path, reset=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("reset", [True, False])
def test_a_folder_with_anything_else_is_left_alone(tmp_path, reset):
    kept = tmp_path / "vanort.sqlite3"
    kept.touch()
    with pytest.raises(SystemExit) as end:
        demo.check_folder(tmp_path, reset)
    assert end.value.code == 2
    assert kept.exists()


def test_a_folder_that_reading_the_settings_made_is_as_good_as_empty(tmp_path):
    (tmp_path / "secret").touch()
    demo.check_folder(tmp_path, reset=False)


def test_a_taken_port_is_answered_with_the_next_free_one(taken, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    with pytest.raises(SystemExit) as end:
        demo.choose_port(taken, ["--port", str(taken), "--data", "x"])
    said = capsys.readouterr()
    assert end.value.code == 2
    assert str(taken) in said.out
    assert "./demo --port" in said.err
    assert said.err.strip().endswith("--data x")


@pytest.mark.parametrize(("answer", "goes_on"), [("", True), ("j", True), ("n", False)])
def test_somebody_at_the_keyboard_is_asked(taken, monkeypatch, answer, goes_on):
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda question: answer)
    if goes_on:
        assert demo.choose_port(taken, []) > taken
    else:
        with pytest.raises(SystemExit):
            demo.choose_port(taken, [])


def test_the_shells_own_installation_is_not_the_demos(monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", "postgres://real")
    monkeypatch.setenv("VANORT_HOSTS", "real.example")
    env = demo.environment(tmp_path, 8001)
    assert "DATABASE_URL" not in env
    assert "VANORT_HOSTS" not in env
    assert env["VANORT_BASE_URL"] == "http://127.0.0.1:8001"


def test_the_logins_are_shown(tmp_path, capsys):
    login = {"role": "samordnare", "username": "sam", "password": "word"}
    (tmp_path / "demo.json").write_text(json.dumps({"logins": [login]}))
    demo.show_addresses(tmp_path, 8001)
    said = capsys.readouterr().out
    assert "http://127.0.0.1:8001/" in said
    assert "samordnare  sam  word" in said
