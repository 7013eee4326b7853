"""Whether a child understands broadly what asking for a file means: who says so, why, and when to look again. Never an age gate."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.models import AccessRequest, Competence
from access_requests.models.signed import signed
from access_requests.permissions import check_handles
from access_requests.queries.who import age_of, proposal_of
from audit.events import Event
from audit.record import record
from law.who_may_ask import Basis, is_presumed, needs_second_person
from law.working_time import london_day
from people.errors import NotAllowed
from people.models import Child, User
from people.permissions import check_decides_for


@transaction.atomic
def record_competence(
    *,
    child: Child,
    basis: str,
    by: User,
    now: datetime,
    reasons: str = "",
    review_on: date | None = None,
    request: AccessRequest | None = None,
) -> Competence:
    """Write it down. A "not yet" that sets the law's presumption aside counts only when a second person wrote the same after it.

    Raises NotAllowed without reasons, for a "not yet" with no day to look again, for a presumption the law does not make, and for
    somebody who neither works with the child nor handles the request.
    """
    child = Child.objects.select_for_update().get(pk=child.pk)
    _check_may_say(child, request, by, now)
    age = age_of(child, london_day(now))
    _check(basis, reasons, review_on, age, child, london_day(now))
    said = Basis(basis)
    waiting = proposal_of(child)
    if said is Basis.ASSESSED_NOT_YET and waiting and waiting.by_id == by.pk:
        raise NotAllowed("same_person", _("You wrote this already. A second person has to look at it."))
    agrees_with = waiting.by if waiting and needs_second_person(said, age, child.nation) else None
    kept = Competence.objects.create(
        child=child,
        request=request,
        basis=basis,
        reasons=reasons.strip(),
        review_on=review_on,
        second_person=agrees_with,
        **signed(by, now),
    )
    record(Event.UNDERSTANDING_NOTED, child=child.pk, by=by.who(now), at=now, about_type="competence", about_id=kept.pk)
    return kept


def _check_may_say(child: Child, request: AccessRequest | None, by: User, now: datetime) -> None:
    if request is not None and request.child_id == child.pk and not _works_with(by, child, now):
        check_handles(by, request, now)
        return
    check_decides_for(by, child, now)


def _works_with(by: User, child: Child, now: datetime) -> bool:
    return bool(Child.objects.worked_with_by(by, now).filter(pk=child.pk).exists())


def _check(basis: str, reasons: str, review_on: date | None, age: int | None, child: Child, today: date) -> None:
    if basis not in Competence.Basis.values:
        raise NotAllowed("no_basis", _("Choose what you want to write down."))
    if basis == Competence.Basis.PRESUMED and not is_presumed(age, child.nation):
        raise NotAllowed("not_presumed", _("The law presumes nothing here. Write what somebody who knows them says, and why."))
    if basis != Competence.Basis.PRESUMED and not reasons.strip():
        raise NotAllowed("no_reasons", _("Write why: what they said or did that shows it. A birthday alone is no reason."))
    if basis == Competence.Basis.ASSESSED_NOT_YET and (review_on is None or review_on <= today):
        raise NotAllowed("no_review", _("Choose a day to look at this again. Nobody stays at not yet for good."))
