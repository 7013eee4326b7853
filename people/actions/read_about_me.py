"""A worker has read About me: each newly allocated worker is shown it first and says so."""

from datetime import datetime

from django.db import transaction

from people.models import Child, Relationship, User


@transaction.atomic
def read_about_me(*, child: Child, by: User, now: datetime) -> int:
    """Mark About me as read by this worker. Returns how many of their ties to the child it was new for."""
    return Relationship.objects.active(now).filter(child=child, user=by, about_me_read_at__isnull=True).update(about_me_read_at=now)
