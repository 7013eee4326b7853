""" "This is not about me", answered by information governance: it is theirs and opens again, or it goes."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from law.working_time import london_day
from official_file.actions.ask_to_confirm import ask_to_confirm
from official_file.actions.propose_disposal import propose_disposal
from official_file.actions.sharing_decision import write_decision
from official_file.models import DisposalProposal, Entry, EntryNow, Sharing
from official_file.opening_times import opens_when
from official_file.versions import this_and_newer
from people.actions.finish_task import finish_task
from people.errors import NotAllowed
from people.models import Task, TaskKind, User
from people.permissions import check_in_reach, check_role
from people.roles import Permission

CLOSED = (Sharing.Decision.HELD, Sharing.Decision.WITHHELD)
SAYS = {Sharing.Decision.HELD: Event.ENTRY_HELD, Sharing.Decision.WITHHELD: Event.ENTRY_WITHHELD}
BACK = "They asked whether this is about them. It is. Read it for them."


@transaction.atomic
def settle_not_mine(*, task: Task, theirs: bool, words: str, reason: str = "", by: User, now: datetime) -> Task:
    """Answer it. `words` is what the young person reads, `reason` what the second checker reads when it is not theirs.

    Theirs: it opens again in staffed hours. Not theirs: it stays hidden, and its destruction is proposed to a second person.
    Raises NotAllowed without words.
    """
    check_role(by, Permission.SETTLE_NOT_MINE, now)
    check_in_reach(by, task.child, now)
    if task.kind != TaskKind.NOT_ABOUT_ME or task.done_at:
        raise NotAllowed("already_done", _("Somebody has already done this. Open the page again to see what they wrote."))
    if not words.strip():
        raise NotAllowed("no_words", _("Write a sentence for the young person: what you found, and what happens now."))
    entry = Entry.objects.select_related("child").get(pk=task.about_id)
    record(Event.ENTRY_NOT_MINE_SETTLED, child=entry.child_id, by=by.who(now), at=now, about_type="entry", about_id=entry.pk)
    if theirs:
        _open_again(entry, by, now)
    else:
        propose_disposal(entry=entry, ground=DisposalProposal.Ground.WRONG_PERSON, reason=reason, by=by, now=now)
    return finish_task(task=task, outcome=words.strip(), by=by, now=now)


def _open_again(entry: Entry, by: User, now: datetime) -> None:
    """The version they read opens again, as it was opened before or by rule; newer ones stand as they stood."""
    for version in this_and_newer(entry):
        before = version.sharings.exclude(decision__in=(Sharing.Decision.NOT_MINE, Sharing.Decision.LIMITED)).order_by("at").last()
        if before and before.decision in CLOSED:
            _decide(version, before.decision, by, now, held_until=before.held_until, **_ground(before))
        elif (before.decision != Sharing.Decision.RETURNED) if before else version == entry:
            opens_at = opens_when(EntryNow.objects.get(pk=version.pk), now)
            _decide(version, before.decision if before else Sharing.Decision.SHARED, by, now, opens_at=opens_at)
        else:  # nobody had read it for them yet: it is back with their worker today, and opens by no rule
            _decide(version, Sharing.Decision.HELD, by, now, held_until=london_day(now), reason=BACK)


def _decide(version: Entry, decision: str, by: User, now: datetime, **rest: Any) -> None:
    what = Sharing.Decision(decision)
    made = write_decision(entry=version, decision=what, event=SAYS.get(what, Event.ENTRY_OPENED), by=by, now=now, **rest)
    if what is Sharing.Decision.WITHHELD:
        ask_to_confirm(sharing=made, by=by, now=now)


def _ground(before: Sharing) -> dict[str, Any]:
    return {"ground": before.ground, "review_on": before.review_on, "reason": before.reason}
