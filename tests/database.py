"""A migrated database for each test process: made once per engine and schema, copied (migrating takes seconds).

Loaded with `-p tests.database`, before Django reads its settings, which then name the copy. SQLite when no
DATABASE_URL is given; otherwise that PostgreSQL server, on which databases are made beside the one named.
"""

import atexit
import contextlib
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import django
import wagtail

ROOT = Path(__file__).parent.parent
SERVER = os.environ.get("DATABASE_URL", "")
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "main")
SHARED = Path(tempfile.gettempdir()) / f"vanort-tests-{os.getuid()}"


def fingerprint(*patterns: str) -> str:
    """A short hash over the files that make a template what it is, and the versions of Django and Wagtail."""
    total = hashlib.sha256(f"{django.__version__} {wagtail.__version__} {SERVER}".encode())
    for path in sorted(path for pattern in patterns for path in (ROOT / "src").glob(pattern)):
        total.update(path.as_posix().encode() + path.read_bytes())
    return total.hexdigest()[:12]


@contextlib.contextmanager
def alone(name: str) -> Iterator[None]:
    """Let one process at a time make the template of that name."""
    SHARED.mkdir(mode=0o700, exist_ok=True)
    with (SHARED / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def forget_old() -> None:
    """Take away templates of two days ago: each state of the source leaves one."""
    for path in SHARED.glob("*"):
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > 2 * 24 * 3600:
                shutil.rmtree(path) if path.is_dir() else path.unlink()


def vanort(data: Path, *words: str, database: str = "") -> None:
    """Run a `vanort` command on a data folder; what it printed is in the error."""
    environment = {**os.environ, "VANORT_DATA": str(data), "VANORT_BASE_URL": "http://127.0.0.1:8000"}
    environment["DATABASE_URL"] = database
    done = subprocess.run(
        [sys.executable, "-m", "vanort", *words], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"vanort {' '.join(words)}:\n{done.stdout}{done.stderr}")


def database_named(name: str) -> str:
    """The address of another database on the server of DATABASE_URL."""
    return SERVER.rsplit("/", 1)[0] + "/" + name


def _sql(statement: str) -> None:
    import psycopg

    with psycopg.connect(SERVER.replace("postgres://", "postgresql://"), autocommit=True) as connection:
        connection.execute(statement)


def exists(name: str) -> bool:
    """Whether the server has a database of that name."""
    import psycopg

    with psycopg.connect(SERVER.replace("postgres://", "postgresql://"), autocommit=True) as connection:
        return connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


def copy_database(template: str, name: str) -> str:
    """Make a database from a template and return its address; it is dropped when this process ends."""
    _sql(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    _sql(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    atexit.register(_sql, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    return database_named(name)


def migrated_template() -> str:
    """The name of a migrated database, or the path of a migrated file, made if there is none yet."""
    name = f"vanort_{fingerprint('**/migrations/*.py', '**/models/*.py', '**/models.py')}"
    path = SHARED / f"{name}.sqlite3"
    with alone(name):
        if SERVER and not exists(name):
            _sql(f'CREATE DATABASE "{name}_new"')
            vanort(SHARED / f"{name}-data", "migrate", "--verbosity=0", database=database_named(f"{name}_new"))
            _sql(f'ALTER DATABASE "{name}_new" RENAME TO "{name}"')
        elif not SERVER and not path.exists():
            with tempfile.TemporaryDirectory(dir=SHARED) as folder:
                vanort(Path(folder), "migrate", "--verbosity=0")
                os.replace(Path(folder) / "vanort.sqlite3", path)
    return name if SERVER else str(path)


def _prepare() -> None:
    data = Path(tempfile.mkdtemp(prefix="vanort-test-"))
    atexit.register(shutil.rmtree, data, ignore_errors=True)
    if WORKER == "main":
        forget_old()
    template = migrated_template()
    if SERVER:
        os.environ["DATABASE_URL"] = copy_database(template, f"{template}_{WORKER}_{os.getpid()}")
    else:
        shutil.copy(template, data / "vanort.sqlite3")
    os.environ |= {"VANORT_DATA": str(data), "VANORT_BASE_URL": "http://127.0.0.1:8000"}
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vanort.settings")


_prepare()
