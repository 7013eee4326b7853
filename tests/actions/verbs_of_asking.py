"""The verbs of asking for a file, and of coming back to it with a code, for `verbs_of_requests.py`."""

from collections.abc import Callable
from functools import partial
from typing import Any

from access_requests.actions.keep_draft import begin_draft
from access_requests.actions.make_status_code import make_status_code, open_status
from access_requests.actions.send_draft import send_draft
from access_requests.actions.send_status_code import send_status_code
from access_requests.models import StatusCode
from tests.cast import NOW, Cast
from tests.factories.requests import FROM_1974, PAT, Route, a_request

Verb = Callable[[], Any]
SCREEN = StatusCode.Way.SCREEN


def _status_code(cast: Cast) -> Verb:
    return partial(make_status_code, request=a_request(cast), way=SCREEN, now=NOW)


def _opened(cast: Cast) -> Verb:
    asked = a_request(cast)
    code = make_status_code(request=asked, way=SCREEN, now=NOW)
    return partial(open_status, reference=asked.reference, code=code, now=NOW)


def _sent_code(cast: Cast) -> Verb:
    asked = a_request(cast, route=Route.PUBLIC_FORM, contact={"email": "pat@example.org"})
    return partial(send_status_code, reference=asked.reference, now=NOW)


def _sent(_cast: Cast) -> Verb:
    draft = begin_draft(route=Route.PUBLIC_FORM, user=None, said=FROM_1974 | {"asker": "self", "by_code": True}, now=NOW)
    return partial(send_draft, draft=draft, language="en-gb", by=PAT, now=NOW)


ASKING: dict[str, Callable[[Cast], Verb]] = {
    "ask": lambda cast: partial(a_request, cast),
    "make_status_code": _status_code,
    "open_status": _opened,
    "send_draft": _sent,
    "send_status_code": _sent_code,
}

SILENT_ASKING: dict[str, str] = {
    "take_on": "whoever asks, or matches a request with a record, has written that down",
    "begin_draft": "what is not sent is its writer's alone",
    "keep_answers": "what is not sent is its writer's alone",
    "make_return_code": "what is not sent is its writer's alone",
    "throw_draft_away": "what is not sent is its writer's alone",
    "forget_old_drafts": "what is not sent is its writer's alone",
}
