"""The verbs of searching for a request, and of keeping its file whole: rows of verbs_of_requests.py."""

from collections.abc import Callable
from functools import partial
from typing import Any

from access_requests.actions.add_source import add_source
from access_requests.actions.ask_to_search import ask_to_search
from access_requests.actions.consult import Said, chase_consultation, consult, keep_consultation
from access_requests.actions.look_at_place import look_at_place
from access_requests.actions.preserve import let_go, let_go_of_ended, preserve
from access_requests.actions.record_search import Found, record_search, record_searches
from access_requests.actions.search_own_file import search_own_file
from access_requests.lifecycle import State
from access_requests.models import AccessRequest, Consultation, SourceSearch
from audit.who import THE_PORTAL
from official_file.actions.hold_while_open import hold_while_open, lift_when_ended
from official_file.actions.keep_try import keep_try
from official_file.models import RetentionHold
from official_file.retention import Held
from tests.cast import NOW, Cast
from tests.factories.requests import a_request

Verb = Callable[[], Any]
TODAY = NOW.date()


def _place(cast: Cast, source: str = "paper_store") -> SourceSearch:
    found: SourceSearch = a_request(cast).searches.get(source=source)
    return found


def _consultation(cast: Cast) -> Consultation:
    return consult(request=a_request(cast), organisation="Police", about="A notice.", asked_on=TODAY, by=cast.sana, now=NOW)


def _ended(cast: Cast) -> AccessRequest:
    request = a_request(cast)
    AccessRequest.objects.filter(pk=request.pk).update(state=State.WITHDRAWN, ended_at=NOW)
    return request


def _unkept(cast: Cast) -> AccessRequest:
    request = a_request(cast)
    RetentionHold.objects.filter(about_id=request.pk).delete()
    return request


def _about(request: AccessRequest) -> dict[str, Any]:
    return {"about_type": "access_request", "about_id": request.pk, "audited": request.child_id, "by": THE_PORTAL, "now": NOW}


def _hold(cast: Cast) -> Verb:
    request, ground = _unkept(cast), RetentionHold.Ground.ACCESS_REQUEST
    return partial(hold_while_open, child=cast.idris, ground=ground, reason="It is open.", **_about(request))


def _try(cast: Cast) -> Verb:
    request = a_request(cast)
    refusal = Held(RetentionHold.objects.get(about_id=request.pk), "Kept.")
    return partial(keep_try, refusal=refusal, what="dispose", about=request, by=cast.sana, now=NOW)


SEARCHING: dict[str, Callable[[Cast], Verb]] = {
    "preserve": lambda cast: partial(preserve, request=_unkept(cast), by=THE_PORTAL, now=NOW),
    "let_go": lambda cast: partial(let_go, request=_ended(cast), by=THE_PORTAL, now=NOW),
    "let_go_of_ended": lambda cast: (_ended(cast), partial(let_go_of_ended, by=THE_PORTAL, now=NOW))[1],
    "hold_while_open": _hold,
    "lift_when_ended": lambda cast: partial(lift_when_ended, why="It has ended.", **_about(a_request(cast))),
    "keep_try": _try,
    "add_source": lambda cast: partial(add_source, request=a_request(cast), source="other_council", name="Leeds", by=cast.sana, now=NOW),
    "ask_to_search": lambda cast: partial(ask_to_search, search=_place(cast), worker=cast.ben, by=cast.sana, now=NOW),
    "look_at_place": lambda cast: partial(look_at_place, search=_place(cast), by=cast.ben, now=NOW),
    "record_search": lambda cast: partial(
        record_search, search=_place(cast), found=Found("nothing", TODAY, terms="Idris"), by=cast.sana, now=NOW
    ),
    "record_searches": lambda cast: partial(
        record_searches, searches=[_place(cast)], found=Found("nothing", TODAY, terms="Idris"), by=cast.sana, now=NOW
    ),
    "search_own_file": lambda cast: partial(search_own_file, request=a_request(cast), by=cast.sana, now=NOW),
    "consult": lambda cast: partial(
        consult, request=a_request(cast), organisation="Police", about="A notice.", asked_on=TODAY, by=cast.sana, now=NOW
    ),
    "chase_consultation": lambda cast: partial(chase_consultation, consultation=_consultation(cast), on=TODAY, by=cast.sana, now=NOW),
    "keep_consultation": lambda cast: partial(
        keep_consultation, consultation=_consultation(cast), said=Said("agrees", TODAY), by=cast.sana, now=NOW
    ),
}

SILENT_SEARCHING: dict[str, str] = {
    "list_sources": "the same list for everybody says nothing about anybody; whoever takes the request on has written that down",
}
