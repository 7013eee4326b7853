"""How a complaint ends: an outcome and words for it, by whoever looked at it; or taken back by whoever complained."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.actions.begin_again import WRONG, begin_again
from access_requests.actions.complaint_steps import add_step
from access_requests.actions.write_letter import write_letter
from access_requests.complaint_clock import ABOUT
from access_requests.complaint_permissions import check_complaint_open, check_decides, check_helps
from access_requests.letters.kinds import LetterKind
from access_requests.models import Complaint, ComplaintStep
from audit.who import Who
from people.actions.finish_task import finish_task
from people.errors import NotAllowed
from people.models import Task, TaskKind, User


@transaction.atomic
def decide_complaint(*, complaint: Complaint, outcome: str, words: str, by: User, now: datetime) -> Complaint:
    """Answer it in words they read, with where they can go next. An answer that was not right is made again.

    Raises NotAllowed without an outcome and words for it.
    """
    complaint = Complaint.objects.select_for_update(of=("self",)).get(pk=complaint.pk)
    check_decides(by, complaint, now)
    if outcome not in Complaint.Outcome.values:
        raise NotAllowed("no_outcome", _("Choose how it ended."))
    if not words.strip():
        raise NotAllowed("no_words", _("Write for them what you found, and what happens now."))
    complaint.state, complaint.outcome, complaint.outcome_words = Complaint.State.DECIDED, outcome, words.strip()
    complaint.decided_at = now
    complaint.acknowledged_at = complaint.acknowledged_at or now
    complaint.save(update_fields=["state", "outcome", "outcome_words", "decided_at", "acknowledged_at"])
    add_step(complaint=complaint, kind=ComplaintStep.Kind.DECIDED, words=words, by=by, now=now)
    if complaint.request:
        write_letter(request=complaint.request, kind=LetterKind.COMPLAINT_OUTCOME, about=complaint, by=by, now=now)
    finish_complaint_task(complaint=complaint, by=by, now=now)
    if complaint.to == Complaint.To.LOOK_AGAIN and outcome in WRONG:
        begin_again(complaint=complaint, by=by, now=now)
    return complaint


@transaction.atomic
def take_back_complaint(*, complaint: Complaint, words: str = "", by: User | Who, now: datetime) -> Complaint:
    """Whoever complained takes it back; staff write down, in words, that they said so. It stays to be seen, and can be made again.

    `by` a Who: somebody without an account, whose right the caller has checked. Raises NotAllowed once it has ended.
    """
    complaint = Complaint.objects.select_for_update(of=("self",)).get(pk=complaint.pk)
    check_complaint_open(complaint)
    if isinstance(by, User) and by.pk != complaint.user_id:
        check_helps(by, complaint, now)
        if not words.strip():
            raise NotAllowed("no_words", _("Write how they told you that they take it back."))
    complaint.state = Complaint.State.TAKEN_BACK
    complaint.save(update_fields=["state"])
    add_step(complaint=complaint, kind=ComplaintStep.Kind.TAKEN_BACK, words=words, by=by, now=now)
    if isinstance(by, User):
        finish_complaint_task(complaint=complaint, by=by, now=now)
    return complaint


@transaction.atomic
def finish_complaint_task(*, complaint: Complaint, by: User, now: datetime) -> int:
    """Nothing is owed about it any more. Returns how many tasks that ended.

    A task ends under somebody's name: after somebody without an account took it back, that of the first member of staff who looks.
    """
    owed = list(Task.objects.open().filter(kind=TaskKind.DECIDE_COMPLAINT, about_type=ABOUT, about_id=complaint.pk))
    for task in owed:
        finish_task(task=task, outcome="", by=by, now=now)
    return len(owed)
