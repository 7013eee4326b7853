"""The verbs of requests for a file, for `every_verb.py`.

REQUESTS: name -> a function of the cast that does what comes before and returns the verb itself; it writes to the audit.
SILENT_REQUESTS: name -> why it leaves no line of its own.
"""

from collections.abc import Callable
from typing import Any

from access_requests.actions.make_status_code import make_status_code, open_status
from access_requests.models import StatusCode
from tests.actions.verbs_of_gathering import GATHERING
from tests.actions.verbs_of_the_request_clock import CLOCK, SILENT_CLOCK
from tests.actions.verbs_of_the_request_desk import DESK, SILENT_DESK
from tests.actions.verbs_of_searching import SEARCHING, SILENT_SEARCHING
from tests.actions.verbs_of_who_asks import SILENT_WHO_ASKS, WHO_ASKS
from tests.cast import NOW, Cast
from tests.factories.requests import a_request

Verb = Callable[[], Any]
SCREEN = StatusCode.Way.SCREEN


def _status_code(cast: Cast) -> Verb:
    asked = a_request(cast)
    return lambda: make_status_code(request=asked, way=SCREEN, now=NOW)


def _opened(cast: Cast) -> Verb:
    asked = a_request(cast)
    code = make_status_code(request=asked, way=SCREEN, now=NOW)
    return lambda: open_status(reference=asked.reference, code=code, now=NOW)


REQUESTS: dict[str, Callable[[Cast], Verb]] = {
    **CLOCK,
    **DESK,
    **GATHERING,
    **SEARCHING,
    **WHO_ASKS,
    "ask": lambda cast: lambda: a_request(cast),
    "make_status_code": _status_code,
    "open_status": _opened,
}

SILENT_REQUESTS: dict[str, str] = {
    **SILENT_CLOCK,
    **SILENT_DESK,
    **SILENT_SEARCHING,
    **SILENT_WHO_ASKS,
    "take_on": "whoever asks, or matches a request with a record, has written that down",
}
