"""The verbs of plans and meetings, for `every_verb.py`."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from official_file.actions.answer_plan import answer_plan
from official_file.actions.invite_to_prepare import invite_to_prepare
from official_file.actions.keep_meeting import add_meeting, cancel_meeting, tell_of_meeting
from official_file.actions.write_plan import Written, write_plan
from official_file.actions.write_summary import InShort, write_summary
from official_file.models import Entry, Meeting
from official_file.plan_rules import PlanItem
from stories.actions.save_draft import Start, save_draft
from stories.actions.send_sheet import send_sheet
from stories.draft_order import Stamp
from stories.prompts import BY_SLUG
from stories.sheets import Answering, next_draft_id
from tests.cast import NOW, Cast

Verb = Callable[[], Any]
PLAN = Written("Our plan", items=(PlanItem(need="To swim", do="Ask the club"),))


def a_plan(cast: Cast) -> Entry:
    """A plan that is open to Amara."""
    return write_plan(child=cast.amara, written=PLAN, opens=True, with_them=True, by=cast.ben, now=NOW)


def a_meeting(cast: Cast, kind: str = "review", on: date = date(2026, 12, 2), *, they_know: bool = True) -> Meeting:
    """A meeting about Amara."""
    return add_meeting(child=cast.amara, kind=kind, on=on, they_know=they_know, by=cast.ben, now=NOW)


def _send(cast: Cast) -> Verb:
    meeting, amara = a_meeting(cast), cast.amara.user
    pk, sheet = next_draft_id(amara, meeting, "want"), Answering(meeting, BY_SLUG["want"])
    save_draft(
        child=cast.amara, draft_id=pk, words="To swim.", stamp=Stamp(0, "t", 1), start=Start(kind="want", sheet=sheet), by=amara, now=NOW
    )
    return partial(send_sheet, meeting=meeting, versions={}, by=amara, now=NOW)


def _summary(cast: Cast) -> Verb:
    meeting = a_meeting(cast, on=NOW.date())
    given = {"title": "Your review", "text": "We met.", "in_short": InShort("This is your review.")}
    return partial(write_summary, meeting=meeting, by=cast.ben, now=NOW, **given)


PLANS: dict[str, Callable[[Cast], Verb]] = {
    "write_plan": lambda cast: partial(write_plan, child=cast.amara, written=PLAN, by=cast.ben, now=NOW),
    "answer_plan": lambda cast: partial(answer_plan, entry=a_plan(cast), answer="talk", by=cast.amara.user, now=NOW),
    "add_meeting": lambda cast: partial(a_meeting, cast),
    "tell_of_meeting": lambda cast: partial(tell_of_meeting, meeting=a_meeting(cast, they_know=False), by=cast.ben, now=NOW),
    "cancel_meeting": lambda cast: partial(cancel_meeting, meeting=a_meeting(cast), by=cast.ben, now=NOW),
    "invite_to_prepare": lambda cast: partial(invite_to_prepare, meeting=a_meeting(cast), by=cast.ben, now=NOW),
    "write_summary": _summary,
    "send_sheet": _send,
}
SILENT_PLANS = {
    "see_invitation": "what they read is their own business",
    **dict.fromkeys(("add_contact_way", "prove_contact_way", "stop_contact_way"), "whether and where they are told is theirs alone"),
    "choose_when_told": "when they are told is theirs alone",
    "tell_of_notices": "it says what others did, whose verbs wrote their lines; that it was said is kept with the notice",
    "chase_meetings": "it asks staff for what they owe, and finishes what somebody has done: each of those verbs writes its own line",
}
