"""How requests were answered in a quarter, as it may be told: small numbers hidden, and what would give them away."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext, gettext_noop

from access_requests.figures.causes import CAUSES
from access_requests.figures.counted import (
    Answered,
    ages,
    answered,
    asked_questions,
    decided,
    in_month,
    middle_days,
    months_of,
    pages_a_day,
    parts_in_time,
    received,
)
from access_requests.models import Complaint
from law.working_time import london_day
from moderation.figures.hiding import LEAST, Told, hide_counts, hide_shares
from moderation.figures.page import COUNT, DAYS, PER_CENT, Figure
from moderation.figures.quarters import Quarter

__all__ = ["RequestFigures", "Split", "figures_of"]

TITLES = {
    "received": gettext_noop("Requests that came"),
    "answered": gettext_noop("Requests answered"),
    "in_time": gettext_noop("Answered in time"),
    "days": gettext_noop("Middle number of days until the answer"),
    "extended": gettext_noop("Answered with two more months, told in time"),
    "questions": gettext_noop("Questions that stopped the clock"),
}
AGE_WORDS = {
    "month": gettext_noop("Up to a month"),
    "quarter": gettext_noop("Up to three months"),
    "year": gettext_noop("Up to a year"),
    "older": gettext_noop("Older than a year"),
}
WIDEST = 100  # the longest bar of a chart


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a chart, and of the table beside it. `width` is of 100; `said` is the number, or that it is too small to tell."""

    label: str
    said: str
    width: int


@dataclass(frozen=True, slots=True)
class Split:
    """Counts of one thing by kind: causes, ages, outcomes. `slug` names it in the export."""

    slug: str
    title: str
    bars: list[Bar]
    told: Told
    together: str


@dataclass(frozen=True, slots=True)
class RequestFigures:
    """Everything of one quarter. `pages`: pages read on one day of an officer, in words."""

    quarter: Quarter
    months: list[str]
    figures: list[Figure]
    splits: list[Split]
    pages: str

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell: no request came and none was answered."""
        return not any(one.told.together for one in self.figures if one.slug in ("received", "answered")) and not any(
            one.told.hidden for one in self.figures
        )


def figures_of(quarter: Quarter) -> RequestFigures:
    """Every figure of this quarter, ready to be published."""
    rows, months = answered(quarter), [gettext(month) for month in months_of(quarter)]
    return RequestFigures(quarter, months, _by_month(quarter, rows), _splits(quarter, rows), _pages(quarter))


def _by_month(quarter: Quarter, rows: list[Answered]) -> list[Figure]:
    """No number of late ones by month: beside the share in time it would give a small one away."""
    count = hide_counts(in_month(quarter, rows))
    shares = hide_shares(parts_in_time(quarter, rows), also=count.hidden)
    days = {month: None if month in count.hidden else number for month, number in middle_days(quarter, rows).items()}
    return [
        _figure("received", COUNT, quarter, hide_counts(received(quarter))),
        _figure("answered", COUNT, quarter, count),
        _figure("in_time", PER_CENT, quarter, shares),
        _figure("days", DAYS, quarter, Told(days, None)),
        _figure("extended", COUNT, quarter, hide_counts(in_month(quarter, [row for row in rows if row.extended]))),
        _figure("questions", COUNT, quarter, hide_counts(asked_questions(quarter))),
    ]


def _splits(quarter: Quarter, rows: list[Answered]) -> list[Split]:
    late = Counter(row.cause for row in rows if not row.in_time)
    outcomes = {str(value): str(label) for value, label in Complaint.Outcome.choices}
    complaints = decided(quarter, (Complaint.To.COUNCIL, Complaint.To.COMMISSIONER))
    again = decided(quarter, (Complaint.To.LOOK_AGAIN,))
    day = london_day(quarter.ends)
    open_then = gettext("Open on %(day)s, by age") % {"day": f"{day:%d.%m.%Y}"}
    return [
        _split("causes", gettext("Late: what took the longest"), {name: late[name] for name in CAUSES}, CAUSES),
        _split("ages", open_then, ages(quarter.ends), AGE_WORDS),
        _split("complaints", gettext("Complaints, as they were decided"), complaints, outcomes),
        _split("again", gettext("Answers looked at again, as it was decided"), again, outcomes),
    ]


def _pages(quarter: Quarter) -> str:
    pages, days = pages_a_day(quarter)
    if days < LEAST:
        return gettext("too few to say")
    return gettext("%d pages on one working day of an officer") % round(pages / days)


def _figure(slug: str, unit: str, quarter: Quarter, told: Told) -> Figure:
    return Figure(slug, gettext(TITLES[slug]), unit, months_of(quarter), told)


def _split(slug: str, title: str, counts: Mapping[str, int], words: Mapping[str, str]) -> Split:
    told = hide_counts(counts)
    most = max([number for number in told.by.values() if number], default=0)
    bars = [_bar(gettext(words[name]), told.by[name], most) for name in counts]
    return Split(slug, title, bars, told, _said(told.together))


def _bar(label: str, number: int | None, most: int) -> Bar:
    return Bar(label, _said(number), round(WIDEST * number / most) if number and most else 0)


def _said(number: int | None) -> str:
    return gettext("too few to say") if number is None else str(number)
