"""The verbs of messages and letters about a request, for `verbs_of_requests.py`."""

from collections.abc import Callable
from functools import partial
from typing import Any

from access_requests.actions.post_letter import post_letter
from access_requests.actions.send_letter import send_letter
from access_requests.actions.write_letter import write_letter
from access_requests.actions.write_message import write_message
from access_requests.letters.kinds import LetterKind
from tests.cast import NOW, Cast
from tests.factories.requests import Route, a_request

Verb = Callable[[], Any]


def _letter(cast: Cast) -> Verb:
    return partial(write_letter, request=a_request(cast), kind=LetterKind.LATE, by=cast.imani, now=NOW)


def _posted(cast: Cast) -> Verb:
    letter = write_letter(request=a_request(cast), kind=LetterKind.LATE, by=cast.imani, now=NOW)
    return partial(post_letter, letter=letter, how="tracked", tracking="QX 1", by=cast.imani, now=NOW)


def _sent_by_hand(cast: Cast) -> Verb:
    asked = a_request(cast, route=Route.PUBLIC_FORM, asker="parent")
    return partial(send_letter, request=asked, kind="held_for_view", by=cast.imani, now=NOW)


TELLING: dict[str, Callable[[Cast], Verb]] = {
    "write_letter": _letter,
    "send_letter": _sent_by_hand,
    "post_letter": _posted,
    "write_message": lambda cast: partial(write_message, request=a_request(cast), text="Hello", by=cast.imani, now=NOW),
}
SILENT_TELLING: dict[str, str] = {
    "owe_reply": "part of writing a message, which writes the line",
    "end_reply": "part of writing a message; finish_task writes the line of the task",
    "see_telling": "whoever asked opens their own page; until when they have read is kept with the request",
}
