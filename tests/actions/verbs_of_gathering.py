"""The verbs of gathering a pack, for `every_verb.py`."""

from collections.abc import Callable
from datetime import date
from typing import Any

from access_requests.actions.bring_in import Brought, bring_in
from access_requests.actions.fold_item import fold_item, unfold_item
from access_requests.actions.gather import begin_gathering_run
from access_requests.actions.gather_on import gather_on
from access_requests.actions.leave_upload import leave_upload
from access_requests.actions.part_item import join_item, part_item
from access_requests.actions.place_item import place_item
from access_requests.actions.set_item_aside import set_item_aside, take_item_back
from access_requests.gathering.splitting import Range
from access_requests.lifecycle import State
from access_requests.models import AccessRequest, Item, Upload
from audit.who import THE_PORTAL
from official_file.plain_language.when import When
from tests.cast import NOW, Cast
from tests.factories import documents
from tests.factories.papers import a_paper
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


def _gathered(cast: Cast) -> Item:
    """A paper of two pages that was gathered, without a date."""
    a_paper(cast.idris, "One", "Two", day=None, written_on=None)
    begun = begin_gathering_run(request=asked(cast), by=cast.sana, now=NOW)
    gather_on(gathering=begun, by=THE_PORTAL, now=NOW)
    return Item.objects.get(kind="document")


def _part(cast: Cast) -> Verb:
    item = _gathered(cast)
    return lambda: part_item(item=item, parts=[Range(1, 1), Range(2, 2)], why="", by=cast.sana, now=NOW)


def _join(cast: Cast) -> Verb:
    item = _gathered(cast)
    part_item(item=item, parts=[Range(1, 1), Range(2, 2)], why="", by=cast.sana, now=NOW)
    return lambda: join_item(item=item, by=cast.sana, now=NOW)


def _two(cast: Cast) -> tuple[Item, Item]:
    item = _gathered(cast)
    one, other = part_item(item=item, parts=[Range(1, 1), Range(2, 2)], why="", by=cast.sana, now=NOW)
    return one, other


def _fold(cast: Cast) -> Verb:
    one, other = _two(cast)
    return lambda: fold_item(item=one, into=other, by=cast.sana, now=NOW)


def _unfold(cast: Cast) -> Verb:
    one, other = _two(cast)
    fold_item(item=one, into=other, by=cast.sana, now=NOW)
    return lambda: unfold_item(item=one, by=cast.sana, now=NOW)


def _place(cast: Cast) -> Verb:
    item = _gathered(cast)
    return lambda: place_item(item=item, when=When(date(1999, 1, 1)), why="It says so.", by=cast.sana, now=NOW)


def _aside(cast: Cast) -> Verb:
    item = _gathered(cast)
    return lambda: set_item_aside(item=item, reason="not_asked_for", why="Only photos.", by=cast.sana, now=NOW)


def _back(cast: Cast) -> Verb:
    item = _gathered(cast)
    set_item_aside(item=item, reason="not_asked_for", why="Only photos.", by=cast.sana, now=NOW)
    return lambda: take_item_back(item=item, by=cast.sana, now=NOW)


def _leave(cast: Cast) -> Verb:
    kept = {"state": "kept_unread", "reason": "Locked.", "added_at": NOW, "added_by_name": "Sana"}
    upload = Upload.objects.create(request=asked(cast), name="a.pdf", **kept)
    return lambda: leave_upload(upload=upload, why="It came in again.", by=cast.sana, now=NOW)


GATHERING: dict[str, Callable[[Cast], Verb]] = {
    "begin_gathering_run": _begin,
    "gather_on": _gather_on,
    "bring_in": _bring_in,
    "part_item": _part,
    "join_item": _join,
    "fold_item": _fold,
    "unfold_item": _unfold,
    "place_item": _place,
    "set_item_aside": _aside,
    "take_item_back": _back,
    "leave_upload": _leave,
}
