"""How long one child's record is kept: the law's rule over what the file knows, and what stands in the way of destroying any of it.

A date never deletes anything. It opens a task for people (actions/open_appraisals.py); only a Disposal by two people removes.
"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID, uuid4

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from law.retention import Retention, keep_record_until
from official_file.models import EntryNow, RetentionHold
from official_file.models.now import State
from people.errors import NotAllowed
from people.models import Child

ADOPTED = frozenset({"E11", "E12"})  # left care because of an adoption order
ADOPTED_IN_BODY = Q(entry__payload__body__contains='"code":"E11"') | Q(entry__payload__body__contains='"code":"E12"')


class Held(NotAllowed):
    """Refused because `hold` stands. `try_id` names this one try, so that it is kept once however many layers see it."""

    def __init__(self, hold: RetentionHold, sentence: object) -> None:
        super().__init__("held", sentence)
        self.hold = hold
        self.try_id = uuid4()


def retention_of(child: Child, adopted_on: date | None = None) -> Retention | None:
    """The rule that keeps this record longest, or None when no date of birth is known."""
    return keep_record_until(child.date_of_birth, nation=child.nation, died=child.died_on, adopted_on=adopted_on)


def adoption_orders(children: Iterable[UUID] | None = None) -> dict[UUID, date]:
    """The day of the newest adoption order in each file, of these children or of all: one query."""
    rows = EntryNow.objects.current().filter(ADOPTED_IN_BODY, kind="left_care").exclude(state=State.NOT_MINE)
    if children is not None:
        rows = rows.filter(child__in=list(children))
    found: dict[UUID, date] = {}
    for row in rows.select_related("entry__payload").order_by("day"):
        day = row.end_day or row.day
        if day and row.entry.facts.get("code") in ADOPTED:
            found[row.child_id] = max(day, found.get(row.child_id, day))
    return found


def holds_on(child: Child) -> list[RetentionHold]:
    """The holds that stand, oldest first."""
    return list(RetentionHold.objects.filter(child=child, lifted_at__isnull=True).select_related("placed_by"))


def check_nothing_holds(child: Child) -> None:
    """Raise Held while a request, complaint, claim, inquiry or police matter is open (DPA 2018 s 173).

    The caller has locked the child's row: a hold takes the same lock, so of the two whichever comes first counts.
    """
    holds = holds_on(child)
    if holds:
        grounds = ", ".join(str(hold.get_ground_display()).lower() for hold in holds)
        sentence = _("Nothing of this record may be destroyed now: %(grounds)s. Whoever placed the hold knows when it ends.")
        raise Held(holds[0], sentence % {"grounds": grounds})


def reckon_retention() -> int:
    """Store `retention_until` of every child whose stored day is not what the facts say. Returns how many changed; twice, none."""
    orders, changed = adoption_orders(), []
    for child in Child.objects.order_by().iterator(chunk_size=2000):
        kept = retention_of(child, orders.get(child.pk))
        until = kept.until if kept else None
        if child.retention_until != until:
            child.retention_until = until
            changed.append(child)
    Child.objects.bulk_update(changed, ["retention_until"], batch_size=500)
    return len(changed)
