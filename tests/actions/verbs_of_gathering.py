"""The verbs of gathering a pack, for `every_verb.py`."""

from collections.abc import Callable
from typing import Any

from access_requests.actions.bring_in import Brought, bring_in
from access_requests.actions.gather import begin_gathering_run
from access_requests.actions.gather_on import gather_on
from access_requests.lifecycle import State
from access_requests.models import AccessRequest
from audit.who import THE_PORTAL
from tests.cast import NOW, Cast
from tests.factories import documents
from tests.views.things_of_requests import a_plain_request

Verb = Callable[[], Any]


def asked(cast: Cast) -> AccessRequest:
    """A request for Idris's file that is being gathered."""
    return a_plain_request(cast.idris, State.GATHERING, "T-1")


def _gather_on(cast: Cast) -> Verb:
    begun = begin_gathering_run(request=asked(cast), by=cast.sana, now=NOW)
    return lambda: gather_on(gathering=begun, by=THE_PORTAL, now=NOW)


def _begin(cast: Cast) -> Verb:
    one = asked(cast)
    return lambda: begin_gathering_run(request=one, by=cast.sana, now=NOW)


def _bring_in(cast: Cast) -> Verb:
    one, paper = asked(cast), documents.rtf()
    return lambda: bring_in(request=one, files=[Brought("letter.rtf", len(paper), lambda: paper)], by=cast.sana, now=NOW)


GATHERING: dict[str, Callable[[Cast], Verb]] = {"begin_gathering_run": _begin, "gather_on": _gather_on, "bring_in": _bring_in}
