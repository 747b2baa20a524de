"""Set-up: nothing is installed twice, and what a test run needs is not taken away by the demonstration."""

import json

import pytest

import say
import setup
import system


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A checkout with an environment whose making is only noted; returns the list of what was done."""
    monkeypatch.setattr(setup, "VENV", tmp_path / ".venv")
    done = []

    def make(venv):
        (venv / "bin").mkdir(parents=True, exist_ok=True)
        (venv / "bin/python").touch()
        done.append("venv")

    monkeypatch.setattr(setup, "make_venv", make)
    monkeypatch.setattr(setup, "sync", lambda venv, lock: done.append(lock.name))
    return done


def test_packages_are_installed_once(checkout):
    setup.install_packages("run")
    setup.install_packages("run")
    assert checkout == ["venv", "requirements.lock"]


def test_the_demonstration_is_content_with_the_packages_for_testing(checkout):
    setup.install_packages("dev")
    setup.install_packages("run")
    assert checkout == ["venv", "requirements-dev.lock"]


def test_testing_adds_its_packages_to_those_of_the_demonstration(checkout):
    setup.install_packages("run")
    setup.install_packages("dev")
    assert checkout == ["venv", "requirements.lock", "requirements-dev.lock"]


def test_a_new_lock_keeps_an_environment_for_testing_one_for_testing(checkout):
    setup.install_packages("dev")
    setup.Stamp(setup.VENV).note(dev="older")
    checkout.clear()
    setup.install_packages("run")
    assert checkout == ["requirements-dev.lock"]


def test_a_moved_checkout_gets_a_new_environment(checkout):
    setup.install_packages("run")
    setup.Stamp(setup.VENV).note(root="/elsewhere")
    checkout.clear()
    setup.install_packages("run")
    assert checkout == ["venv", "requirements.lock"]


def test_a_broken_stamp_counts_as_none(tmp_path):
    (tmp_path / "vanort-stamp.json").write_text("{")
    assert setup.Stamp(tmp_path).holds == {}
    setup.Stamp(tmp_path).note(run="x")
    assert json.loads((tmp_path / "vanort-stamp.json").read_text()) == {"run": "x"}


def test_what_is_here_is_not_installed(monkeypatch):
    monkeypatch.setitem(system.PARTS, "java", system.Part(("jre",), lambda: True))
    monkeypatch.setattr(system, "_apt", lambda *words: pytest.fail("apt was called"))
    assert system.install(["java"]) == []


def test_without_root_the_line_to_run_is_printed(monkeypatch, capsys):
    monkeypatch.setitem(system.PARTS, "java", system.Part(("jre",), lambda: False))
    monkeypatch.setattr(system.os, "geteuid", lambda: 1000)
    assert system.install(["java"]) == ["java"]
    assert "apt-get install --no-install-recommends jre" in capsys.readouterr().out


def test_in_ci_nothing_may_stay_missing(monkeypatch):
    monkeypatch.setitem(system.PARTS, "java", system.Part(("jre",), lambda: False))
    monkeypatch.setattr(system.os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit):
        system.require(["java"])


@pytest.mark.parametrize(
    ("shell", "swedish"),
    [
        ({"LANG": "sv_SE.UTF-8"}, True),
        ({"LANG": "sv_SE", "LC_ALL": "C"}, False),
        ({"LC_ALL": "", "LANG": "sv"}, True),
        ({}, False),
    ],
)
def test_the_shells_language_decides(monkeypatch, shell, swedish):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in shell.items():
        monkeypatch.setenv(name, value)
    assert say.is_swedish() is swedish


def test_both_locks_agree_on_what_runs():
    def pins(kind):
        lines = (setup.ROOT / setup.LOCKS[kind]).read_text().splitlines()
        return {line.split()[0] for line in lines if "==" in line and not line.startswith((" ", "#"))}

    assert pins("run") <= pins("dev")
