"""What an officer does next about a request: one table, read from the top. The first row that holds is the answer.

    next_step(Facts(state=State.ASKED, officer=False))                         ->   Step.NAME_OFFICER
    next_step(Facts(state=State.SEARCHING, officer=True, contacted=True, places_left=3))   ->   Step.SEARCH

A person comes before paper: somebody with a name, then a first talk, then their question to us, and only then the work.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from access_requests.lifecycle import ENDED, State
from law.wording import gettext_noop


class Step(StrEnum):
    """One thing to do, or to wait for."""

    LOOK_AT_COMPLAINT = "look_at_complaint"
    NOTHING = "nothing"
    NAME_OFFICER = "name_officer"
    FIRST_CONTACT = "first_contact"
    ANSWER_MESSAGE = "answer_message"
    CHASE_QUESTION = "chase_question"
    CLEAR_THE_WAY = "clear_the_way"
    BEGIN_SEARCH = "begin_search"
    SEARCH = "search"
    PUT_TOGETHER = "put_together"
    SAY_NOTHING_HELD = "say_nothing_held"
    GATHER = "gather"
    GATHER_AGAIN = "gather_again"
    WAIT_FOR_GATHERING = "wait_for_gathering"
    BRING_IN = "bring_in"
    READ = "read"
    PROPOSE = "propose"
    WAIT_FOR_CHECK = "wait_for_check"
    WAIT_FOR_HIDING = "wait_for_hiding"
    GIVE = "give"


class Gathered(StrEnum):
    """How far the newest gathering is."""

    NOT_BEGUN = ""
    UNDER_WAY = "under_way"
    FAILED = "failed"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the table asks. `held`: something stands in the way of searching. `places_left`, `unread` and
    `to_hide` (things with parts that must be hidden first): how many. `found`: some place
    holds something. `empty`: the pack holds nothing.
    """

    state: State
    officer: bool = False
    contacted: bool = False
    message_waits: bool = False
    question_is_old: bool = False
    held: bool = False
    places_left: int = 0
    gathered: Gathered = Gathered.NOT_BEGUN
    unread: int = 0
    to_hide: int = 0
    found: bool = True
    empty: bool = False
    complaint_open: bool = False


BEFORE_SEARCH = frozenset({State.ASKED, State.IDENTITY})
S = State

TABLE: tuple[tuple[Step, Callable[[Facts], bool]], ...] = (
    (Step.LOOK_AT_COMPLAINT, lambda facts: facts.state in ENDED and facts.complaint_open),
    (Step.ANSWER_MESSAGE, lambda facts: facts.state in ENDED and facts.message_waits),
    (Step.NOTHING, lambda facts: facts.state in ENDED),
    (Step.NAME_OFFICER, lambda facts: not facts.officer),
    (Step.FIRST_CONTACT, lambda facts: not facts.contacted),
    (Step.GIVE, lambda facts: facts.state is S.READY and not facts.to_hide),
    (Step.ANSWER_MESSAGE, lambda facts: facts.message_waits),
    (Step.CHASE_QUESTION, lambda facts: facts.question_is_old),
    (Step.CLEAR_THE_WAY, lambda facts: facts.state in BEFORE_SEARCH and facts.held),
    (Step.BEGIN_SEARCH, lambda facts: facts.state in BEFORE_SEARCH),
    (Step.CLEAR_THE_WAY, lambda facts: facts.state is S.SEARCHING and facts.held),
    (Step.SEARCH, lambda facts: facts.state is S.SEARCHING and facts.places_left > 0),
    (Step.SAY_NOTHING_HELD, lambda facts: facts.state is S.SEARCHING and not facts.found),
    (Step.PUT_TOGETHER, lambda facts: facts.state is S.SEARCHING),
    (Step.GATHER, lambda facts: facts.state is S.GATHERING and facts.gathered is Gathered.NOT_BEGUN),
    (Step.WAIT_FOR_GATHERING, lambda facts: facts.state is S.GATHERING and facts.gathered is Gathered.UNDER_WAY),
    (Step.GATHER_AGAIN, lambda facts: facts.state is S.GATHERING and facts.gathered is Gathered.FAILED),
    (Step.BRING_IN, lambda facts: facts.state is S.GATHERING and facts.empty),
    (Step.READ, lambda facts: facts.state is S.GATHERING or (facts.state is S.READING and facts.unread > 0)),
    (Step.PROPOSE, lambda facts: facts.state is S.READING),
    (Step.WAIT_FOR_CHECK, lambda facts: facts.state is S.SECOND_CHECK),
    (Step.WAIT_FOR_HIDING, lambda facts: facts.state is S.READY),
)

WORDS: dict[Step, str] = {
    Step.LOOK_AT_COMPLAINT: gettext_noop("Answer the complaint."),
    Step.NOTHING: gettext_noop("Nothing more is to be done."),
    Step.NAME_OFFICER: gettext_noop("Name who deals with it."),
    Step.FIRST_CONTACT: gettext_noop("Talk with them for the first time."),
    Step.ANSWER_MESSAGE: gettext_noop("Answer their message."),
    Step.CHASE_QUESTION: gettext_noop("Ask again: your question has waited for a long time."),
    Step.CLEAR_THE_WAY: gettext_noop("Clear up who is asking, and for whom."),
    Step.BEGIN_SEARCH: gettext_noop("Begin to look for it."),
    Step.SEARCH: gettext_noop("Look in the places that are left."),
    Step.PUT_TOGETHER: gettext_noop("Every place has an answer. Begin to put it together."),
    Step.SAY_NOTHING_HELD: gettext_noop("No place holds anything. Propose to say so."),
    Step.GATHER: gettext_noop("Start to gather what was found."),
    Step.GATHER_AGAIN: gettext_noop("Gathering stopped by a fault. Start it again."),
    Step.WAIT_FOR_GATHERING: gettext_noop("The portal is gathering. Come back when it is done."),
    Step.BRING_IN: gettext_noop("Nothing was gathered. Bring in what was found."),
    Step.READ: gettext_noop("Read what was gathered."),
    Step.PROPOSE: gettext_noop("Everything is read. Propose the answer."),
    Step.WAIT_FOR_CHECK: gettext_noop("A second person checks it now."),
    Step.WAIT_FOR_HIDING: gettext_noop("It is ready for redaction: parts have to be hidden before it is given."),
    Step.GIVE: gettext_noop("It is checked. Give the answer."),
}

# Where on the page of the request each is done.
PLACE: dict[Step, str] = {
    Step.LOOK_AT_COMPLAINT: "complaints",
    Step.NOTHING: "",
    Step.NAME_OFFICER: "officer",
    Step.FIRST_CONTACT: "contact",
    Step.ANSWER_MESSAGE: "telling",
    Step.CHASE_QUESTION: "clock",
    Step.CLEAR_THE_WAY: "who",
    Step.BEGIN_SEARCH: "move",
    Step.SEARCH: "searching",
    Step.PUT_TOGETHER: "move",
    Step.SAY_NOTHING_HELD: "pack",
    Step.GATHER: "gathering",
    Step.BRING_IN: "gathering",
    Step.GATHER_AGAIN: "gathering",
    Step.WAIT_FOR_GATHERING: "gathering",
    Step.READ: "pack",
    Step.PROPOSE: "pack",
    Step.WAIT_FOR_CHECK: "pack",
    Step.WAIT_FOR_HIDING: "pack",
    Step.GIVE: "pack",
}

# Those on which the officer waits for somebody else, or for the machine.
WAITING = frozenset({Step.NOTHING, Step.WAIT_FOR_CHECK, Step.WAIT_FOR_GATHERING, Step.WAIT_FOR_HIDING})


def next_step(facts: Facts) -> Step:
    """The first row of the table that holds. Every state has one."""
    return next(step for step, holds in TABLE if holds(facts))
