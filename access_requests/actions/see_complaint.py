"""Somebody opened their complaint: what was new about it is new no more."""

from datetime import datetime

from access_requests.complaint_clock import ABOUT
from access_requests.models import Complaint
from people.models import Notice, User


def see_complaint(*, complaint: Complaint, by: User, now: datetime) -> int:
    """Mark its notices as seen. Returns how many were new."""
    return Notice.objects.filter(user=by, about_type=ABOUT, about_id=complaint.pk, seen_at__isnull=True).update(seen_at=now)
