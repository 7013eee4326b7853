"""The verbs of personal data breaches, for `every_verb.py`: each writes to the audit of the installation."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import uuid4

from access_requests.actions.record_breach import record_breach
from access_requests.actions.take_breach_step import take_breach_step
from tests.cast import NOW, Cast

Verb = Callable[[], Any]
SAID = {"what": "lost", "happened": "A phone on the bus.", "noticed_at": NOW, "people": None}


def _write_one_down(cast: Cast) -> Verb:
    return partial(record_breach, pk=uuid4(), **SAID, by=cast.carys, now=NOW)


def _take_a_step(cast: Cast) -> Verb:
    breach = _write_one_down(cast)()
    return partial(take_breach_step, breach=breach, kind="contained", words="It was wiped.", happened_at=NOW, by=cast.imani, now=NOW)


BREACHES: dict[str, Callable[[Cast], Verb]] = {
    "record_breach": _write_one_down,
    "take_breach_step": _take_a_step,
}
