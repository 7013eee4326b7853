"""The sweep asks people about the records whose time is over. It deletes nothing."""

from collections.abc import Iterable
from datetime import date, datetime

from dateutil.relativedelta import relativedelta
from django.db import transaction

from audit.events import Event
from audit.record import record
from audit.who import Who
from law.retention import may_be_appraised
from law.working_time import london_day
from official_file.models import RetentionHold
from official_file.retention import adoption_orders, retention_of
from people.actions.make_task import make_task
from people.models import Child, Task, TaskKind

ABOUT = "child"
ASKED_AGAIN_AFTER = relativedelta(years=5)  # ours, not the law's: a record that people decided to keep is looked at again


@transaction.atomic
def open_appraisals(*, by: Who, now: datetime) -> int:
    """Ask information governance about every record whose time is over and which nothing holds. Returns how many are new.

    A record that people decided to keep is asked about again after five years.
    """
    opened = 0
    for child in _due(london_day(now), now):
        make_task(kind=TaskKind.APPRAISE_RECORD, child=child, about_type=ABOUT, about_id=child.pk, for_role="ig_officer", now=now)
        record(Event.APPRAISAL_OPENED, child=child.pk, by=by, at=now, about_type="child", about_id=child.pk)
        opened += 1
    return opened


def _due(today: date, now: datetime) -> Iterable[Child]:
    held = RetentionHold.objects.filter(lifted_at__isnull=True).values("child")
    asked = Task.objects.filter(kind=TaskKind.APPRAISE_RECORD)
    lately = asked.filter(done_at__isnull=True) | asked.filter(done_at__gt=now - ASKED_AGAIN_AFTER)
    over = Child.objects.select_for_update().filter(retention_until__lt=today).exclude(pk__in=held).exclude(pk__in=lately.values("child"))
    orders = adoption_orders(over.values_list("pk", flat=True))
    for child in over:
        kept = retention_of(child, orders.get(child.pk))  # what is stored is only an index: the facts are asked again
        if kept and may_be_appraised(kept, today=today):
            yield child
