"""Reviews that the dataset says are due, kept as meetings that come. Nobody but staff knows of one until a worker told of it.

A day that was planned is no fact about a life: it makes no entry. Run twice it changes nothing more.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from official_file.importers.ssd.facts_of_life import YES
from official_file.importers.ssd.origin import SYSTEM
from official_file.importers.ssd.rows import Row
from official_file.meetings import summary_due
from official_file.models import Meeting
from people.models import Child

TABLE = "ssd_cla_reviews"
SAME_REVIEW = timedelta(days=14)  # a review that somebody put down here some days before or after is this one
FURTHEST = timedelta(days=365)
KIND = Meeting.Kind.REVIEW


def keep_reviews_due(rows_of: Mapping[Child, Iterable[Row]], *, today: date, now: datetime) -> int:
    """Keep what these rows say of reviews to come: new, moved, held or called off. Returns how many meetings changed."""
    return sum(_keep(child, row, today, now) for child, rows in rows_of.items() for row in rows)


def _keep(child: Child, row: Row, today: date, now: datetime) -> bool:
    due, held = row.day("cla_review_due_date"), row.day("cla_review_date")
    kept = Meeting.objects.filter(child=child, system=SYSTEM, key=row.source_key).first()
    if kept:
        return _bring_up_to_date(kept, held or due, called_off=row.number("cla_review_cancelled") == YES, now=now)
    if held or not due or not today <= due <= today + FURTHEST or row.number("cla_review_cancelled") == YES:
        return False
    if Meeting.objects.filter(child=child, kind=KIND, on__range=(due - SAME_REVIEW, due + SAME_REVIEW)).exists():
        return False
    owed = summary_due(KIND, due, child.nation)
    Meeting.objects.create(child=child, kind=KIND, on=due, system=SYSTEM, key=row.source_key, summary_due=owed, made_at=now)
    return True


def _bring_up_to_date(kept: Meeting, on: date | None, *, called_off: bool, now: datetime) -> bool:
    if called_off and kept.cancelled_at is None and kept.summary_id is None:
        kept.cancelled_at = now
    elif on and on != kept.on and not Meeting.objects.filter(child=kept.child_id, kind=KIND, on=on).exists():
        kept.on, kept.summary_due = on, summary_due(KIND, on, kept.child.nation)
    else:
        return False
    kept.save(update_fields=["on", "summary_due", "cancelled_at"])
    return True
