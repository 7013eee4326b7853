"""A test with real transactions leaves nothing behind, though nothing may be deleted."""

import time

import pytest
from django.db import connection

from audit.events import Event
from audit.models import AuditEvent
from audit.record import record
from audit.who import THE_PORTAL
from files.actions.seal import seal
from files.scan_states import ScanState
from tests import database
from tests.actions.test_sealing import NOW

pytestmark = [pytest.mark.database]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("number", [1, 2, 3])
def test_what_one_test_commits_the_next_does_not_see(number) -> None:
    assert not AuditEvent.objects.exists(), number
    record(Event.STAFF_ADDED, child=None, by=THE_PORTAL, at=NOW)
    assert not connection.in_atomic_block
    assert AuditEvent.objects.count() == 1


@pytest.mark.django_db
def test_an_ordinary_test_rolls_back() -> None:
    assert not AuditEvent.objects.exists()
    assert connection.in_atomic_block


@pytest.mark.django_db(transaction=True)
def test_restoring_takes_no_time_to_speak_of() -> None:
    database.restore()
    began = time.monotonic()
    database.restore()
    assert not AuditEvent.objects.exists()
    assert time.monotonic() - began < 3  # about 0.05 s on SQLite and 0.2 s on PostgreSQL; a busy machine takes longer


@pytest.mark.django_db(transaction=True)
def test_background_jobs_wait_for_a_worker(background_jobs, fresh_storages, settings, clamav_server) -> None:

    settings.SCANNER_URL = clamav_server.scanner_url
    file = seal(content=b"Dear Amara,", name="letter.txt", by=THE_PORTAL, now=NOW)
    assert file.scan_state is ScanState.WAITING
    background_jobs()
    assert file.scan_state is ScanState.CLEAN
