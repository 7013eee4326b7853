"""The answers to what was asked were read: the line on the first page has done its work."""

from datetime import datetime

from django.db import transaction

from people.models import Notice, User


@transaction.atomic
def see_answers(*, by: User, now: datetime, about: str = "task") -> int:
    """Mark the notices about answered tasks (or about something else) as seen. Returns how many. Nobody is told that they were read."""
    return Notice.objects.filter(user=by, seen_at__isnull=True, about_type=about).update(seen_at=now)
