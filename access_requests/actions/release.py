"""The answer is given: only from READY, only over the countersigned pack as it was checked, and only with nothing left to hide."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from access_requests.actions.end_what_is_owed import end_what_is_owed
from access_requests.actions.lock_request import lock_request
from access_requests.actions.want_on_paper import want_on_paper
from access_requests.actions.write_letter import write_letter
from access_requests.audit_chain import ABOUT, chain_of
from access_requests.letters.kinds import LetterKind
from access_requests.lifecycle import Answer, State
from access_requests.models import AccessRequest, Release, RequestLetter, SecondCheck
from access_requests.models.signed import signed
from access_requests.pack_permissions import check_releases
from access_requests.proposals import back_to
from access_requests.queries.manifest import manifest_of
from access_requests.queries.pack import countersignature
from audit.events import Event
from audit.record import record
from law.refusing import REASONS
from law.working_time import london_day
from people.models import User

ON_PAPER = {"paper", "large_print"}
LETTER = {
    Answer.GIVE: LetterKind.ANSWER,
    Answer.GIVE_PART: LetterKind.ANSWER,
    Answer.NOTHING_HELD: LetterKind.NOTHING_HELD,
    Answer.REFUSE: LetterKind.REFUSED,
}


@transaction.atomic
def release(*, request: AccessRequest, by: User, now: datetime) -> Release | None:
    """Give the answer, with its letter and the list of what is in it. Raises NotAllowed for whoever may not, or before its time.

    None: something has changed since it was countersigned, so nothing was given and it is back to be read.
    """
    request = lock_request(request=request, by=by, now=now)
    check_releases(by, request, now)
    checked = countersignature(request)
    if checked is None:
        request.save(update_fields=back_to(request, State.READING, by.who(now), now))
        record(Event.REQUEST_PACK_CHANGED, child=chain_of(request), by=by.who(now), at=now, about_type=ABOUT, about_id=request.pk)
        return None
    return _give(request, checked, by, now)


def _give(request: AccessRequest, checked: SecondCheck, by: User, now: datetime) -> Release:
    answer = Answer(request.proposes)
    made = Release.objects.create(
        request=request,
        answer=answer,
        how=list(request.answers.get("formats") or ["read_here"]),
        check_made=checked,
        letter=_letter(request, answer, by, now),
        pack=checked.pack,
        manifest=manifest_of(request, london_day(now)),
        **signed(by, now),
    )
    ends = State.GIVEN if answer in (Answer.GIVE, Answer.GIVE_PART) else State.REFUSED
    request.save(update_fields=request.move_to(ends, by=by.who(now), now=now))
    facts = {"answer": str(answer), "checked_by": checked.by_name}
    record(Event.REQUEST_ANSWERED, child=chain_of(request), by=by.who(now), at=now, about_type=ABOUT, about_id=request.pk, facts=facts)
    end_what_is_owed(request=request, by=by.who(now), now=now)
    if ends is State.GIVEN and ON_PAPER & set(made.how):
        want_on_paper(release=made, large="large_print" in made.how, by=by.who(now), now=now)
    return made


def _letter(request: AccessRequest, answer: Answer, by: User, now: datetime) -> RequestLetter:
    """In words for whoever asked: the officer's own reasons are for the second person."""
    why = REASONS.get(request.proposed_ground) if answer is Answer.REFUSE else None
    extra = {"why": gettext(why.says), "law": why.cite} if why else None
    return write_letter(request=request, kind=LETTER[answer], by=by, now=now, extra=extra)
