"""A package did not arrive: why, when it is tried again, and who is told when it goes on failing."""

from datetime import datetime, timedelta

from django.db import transaction

from audit.events import Event
from audit.record import record
from audit.who import Who
from moderation.models import WriteBack
from moderation.queries import ABOUT_WAY_BACK
from people.actions.make_task import make_task
from people.models import TaskKind
from stories.queries import ABOUT

TRIES_BEFORE_A_TASK = 5  # with the waits below, after about an hour and a quarter
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=5), timedelta(hours=6)
LONGEST_WHY = 300


@transaction.atomic
def keep_failure(*, write_back: WriteBack, why: str, by: Who, now: datetime) -> WriteBack:
    """Write down why, and wait twice as long as the last time. The fifth time a manager is asked to have it put right."""
    row = WriteBack.objects.select_for_update().select_related("contribution__child").get(pk=write_back.pk)
    if row.state == WriteBack.State.SENT:
        return row
    row.attempts += 1
    row.state, row.last_error, row.try_after = WriteBack.State.FAILING, why[:LONGEST_WHY], now + _wait_after(row.attempts)
    row.save(update_fields=["attempts", "state", "last_error", "try_after"])
    if row.attempts % TRIES_BEFORE_A_TASK == 0:
        _ask_somebody(row, by, now)
    return row


def _wait_after(attempts: int) -> timedelta:
    """How long to wait after so many tries: five minutes, ten, twenty, and so on up to six hours."""
    return min(FIRST_WAIT * 2 ** min(attempts - 1, 10), LONGEST_WAIT)


def _ask_somebody(row: WriteBack, by: Who, now: datetime) -> None:
    child, words = row.contribution.child, row.contribution
    make_task(kind=TaskKind.WRITE_BACK_FAILED, child=child, about_type=ABOUT_WAY_BACK, about_id=row.pk, for_role="team_manager", now=now)
    facts = {"tries": row.attempts}
    record(Event.WORDS_NOT_SENT_BACK, child=child.pk, by=by, at=now, about_type=ABOUT, about_id=words.pk, facts=facts)
