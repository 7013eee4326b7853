"""Clear away what was held by mistake: bytes of an upload that was never finished."""

from datetime import datetime, timedelta

from django.db import transaction

from audit.who import Who
from files.models import Held
from files.storages import sealed

FORGOTTEN = timedelta(days=1)
HELD = "held"


def clear_held(*, by: Who, now: datetime) -> int:
    """Rows nobody made anything of for a day, and bytes without a row. Returns how many. What a draft points at stays, however old."""
    cleared = 0
    for held in Held.objects.filter(making=None, at__lt=now - FORGOTTEN):
        with transaction.atomic():
            held.delete()
        cleared += 1
    return cleared + _without_a_row(now)


def _without_a_row(now: datetime) -> int:
    storage = sealed()
    try:
        _folders, names = storage.listdir(HELD)
    except OSError:  # nothing was ever held here
        return 0
    known = {str(pk) for pk in Held.objects.values_list("pk", flat=True)}
    found = [f"{HELD}/{name}" for name in names if name not in known]
    old = [name for name in found if storage.get_modified_time(name) < now - FORGOTTEN]
    for name in old:
        storage.delete(name)
    return len(old)
