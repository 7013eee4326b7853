"""The council of the story at ten on a Wednesday, with browsers that have no scripts."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from tests.cast import NOW
from tests.journeys.council import Council
from tests.journeys.path import given_an_invitation
from tests.journeys.visitor import Visitor


@pytest.fixture
def council(db: None, tmp_path: Path) -> Iterator[Council]:
    """Nobody works here yet; the clock stands still, except where somebody waits."""
    with time_machine.travel(NOW, tick=False) as clock:
        yield Council(clock, tmp_path, lambda _who: Visitor())


@pytest.fixture(scope="module")
def invitation(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Council, Visitor, datetime]]:
    """The story up to the code in Amara's hand, told once for a file; Ben's browser, and when that was. Taken back at its end."""
    with django_db_blocker.unblock(), transaction.atomic():
        with time_machine.travel(NOW, tick=False) as clock:
            council = Council(clock, tmp_path_factory.mktemp("council"), lambda _who: Visitor())
            ben, until = given_an_invitation(council), datetime.now(UTC)
        assert isinstance(ben, Visitor)
        yield council, ben, until
        transaction.set_rollback(True)


@pytest.fixture
def invited(invitation: tuple[Council, Visitor, datetime], db: None) -> Iterator[Council]:
    """The council at that moment; for files whose every test begins there, and calls it `council`."""
    made, ben, until = invitation
    with time_machine.travel(until, tick=False) as clock:
        yield replace(made, clock=clock, sign_ins=deepcopy(made.sign_ins), invited_by=ben.again())
