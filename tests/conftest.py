"""What every test can count on: a database of its own, no network, fast passwords, jobs done at once."""

import gc
import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import hypothesis
import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import TransactionTestCase
from pytest_django.plugin import DjangoDbBlocker

from cms import kept
from cms.queries import notices, wording
from tests import database
from tests.loopback_only import refuse_other_hosts

SHIPPED: dict[str, tuple[float, Any]] = {}  # what cms.kept holds when nobody has changed anything

# The same examples every time, however slow the machine; `make soak` draws new ones.
hypothesis.settings.register_profile("steady", derandomize=True, deadline=None, database=None)
hypothesis.settings.register_profile("soak", deadline=None, max_examples=2_000)
hypothesis.settings.load_profile("soak" if "OWNSTORY_SOAK_UNTIL" in os.environ else "steady")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the soak tests to `make soak`. Begin with the files that take long, so that no worker ends alone with one of them."""
    if "soak" in config.option.markexpr:
        return
    soak = [item for item in items if item.get_closest_marker("soak")]
    config.hook.pytest_deselected(items=soak)
    items[:] = [item for item in items if item not in set(soak)]
    long = {name: {item.path for item in items if item.get_closest_marker(name)} for name in ("timeout", "slow", "browser")}
    items.sort(key=lambda item: next((place for place, paths in enumerate(long.values()) if item.path in paths), len(long)))


def pytest_collection_finish() -> None:
    """Leave out of every later search for garbage what lives until the end (the modules, the tests), and search less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Copy the template database for this worker, and restore it instead of flushing after a test with transactions."""
    with django_db_blocker.unblock():
        database.install()
        for language, _name in settings.LANGUAGES:
            notices(language)
            wording("", language)
    SHIPPED.update(kept._kept)

    def restore_the_template(_test_case: TransactionTestCase) -> None:
        database.restore()

    with (
        mock.patch.object(TransactionTestCase, "_fixture_teardown", restore_the_template),
        mock.patch.object(kept, "SECONDS", float("inf")),
    ):
        yield


@pytest.fixture(scope="session", autouse=True)
def _only_this_machine() -> Iterator[None]:
    """Refuse every connection that leaves loopback, so that no test can depend on another machine."""
    with mock.patch.object(socket.socket, "connect", refuse_other_hosts(socket.socket.connect)):
        yield


@pytest.fixture(autouse=True)
def _notices_and_wordings_as_they_came() -> None:
    """They are kept for half a minute of a process: each test begins with the shipped ones already asked for, however slow it is."""
    kept._kept.clear()
    kept._kept.update(SHIPPED)


@pytest.fixture
def fresh_storages(settings: Any, tmp_path: Path) -> Path:
    """Three empty storages in a folder of this test's own. Returns the folder."""
    private = "files.storages.PrivateFileSystemStorage"
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / "cms", "base_url": "/cms-media/"},
        },
        **{name: {"BACKEND": private, "OPTIONS": {"location": tmp_path / name}} for name in ("sealed", "safe")},
    }
    return tmp_path


@pytest.fixture
def background_jobs(settings: Any, transactional_db: None) -> Callable[[], None]:
    """Queue jobs in the database as an installation does; call the fixture to let one worker do what waits."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

    def work() -> None:
        call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)

    return work
