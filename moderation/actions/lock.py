"""Every verb about a reading locks the contribution first, so that two people cannot decide it at once."""

from datetime import datetime

from moderation.models import Reading
from people.models import User
from stories.models import Contribution


def lock(*, reading: Reading, by: User, now: datetime) -> Reading:
    """The reading as it is stored now, with its contribution locked. Call inside a transaction. `by` and `now` change nothing."""
    Contribution.objects.select_for_update().get(pk=reading.contribution_id)
    return Reading.objects.select_related("contribution__child", "reader").get(pk=reading.pk)
