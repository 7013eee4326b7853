"""A worker and the young person read together: what needs somebody beside it is open for that time, and no longer (M5)."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from audit.who import Who
from official_file.models import Entry, ReadingTogether, ReadTogether
from official_file.models.now import EntryNow, State
from people.errors import NotAllowed
from people.models import Child, User
from people.permissions import check_decides_for, check_role
from people.roles import Permission

MINUTES = (15, 30, 60)


@transaction.atomic
def start_reading_together(*, child: Child, minutes: int, by: User, now: datetime) -> ReadingTogether:
    """Begin, for 15, 30 or 60 minutes. Raises NotAllowed for another time, without an account to read in, and while one runs."""
    check_role(by, Permission.OPEN_ENTRIES, now)
    check_decides_for(by, child, now)
    if minutes not in MINUTES:
        raise NotAllowed("not_a_time", _("Choose 15, 30 or 60 minutes."))
    if child.user_id is None:
        raise NotAllowed("no_account", _("They have no sign-in yet. Invite them first."))
    open_still = ReadingTogether.objects.select_for_update().filter(child=child, ended_at__isnull=True)
    for one in open_still:
        if one.ends_at > now:
            raise NotAllowed("running", _("You are reading together already. End it first."))
        _close(one, one.ends_at, "")
    made = ReadingTogether.objects.create(
        child=child, worker=by, worker_name=by.who(now).name, started_at=now, ends_at=now + timedelta(minutes=minutes)
    )
    _write(Event.READING_TOGETHER_STARTED, made, by.who(now), now)
    return made


@transaction.atomic
def end_reading_together(*, together: ReadingTogether, by: User, now: datetime) -> ReadingTogether:
    """End it at once. The young person may, and everybody who works with them. One that is over stays as it ended."""
    together = ReadingTogether.objects.select_for_update().get(pk=together.pk)
    if by.pk != together.child.user_id:
        check_decides_for(by, together.child, now)
    if together.ended_at is None and now < together.ends_at:
        _close(together, now, by.who(now).name)
        _write(Event.READING_TOGETHER_ENDED, together, by.who(now), now)
    return together


@transaction.atomic
def note_read_together(*, child: Child, entry: Entry, by: User, now: datetime) -> ReadTogether | None:
    """The reader opened this entry. Kept only while they read together, and only of what is open for that alone; once each."""
    together = ReadingTogether.objects.filter(child=child, child__user=by.pk, ended_at__isnull=True, ends_at__gt=now).first()
    if together is None or not EntryNow.objects.visible_to(by, now).filter(pk=entry.pk, state=State.WITH_SUPPORT).exists():
        return None
    made, _is_new = ReadTogether.objects.get_or_create(together=together, entry=entry, defaults={"at": now})
    return made


def _close(together: ReadingTogether, at: datetime, name: str) -> None:
    together.ended_at, together.ended_by_name = at, name
    together.save(update_fields=["ended_at", "ended_by_name"])


def _write(event: Event, together: ReadingTogether, by: Who, now: datetime) -> None:
    record(event, child=together.child_id, by=by, at=now, about_type="reading_together", about_id=together.pk)
