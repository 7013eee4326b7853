"""Who is asking, and what still stands in the way: the facts of a request, as the rules ask for them (law/who_may_ask.py)."""

from datetime import date, datetime
from uuid import UUID

from access_requests.models import AccessRequest, Authority, ChildView, Competence, IdentityStep
from access_requests.proof import enough_by_account
from access_requests.querysets import ASKED_FOR_YOURS
from law.ages import age_on
from law.who_may_ask import Asker, Basis, Paper, Reason, Standing, Step, View, held, needs_second_person
from law.working_time import london_day
from people.models import Child, ContactWay, Notice, User

ABOUT_VIEW = "access_request_view"  # a notice that somebody else asked for their file


def may_go_on(request: AccessRequest, now: datetime) -> tuple[Reason, ...]:
    """What still stands in the way of looking for it; empty when nothing does."""
    return held(standing_of(request, now), Step.SEARCH)


def may_be_given(request: AccessRequest, now: datetime) -> tuple[Reason, ...]:
    """What still stands in the way of giving it to whoever asks; empty when nothing does."""
    return held(standing_of(request, now), Step.GIVE)


def standing_of(request: AccessRequest, now: datetime) -> Standing:
    """Everything the rules ask about this request, as it is at that moment."""
    child, today = request.child, london_day(now)
    understanding = competence_of(child) if child else None
    view = view_of(request)
    return Standing(
        asker=Asker(request.asker),
        nation=child.nation if child else request.nation,
        age=age_of(child, today),
        known=is_known(request),
        matched=child is not None,
        died=child is not None and child.died_on is not None,
        basis=Basis(understanding.basis) if understanding else None,
        not_yet_by_two=understanding is not None and understanding.second_person_id is not None,
        authority=paper_of(authority_of(request), today),
        view=View(view.says) if view else None,
    )


def age_of(child: Child | None, today: date) -> int | None:
    """Their age; None when the record does not say when they were born."""
    return age_on(child.date_of_birth, today) if child and child.date_of_birth else None


def is_known(request: AccessRequest) -> bool:
    """Whether we know who asks: the newest step says so, or they asked signed in and nothing about that gave reason to doubt."""
    newest = request.identity_steps.order_by("-at").first()
    if newest is not None:
        return bool(newest.outcome == IdentityStep.Outcome.ACCEPTED)
    return is_known_by_account(request)


def is_known_by_account(request: AccessRequest) -> bool:
    """Whether they asked signed in, with an account whose ways to reach them had not changed in the 30 days before."""
    if request.requester_id is None or request.route != AccessRequest.Route.SIGNED_IN:
        return False
    asked_on = london_day(request.sent_at)
    way = ContactWay.objects.filter(user=request.requester_id, added_at__lte=request.sent_at).order_by("-added_at").first()
    return enough_by_account(changed_on=london_day(way.added_at) if way else None, today=asked_on)


def competence_of(child: Child) -> Competence | None:
    """The newest note of whether they understand what asking means, leaving out a "not yet" that nobody else agreed to yet."""
    rows = Competence.objects.filter(child=child).order_by("-at")
    waiting = proposal_of(child)
    return rows.exclude(pk=waiting.pk).first() if waiting else rows.first()


def proposal_of(child: Child) -> Competence | None:
    """A "not yet" that would set a presumption aside and waits for a second person, if the newest note is one."""
    newest = Competence.objects.filter(child=child).order_by("-at").first()
    if newest is None or newest.basis != Competence.Basis.ASSESSED_NOT_YET or newest.second_person_id is not None:
        return None
    return newest if _presumed_then(newest) else None


def _presumed_then(note: Competence) -> bool:
    return needs_second_person(Basis(note.basis), age_of(note.child, london_day(note.at)), note.child.nation)


def view_of(request: AccessRequest) -> ChildView | None:
    """What the person it is about says to it; the newest counts."""
    found: ChildView | None = request.child_views.order_by("-at").first()
    return found


def was_told(request: AccessRequest, user: User) -> bool:
    """Whether somebody told this young person that another asks for their file."""
    return Notice.objects.filter(user=user, kind=ASKED_FOR_YOURS, about_id=request.pk).exists()


def waiting_for_view(user: User) -> list[UUID]:
    """The requests of others about which this young person was told, and has not said what they think."""
    told = Notice.objects.filter(user=user, kind=ASKED_FOR_YOURS, seen_at__isnull=True).order_by("at").values_list("about_id", flat=True)
    still_open = set(AccessRequest.objects.open().filter(pk__in=list(told)).values_list("pk", flat=True))
    return [pk for pk in told if pk is not None and pk in still_open]


def authority_of(request: AccessRequest) -> Authority | None:
    """What lets somebody ask for another person, if anything was given."""
    return Authority.objects.filter(request=request).first()


def paper_of(authority: Authority | None, today: date) -> Paper:
    """How it stands on that day: ended at once when taken back, run out after its last day, seen once somebody looked."""
    if authority is None:
        return Paper.NONE
    if authority.ended_at is not None:
        return Paper.ENDED
    if authority.expires_on is not None and authority.expires_on < today:
        return Paper.RUN_OUT
    return Paper.SEEN if authority.checked_at is not None else Paper.NONE


def is_shut_out(request: AccessRequest, now: datetime) -> bool:
    """Whether whoever asked for another person may no longer see anything of this request: their authority ended or ran out."""
    return paper_of(authority_of(request), london_day(now)) in (Paper.ENDED, Paper.RUN_OUT)
