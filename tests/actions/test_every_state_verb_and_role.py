"""Every state of a contribution x every verb x everybody: who may, as one table. Whatever is not in it is refused, and changes nothing.

A is Amara, who wrote it; B Ben, her worker; C Carys, who stands in for him; J Joan, the manager; D David, the reviewing officer.
Everybody else (another young person, a colleague, other teams, governance, the content editor, the account manager) may do nothing,
in any state.
"""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction

from moderation.actions.add_note import add_note
from moderation.actions.claim import claim
from moderation.actions.confirm_proposal import confirm_proposal
from moderation.actions.escalate import escalate
from moderation.actions.file_words import file_words
from moderation.actions.hand_over import hand_over
from moderation.actions.keep_reply import keep_reply
from moderation.actions.look import look
from moderation.actions.propose_limit import propose_limit
from moderation.actions.propose_not_adding import propose_not_adding
from moderation.actions.release import release
from moderation.actions.reply import reply
from moderation.actions.return_proposal import return_proposal
from moderation.actions.talk_first import talk_first
from moderation.handing_on import colleagues_to_hand_to
from moderation.models import Reading
from moderation.queries import open_reading, waiting_proposal
from people.errors import NotAllowed
from people.models import Child, Cover, User
from stories.actions.ask_again import ask_again
from stories.actions.hide import hide
from stories.actions.send import Choices, send
from stories.actions.throw_away import throw_away
from stories.actions.withdraw import withdraw
from stories.lifecycle import Status
from stories.models import Contribution
from tests.cast import LONG_AGO, NOW, Cast, member_of_staff
from tests.factories.contributions import a_proposal_to_limit, a_sent, contribution_at

Verb = Callable[[Contribution, User], Any]
STARTS = ("file", "talk", "limit", "refuse")  # which begin by starting to read: the page takes that back with the rest
LETTERS = {"Amara": "A", "Ben Hughes": "B", "Carys Pugh": "C", "Joan Mills": "J", "David Osei": "D"}
VERBS = ("look", "claim", "release", "file", "talk", "limit", "refuse", "keep", "reply", "note", "hand", "ask",
         "confirm", "return", "send", "withdraw", "again", "hide", "throw")  # fmt: skip
# state: for each of VERBS who may; "." nobody
TABLE = {
    "draft":        ".    .   .   .   .   .   .   .  .    .    .    .    .  .  A . . A A",
    "sent":         "BCJD BCJ .   BCJ BCJ BCJ BCJ .  BCJD BCJD BCJD BCJD .  .  A A . A .",
    "being_read":   "BCJD B   BJD B   B   B   B   B  BCJD BCJD BJD  BCJD .  .  A A . A .",
    "proposed":     "BCJD B   .   .   .   .   .   B  BCJD BCJD .    .    JD JD A A . A .",
    "lets_talk":    "BCJD BCJ .   BCJ BCJ BCJ BCJ .  BCJD BCJD BCJD BCJD .  .  A A . A .",
    "asked_again":  "BCJD CD  .   CD  CD  CD  CD  .  BCJD BCJD BCJD BCJD .  .  A A A A .",
    "escalated":    "BCJD JD  .   JD  JD  JD  JD  .  BCJD BCJD JD   BCJD .  .  A A . A .",
    "handed_over":  "BCJD BCJD .  BCJD BCJD BCJD BCJD . BCJD BCJD BCJD BCJD . . A A . A .",
    "filed":        "BCJD .   .   .   .   .   .   .  BCJD BCJD .    .    .  .  A . . A .",
    "filed_limited":"BJD  .   .   .   .   .   .   .  BJD  BJD  .    .    .  .  A . . A .",
    "not_added":    "BCJD .   .   .   .   .   .   .  BCJD BCJD .    .    .  .  A . A A .",
    "withdrawn":    ".    .   .   .   .   .   .   .  .    .    .    .    .  .  A A . A .",
}  # fmt: skip


def reach(state: str, cast: Cast) -> Contribution:
    """Amara's words, lived through to this state."""
    special = {
        "proposed": lambda sent: a_proposal_to_limit(sent, cast.ben),
        "escalated": lambda sent: escalate(contribution=sent, sentence="Look?", by=cast.ben, now=NOW),
        "handed_over": lambda sent: hand_over(contribution=sent, to=cast.david, sentence="Yours.", by=cast.ben, now=NOW),
    }
    if state not in special:
        return contribution_at(Status(state), cast)
    sent = a_sent(cast.amara)
    special[state](sent)
    return Contribution.objects.get(pk=sent.pk)


def deciding(verb: Callable[..., Any], **more: Any) -> Verb:
    """Deciding as the page does it: it starts the reading where nobody had."""

    def do(one: Contribution, by: User) -> Any:
        reading = open_reading(one) or claim(contribution=one, by=by, now=NOW)
        return verb(reading=reading, reply="Thank you.", by=by, now=NOW, **more)

    return do


def in_reading(verb: Callable[..., Any], **more: Any) -> Verb:
    """A verb of a reading that goes on."""

    def do(one: Contribution, by: User) -> Any:
        reading = Reading.objects.filter(contribution=one).order_by("-claimed_at").first()
        if reading is None:
            raise NotAllowed("not_started", "")
        return verb(reading=reading, by=by, now=NOW, **more)

    return do


def second(verb: Callable[..., Any], **more: Any) -> Verb:
    """A second person's verb."""

    def do(one: Contribution, by: User) -> Any:
        proposal = waiting_proposal(one)
        if proposal is None:
            raise NotAllowed("not_waiting", "")
        return verb(decision=proposal, by=by, now=NOW, **more)

    return do


def passing_on(one: Contribution, by: User) -> Any:
    """To the first colleague who can take it; to Joan when there is none, and from somebody who has nothing to pass on."""
    to = colleagues_to_hand_to(one, by, NOW) if str(by) in LETTERS else []
    return hand_over(contribution=one, to=to[0].user if to else User.objects.get(username="joan"), sentence="Yours.", by=by, now=NOW)


DO: dict[str, Verb] = {
    "look": lambda one, by: look(contribution=one, by=by, now=NOW),
    "claim": lambda one, by: claim(contribution=one, by=by, now=NOW),
    "release": in_reading(release),
    "file": deciding(file_words),
    "talk": deciding(talk_first),
    "limit": deciding(propose_limit, explanation="A friend."),
    "refuse": deciding(propose_not_adding, reason="technical", explanation="Broken."),
    "keep": in_reading(keep_reply, text="half"),
    "reply": lambda one, by: reply(contribution=one, text="Hello.", by=by, now=NOW),
    "note": lambda one, by: add_note(contribution=one, text="A note.", by=by, now=NOW),
    "hand": passing_on,
    "ask": lambda one, by: escalate(contribution=one, sentence="Look?", by=by, now=NOW),
    "confirm": second(confirm_proposal),
    "return": second(return_proposal, sentence="Why?"),
    "send": lambda one, by: send(draft=one, choices=Choices(), by=by, now=NOW),
    "withdraw": lambda one, by: withdraw(contribution=one, by=by, now=NOW),
    "again": lambda one, by: ask_again(contribution=one, by=by, now=NOW),
    "hide": lambda one, by: hide(contribution=one, by=by, now=NOW),
    "throw": lambda one, by: throw_away(draft=one, by=by, now=NOW),
}


def may(verb: str, contribution: Contribution, by: User) -> bool:
    """Whether it was done; and everything it did is taken back. What is refused has changed nothing of the contribution."""
    with transaction.atomic():
        try:
            DO[verb](Contribution.objects.select_related("child").get(pk=contribution.pk), by)
        except NotAllowed:
            assert verb in STARTS or unchanged(contribution)
            return False
        finally:
            transaction.set_rollback(True)
    return True


def unchanged(contribution: Contribution) -> bool:
    """Whether it stands as it stood."""
    now = Contribution.objects.get(pk=contribution.pk)
    return (now.status, now.moved_at) == (contribution.status, contribution.moved_at)


def refused_to_all(verb: str, contribution: Contribution, outsiders: list[User]) -> bool:
    """Whether each of these is refused, and nothing changed."""
    for by in outsiders:
        with pytest.raises(NotAllowed):
            DO[verb](contribution, by)
    return unchanged(contribution)


@pytest.fixture
def people(cast: Cast) -> Cast:
    """The cast, with Carys standing in for Ben, and a colleague of theirs who does not."""
    Cover.objects.create(worker=cast.ben, covering=cast.carys, recorded_by=cast.joan, starts=LONG_AGO, ends=NOW.replace(year=2030))
    member_of_staff("Eve Moss", "social_worker", cast.ben.memberships.get().team)
    return cast


@pytest.mark.need("R49", "R51", "R61")
@pytest.mark.parametrize("state", TABLE)
def test_in_each_state_each_verb_is_done_by_those_in_the_table_and_by_nobody_else(people: Cast, state: str) -> None:
    contribution = reach(state, people)
    everybody = list(User.objects.all())
    insiders, outsiders = [by for by in everybody if str(by) in LETTERS], [by for by in everybody if str(by) not in LETTERS]
    for verb, who in zip(VERBS, TABLE[state].split(), strict=True):
        found = {LETTERS[str(by)] for by in insiders if may(verb, contribution, by)}
        assert found == set(who.strip(".")), (state, verb)
        assert refused_to_all(verb, contribution, outsiders), (state, verb)


def test_no_state_and_no_reader_is_left_out(people: Cast) -> None:
    assert {str(status) for status in Status} <= set(TABLE)
    assert set(LETTERS) <= {str(user) for user in User.objects.all()}
    assert Child.objects.count() == len(people.young_people)
