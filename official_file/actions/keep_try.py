"""A try to destroy or take away what a hold keeps is written down, for good (DPA 2018 s 173). `official_file.tries` calls this."""

from datetime import datetime
from typing import Any

from django.db import transaction

from audit.events import Event
from audit.record import record
from audit.who import Who
from official_file.models import TriedChange
from official_file.retention import Held
from people.models import User

ABOUT = "tried_change"


@transaction.atomic
def keep_try(*, refusal: Held, what: str, about: Any, by: User | Who, now: datetime) -> TriedChange:
    """Write the try down, once: who, what, about which thing, when."""
    who, hold = by if isinstance(by, Who) else by.who(now), refusal.hold
    stored = {
        "hold": hold,
        "child_id": hold.child_id,
        "what": what,
        "about_type": about._meta.verbose_name.replace(" ", "_"),
        "about_id": about.pk,
        "by_id": who.user_id,
        "by_name": who.name,
        "by_role": who.role,
        "at": now,
    }
    tried, made = TriedChange.objects.get_or_create(pk=refusal.try_id, defaults=stored)
    if made:
        record(Event.CHANGE_TRIED, child=hold.child_id, by=who, at=now, about_type=ABOUT, about_id=tried.pk, facts={"what": what})
    return tried
