"""Questions the official file answers, always through who may see it."""

from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch

from official_file.covered import with_covers
from official_file.models import EntryNow, EntrySource, PlainVersion
from official_file.models.now import EntryNowQuerySet, State
from people.models import Child, User

NEWEST_FIRST = ("-day", "-recorded_at")
OLDEST_SOURCE_FIRST = ("as_of", "system", "key")


def entries_for(user: User, child: Child, at: datetime) -> EntryNowQuerySet:
    """The child's entries this user may see now, with their content, oldest first. Staff get the newest version of each."""
    rows = EntryNow.objects.visible_to(user, at).filter(child=child)
    if user.is_staff:
        rows = rows.current()
    versions: Prefetch[str] = Prefetch("entry__plain_versions", queryset=PlainVersion.objects.order_by("at"))
    covers = [] if user.is_staff else [with_covers()]
    return rows.select_related("entry__payload").prefetch_related(_sources(), versions, *covers)


def entry_for(user: User, entry_id: UUID, at: datetime) -> EntryNow | None:
    """One entry this user may see now, or None: for a stranger exactly as for an id that does not exist."""
    found: EntryNow | None = (
        EntryNow.objects.visible_to(user, at)
        .filter(pk=entry_id)
        .select_related("child", "entry__payload")
        .prefetch_related(_sources(), "entry__plain_versions", *([] if user.is_staff else [with_covers()]))
        .first()
    )
    return found


def told_elsewhere(user: User, entry_id: UUID, at: datetime) -> UUID | None:
    """The entry that tells what its subject could read under this id before both were told as one; None for anything else."""
    moved = EntryNow.objects.filter(
        pk=entry_id, child__user=user.pk, part_of__isnull=False, opens_at__lte=at, closes_at__isnull=True
    ).first()
    found = entry_for(user, moved.part_of_id, at) if moved and moved.part_of_id else None
    return found.pk if found else None


def _sources() -> Prefetch[str]:
    """Where entries came from, without what a worker found to be about something else."""
    return Prefetch("entry__sources", queryset=EntrySource.objects.filter(parted__isnull=True).order_by(*OLDEST_SOURCE_FIRST))


def waiting_count(child: Child) -> int:
    """How many things wait for their worker to read: a number and nothing else, never counting what must leave no trace.

    Told to the person it is about, so what they chose never to see is not counted either.
    """
    waiting = EntryNow.objects.filter(child=child).waiting_for_worker().filter(no_trace=False)
    return waiting.not_of_a_theme_never_shown(child).count()


def waiting_for(child: Child, user: User, at: datetime) -> EntryNowQuerySet:
    """What a worker in reach has still to read and open, hold or withhold, oldest first."""
    return entries_for(user, child, at).filter(state__in=(State.WAITING, State.BY_RULE)).exclude(opens_at__lte=at)


def newly_open(child: Child, since: datetime, at: datetime) -> EntryNowQuerySet:
    """What opened for its subject after `since`."""
    return EntryNow.objects.filter(child=child).open_at(at).filter(opens_at__gt=since)
