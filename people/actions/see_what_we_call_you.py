"""The young person has read what they are called here now."""

from datetime import datetime

from people.child_names import ABOUT
from people.models import Notice, User


def see_what_we_call_you(*, by: User, now: datetime) -> int:
    """The line on their first page goes. Returns how many notices there were."""
    return Notice.objects.filter(user=by, about_type=ABOUT, seen_at__isnull=True).update(seen_at=now)
