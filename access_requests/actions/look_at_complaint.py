"""Somebody else begins to look at a complaint, or is asked to: whoever complained is told who."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.complaint_clock import ABOUT
from access_requests.complaint_facts import chain_of_complaint
from access_requests.complaint_permissions import check_can_take, check_helps
from access_requests.deciders import SENTENCES, hand_in_it
from access_requests.models import Complaint
from audit.events import Event
from audit.record import record
from people.errors import NotAllowed
from people.models import Task, TaskKind, User
from people.roles import Permission


@transaction.atomic
def look_at_complaint(*, complaint: Complaint, by: User, now: datetime) -> Complaint:
    """Take it. Raises NotAllowed without the role, with a hand in it, and when somebody else looks at it."""
    complaint = Complaint.objects.select_for_update(of=("self",)).get(pk=complaint.pk)
    check_can_take(by, complaint, now)
    return _give(complaint, by, Event.COMPLAINT_LOOKED_AT, by, now)


@transaction.atomic
def give_complaint_to(*, complaint: Complaint, decider: User, by: User, now: datetime) -> Complaint:
    """Ask somebody to look at it, in place of whoever did. Raises NotAllowed for a giver or a decider with a hand in it."""
    complaint = Complaint.objects.select_for_update(of=("self",)).get(pk=complaint.pk)
    check_helps(by, complaint, now)
    hand = hand_in_it(decider, complaint)
    if hand or not decider.is_active or not decider.may(Permission.DECIDE_COMPLAINTS, now):
        why = _(SENTENCES[hand]) if hand and decider == by else _("%(who)s cannot decide this. Choose somebody else.") % {"who": decider}
        raise NotAllowed("hand_in_it", why)
    return _give(complaint, decider, Event.COMPLAINT_GIVEN_TO, by, now)


def _give(complaint: Complaint, decider: User, event: Event, by: User, now: datetime) -> Complaint:
    complaint.decider, complaint.state = decider, Complaint.State.LOOKED_AT
    complaint.save(update_fields=["decider", "state"])
    Task.objects.open().filter(kind=TaskKind.DECIDE_COMPLAINT, about_id=complaint.pk).update(for_user=decider)
    facts = {"decider": str(decider)}
    record(event, child=chain_of_complaint(complaint), by=by.who(now), at=now, about_type=ABOUT, about_id=complaint.pk, facts=facts)
    return complaint
