"""A young person asks for one of their papers; and before one runs out, they and their worker are told."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from audit.who import Who
from law.working_time import london_day
from official_file.identity_papers import ABOUT, KIND, asked_paper_id, runs_out_soon
from official_file.models import EntryNow
from official_file.permissions import check_own_record
from official_file.plain_language.paper_lines import PAPERS
from people.actions.make_task import make_task
from people.errors import NotAllowed
from people.models import Child, Notice, Task, TaskKind, User


@transaction.atomic
def ask_for_paper(*, child: Child, paper: str, by: User, now: datetime) -> Task:
    """One task for their worker, however often they ask while it is open. Raises NotAllowed for anybody else, and for no such paper."""
    check_own_record(by, child)
    if paper not in PAPERS:
        raise NotAllowed("not_found", _("We can't find that page."))
    task = make_task(
        kind=TaskKind.GIVE_PAPER,
        child=child,
        about_type=ABOUT,
        about_id=asked_paper_id(child, paper),
        words=gettext(PAPERS[paper]),
        now=now,
    )
    if task.made_at == now:
        record(Event.PAPER_ASKED_FOR, child=child.pk, by=by.who(), at=now, about_type="task", about_id=task.pk)
    return task


@transaction.atomic
def remind_of_papers(*, by: Who, now: datetime) -> int:
    """Tell worker and young person of each paper that runs out soon, once for each that is written down. Returns how many are new.

    How many days before is a setting (PAPER_REMINDER_DAYS). Run twice it finds nothing the second time.
    """
    told = Task.objects.filter(kind=TaskKind.PAPER_EXPIRES, about_type=ABOUT).values("about_id")
    rows = EntryNow.objects.current().filter(kind=KIND, child__died_on__isnull=True).exclude(pk__in=told)
    reminded = 0
    for row in rows.select_related("entry__payload", "child"):
        if not runs_out_soon(row.entry.facts, london_day(now)) or _is_told_anew(row):
            continue
        words = gettext(PAPERS.get(str(row.entry.facts.get("type")), PAPERS["other"]))
        make_task(kind=TaskKind.PAPER_EXPIRES, child=row.child, about_type=ABOUT, about_id=row.pk, words=words, now=now)
        if row.child.user_id:
            Notice.objects.get_or_create(
                user_id=row.child.user_id, kind="paper_expires", about_id=row.pk, defaults={"about_type": ABOUT, "at": now}
            )
        record(Event.PAPER_EXPIRY_TOLD, child=row.child_id, by=by, at=now, about_type="entry", about_id=row.pk)
        reminded += 1
    return reminded


def _is_told_anew(row: EntryNow) -> bool:
    """Whether something was written down later about the same sort of paper, which then holds."""
    sort = row.entry.facts.get("type")
    later = EntryNow.objects.current().filter(kind=KIND, child=row.child_id, recorded_at__gt=row.recorded_at)
    return sort != "other" and any(one.entry.facts.get("type") == sort for one in later.select_related("entry__payload"))
