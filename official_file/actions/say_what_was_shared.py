"""What was done after they were asked: shared or not, told to the young person. Or the question is taken back."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from official_file.models import AskedBefore
from official_file.sharing_questions import ABOUT
from people.actions.finish_task import finish_task
from people.errors import NotAllowed
from people.models import Notice, Task, User
from people.permissions import check_decides_for, check_role
from people.roles import Permission


@transaction.atomic
def say_what_was_shared(*, asked: AskedBefore, shared: bool, outcome: str, by: User, now: datetime) -> AskedBefore:
    """Tell them what was done, in `outcome`; from then on question and answer are sealed.

    Raises NotAllowed without a sentence, and when it is said to be shared against a no, or before an answer, where no law was
    named that lets it go ahead.
    """
    asked = _open(asked, by, now)
    if not outcome.strip():
        raise NotAllowed("no_words", _("Write a sentence for them: what was shared, with whom and when. Or why not."))
    if shared and not asked.goes_ahead and asked.answer != AskedBefore.Answer.YES:
        raise NotAllowed(
            "not_agreed",
            _("They did not say yes, and no law was named. If it was shared all the same, tell your data protection officer now."),
        )
    asked.outcome, asked.outcome_by_name, asked.outcome_at = outcome.strip(), str(by), now
    asked.save(update_fields=["outcome", "outcome_by_name", "outcome_at"])
    _finish(asked, by, now)
    facts = {"shared": shared}
    record(Event.SHARING_DONE, child=asked.child_id, by=by.who(now), at=now, about_type=ABOUT, about_id=asked.pk, facts=facts)
    if asked.child.user_id:
        Notice.objects.get_or_create(
            user_id=asked.child.user_id, kind="sharing_done", about_id=asked.pk, defaults={"about_type": ABOUT, "at": now}
        )
    return asked


@transaction.atomic
def withdraw_question(*, asked: AskedBefore, by: User, now: datetime) -> AskedBefore:
    """Nothing is to be shared after all: the question goes. Raises NotAllowed when it is done already."""
    asked = _open(asked, by, now)
    asked.withdrawn_at = now
    asked.save(update_fields=["withdrawn_at"])
    _finish(asked, by, now)
    record(Event.SHARING_WITHDRAWN, child=asked.child_id, by=by.who(now), at=now, about_type=ABOUT, about_id=asked.pk)
    return asked


def _open(asked: AskedBefore, by: User, now: datetime) -> AskedBefore:
    asked = AskedBefore.objects.select_for_update().select_related("child").get(pk=asked.pk)
    check_role(by, Permission.OPEN_ENTRIES, now)
    check_decides_for(by, asked.child, now)
    if asked.outcome_at is not None or asked.withdrawn_at is not None:
        raise NotAllowed("already_done", _("Somebody has already done this. Open the page again to see what they wrote."))
    return asked


def _finish(asked: AskedBefore, by: User, now: datetime) -> None:
    for task in Task.objects.open().filter(about_type=ABOUT, about_id=asked.pk):
        finish_task(task=task, outcome="", by=by, now=now)
