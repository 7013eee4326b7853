"""A named worker has read an entry for its subject and opens it: told first, and not alone."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from official_file.actions.sharing_decision import write_decision
from official_file.models import Entry, EntryNow, Sharing
from official_file.opening_rules import is_never_shown
from official_file.opening_times import opens_when
from official_file.permissions import check_can_decide
from official_file.unconfirmed import check_all_known, unconfirmed_in
from people.actions.finish_task import finish_task
from people.errors import NotAllowed
from people.models import Task, TaskKind, User

HEALTH = "health"


@transaction.atomic
def open_entry(*, entry: Entry, by: User, now: datetime, with_support: bool = False, with_them: bool = False, because: str = "") -> Sharing:
    """Open it at the next staffed moment (not from Friday noon), or at once when the worker is `with_them`.

    `with_support`: to be read together. Raises NotAllowed without `because` for health data and for adoption material, for a
    code that says they have died, and while it names somebody of whom nobody has confirmed that the young person knows.
    """
    row = check_can_decide(by, entry, now)
    because = because.strip()
    if is_never_shown(row.kind, entry.facts):
        raise NotAllowed("never_shown", _("This says that they have died, so it never opens. Have a mistake put right in the return."))
    if is_health(row) and not because:
        # DPA 2018 Sch 3 para 6: not without a health professional's opinion, unless they have seen it or know it already.
        raise NotAllowed("say_how_they_know", _("This is about health. Write how they already know it, or ask a health worker first."))
    if row.no_trace and not because:
        # DPA 2018 Sch 4 para 3: adoption has rules of its own.
        raise NotAllowed("say_who_agreed", _("This has rules of its own. Write who in the adoption team agreed, and when."))
    check_all_known(unconfirmed_in(entry))
    made = write_decision(
        entry=entry,
        decision=Sharing.Decision.WITH_SUPPORT if with_support else Sharing.Decision.SHARED,
        event=Event.ENTRY_OPENED,
        opens_at=opens_when(row, now, with_them=with_them),
        reason=because,
        by=by,
        now=now,
    )
    if row.kind == "why_letter":
        _answer_why(entry, by, now)
    return made


def _answer_why(entry: Entry, by: User, now: datetime) -> None:
    """The letter is there to read: whoever asked for it, or promised it by a day, is done."""
    for task in Task.objects.open().filter(child=entry.child_id, kind=TaskKind.WRITE_WHY):
        finish_task(task=task, outcome=gettext("The letter is written. You find it under Why I am in care."), by=by, now=now)


def is_health(row: EntryNow) -> bool:
    """Whether it is data about health: the yearly health checks, or anything filed under health."""
    return row.kind == "health_check" or f"|{HEALTH}|" in row.sections
