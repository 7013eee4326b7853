"""Two things of a pack cannot both be right (R76): somebody says which is, or that we do not know, or that both are. Nothing is changed."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from access_requests.actions.lock_request import lock_request
from access_requests.audit_chain import ABOUT
from access_requests.models import AccessRequest, ConflictAnswer
from access_requests.models.signed import signed
from access_requests.pack_permissions import check_reads
from access_requests.queries.pack_conflicts import conflicts_of
from audit.events import Event
from audit.record import record
from law.working_time import london_day
from people.errors import NotAllowed
from people.models import User

Says = ConflictAnswer.Says


@transaction.atomic
def answer_conflict(
    *, request: AccessRequest, key: str, says: Says, words: str, by: User, now: datetime, right: UUID | None = None
) -> ConflictAnswer:
    """Keep what is said of this conflict; the person the file is about reads `words`. Raises NotAllowed without words.

    `right`: which of its things is right, needed to say that it is known. The newest answer counts.
    """
    request = lock_request(request=request, by=by, now=now)
    check_reads(by, request, now)
    found = next((one for one in conflicts_of(request, london_day(now)) if one.key == key), None)
    if found is None:
        raise NotAllowed("no_such_conflict", _("This question is not asked any more. Open the page again."))
    if not words.strip():
        raise NotAllowed("no_words", _("Write what you found out, in plain words. They read it beside these papers."))
    chosen = next((one for one in found.items if one.pk == right), None)
    if says == Says.KNOWN and chosen is None:
        raise NotAllowed("which", _("Choose which of them is right."))
    made = ConflictAnswer.objects.create(
        request=request,
        key=key,
        rule=found.rule,
        items=[str(one.pk) for one in found.items],
        says=says,
        right=chosen if says == Says.KNOWN else None,
        words=words.strip(),
        **signed(by, now),
    )
    facts = {"says": str(says), "rule": found.rule}
    record(Event.REQUEST_CONFLICT_ANSWERED, child=None, by=by.who(now), at=now, about_type=ABOUT, about_id=request.pk, facts=facts)
    return made
