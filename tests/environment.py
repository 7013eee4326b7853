"""What the outside looks like to a test: set before Django reads its settings, the same on every machine.

Every run has a folder of its own, every worker of the run a folder in it (its DATA_DIR) and a database in that. Nothing
of a developer's own installation is read or written. `OWNSTORY_TEST_DATABASE=postgresql` runs the same tests on a
PostgreSQL server started for the run; without it they run on SQLite.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import django
from django.conf import settings

from tests.services import postgresql

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".test-cache"
RUN_FOLDER = "OWNSTORY_TEST_RUN"
POSTGRES_ADDRESS = "OWNSTORY_TEST_POSTGRESQL"
FORGOTTEN = (
    "ACCESS_TEAM_REACH",
    "ALLOWED_HOSTS",
    "COUNCIL_NAME",
    "DATA_ABROAD",
    "EMAIL_FROM",
    "EMAIL_URL",
    "FIELD_KEYS",
    "LOG_LEVEL",
    "NATION",
    "OWNSTORY_DEMONSTRATION",
    "OWNSTORY_MODE",
    "PAPER_REMINDER_DAYS",
    "PORTAL_URL",
    "PREPARE_DAYS",
    "READING_GRADE",
    "REGULATOR_NAME",
    "REGULATOR_PHONE",
    "REGULATOR_WEB",
    "SCANNER_URL",
    "SECRET_KEY",
    "SERVICE_NAME",
    "SMS_BACKEND",
    "SSD_MOST_GONE_PERCENT",
    "SSD_MOST_GONE_ROWS",
    "STALE_AFTER_DAYS",
    "STATIC_ROOT",
    "STORAGE_URL",
    "SUMMARY_DAYS",
    "TOLD_FIRST_DAYS",
    "WRITE_BACK_CA",
    "WRITE_BACK_KEY",
    "WRITE_BACK_SECONDS",
    "WRITE_BACK_URL",
)


def worker() -> str:
    """The name of this worker: `gw0`, `gw1` ... under xdist, else `main`."""
    return os.environ.get("PYTEST_XDIST_WORKER", "main")


def on_postgresql() -> bool:
    """Whether this run was asked to use PostgreSQL."""
    return os.environ.get("OWNSTORY_TEST_DATABASE", "sqlite") == "postgresql"


def run_folder() -> Path:
    """The folder of this run, shared by its workers and gone when it ends."""
    return Path(os.environ[RUN_FOLDER])


def prepare() -> None:
    """Point every variable the settings read at this worker's own folder and database, then let Django read them."""
    if settings.configured:
        raise RuntimeError("The settings were read before the tests could say where. Unset DJANGO_SETTINGS_MODULE and try again.")
    if worker() == "main":
        _start_run()
    data_dir = run_folder() / worker()
    data_dir.mkdir(exist_ok=True)
    for name in FORGOTTEN:
        os.environ.pop(name, None)
    os.environ.update(
        DATA_DIR=str(data_dir),
        DATABASE_URL=database_url(worker()),
        DJANGO_ALLOW_ASYNC_UNSAFE="true",  # Playwright keeps an event loop in the thread the tests run in
        DJANGO_SETTINGS_MODULE="config.settings",
        TZ="Europe/London",
    )
    for name, value in _settings_of_tests().items():
        setattr(settings, name, value)
    django.setup()
    # A worker inherits our variables; with this one set, its pytest would read the settings before it gets here.
    del os.environ["DJANGO_SETTINGS_MODULE"]


def database_url(name: str) -> str:
    """The address of the database called `name` on the server of this run."""
    if on_postgresql():
        return f"{os.environ[POSTGRES_ADDRESS]}/ownstory_{name}"
    return f"sqlite:///{run_folder() / name / 'ownstory.sqlite3'}"


def _settings_of_tests() -> dict[str, Any]:
    return {
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],  # fast: no password here is worth guarding
        # A thread of a live server must not hold a database open that is put back under its hands.
        "DATABASES": {"default": {**settings.DATABASES["default"], "CONN_MAX_AGE": 0}},
        "TASKS": {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "QUEUES": ["default"]}},
        # Hashed names need `collectstatic`; a test reads the files where they lie.
        "STORAGES": {**settings.STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}},
        "WHITENOISE_AUTOREFRESH": True,
        "WHITENOISE_USE_FINDERS": True,
    }


def _start_run() -> None:
    folder = tempfile.mkdtemp(prefix="ownstory-tests-")
    os.environ[RUN_FOLDER] = folder
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    if on_postgresql():
        server = postgresql.start()
        atexit.register(server.stop)
        os.environ[POSTGRES_ADDRESS] = server.address
