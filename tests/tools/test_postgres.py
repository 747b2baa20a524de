"""The private PostgreSQL: found by its address alone, and gone without a trace."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest

import postgres

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(postgres.binaries() is None and not os.environ.get("CI"), reason="no PostgreSQL here"),
]


def folder_of(url: str) -> Path:
    return Path(unquote(url.partition("@")[2].partition("/")[0]))


def test_it_answers_sorts_in_swedish_and_is_removed():
    import psycopg

    with postgres.private_cluster() as url:
        folder = folder_of(url)
        assert len(str(folder)) < 40
        with psycopg.connect(url.replace("postgres://", "postgresql://")) as connection:
            names = connection.execute("SELECT n FROM unnest(ARRAY['Ärla', 'Zink', 'Åre']) AS n ORDER BY n").fetchall()
        assert [name for (name,) in names] == ["Zink", "Åre", "Ärla"]
    assert not folder.exists()


def test_it_is_removed_when_it_is_told_to_end():
    script = Path(postgres.__file__)
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True) as process:
        folder = folder_of(process.stdout.readline())
        assert folder.exists()
        process.send_signal(signal.SIGTERM)
        process.wait(20)
    assert not folder.exists()


def test_a_command_is_run_with_its_address():
    words = [sys.executable, "-c", "import os; print(os.environ['DATABASE_URL'])"]
    done = subprocess.run([sys.executable, postgres.__file__, *words], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("postgres://vanort@")
