"""What is counted of requests in a quarter that is over, by its months. Nothing in here is shown as it is: page.py hides first."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Any

from django.db.models import Max, Q, Sum

from access_requests.clock import clock_of, facts_of
from access_requests.figures.causes import longest, parts_of_the_way
from access_requests.lifecycle import OPEN, State
from access_requests.models import AccessRequest, ClockFact, Complaint, ItemReading
from law.calendar_words import MONTHS
from law.clock import About
from law.working_time import london_day
from moderation.figures.quarters import Quarter

ANSWERED = (State.GIVEN, State.REFUSED)
AGES = ((31, "month"), (92, "quarter"), (366, "year"))  # days: up to a month, to three, to a year; the rest is older


@dataclass(frozen=True, slots=True)
class Answered:
    """One request that was answered in the quarter. `days`: from the day it came; `cause`: what took longest, of a late one."""

    month: str
    in_time: bool
    days: int
    cause: str
    extended: bool
    paused: int


def months_of(quarter: Quarter) -> list[str]:
    """The names of its months, as messages."""
    return [MONTHS[quarter.first_day.month - 1 + step] for step in range(3)]


def month_of(day: date) -> str:
    """The name of the month a day stands in."""
    return MONTHS[day.month - 1]


def received(quarter: Quarter) -> dict[str, int]:
    """How many requests came in each month, by the day they reached the council."""
    days = AccessRequest.objects.filter(received_on__range=(quarter.first_day, quarter.last_day)).values_list("received_on", flat=True)
    return _by_month(quarter, map(month_of, days))


def answered(quarter: Quarter) -> list[Answered]:
    """Every request that was answered in the quarter: given, or answered with a no that a second person checked."""
    ended = Q(ended_at__gte=quarter.begins, ended_at__lt=quarter.ends, state__in=ANSWERED)
    rows = (
        AccessRequest.objects.filter(ended)
        .prefetch_related("clock_facts")
        .annotate(
            searched=Max("searches__answers__at"),
            gathered=Max("gatherings__ended_at"),
            read=Max("items__readings__at"),
            checked=Max("second_checks__at"),
        )
    )
    return [_one(row) for row in rows]


def in_month(quarter: Quarter, rows: Iterable[Answered]) -> dict[str, int]:
    """How many of these were answered in each month."""
    return _by_month(quarter, (row.month for row in rows))


def parts_in_time(quarter: Quarter, rows: list[Answered]) -> dict[str, tuple[int, int]]:
    """For each month: how many were answered in time, of how many."""
    return {month: (sum(row.in_time for row in of), len(of)) for month in months_of(quarter) for of in [_of(month, rows)]}


def middle_days(quarter: Quarter, rows: list[Answered]) -> dict[str, int]:
    """For each month with an answer: the middle number of days from the day it came."""
    return {month: round(median(row.days for row in of)) for month in months_of(quarter) for of in [_of(month, rows)] if of}


def ages(at: Any) -> dict[str, int]:
    """How old the requests are that were open at that moment."""
    today = london_day(at)
    rows = AccessRequest.objects.filter(Q(state__in=OPEN) | Q(ended_at__gte=at), received_on__lte=today).values_list(
        "received_on", flat=True
    )
    counted = Counter(_age((today - day).days) for day in rows)
    return {name: counted[name] for name in (*(name for _days, name in AGES), "older")}


def decided(quarter: Quarter, to: tuple[str, ...]) -> dict[str, int]:
    """How complaints, or looks at an answer again, ended in the quarter."""
    rows = Complaint.objects.filter(to__in=to, decided_at__gte=quarter.begins, decided_at__lt=quarter.ends)
    counted = Counter(rows.values_list("outcome", flat=True))
    return {outcome: counted[outcome] for outcome in Complaint.Outcome.values}


def pages_a_day(quarter: Quarter) -> tuple[int, int]:
    """How many pages were read in the quarter, and on how many days of an officer: each officer counts once a day."""
    rows = ItemReading.objects.filter(at__gte=quarter.begins, at__lt=quarter.ends)
    days = {(reader, london_day(at)) for reader, at in rows.values_list("reader", "at")}
    pages = rows.aggregate(pages=Sum("item__pages"))["pages"] or 0
    return int(pages), len(days)


def _one(row: Any) -> Answered:
    ended, facts = london_day(row.ended_at), facts_of(row)
    clock = clock_of(row, today=ended)
    in_time = clock is not None and (clock.due is None or ended <= clock.due)
    moments = {
        "asked": row.received_on,
        "identity": facts.identity_received,
        **{name: _day(getattr(row, column)) for name, column in STAGES.items()},
        "giving": ended,
    }
    return Answered(
        month=month_of(ended),
        in_time=in_time,
        days=(ended - row.received_on).days,
        cause="" if in_time else longest(parts_of_the_way(moments)),
        extended=clock is not None and clock.extended,
        paused=clock.days_not_counted if clock else 0,
    )


STAGES = {"searching": "searched", "gathering": "gathered", "reading": "read", "check": "checked"}


def asked_questions(quarter: Quarter) -> dict[str, int]:
    """How many questions that stop the clock were asked in each month."""
    days = (quarter.first_day, quarter.last_day)
    rows = ClockFact.objects.filter(kind=ClockFact.Kind.QUESTION_ASKED, about=About.SCOPE, on__range=days, corrected_by__isnull=True)
    return _by_month(quarter, map(month_of, rows.values_list("on", flat=True)))


def _day(at: Any) -> date | None:
    return london_day(at) if at else None


def _of(month: str, rows: Iterable[Answered]) -> list[Answered]:
    return [row for row in rows if row.month == month]


def _by_month(quarter: Quarter, months: Iterable[str]) -> dict[str, int]:
    counted = Counter(months)
    return {month: counted[month] for month in months_of(quarter)}


def _age(days: int) -> str:
    return next((name for most, name in AGES if days <= most), "older")
