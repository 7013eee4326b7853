"""The verbs of reading, checking and giving, for `every_verb.py`."""

from collections.abc import Callable
from typing import Any

from access_requests.actions.answer_conflict import answer_conflict
from access_requests.actions.begin_reading import begin_reading
from access_requests.actions.carry_readings_over import carry_readings_over
from access_requests.actions.countersign import countersign
from access_requests.actions.give_all_like import give_all_like
from access_requests.actions.open_item import open_item
from access_requests.actions.propose_answer import propose_answer
from access_requests.actions.release import release
from access_requests.actions.say_of_item import say_of_item
from access_requests.actions.send_back import send_back
from access_requests.actions.take_back_proposal import take_back_proposal
from access_requests.actions.want_on_paper import want_on_paper
from access_requests.lifecycle import Answer
from access_requests.models import AccessRequest, ConflictAnswer
from access_requests.pack import Says
from access_requests.queries.pack import pack_fingerprint, to_read
from access_requests.queries.pack_conflicts import open_conflicts
from law.working_time import london_day
from tests.cast import NOW, Cast
from tests.factories.packs import a_pack, being_gathered, countersigned, given, in_conflict, item_of, proposed, read

Verb = Callable[[], Any]


def _conflict(cast: Cast) -> Verb:
    pack = in_conflict(cast)
    key, says = open_conflicts(pack, london_day(NOW))[0].key, ConflictAnswer.Says.NOT_KNOWN
    return lambda: answer_conflict(request=pack, key=key, says=says, words="Nobody knows.", by=cast.imani, now=NOW)


def _opened(cast: Cast) -> AccessRequest:
    pack = proposed(a_pack(cast), cast)
    for item in to_read(pack):
        open_item(item=item, by=cast.tom, now=NOW)
    return pack


def _countersign(cast: Cast) -> Verb:
    pack = _opened(cast)
    return lambda: countersign(request=pack, pack=pack_fingerprint(pack), by=cast.tom, now=NOW)


def _begin(cast: Cast) -> Verb:
    pack = being_gathered(cast)
    return lambda: begin_reading(request=pack, by=cast.imani, now=NOW)


def _say(cast: Cast) -> Verb:
    item = item_of(a_pack(cast), "A visit")
    return lambda: say_of_item(item=item, says=Says.GIVE, by=cast.imani, now=NOW)


def _alike(cast: Cast) -> Verb:
    item = item_of(a_pack(cast), "A home")
    return lambda: give_all_like(item=item, by=cast.imani, now=NOW)


def _propose(cast: Cast) -> Verb:
    pack = read(a_pack(cast), cast)
    return lambda: propose_answer(request=pack, answer=Answer.GIVE, by=cast.imani, now=NOW)


def _with(make: Callable[[Cast], AccessRequest], verb: Callable[..., Any], who: str, **more: Any) -> Callable[[Cast], Verb]:
    """A verb of a request that stands somewhere, by one of the cast."""

    def ready(cast: Cast) -> Verb:
        pack = make(cast)
        return lambda: verb(request=pack, by=getattr(cast, who), now=NOW, **more)

    return ready


def _paper(cast: Cast) -> Verb:
    made = given(a_pack(cast), cast)
    return lambda: want_on_paper(release=made, large=False, by=cast.imani.who(), now=NOW)


def _open(cast: Cast) -> Verb:
    item = item_of(proposed(a_pack(cast), cast), "A visit")
    return lambda: open_item(item=item, by=cast.tom, now=NOW)


PACKS: dict[str, Callable[[Cast], Verb]] = {
    "answer_conflict": _conflict,
    "begin_reading": _begin,
    "carry_readings_over": _with(a_pack, carry_readings_over, "imani"),
    "countersign": _countersign,
    "give_all_like": _alike,
    "open_item": _open,
    "propose_answer": _propose,
    "say_of_item": _say,
    "send_back": _with(_opened, send_back, "tom", words="Look again."),
    "take_back_proposal": _with(_opened, take_back_proposal, "imani", why="A box turned up."),
    "want_on_paper": _paper,
    "release": _with(lambda cast: countersigned(a_pack(cast), cast), release, "imani"),
}

SILENT_PACKS = {
    "keep_pack_place": "where they stopped reading is theirs alone: nobody is shown it, and no line says it",
    "lock_request": "it changes nothing: every verb of a pack begins with it",
    "finish_check": "each task that ends writes its own line, and the verb that ends it another",
}
