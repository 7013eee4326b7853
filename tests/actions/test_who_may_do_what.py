"""Every verb of the reading desk for everybody in the cast, as one table."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from moderation.actions.add_note import add_note
from moderation.actions.claim import claim
from moderation.actions.confirm_proposal import confirm_proposal
from moderation.actions.file_words import file_words
from moderation.actions.look import look
from moderation.actions.propose_limit import propose_limit
from moderation.actions.propose_not_adding import propose_not_adding
from moderation.actions.release import release
from moderation.actions.reply import reply
from moderation.actions.return_proposal import return_proposal
from moderation.actions.talk_first import talk_first
from people.errors import NotAllowed
from people.models import User
from stories.actions.ask_again import ask_again
from stories.actions.hide import hide
from stories.actions.withdraw import withdraw
from stories.lifecycle import Status
from tests.cast import NOW, Cast
from tests.factories.contributions import a_draft, a_proposal_to_limit, a_reading, a_sent, contribution_at

READERS = {"Ben Hughes", "Joan Mills", "David Osei"}
# verb -> who may, of a contribution Amara sent, that Ben reads where a reading is needed
MAY = {
    "look": READERS,
    "reply": READERS,
    "add_note": READERS,
    "claim": {"Ben Hughes", "Joan Mills"},
    "release": READERS,
    "file_words": {"Ben Hughes"},
    "talk_first": {"Ben Hughes"},
    "propose_limit": {"Ben Hughes"},
    "propose_not_adding": {"Ben Hughes"},
    "confirm_proposal": {"Joan Mills", "David Osei"},
    "return_proposal": {"Joan Mills", "David Osei"},
    "withdraw": {"Amara"},
    "ask_again": {"Amara"},
    "hide": {"Amara"},
}
Verb = Callable[[User], Any]


def _verbs(cast: Cast) -> dict[str, Callable[[], Verb]]:
    def reading() -> Any:
        return a_reading(a_sent(cast.amara), cast.ben)

    def proposal() -> Any:
        return a_proposal_to_limit(a_sent(cast.amara), cast.ben)

    def on(make: Callable[[], Any], verb: Callable[..., Any], name: str, **more: Any) -> Callable[[], Verb]:
        def ready() -> Verb:
            made = make()
            return lambda by: verb(**{name: made}, by=by, now=NOW, **more)

        return ready

    def sent() -> Any:
        return a_sent(cast.amara)

    said = {"reply": "Thank you."}
    return {
        "look": on(sent, look, "contribution"),
        "reply": on(sent, reply, "contribution", text="Thank you."),
        "add_note": on(sent, add_note, "contribution", text="A note."),
        "claim": on(sent, claim, "contribution"),
        "release": on(reading, release, "reading"),
        "file_words": on(reading, file_words, "reading", **said),
        "talk_first": on(reading, talk_first, "reading", **said),
        "propose_limit": on(reading, propose_limit, "reading", explanation="A friend.", **said),
        "propose_not_adding": on(reading, propose_not_adding, "reading", reason="technical", explanation="Broken.", **said),
        "confirm_proposal": on(proposal, confirm_proposal, "decision"),
        "return_proposal": on(proposal, return_proposal, "decision", sentence="Why?"),
        "withdraw": on(sent, withdraw, "contribution"),
        "ask_again": on(lambda: contribution_at(Status.NOT_ADDED, cast), ask_again, "contribution"),
        "hide": on(sent, hide, "contribution"),
    }


@pytest.mark.need("R61")
@pytest.mark.parametrize("name", MAY)
def test_a_verb_is_done_by_those_in_the_table_and_nobody_else(cast: Cast, name: str) -> None:
    ready, allowed = _verbs(cast)[name], set()
    shared = None if _changes_something(name) else ready()
    for user in cast.users:
        verb = shared or ready()
        try:
            verb(user)
            allowed.add(str(user))
        except NotAllowed:
            continue
    assert allowed == MAY[name]


def _changes_something(name: str) -> bool:
    return name not in {"look", "reply", "add_note", "hide"}


@pytest.mark.parametrize("verb", [look, claim, partial(reply, text="Hello"), partial(add_note, text="Hello")])
def test_nobody_does_anything_with_a_draft(cast: Cast, verb: Callable[..., Any]) -> None:
    draft = a_draft(cast.amara)
    for user in cast.staff:
        with pytest.raises(NotAllowed):
            verb(contribution=draft, by=user, now=NOW)
