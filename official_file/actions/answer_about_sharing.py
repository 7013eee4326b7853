"""The young person answers before something is shared: yes, no, or talk to me first. They may change their mind until it is done."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from official_file.models import AskedBefore
from official_file.sharing_questions import ABOUT
from people.actions.make_task import make_task
from people.errors import NotAllowed
from people.models import Child, TaskKind, User


@transaction.atomic
def answer_about_sharing(*, asked: AskedBefore, answer: str, words: str = "", by: User, now: datetime) -> AskedBefore:
    """Keep the answer, and owe whoever asked a look at it. The same answer twice is one. Raises NotAllowed when it is done already."""
    asked = AskedBefore.objects.select_for_update().select_related("child", "asked_by").get(pk=asked.pk)
    if asked.child.user_id != by.pk or asked.withdrawn_at is not None:
        raise NotAllowed("not_found", _("We can't find that page."))
    if asked.outcome_at is not None:
        raise NotAllowed("done", _("This is done already, so the answer cannot change. You can ask to talk about it."))
    if answer not in (AskedBefore.Answer.YES, AskedBefore.Answer.NO, AskedBefore.Answer.TALK):
        raise NotAllowed("no_answer", _("Choose yes, no, or talk to me first."))
    if (asked.answer, asked.words) == (answer, words):
        return asked
    asked.answer, asked.words, asked.answered_at = answer, words, now
    asked.save(update_fields=["answer", "words", "answered_at"])
    make_task(
        kind=TaskKind.ANSWER_ABOUT_SHARING,
        child=asked.child,
        about_type=ABOUT,
        about_id=asked.pk,
        now=now,
        for_user=asked.asked_by if _works_with(asked.asked_by, asked.child, now) else None,
    )
    facts = {"answer": str(answer)}
    record(Event.SHARING_ANSWERED, child=asked.child_id, by=by.who(), at=now, about_type=ABOUT, about_id=asked.pk, facts=facts)
    return asked


def _works_with(user: User, child: Child, at: datetime) -> bool:
    return Child.objects.worked_with_by(user, at).filter(pk=child.pk).exists()
