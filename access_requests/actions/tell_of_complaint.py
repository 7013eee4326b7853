"""Words about a complaint on the way: that we have it, how far it is, and notes that staff keep for themselves."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.actions.complaint_steps import add_step
from access_requests.complaint_permissions import check_complaint_open, check_decides, check_helps, check_sees_complaint
from access_requests.models import Complaint, ComplaintStep
from people.errors import NotAllowed
from people.models import User

Kind = ComplaintStep.Kind


@transaction.atomic
def acknowledge_complaint(*, complaint: Complaint, words: str, by: User, now: datetime) -> ComplaintStep:
    """Somebody told them that we have it, where that could not happen at once. `words`: how. Raises NotAllowed a second time."""
    complaint = Complaint.objects.select_for_update(of=("self",)).get(pk=complaint.pk)
    check_sees_complaint(by, complaint, now)
    if complaint.entered_by_id != by.pk:
        check_helps(by, complaint, now)
    check_complaint_open(complaint)
    if complaint.acknowledged_at is not None:
        raise NotAllowed("told", _("They know already that we have it."))
    if not words.strip():
        raise NotAllowed("no_words", _("Write how you told them: in a call, in a letter, face to face."))
    complaint.acknowledged_at = now
    complaint.save(update_fields=["acknowledged_at"])
    return add_step(complaint=complaint, kind=Kind.ACKNOWLEDGED, words=words, by=by, now=now)


@transaction.atomic
def tell_progress(*, complaint: Complaint, words: str, by: User, now: datetime) -> ComplaintStep:
    """Say how far it is, in words they read. Raises NotAllowed without words, and for anybody but whoever looks at it."""
    check_decides(by, complaint, now)
    if not words.strip():
        raise NotAllowed("no_words", _("Write how far it is, and what comes next."))
    return add_step(complaint=complaint, kind=Kind.PROGRESS, words=words, by=by, now=now)


@transaction.atomic
def note_on_complaint(*, complaint: Complaint, words: str, by: User, now: datetime) -> ComplaintStep:
    """Keep a note. Staff who may see it read it. Raises NotAllowed without words, and for anybody but whoever looks at it."""
    check_decides(by, complaint, now)
    if not words.strip():
        raise NotAllowed("no_words", _("Write the note first."))
    return add_step(complaint=complaint, kind=Kind.NOTE, words=words, by=by, now=now)
