"""The last three to six months of one child on one page, for whoever prepares a review: nothing left out that is hard (M23)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from dateutil.relativedelta import relativedelta
from django.db.models import Q
from django.utils.translation import gettext

from law.calendar_words import say_date
from law.working_time import london_day
from official_file.gaps import Found, GapsOf, title_of
from official_file.kinds import KINDS
from official_file.models import EntryNow, Meeting
from official_file.models.now import EntryNowQuerySet, State
from official_file.plans import PLAN, plan_of
from official_file.queries import entries_for
from people.models import Child, User
from portal.queries.media import media_sent
from portal.queries.plans import ItemWords, Said, answers_to, item_words
from portal.queries.staff_lines import StaffLine, staff_lines
from portal.queries.staff_meetings import StaffMeeting, staff_meeting
from stories.boards import ShownBoard, said_by_taps
from stories.media import ShownMedia
from stories.models import Contribution

MONTHS = (3, 6)
WHY = ("came_into_care", "unaccompanied", "reason_for_care", "why_letter")
APART = ("missing_episode", "own_words", PLAN, "review_held", "protection_meeting", "service")
COUNTED = ("visit_held", "visit", "home", "worker_period", "missing_episode")
MOST, NEWEST_PLANS = 60, 3


@dataclass(frozen=True, slots=True)
class StaffPlan:
    """One plan: its line, its things in words, those that are late first, and what the young person says of it."""

    line: StaffLine
    items: list[ItemWords]
    late: int
    said: list[Said]


@dataclass(frozen=True, slots=True)
class TheirWords:
    """Something they sent, word for word."""

    words: str
    when: str
    boards: list[ShownBoard]
    media: list[ShownMedia]


@dataclass(frozen=True, slots=True)
class LastMonths:
    """Everything of the page. `counts`: how many of each, also nought; `more`: how many lines are left out of `happened`."""

    since: str
    months: int
    why: list[StaffLine]
    missing: list[tuple[StaffLine, str]]
    happened: list[StaffLine]
    more: int
    counts: list[tuple[str, str]]
    words: list[TheirWords]
    plans: list[StaffPlan]
    meetings: list[StaffMeeting]
    gaps: list[str]


def last_months_of(child: Child, user: User, at: datetime, *, months: int) -> LastMonths:
    """The page for this reader, through their reach: `months` is one of MONTHS."""
    today = london_day(at)
    since = today - relativedelta(months=months)
    rows = entries_for(user, child, at).order_by("day", "recorded_at")
    recent = rows.filter(_touches(since, today)).exclude(state=State.NOT_MINE)
    happened = list(recent.exclude(kind__in=APART).filter(day__gte=since))
    return LastMonths(
        since=say_date(since, gettext),
        months=months,
        why=staff_lines(rows.filter(kind__in=WHY), child=child, at=at),
        missing=[(staff_lines([row], child=child, at=at)[0], _to_the_day(row)) for row in recent.filter(kind="missing_episode")],
        happened=staff_lines(happened[-MOST:], child=child, at=at),
        more=max(len(happened) - MOST, 0),
        counts=_counts(recent.filter(day__gte=since)),
        words=_words(child, user, at, since),
        plans=_plans(rows.filter(kind=PLAN), child, at, today),
        meetings=[staff_meeting(one, user, at) for one in _meetings(child, since)],
        gaps=[_gap_in_words(gap) for gap in GapsOf(child, today).by_dates if not gap.explained],
    )


def _to_the_day(row: EntryNow) -> str:
    """From when to when somebody was missing: here the very days matter."""
    begun = say_date(row.day, gettext) if row.day else gettext("a day we do not know")
    if row.end_day is None:
        return gettext("From %(day)s. Nobody has written that they came back.") % {"day": begun}
    return gettext("From %(first)s to %(last)s.") % {"first": begun, "last": say_date(row.end_day, gettext)}


def _touches(since: date, today: date) -> Q:
    """What happened in these months, and what began before and went on into them."""
    still_missing = Q(kind="missing_episode", day__lt=since, end_day__isnull=True)
    return Q(day__range=(since, today)) | Q(day__lt=since, end_day__gte=since) | still_missing


def _counts(rows: EntryNowQuerySet) -> list[tuple[str, str]]:
    found = dict.fromkeys(COUNTED, 0)
    for kind in rows.filter(kind__in=COUNTED).values_list("kind", flat=True):
        found[kind] += 1
    return [(gettext(KINDS[kind].name), str(count)) for kind, count in found.items()]


def _gap_in_words(gap: Found) -> str:
    """What is missing, and of which years."""
    years = sorted({day.year for day in (gap.starts, gap.ends) if day})
    return f"{title_of(gap)} ({' - '.join(map(str, years))})" if years else title_of(gap)


def _words(child: Child, user: User, at: datetime, since: date) -> list[TheirWords]:
    rows = Contribution.objects.visible_to(user, at).filter(child=child, sent_at__date__gte=since).order_by("-sent_at")
    return [
        TheirWords(
            row.words,
            say_date(london_day(row.sent_at), gettext) if row.sent_at else "",
            said_by_taps(row.board, translate=gettext),
            media_sent(row),
        )
        for row in rows[:MOST]
    ]


def _plans(rows: Iterable[EntryNow], child: Child, at: datetime, today: date) -> list[StaffPlan]:
    """The newest plans, each in its newest version; what is late stands first in each."""
    found = []
    for row in sorted(rows, key=lambda row: row.day or date.min, reverse=True)[:NEWEST_PLANS]:
        items = sorted(plan_of(row.entry).items, key=lambda item: not item.is_late(today))
        words = [item_words(item, today) for item in items]
        late = sum(1 for item in items if item.is_late(today))
        found.append(StaffPlan(staff_lines([row], child=child, at=at)[0], words, late, answers_to(row.pk)))
    return found


def _meetings(child: Child, since: date) -> Iterable[Meeting]:
    return Meeting.objects.filter(child=child, on__gte=since).select_related("summary", "child").order_by("-on")
