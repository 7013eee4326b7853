"""One step of a complaint is written down, and whoever complained signed in hears that something is new."""

from datetime import datetime

from django.db import transaction

from access_requests.complaint_clock import ABOUT
from access_requests.complaint_facts import chain_of_complaint
from access_requests.models import Complaint, ComplaintStep
from access_requests.models.signed import signed
from audit.events import Event
from audit.record import record
from audit.who import Who
from people.models import Notice, User

NOTICE = "complaint_news"
Kind = ComplaintStep.Kind
EVENTS: dict[str, Event] = {
    Kind.ACKNOWLEDGED: Event.COMPLAINT_ACKNOWLEDGED,
    Kind.PROGRESS: Event.COMPLAINT_PROGRESS,
    Kind.NOTE: Event.COMPLAINT_NOTED,
    Kind.DECIDED: Event.COMPLAINT_DECIDED,
    Kind.TAKEN_BACK: Event.COMPLAINT_TAKEN_BACK,
}


@transaction.atomic
def add_step(*, complaint: Complaint, kind: str, words: str = "", by: User | Who, now: datetime) -> ComplaintStep:
    """Add the step. Notes are staff's own; everything else the person reads. The caller has checked who may."""
    told = kind != Kind.NOTE
    made = ComplaintStep.objects.create(complaint=complaint, kind=kind, words=words.strip(), told=told, **signed(by, now))
    who = by if isinstance(by, Who) else by.who(now)
    record(EVENTS[kind], child=chain_of_complaint(complaint), by=who, at=now, about_type=ABOUT, about_id=complaint.pk)
    if told and complaint.user_id and complaint.user_id != who.user_id and kind != Kind.ACKNOWLEDGED:
        defaults = {"about_type": ABOUT, "at": now, "seen_at": None}
        Notice.objects.update_or_create(user_id=complaint.user_id, kind=NOTICE, about_id=complaint.pk, defaults=defaults)
    return made
