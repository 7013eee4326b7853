"""Given the demonstration council: loaded once for a file of tests, taken back when they are done."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import StringIO

import time_machine
from django.core.management import call_command
from django.db import transaction
from django.test import Client, override_settings
from pytest_django.plugin import DjangoDbBlocker

from people.models import Child, User
from tests.cast import sign_in

TODAY = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)  # a Sunday: nobody is at work
AMARA, TOBI, JAC, KERRY, ZAIN, ISLA, LEN = "900001", "900002", "900003", "900004", "900006", "900007", "900014"


@contextmanager
def loaded(blocker: DjangoDbBlocker) -> Iterator[None]:
    """Load it inside a transaction of its own, which is rolled back at the end."""
    with blocker.unblock(), override_settings(DEMONSTRATION=True), time_machine.travel(TODAY, tick=False), transaction.atomic():
        load()
        yield
        transaction.set_rollback(True)


def load() -> str:
    """Run the command. Returns what it said."""
    said = StringIO()
    call_command("load_demonstration", stdout=said, stderr=said)
    return said.getvalue()


def child(number: str) -> Child:
    """The child with this number in the return."""
    return Child.objects.get(identifiers__source="ssda903", identifiers__key=number)


def browser_of(username: str) -> Client:
    """Somebody of the demonstration, signed in; staff with the code of their own second factor."""
    return sign_in(Client(), User.objects.get(username=username))
