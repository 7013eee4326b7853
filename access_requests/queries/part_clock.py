"""The part of a request's page about the time it has. Shown by templates/access_requests/part_clock.html."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext

from access_requests.clock import (
    ANSWERS,
    STAYS,
    Kind,
    can_be_kept,
    clock_of,
    live_facts,
    may_extend,
    open_questions,
    waiting_for,
    why_in_words,
)
from access_requests.models import AccessRequest, ClockFact
from access_requests.permissions import can, check_handles
from access_requests.queries.due_words import due_of
from access_requests.reminders import SENTENCES, reminders
from law.calendar_words import say_date
from law.clock import About
from law.clock_reasons import Reason
from law.other_clocks import opinion_lasts_to, principal_reporter
from law.working_time import london_day
from people.models import User
from people.roles import display_name


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact as a line. `out`: it was wrong and counts no more; `more`: another clock that hangs on it."""

    fact: ClockFact
    text: str
    day: str
    who: str
    more: str
    out: bool
    can_take_out: bool


@dataclass(frozen=True, slots=True)
class ClockPart:
    """Everything about the time of one request. `may_change`: this reader may keep facts now; `kinds`: which besides questions."""

    summary: str
    waits: bool
    days: list[tuple[str, str]]
    steps: tuple[Reason, ...]
    thoughts: list[str]
    facts: list[FactLine]
    questions: list[ClockFact]
    may_change: bool
    may_extend: bool
    kinds: list[tuple[str, str]]


def part(request: AccessRequest, user: User, now: datetime) -> ClockPart:
    """What stands in it for this member of staff: the same for all who see the request, but for what may be changed."""
    today = london_day(now)
    due = due_of(request, today)
    thoughts = [gettext(SENTENCES[one]) for one in reminders(request, today=today)]
    may_change = request.ended_at is None and can(check_handles, user, request, now)
    return ClockPart(
        summary=f"{due.text}. {due.more}".strip() if due.more else f"{due.text}.",
        waits=bool(thoughts),
        days=_days(request, today),
        steps=why_in_words(request, today=today),
        thoughts=thoughts,
        facts=_lines(request, may_change=may_change),
        questions=open_questions(request),
        may_change=may_change,
        may_extend=may_change and may_extend(request, today=today),
        kinds=_kinds(request),
    )


def _days(request: AccessRequest, today: date) -> list[tuple[str, str]]:
    clock = clock_of(request, today=today)
    named: list[tuple[str, date | None]] = [(gettext("It came on"), request.received_on)]
    if clock is not None:
        named += [
            (gettext("The time started on"), clock.starts),
            (gettext("Work to"), clock.due_cautious),
            (gettext("Last day by law"), clock.due),
        ]
        if may_extend(request, today=today):
            named.append((gettext("Say by then if you need two more months"), clock.extension_notice_by))
    return [(term, say_date(day, gettext)) for term, day in named if day]


def _lines(request: AccessRequest, *, may_change: bool) -> list[FactLine]:
    live = {fact.pk for fact in live_facts(request)}
    return [_line(fact, counts=fact.pk in live, may_change=may_change) for fact in request.clock_facts.all()]


def _line(fact: ClockFact, *, counts: bool, may_change: bool) -> FactLine:
    note = fact.kind == Kind.TAKEN_OUT
    return FactLine(
        fact=fact,
        text=_text(fact),
        day=say_date(fact.on, gettext),
        who=gettext("%(who)s, %(role)s") % {"who": fact.by_name, "role": display_name(fact.by_role)},
        more=_more(fact) if counts else "",
        out=not counts and not note,
        can_take_out=may_change and counts and fact.kind not in STAYS,
    )


def _text(fact: ClockFact) -> str:
    about = {
        About.SCOPE: gettext("We asked what they want to see"),
        About.FORMAT: gettext("We asked how they want it"),
        About.OTHER: gettext("We asked something else"),
        About.IDENTITY: gettext("We asked who they are"),
    }
    return about[About(fact.about)] if fact.about in set(About) else str(fact.get_kind_display())


def _more(fact: ClockFact) -> str:
    if fact.kind == Kind.HEALTH_ANSWERED:
        return gettext("It can be relied on until %(day)s.") % {"day": say_date(opinion_lasts_to(fact.on), gettext)}
    if fact.kind == Kind.REPORTER_ASKED:
        due = principal_reporter(fact.on, gettext)
        return " ".join(step.sentence for step in due.reasons[1:])
    return ""


def _kinds(request: AccessRequest) -> list[tuple[str, str]]:
    """What can be kept now: an answer only to what waits for one, a fee only once."""
    asked = {fact.kind for fact in live_facts(request)}
    names = dict(Kind.choices)
    possible = [
        kind
        for kind in can_be_kept(request.nation)
        if (waiting_for(request, ANSWERS[kind]) if kind in ANSWERS else kind != Kind.FEE_ASKED or kind not in asked)
    ]
    return [(kind, str(names[kind])) for kind in possible]
