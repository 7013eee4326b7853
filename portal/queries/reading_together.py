"""Reading together, as each of the two sees it: whether it runs, what it opens, what was opened before."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from law.working_time import london_day
from official_file.models import EntryNow, ReadingTogether, ReadTogether
from official_file.models.now import State
from official_file.presentation import show
from official_file.reader_choices import company_asked_by
from people.models import Child, User


@dataclass(frozen=True, slots=True)
class Opened:
    """One entry that was opened while they read together. `url_id` None: it may not be read by the one who looks now."""

    heading: str
    at: datetime
    url_id: UUID | None


@dataclass(frozen=True, slots=True)
class Sitting:
    """One time of reading together, and what was opened in it."""

    started: datetime
    ended: datetime
    worker: str
    ended_by: str
    opened: list[Opened]


def running(child: Child, at: datetime) -> ReadingTogether | None:
    """The reading together that runs now."""
    return ReadingTogether.objects.filter(child=child, ended_at__isnull=True, started_at__lte=at, ends_at__gt=at).first()


def for_two(user: User, child: Child, at: datetime) -> int:
    """How many entries wait to be read beside a worker, as the young person may be told: not what they chose never to see."""
    rows = EntryNow.objects.filter(child=child, state=State.WITH_SUPPORT).open_at(at)
    return int(rows.not_of_a_kind_never_shown(user).not_set_aside(user, at).count())


def asked_by_themselves(user: User, child: Child, at: datetime) -> list[tuple[UUID, str]]:
    """The entries for which they asked for company themselves: id and heading. They had read the heading when they asked."""
    rows = EntryNow.objects.filter(child=child, state=State.WITH_SUPPORT).open_at(at).not_of_a_kind_never_shown(user)
    mine = [row for row in rows.select_related("entry__payload") if company_asked_by(row.entry) == user.pk]
    found = [(row.pk, show(row, child=child, today=london_day(at))) for row in mine]
    return [(pk, shown.heading) for pk, shown in found if shown]


def sittings(reader: User, child: Child, at: datetime) -> list[Sitting]:
    """The last ten times, newest first, with what was opened: the same list for both, as far as each may see the entry."""
    past = ReadingTogether.objects.filter(child=child)[:10]
    return [
        Sitting(
            started=one.started_at,
            ended=min(one.ended_at or one.ends_at, one.ends_at),
            worker=one.worker_name,
            ended_by=one.ended_by_name,
            opened=_opened(one, reader, child, at),
        )
        for one in past
    ]


def _opened(one: ReadingTogether, reader: User, child: Child, at: datetime) -> list[Opened]:
    read = {row.entry_id: row.at for row in ReadTogether.objects.filter(together=one)}
    rows = EntryNow.objects.filter(pk__in=list(read), child=child).select_related("entry__payload")
    rows = rows if reader.is_staff else rows.not_of_a_kind_never_shown(reader)
    visible = set(EntryNow.objects.visible_to(reader, at).filter(pk__in=list(read)).values_list("pk", flat=True))
    rows = rows.filter(pk__in=visible) if reader.is_staff else rows
    found = [(row.pk, show(row, child=child, today=london_day(at))) for row in rows]
    opened = [Opened(shown.heading, read[pk], pk if pk in visible else None) for pk, shown in found if shown]
    return sorted(opened, key=lambda one: one.at)
