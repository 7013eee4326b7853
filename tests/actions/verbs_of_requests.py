"""The verbs of requests for a file, for `every_verb.py`.

REQUESTS: name -> a function of the cast that does what comes before and returns the verb itself; it writes to the audit.
SILENT_REQUESTS: name -> why it leaves no line of its own.
"""

from collections.abc import Callable
from typing import Any

from tests.actions.verbs_of_asking import ASKING, SILENT_ASKING
from tests.actions.verbs_of_breaches import BREACHES
from tests.actions.verbs_of_complaints import COMPLAINTS, SILENT_COMPLAINTS
from tests.actions.verbs_of_gathering import GATHERING
from tests.actions.verbs_of_packs import PACKS, SILENT_PACKS
from tests.actions.verbs_of_searching import SEARCHING, SILENT_SEARCHING
from tests.actions.verbs_of_telling import SILENT_TELLING, TELLING
from tests.actions.verbs_of_the_request_clock import CLOCK, SILENT_CLOCK
from tests.actions.verbs_of_the_request_desk import DESK, SILENT_DESK
from tests.actions.verbs_of_who_asks import SILENT_WHO_ASKS, WHO_ASKS
from tests.cast import Cast

Verb = Callable[[], Any]

REQUESTS: dict[str, Callable[[Cast], Verb]] = {
    **BREACHES,
    **CLOCK,
    **COMPLAINTS,
    **DESK,
    **GATHERING,
    **PACKS,
    **SEARCHING,
    **WHO_ASKS,
    **ASKING,
    **TELLING,
}

SILENT_REQUESTS: dict[str, str] = {
    **SILENT_CLOCK,
    **SILENT_COMPLAINTS,
    **SILENT_DESK,
    **SILENT_PACKS,
    **SILENT_SEARCHING,
    **SILENT_WHO_ASKS,
    **SILENT_ASKING,
    **SILENT_TELLING,
}
