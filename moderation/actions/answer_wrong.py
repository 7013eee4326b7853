"""A worker answers "this is wrong" (UK GDPR Art 16): put right, put right in part, or kept with their words beside it; and says why."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from audit.events import Event
from audit.record import record
from moderation.wrong import check_can_answer_wrong, entry_of, is_named_in, said_of
from official_file.actions.correct_entry import Correction, correct_entry
from official_file.actions.say_this_is_wrong import ABOUT
from official_file.models import Entry, Rectification
from people.actions.finish_task import finish_task
from people.errors import NotAllowed
from people.models import Task, User

Outcome = Rectification.Outcome


@transaction.atomic
def answer_wrong(
    *, task: Task, outcome: str, explanation: str, correction: Correction | None = None, by: User, now: datetime
) -> list[Rectification]:
    """Answer all they said about this entry, once. `correction`: what it should say, added as a version beside the old one; None
    when it is put right in the council's own system. `explanation` is read by the young person.

    Raises NotAllowed without an explanation or an outcome, and for whoever is named or wrote it, unless they put it right.
    """
    task = Task.objects.select_for_update().get(pk=task.pk)
    check_can_answer_wrong(by, task, now)
    entry = entry_of(task)
    if outcome not in (Outcome.CORRECTED, Outcome.PARTLY, Outcome.BESIDE):
        raise NotAllowed("no_outcome", _("Choose what you decided."))
    if not explanation.strip():
        raise NotAllowed("no_words", _("Write a sentence for them: what you decided, and why."))
    if outcome != Outcome.CORRECTED and is_named_in(by, entry):
        raise NotAllowed(
            "named", _("You wrote this, or what they say is about you. You can put it right. Anything else is for somebody else.")
        )
    made = correct_entry(entry=entry, correction=correction, by=by, now=now) if correction and outcome != Outcome.BESIDE else None
    said = [_decide(one, outcome, explanation.strip(), made, by, now) for one in said_of(task)]
    finish_task(task=task, outcome=explanation.strip(), by=by, now=now)
    facts, about = {"outcome": str(outcome)}, said[-1].pk if said else task.pk
    record(Event.RECTIFICATION_ANSWERED, child=task.child_id, by=by.who(now), at=now, about_type=ABOUT, about_id=about, facts=facts)
    return said


def _decide(said: Rectification, outcome: str, explanation: str, made: Entry | None, by: User, now: datetime) -> Rectification:
    who = by.who(now)
    said.outcome, said.explanation, said.correction = outcome, explanation, made
    said.decided_by, said.decided_by_name, said.decided_by_role, said.decided_at = by, who.name, who.role, now
    said.save(update_fields=["outcome", "explanation", "correction", "decided_by", "decided_by_name", "decided_by_role", "decided_at"])
    return said
