"""What a young person may read of their own file, without the words they chose to hide on this phone."""

from datetime import datetime

from django.db.models import F

from official_file.models.now import EntryNowQuerySet
from official_file.queries import entries_for
from people.models import Child, User
from stories.models import Contribution


def my_entries(user: User, child: Child, at: datetime) -> EntryNowQuerySet:
    """Entries open to the person they are about, oldest first; what has no date comes last."""
    hidden = Contribution.objects.filter(author=user.pk, hidden_by_author=True, entry__isnull=False).values("entry")
    rows = entries_for(user, child, at).exclude(pk__in=hidden)
    ordered: EntryNowQuerySet = rows.order_by(F("day").asc(nulls_last=True), "recorded_at", "pk")
    return ordered
