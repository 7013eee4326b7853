"""The second person agrees, or does not. Only then does what an entry said go; its place in the chain stays."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from files.actions.destroy import destroy
from official_file.actions.unmake_book import unmake_book
from official_file.books import books_with
from official_file.models import (
    CoveredPassage,
    Disposal,
    DisposalProposal,
    Entry,
    EntryPayload,
    EntrySource,
    EntryThemes,
    KeySummary,
    PlainDraft,
    PlainVersion,
    SourceSaid,
)
from official_file.papers import only_of_disposed
from official_file.projection import refresh
from official_file.retention import check_nothing_holds
from official_file.search.indexing import forget
from official_file.tries import keeps_tries
from people.actions.finish_task import finish_task
from people.actions.make_task import make_task
from people.errors import NotAllowed
from people.models import Child, Task, TaskKind, User
from people.permissions import check_in_reach, check_role
from people.roles import Permission

WRITTEN_ABOUT_IT = (PlainDraft, PlainVersion, KeySummary, CoveredPassage, EntryThemes, EntryPayload)  # each before what it points at


@keeps_tries("dispose", "proposal")
@transaction.atomic
def dispose(*, proposal: DisposalProposal, by: User, now: datetime) -> Disposal:
    """Destroy what the entry and its versions say. Raises NotAllowed for the person who proposed it, and while a hold stands."""
    check_role(by, Permission.CONFIRM_DISPOSAL, now)
    check_in_reach(by, proposal.entry.child, now)
    check_nothing_holds(Child.objects.select_for_update().get(pk=proposal.entry.child_id))
    task = _check_second_person(by, proposal, now)
    together = DisposalProposal.objects.filter(
        entry__child=proposal.entry.child_id, proposed_by=proposal.proposed_by, at=proposal.at, disposal__isnull=True
    ).select_related("entry")
    entries = [one.entry for one in together]
    done = [
        Disposal.objects.create(
            entry=one.entry, proposal=one, ground=one.ground, proposed_by_id=one.proposed_by_id, confirmed_by=by, at=now
        )
        for one in together
    ]
    # The one lawful way past append-only: the database lets these rows go because the disposals above name them.
    for rows in (*(model.objects.filter(entry__in=entries) for model in WRITTEN_ABOUT_IT), _said_of(entries)):
        rows._raw_delete(rows.db)
    for disposal in done:
        disposal.entry.refresh_from_db()
        refresh(disposal.entry)
    forget(entries)
    for book in books_with(entries).select_for_update():
        unmake_book(book=book, by=by.who(now), now=now)
    for file in only_of_disposed(entries):
        destroy(file=file, by=by.who(now), now=now)
    finish_task(task=task, outcome="", by=by, now=now)
    who, child = by.who(now), proposal.entry.child_id
    record(
        Event.DISPOSAL_DONE, child=child, by=who, at=now, about_type="entry", about_id=proposal.entry_id, facts={"ground": proposal.ground}
    )
    return next(one for one in done if one.proposal_id == proposal.pk)


@transaction.atomic
def decline_disposal(*, proposal: DisposalProposal, reason: str, by: User, now: datetime) -> Task:
    """Nothing is destroyed. It goes back to information governance, with the reason."""
    task = _check_second_person(by, proposal, now)
    if not reason.strip():
        raise NotAllowed("no_reason", _("Write why not, for the person who proposed it."))
    finish_task(task=task, outcome="", by=by, now=now)
    return make_task(
        kind=TaskKind.NOT_ABOUT_ME,
        child=proposal.entry.child,
        about_type="entry",
        about_id=proposal.entry_id,
        words=reason.strip(),
        for_role="ig_officer",
        now=now,
    )


def _said_of(entries: list[Entry]) -> QuerySet[SourceSaid]:
    """What the sources of these entries said, there and wherever they were told together with others."""
    child = entries[0].child_id
    keys = set(EntrySource.objects.filter(entry__in=entries).values_list("system", "key"))
    known = EntrySource.objects.filter(entry__child=child, said__isnull=False).values_list("pk", "system", "key")
    return SourceSaid.objects.filter(pk__in=[pk for pk, system, key in known if (system, key) in keys])


def _check_second_person(by: User, proposal: DisposalProposal, now: datetime) -> Task:
    """The open task, for a second person who may decide it. Raises NotAllowed."""
    check_role(by, Permission.CONFIRM_DISPOSAL, now)
    check_in_reach(by, proposal.entry.child, now)
    if by.pk == proposal.proposed_by_id:
        raise NotAllowed("second_person", _("You proposed this. Somebody else decides it."))
    task = Task.objects.select_for_update().open().filter(kind=TaskKind.CONFIRM_DISPOSAL, about_id=proposal.pk).first()
    if task is None:
        raise NotAllowed("already_done", _("This was decided already."))
    return task
