"""What goes into the file is owed to the council's own system as well."""

from datetime import datetime

from django.db import transaction

from audit.who import Who
from moderation.models import WriteBack
from stories.models import Contribution


@transaction.atomic
def owe_way_back(*, contribution: Contribution, by: Who, now: datetime) -> WriteBack:
    """Note that this contribution has to leave for the council's system, once. Where that is not set up yet, it waits. `by` filed it."""
    row, _made = WriteBack.objects.get_or_create(contribution=contribution, defaults={"made_at": now, "try_after": now})
    return row
