"""The verbs of requests for a file, for `every_verb.py`.

REQUESTS: name -> a function of the cast that does what comes before and returns the verb itself; it writes to the audit.
SILENT_REQUESTS: name -> why it leaves no line of its own.
"""

from collections.abc import Callable
from typing import Any

from tests.cast import Cast

Verb = Callable[[], Any]

REQUESTS: dict[str, Callable[[Cast], Verb]] = {}

SILENT_REQUESTS: dict[str, str] = {}
