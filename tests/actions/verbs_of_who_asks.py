"""The verbs about who asks for a file, for `verbs_of_requests.py`."""

from collections.abc import Callable
from functools import partial
from typing import Any

from access_requests.actions.accept_identity import accept_identity, identity_not_enough
from access_requests.actions.ask_for_identity import ask_for_identity
from access_requests.actions.ask_for_view import ask_for_view, let_them_say
from access_requests.actions.ask_to_vouch import ask_to_vouch
from access_requests.actions.check_authority import check_authority
from access_requests.actions.end_authority import end_authority
from access_requests.actions.keep_round import keep_round
from access_requests.actions.look_as_worker import look_as_worker
from access_requests.actions.look_for_record import look_for_record
from access_requests.actions.match import match
from access_requests.actions.no_record import no_record
from access_requests.actions.record_competence import record_competence
from access_requests.actions.say_view import say_view
from access_requests.actions.take_from_record import take_from_record
from access_requests.actions.vouch import vouch
from access_requests.proof import Ask
from tests.cast import NOW, Cast
from tests.factories.who_asks import an_old_record, for_amara, found, unmatched

Verb = Callable[[], Any]


def _found(verb: Callable[..., Any], **more: Any) -> Callable[[Cast], Verb]:
    return lambda cast: partial(verb, request=found(cast), by=cast.imani, now=NOW, **more)


def _mums(verb: Callable[..., Any], **more: Any) -> Callable[[Cast], Verb]:
    return lambda cast: partial(verb, request=for_amara(cast), by=cast.ben, now=NOW, **more)


def _match(cast: Cast) -> Verb:
    return partial(match, request=unmatched(cast), child=an_old_record(), by=cast.imani, now=NOW)


def _look(cast: Cast) -> Verb:
    an_old_record()
    return partial(look_for_record, request=unmatched(cast), by=cast.imani, now=NOW)


def _vouch(cast: Cast) -> Verb:
    task = ask_to_vouch(request=found(cast), by=cast.imani, now=NOW)
    return partial(vouch, task=task, knows=True, words="We met on Tuesday.", by=cast.sana, now=NOW)


def _said(cast: Cast) -> Verb:
    return partial(say_view, request=for_amara(cast, told=True), says="no", by=cast.amara.user, now=NOW)


WHO_ASKS: dict[str, Callable[[Cast], Verb]] = {
    "ask_for_identity": _found(ask_for_identity, way="other", why="Two people have this name."),
    "accept_identity": _found(accept_identity, way="other", words="We met."),
    "identity_not_enough": _found(identity_not_enough, way="other", words="The line broke off."),
    "ask_to_vouch": _found(ask_to_vouch),
    "vouch": _vouch,
    "keep_round": _found(keep_round, answers=dict.fromkeys(list(Ask)[:5], False)),
    "look_for_record": _look,
    "match": _match,
    "no_record": lambda cast: partial(no_record, request=unmatched(cast), words="Pat Lowe", by=cast.imani, now=NOW),
    "take_from_record": _found(take_from_record, words="The birthday is another."),
    "look_as_worker": lambda cast: partial(look_as_worker, request=for_amara(cast), by=cast.joan, now=NOW),
    "record_competence": lambda cast: partial(
        record_competence, child=cast.amara, basis="assessed_yes", reasons="She told me why she asks.", by=cast.ben, now=NOW
    ),
    "check_authority": lambda cast: partial(
        check_authority, request=for_amara(cast), name="Grace", scope="ask", evidence="An order", by=cast.imani, now=NOW
    ),
    "end_authority": _mums(end_authority, why="It was taken back."),
    "ask_for_view": lambda cast: partial(ask_for_view, request=for_amara(cast), by=cast.imani, now=NOW),
    "let_them_say": _mums(let_them_say),
    "say_view": _said,
}

SILENT_WHO_ASKS = {
    "keep_accepted": "part of accept_identity, vouch and keep_round; it writes the line that we know who asks",
    "owe_view": "part of take_on; it writes the line that somebody is to hear what they think",
    "tie_to": "part of match and no_record; it writes their line",
}
