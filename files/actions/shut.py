"""Shut an original for good: reported as an illegal image of a child (law.md 5.1). Nobody opens, copies or makes it small again."""

from datetime import datetime
from functools import partial

from django.db import transaction
from django.db.models import Q

from audit.who import Who
from files.actions.forget_copies import forget_copies
from files.models import File, FilePage, FileReading, Making, SealedShut
from files.queries import SHUT
from files.safe_copies import names_of_pages, throw_away

State = Making.State


@transaction.atomic
def shut(*, file: File, by: Who, now: datetime) -> SealedShut:
    """Every copy goes, and the sealed bytes stay where they are, unread, for those who may lawfully ask. Safe to repeat.

    The same picture held by somebody who has not sent it is shut with it. Call from the verb that reports it, which writes the audit.
    """
    done, _new = SealedShut.objects.get_or_create(file=file, defaults={"at": now, "by_name": by.name, "by_role": by.role})
    makings = Making.objects.select_for_update(of=("self",)).filter(Q(file=file) | Q(held__sha256=file.sha256))
    forget_copies(makings=makings, by=by, now=now)
    makings.update(state=State.CLOSED, reason="", ended_at=now)
    names = names_of_pages(file)
    FilePage.objects.filter(file=file).delete()
    closed = {"state": FileReading.State.QUARANTINED, "reason": SHUT, "pages": None, "pages_read": 0, "ended_at": now}
    FileReading.objects.filter(file=file).update(**closed)
    transaction.on_commit(partial(throw_away, names))
    return done
