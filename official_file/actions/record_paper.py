"""A worker writes down who has a paper of theirs, and until when it is good; what was written before stays in the file."""

from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from law.working_time import london_day
from official_file.actions.append import append_entry
from official_file.actions.open_entry import open_entry
from official_file.drafts import EntryDraft, SourceRef
from official_file.identity_papers import ABOUT, KIND, asked_paper_id
from official_file.models import Entry, EntryNow
from official_file.plain_language.paper_lines import HELD_BY, PAPERS
from official_file.plain_language.when import When
from official_file.queries import entries_for
from people.actions.finish_task import finish_task
from people.errors import NotAllowed
from people.models import Child, Task, TaskKind, User
from people.permissions import check_decides_for, check_role
from people.roles import Permission, display_name

SYSTEM = "portal"


@transaction.atomic
def record_paper(
    *, child: Child, paper: str, held_by: str, expires_on: date | None = None, document: UUID | None = None, by: User, now: datetime
) -> Entry:
    """Add it, beside what was written of the same sort of paper, and open it to them at once: it is theirs.

    A reminder that it runs out ends with it, and so does their question for it once they have it. No number is kept. Raises
    NotAllowed for a sort of paper or a holder that is not in the list.
    """
    check_role(by, Permission.OPEN_ENTRIES, now)
    check_decides_for(by, child, now)
    if paper not in PAPERS or held_by not in HELD_BY:
        raise NotAllowed("choose_one", _("Choose which paper it is, and who has it."))
    today, who = london_day(now), by.who(now)
    before = _before(child, paper, by, now)
    facts = {"type": paper, "held_by": held_by}
    facts |= {"expires_on": expires_on.isoformat()} if expires_on else {}
    facts |= {"document": str(document)} if document else {}
    draft = EntryDraft(
        kind=KIND,
        when=When(today),
        source=SourceRef(SYSTEM, str(uuid4()), today),
        facts=facts,
        author_name=who.name,
        author_role=display_name(who.role).lower(),
        written_on=today,
        supersedes=before.pk if before and _written_here(before) else None,
    )
    entry = append_entry(child=child, draft=draft, by=who, now=now)
    open_entry(entry=entry, with_them=True, by=by, now=now)
    _end_what_was_owed(child, paper, held_by, before, by, now)
    return entry


def _written_here(row: EntryNow) -> bool:
    """Whether a worker wrote it. What an import told stays as it was told, or the next import would tell it anew."""
    return bool(row.entry.sources.filter(system=SYSTEM).exists())


def _before(child: Child, paper: str, by: User, now: datetime) -> EntryNow | None:
    rows = entries_for(by, child, now).filter(kind=KIND)
    return next((row for row in rows.order_by("-recorded_at") if row.entry.facts.get("type") == paper and paper != "other"), None)


def _end_what_was_owed(child: Child, paper: str, held_by: str, before: EntryNow | None, by: User, now: datetime) -> None:
    owed = Task.objects.open().filter(child=child, about_type=ABOUT)
    if before:
        for task in owed.filter(kind=TaskKind.PAPER_EXPIRES, about_id=before.pk):
            finish_task(task=task, outcome="", by=by, now=now)
    if held_by == "them":
        for task in owed.filter(kind=TaskKind.GIVE_PAPER, about_id=asked_paper_id(child, paper)):
            finish_task(task=task, outcome=str(_("You have it now.")), by=by, now=now)
