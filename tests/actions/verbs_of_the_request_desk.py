"""The verbs of the officers' desk, for `verbs_of_requests.py`: who deals with a request, each step of it, and how its readers are."""

from collections.abc import Callable
from functools import partial
from typing import Any

from access_requests.actions.begin_gathering import back_to_search, begin_gathering
from access_requests.actions.begin_search import begin_search
from access_requests.actions.look_at_request import look_at_request
from access_requests.actions.name_officer import name_officer
from access_requests.actions.other_route import other_route
from access_requests.actions.record_contact import record_contact
from access_requests.actions.share_reading import share_reading
from access_requests.actions.withdraw_request import withdraw_request
from access_requests.models import AccessRequest
from law.who_may_ask import OtherWay
from tests.cast import NOW, Cast
from tests.factories.requests import a_request
from tests.factories.requests_at_the_desk import gathering, searched, searching

Verb = Callable[[], Any]


def _of(make: Callable[[Cast], AccessRequest], verb: Callable[..., Any], **more: Any) -> Callable[[Cast], Verb]:
    return lambda cast: partial(verb, request=make(cast), by=cast.imani, now=NOW, **more)


def _named(verb: Callable[..., Any], what: str, who: str) -> Callable[[Cast], Verb]:
    return lambda cast: partial(verb, request=a_request(cast), by=cast.imani, now=NOW, **{what: getattr(cast, who)})


DESK: dict[str, Callable[[Cast], Verb]] = {
    "look_at_request": _of(a_request, look_at_request),
    "name_officer": _named(name_officer, "officer", "imani"),
    "record_contact": _of(a_request, record_contact, way="phone", reached=True),
    "begin_search": _of(a_request, begin_search),
    "begin_gathering": _of(searched, begin_gathering),
    "back_to_search": _of(gathering, back_to_search),
    "withdraw_request": _of(searching, withdraw_request, said="phone"),
    "other_route": _of(a_request, other_route, way=OtherWay.ADOPTION, words="The adoption team rings."),
    "share_reading": _named(share_reading, "second_reader", "sana"),
}

SILENT_DESK = {
    "take_step": "part of the verbs of the desk, which it writes the line of",
    "end_what_is_owed": "part of every way a request ends, which writes the line; finish_task writes that of each task",
    "offer_debriefs": "how somebody is who read something hard is theirs alone",
    "answer_debrief": "how somebody is who read something hard is theirs alone",
}
