"""What was decided to keep closed stays closed when one entry becomes two: no door opens at the back.

A decision is copied as it was made, with the name of whoever made it and the second person's answer; openings are not: a new
entry is read and opened for itself.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid4

from official_file.actions.ask_to_confirm import ask_to_confirm
from official_file.models import Entry, Sharing, SharingCheck
from official_file.projection import refresh
from official_file.versions import versions_of
from people.actions.make_task import make_task
from people.models import TaskKind

CLOSED = frozenset({Sharing.Decision.HELD, Sharing.Decision.WITHHELD, Sharing.Decision.RETURNED, Sharing.Decision.NOT_MINE})


def keep_closed(pairs: Iterable[tuple[UUID, Entry]], now: datetime, since: datetime | None = None) -> None:
    """For each (entry, the one that was told as part of it): copy the decision by which the first is closed to the second.

    `since`: only decisions made after that moment. Call inside the transaction that parts them.
    """
    for pk, became in pairs:
        for decision in _closing(Entry.objects.get(pk=pk), since):
            _copy(decision, became, now)


def _closing(entry: Entry, since: datetime | None) -> list[Sharing]:
    made = Sharing.objects.filter(entry__in=versions_of(entry)).order_by("at")
    if since:
        made = made.filter(at__gt=since)
    limits = [one for one in made if one.decision == Sharing.Decision.LIMITED]
    last = [one for one in made if one.decision != Sharing.Decision.LIMITED][-1:]
    return limits[-1:] + [one for one in last if one.decision in CLOSED]


def _copy(decision: Sharing, became: Entry, now: datetime) -> None:
    check = SharingCheck.objects.filter(sharing=decision).first()
    copied = Sharing.objects.get(pk=decision.pk)
    copied.pk, copied.entry, copied._state.adding = uuid4(), became, True
    copied.save(force_insert=True)
    if check:
        check.pk, check.sharing, check._state.adding = uuid4(), copied, True
        check.save(force_insert=True)
    refresh(became)
    if decision.decision == Sharing.Decision.WITHHELD and check is None:
        ask_to_confirm(sharing=copied, by=copied.by, now=now)
    if decision.decision == Sharing.Decision.NOT_MINE:  # whoever settles the first settles this one as well
        make_task(kind=TaskKind.NOT_ABOUT_ME, child=became.child, about_type="entry", about_id=became.pk, now=now, for_role="ig_officer")
