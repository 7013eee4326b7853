"""A complaint as whoever made it sees it, and as staff see it."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext

from access_requests.complaint_clock import acknowledge_by, answer_by, days_in_words
from access_requests.complaint_facts import OPEN_STATES, again_id
from access_requests.complaint_permissions import check_can_take, check_decides, check_helps
from access_requests.deciders import SENTENCES, deciders_for, hand_in_it
from access_requests.lifecycle import State
from access_requests.models import AccessRequest, Complaint, ComplaintStep
from access_requests.permissions import can
from access_requests.queries.contact import Contact, contact_of
from law.calendar_words import say_date
from law.clock_reasons import Reason
from law.working_time import london_day
from people.models import Child, Relationship, User
from people.roles import Permission, display_name

Kind = ComplaintStep.Kind
RECENT = 50


@dataclass(frozen=True, slots=True)
class Regulator:
    """Who checks that people's data are kept by the law: outside the council."""

    name: str
    web: str
    phone: str


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step. `words` as they were written; `hidden`: staff alone read it."""

    text: str
    day: str
    who: str
    words: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class ToldComplaint:
    """A complaint as whoever made it reads it. `again`: the number of the request that began anew because of it."""

    one: Complaint
    state: str
    kind: str
    looks: str
    days: tuple[Reason, ...]
    steps: list[StepLine]
    outcome: str
    again: str
    can_take_back: bool
    regulator: Regulator


@dataclass(frozen=True, slots=True)
class DeskComplaint:
    """The same for staff: who may do what now, and why not."""

    told: ToldComplaint
    contact: Contact
    acknowledge_due: str
    late: str
    hand: str
    can_take: bool
    can_help: bool
    can_acknowledge: bool
    decides: bool
    is_over: bool
    people: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One complaint in the list of staff. `due`: what comes next, and by when; `late`: that day has passed."""

    one: Complaint
    due: str
    late: bool
    state: str


def regulator() -> Regulator:
    """As the settings name it."""
    return Regulator(settings.REGULATOR_NAME, settings.REGULATOR_WEB, settings.REGULATOR_PHONE)


def told_complaint(one: Complaint) -> ToldComplaint:
    """Everything they may read of it: no note of staff."""
    return ToldComplaint(
        one=one,
        state=_state(one),
        kind={"decided": "done", "taken_back": "plain"}.get(one.state, ""),
        looks=_looks(one),
        days=days_in_words(one),
        steps=[_step(step) for step in one.steps.filter(told=True).exclude(kind=Kind.DECIDED)],
        outcome=str(one.get_outcome_display()) if one.outcome else "",
        again=_again(one),
        can_take_back=one.state in OPEN_STATES,
        regulator=regulator(),
    )


def desk_complaint(one: Complaint, user: User, now: datetime) -> DeskComplaint:
    """The page of one complaint for this member of staff."""
    asks_why = one.state in OPEN_STATES and (user.may(Permission.DECIDE_COMPLAINTS, now) or user.may(Permission.HANDLE_REQUESTS, now))
    hand = hand_in_it(user, one) if asks_why else None
    helps = can(check_helps, user, one, now)
    due = acknowledge_by(one)
    return DeskComplaint(
        told=replace(told_complaint(one), steps=[_step(step) for step in one.steps.all()]),
        contact=contact_of(one),
        acknowledge_due=say_date(due.by, gettext) if due and one.acknowledged_at is None else "",
        late=_late(one, now),
        hand=gettext(SENTENCES[hand]) if hand else "",
        can_take=can(check_can_take, user, one, now) and one.decider_id is None,
        can_help=helps,
        can_acknowledge=one.acknowledged_at is None and one.state in OPEN_STATES and (helps or one.entered_by_id == user.pk),
        decides=can(check_decides, user, one, now),
        is_over=one.state not in OPEN_STATES,
        people=[(str(each.pk), str(each)) for each in deciders_for(one, now)] if helps else [],
    )


def board_lines(user: User, now: datetime) -> tuple[list[BoardLine], list[BoardLine]]:
    """Those that are open, what is due first at the top; and the newest that have ended."""
    seen = Complaint.objects.visible_to(user, now).select_related("decider", "request")
    open_ones = sorted((board_line(one, now) for one in seen.open()), key=lambda line: (not line.late, line.one.received_on))
    ended = [board_line(one, now) for one in seen.exclude(state__in=OPEN_STATES).order_by("-entered_at")[:RECENT]]
    return open_ones, ended


def can_be_looked_at_again(request: AccessRequest | None) -> bool:
    """Whether there is an answer."""
    return request is not None and request.standing in (State.GIVEN, State.REFUSED)


def may_be_about(child: Child, request: AccessRequest | None, now: datetime) -> list[tuple[str, str]]:
    """Whom somebody can say it is about: those who work with them now, and the officer of their request."""
    ties = Relationship.objects.active(now).filter(child=child, user__is_active=True).select_related("user")
    people = {str(tie.user_id): f"{tie.user}, {display_name(tie.role)}" for tie in ties}
    if request and request.officer:
        people.setdefault(str(request.officer_id), str(request.officer))
    return sorted(people.items(), key=lambda one: one[1])


def board_line(one: Complaint, now: datetime) -> BoardLine:
    """One complaint as a line."""
    late = _late(one, now)
    due = acknowledge_by(one)
    if one.state not in OPEN_STATES:
        said = say_date(london_day(one.decided_at), gettext) if one.decided_at else ""
    elif one.acknowledged_at is None and due:
        said = gettext("Tell them by %(day)s that we have it") % {"day": say_date(due.by, gettext)}
    else:
        said = gettext("Answer by %(day)s") % {"day": say_date(london_day(answer_by(one)), gettext)}
    return BoardLine(one, late or said, bool(late), _state(one))


def _late(one: Complaint, now: datetime) -> str:
    if one.state not in OPEN_STATES:
        return ""
    due = acknowledge_by(one)
    if one.acknowledged_at is None and due and london_day(now) > due.by:
        return gettext("Late: they should know since %(day)s that we have it") % {"day": say_date(due.by, gettext)}
    if now > answer_by(one):
        return gettext("Late: we meant to answer by %(day)s") % {"day": say_date(london_day(answer_by(one)), gettext)}
    return ""


def _again(one: Complaint) -> str:
    """The number of the request that began because the answer was not right; "" when none did."""
    made = AccessRequest.objects.filter(pk=again_id(one)).first() if one.outcome else None
    return made.reference if made else ""


def _state(one: Complaint) -> str:
    words = {
        Complaint.State.RECEIVED: gettext("We have it"),
        Complaint.State.LOOKED_AT: gettext("Somebody looks at it"),
        Complaint.State.DECIDED: gettext("Answered"),
        Complaint.State.TAKEN_BACK: gettext("Taken back"),
    }
    return words[Complaint.State(one.state)]


def _looks(one: Complaint) -> str:
    if one.state not in OPEN_STATES:
        return ""
    if one.decider:
        return gettext("%(who)s looks at it. It is not about them, and they did not decide before.") % {"who": one.decider}
    return gettext("Somebody looks at it whom it is not about, and who did not decide before.")


def _step(step: ComplaintStep) -> StepLine:
    who = "" if step.by_role == "system" else f"{step.by_name}, {display_name(step.by_role)}"
    return StepLine(str(step.get_kind_display()), say_date(london_day(step.at), gettext), who, step.words, not step.told)
