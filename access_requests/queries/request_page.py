"""The page of one request for those who handle or check it: what comes next, who deals with it, what may be done, every part."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext

from access_requests.contact_ways import WAYS
from access_requests.first_contact import contact_due
from access_requests.lifecycle import LABELS, State
from access_requests.models import AccessRequest, Debrief
from access_requests.next_action import BEFORE_SEARCH, PLACE, Step
from access_requests.pack_permissions import check_checks
from access_requests.permissions import can, check_can_deal_with, check_handles
from access_requests.queries.due_words import Due, due_of
from access_requests.queries.next_action import NextAction, action_of, with_facts
from access_requests.queries.parts import Part, parts_of
from access_requests.queries.who import may_go_on
from audit.events import Event
from audit.models import AuditEvent
from law.calendar_words import say_by, say_date
from law.working_time import london_day
from people.models import User


@dataclass(frozen=True, slots=True)
class Contact:
    """The first talk: `text` says that it was, or by when; `times` is every talk and every try, newest first."""

    text: str
    kind: str
    times: list[str]


@dataclass(frozen=True, slots=True)
class Move:
    """One step an officer can take. `held`: it is not clear yet who asks, and for whom. `left`: how many places have no answer.

    `back`: a step back, for when it is needed.
    """

    url_name: str
    text: str
    held: bool = False
    left: int = 0
    back: bool = False


@dataclass(frozen=True, slots=True)
class RequestPage:
    """Everything the page shows besides its forms.

    `next_by`: when what comes next is due, where that is another day than the answer's. `hard`: this reader is asked how they are.
    `handles`: they may change it. `may_take`: they could deal with it, and do not.
    """

    one: Any
    title: str
    state: str
    facts: list[tuple[str, str]]
    due: Due
    next: NextAction
    next_late: bool
    next_by: date | None
    contact: Contact
    moves: list[Move]
    parts: list[Part]
    hard: Debrief | None
    handles: bool
    may_take: bool


def request_page(one: AccessRequest, user: User, now: datetime) -> RequestPage:
    """The page as this member of staff sees it."""
    row, today = with_facts(AccessRequest.objects.filter(pk=one.pk)).get(), london_day(now)
    following, handles, due = _next_for(row, user, now), can(check_handles, user, one, now), due_of(row, today)
    return RequestPage(
        one=row,
        title=gettext("%(name)s asked for a file") % {"name": row.known_as or gettext("Somebody")},
        state=gettext(LABELS[row.standing]),
        facts=_facts(row),
        due=due,
        next=following,
        next_late=following.is_late(today),
        next_by=following.due if following.due != due.day and not following.waits else None,
        contact=_contact(row, today),
        moves=_moves(row, now) if handles else [],
        parts=parts_of(row, user, now, first=PLACE[following.step]),
        hard=debriefs_waiting(user).filter(request=row).first(),
        handles=handles and row.ended_at is None,
        may_take=row.officer_id != user.pk and can(check_can_deal_with, user, one, now),
    )


def _next_for(row: Any, user: User, now: datetime) -> NextAction:
    """What comes next; for whoever can be the second person, the check itself."""
    following = action_of(row, now)
    if following.step is not Step.WAIT_FOR_CHECK or not can(check_checks, user, row, now):
        return following
    url = reverse("access_requests:check_pack", args=[row.pk])
    return NextAction(following.step, gettext("Check it, as the second person."), url, following.due, waits=False)


def debriefs_waiting(user: User) -> QuerySet[Debrief]:
    """What this person was asked and has not answered. Nobody else's is ever fetched."""
    return Debrief.objects.filter(officer=user, said_at__isnull=True).select_related("request").order_by("offered_at")


def _facts(row: Any) -> list[tuple[str, str]]:
    found = [
        (gettext("Reference"), row.reference),
        (gettext("Asked for"), row.get_right_display()),
        (gettext("Who asks"), row.get_asker_display()),
        (gettext("Whose file"), str(row.child) if row.child else gettext("Nobody has found the record yet")),
        (gettext("Received"), say_date(row.received_on, gettext)),
        (gettext("How"), row.get_route_display()),
    ]
    if row.follows_id:
        found.append((gettext("Follows"), gettext("An earlier request of theirs")))
    return found


def _contact(row: Any, today: date) -> Contact:
    lines = AuditEvent.objects.filter(event=Event.REQUEST_CONTACT.value, about_id=row.pk).order_by("-at", "-position")
    times = [_time(line) for line in lines]
    if row.first_contact_at:
        return Contact(gettext("First talked with them on %(day)s.") % {"day": _day(row.first_contact_at)}, "done", times)
    due = contact_due(row.received_on, row.nation)
    if due is None or row.ended_at:
        return Contact(gettext("Nobody has talked with them."), "plain", times)
    if due < today:
        return Contact(gettext("Late: it was due on %(day)s.") % {"day": say_date(due, gettext)}, "careful", times)
    return Contact(gettext("Due %(by_day)s.") % {"by_day": say_by(due, today=today, translate=gettext)}, "", times)


def _time(line: AuditEvent) -> str:
    places = {"day": _day(line.at), "way": gettext(WAYS.get(str(line.facts.get("way")), "")), "who": line.by_name}
    reached = line.facts.get("reached")
    return (gettext("%(day)s: %(way)s, %(who)s") if reached else gettext("%(day)s: %(way)s, %(who)s. Not reached")) % places


def _day(at: datetime) -> str:
    return say_date(london_day(at), gettext)


def _moves(row: Any, now: datetime) -> list[Move]:
    """The steps of the desk from here; those of reading, checking and giving stand in their own part."""
    held = bool(may_go_on(row, now))
    if row.standing in BEFORE_SEARCH:
        return [Move("begin_search", gettext("Begin to look for it"), held)]
    if row.standing is State.SEARCHING:
        return [Move("begin_gathering", gettext("Begin to put it together"), held, row.places_left)]
    if row.standing is State.GATHERING:
        return [Move("back_to_search", gettext("Go back and look in another place"), back=True)]
    return []
