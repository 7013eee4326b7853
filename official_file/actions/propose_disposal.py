"""One person proposes to destroy what an entry says, on a ground. Nothing happens until another person has looked."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from official_file.models import DisposalProposal, Entry
from official_file.retention import check_nothing_holds
from official_file.telling_once import parts_of
from official_file.tries import keeps_tries
from official_file.versions import newest, versions_of
from people.actions.make_task import make_task
from people.errors import NotAllowed
from people.models import Child, Task, TaskKind, User
from people.permissions import check_in_reach, check_role
from people.roles import Permission


def _told_by(entry: Entry) -> list[Entry]:
    """Every version of what stands behind it as the same event: it says the same, so it goes with it."""
    return [version for pk in parts_of(newest(entry).pk) for version in versions_of(Entry.objects.get(pk=pk))]


@keeps_tries("propose_disposal", "entry")
@transaction.atomic
def propose_disposal(*, entry: Entry, ground: str, reason: str, by: User, now: datetime) -> DisposalProposal:
    """Propose it for the entry, every version of it and what it tells as the same event, with one task for a second checker.

    Raises NotAllowed without a reason, for an unknown ground, while another proposal waits, and while a hold stands.
    """
    check_role(by, Permission.PROPOSE_DISPOSAL, now)
    check_in_reach(by, entry.child, now)
    check_nothing_holds(Child.objects.select_for_update().get(pk=entry.child_id))
    if ground not in DisposalProposal.Ground.values:
        raise NotAllowed("no_such_ground", _("Choose one of the grounds the law gives."))
    if not reason.strip():
        raise NotAllowed("no_reason", _("Write why, for the person who checks it."))
    waiting = DisposalProposal.objects.filter(entry=entry, disposal__isnull=True).values("pk")
    if Task.objects.open().filter(kind=TaskKind.CONFIRM_DISPOSAL, about_id__in=waiting).exists():
        raise NotAllowed("waits_already", _("This waits for a second checker already."))
    made = [
        DisposalProposal.objects.create(entry=one, ground=ground, reason=reason.strip(), proposed_by=by, at=now)
        for one in [*versions_of(entry), *_told_by(entry)]
        if one.body
    ]
    if not made:
        raise NotAllowed("gone", _("What this entry said has been lawfully destroyed already."))
    main = next((one for one in made if one.entry_id == entry.pk), made[-1])
    make_task(
        kind=TaskKind.CONFIRM_DISPOSAL,
        child=entry.child,
        about_type="disposal_proposal",
        about_id=main.pk,
        for_role="second_checker",
        now=now,
    )
    facts = {"ground": ground}
    record(Event.DISPOSAL_PROPOSED, child=entry.child_id, by=by.who(now), at=now, about_type="entry", about_id=entry.pk, facts=facts)
    return main
