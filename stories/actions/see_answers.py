"""The author has seen what was answered: its notices are no longer new."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from people.models import Notice, User
from stories.queries import ABOUT


def see_answers(*, contributions: Collection[UUID], by: User, now: datetime) -> int:
    """Mark the notices about these contributions as seen. Returns how many were new."""
    return Notice.objects.filter(user=by, about_type=ABOUT, about_id__in=contributions, seen_at__isnull=True).update(seen_at=now)
