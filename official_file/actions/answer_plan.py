"""I agree, I disagree, I want to talk: said of one version of a plan or review, and kept with it (R48)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from official_file.models import Entry, PlanAnswer
from official_file.permissions import check_own_record
from official_file.plans import ANSWERED
from official_file.queries import entry_for
from people.actions.finish_task import finish_task
from people.actions.make_task import make_task
from people.errors import NotAllowed
from people.models import Task, TaskKind, User

LONGEST = 5000


@transaction.atomic
def answer_plan(*, entry: Entry, answer: str, words: str = "", by: User, now: datetime) -> PlanAnswer:
    """Keep the answer with this version; the newest counts and every one stays. The same again is the same answer.

    "I disagree" and "I want to talk" are a task for their worker; "I agree" afterwards takes it back. Raises NotAllowed for
    what is not open to them, and for an answer we do not know.
    """
    check_own_record(by, entry.child)
    row = entry_for(by, entry.pk, now)
    if row is None or row.kind not in ANSWERED:
        raise NotAllowed("not_here", _("We can't find that page."))
    if answer not in PlanAnswer.Answer.values:
        raise NotAllowed("no_answer", _("Choose one of the three. Or leave it: that is fine too."))
    if len(words) > LONGEST:
        raise NotAllowed("too_long", _("This is too long to send in one go. Shorten it, or write it under My words."))
    last = PlanAnswer.objects.select_for_update().filter(entry=entry).order_by("at").last()
    if last and (last.answer, last.words) == (answer, words):
        return last
    made = PlanAnswer.objects.create(child=entry.child, entry=entry, answer=answer, words=words, at=now)
    facts = {"answer": answer}
    record(Event.PLAN_ANSWERED, child=entry.child_id, by=by.who(now), at=now, about_type="entry", about_id=entry.pk, facts=facts)
    _owe_an_answer(made, by, now)
    return made


def _owe_an_answer(made: PlanAnswer, by: User, now: datetime) -> None:
    kind, about = TaskKind.PLAN_ANSWER, made.entry_id
    if made.answer != PlanAnswer.Answer.AGREE:
        make_task(kind=kind, child=made.child, about_type="entry", about_id=about, words=made.words, now=now)
        return
    for task in Task.objects.open().filter(kind=kind, about_type="entry", about_id=about):
        finish_task(task=task, outcome="", by=by, now=now)
