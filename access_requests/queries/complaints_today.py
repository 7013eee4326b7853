"""Complaints on the first page of those who decide them: theirs, and those nobody looks at yet."""

from datetime import datetime

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext

from access_requests.complaint_clock import answer_by
from access_requests.complaint_permissions import check_can_take
from access_requests.models import Complaint
from access_requests.permissions import can
from access_requests.queries.today import Line
from people.models import Child, User


def complaints_waiting(user: User, now: datetime) -> list[Line]:
    """A line for each that waits for them. Of a child out of their reach only that somebody complained."""
    seen = Complaint.objects.visible_to(user, now).open().filter(Q(decider=user) | Q(decider__isnull=True))
    waiting = [one for one in seen.select_related("child", "request") if can(check_can_take, user, one, now)]
    near = set(Child.objects.visible_to(user, now).filter(pk__in=[one.child_id for one in waiting]).values_list("pk", flat=True))
    return [_line(one, one.child if one.child_id in near else None) for one in waiting]


def _line(one: Complaint, child: Child | None) -> Line:
    url = reverse("access_requests:complaint", args=[one.pk])
    if child is None:
        return Line(None, gettext("a complaint waits for your decision"), url, answer_by(one))
    return Line(child, gettext("a complaint about this file waits for your decision"), url, answer_by(one))
