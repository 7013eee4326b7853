"""The life of a child as staff read it: one story out of every source, in chapters, in date order, 60 entries at a time.

However long the file is, this asks the database four times: for what is counted, for one page with the entries that shape the
story, for where they came from, and for plain versions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models import BooleanField, Case, Count, F, Q, Value, When
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext

from law.working_time import london_day
from official_file.gaps import FRAME, Found, GapsOf, YearSpans, spans_of, title_of
from official_file.models import EntryNow
from official_file.models.now import EntryNowQuerySet, State
from official_file.queries import entries_for
from people.models import Child, User
from portal.queries.desk import waits
from portal.queries.lines import FIRST_TOLD, LATER
from portal.queries.media import STAFF, media_in
from portal.queries.record_lines import RecordLine, record_line
from portal.queries.sections import BY_SLUG, SECTIONS_IN_ORDER
from portal.queries.staff_lines import is_no_service, with_days
from portal.queries.story_parts import Part, part_on, parts_of

ENTRIES_A_PAGE = 60
FOLDED_FROM = 3  # so many services without anything stand in one line
DIGITS = 4  # of a year
SHAPING = (*FRAME, "pen_picture", "reason_for_care", "unaccompanied")


@dataclass(frozen=True, slots=True)
class Choice:
    """What of the record is wanted: a year, a section, in which order, which page. Whatever makes no sense is left out."""

    year: int | None = None
    section: str = ""
    oldest_first: bool = False
    page: str = ""

    @classmethod
    def of(cls, given: Mapping[str, str]) -> "Choice":
        """Read it from an address."""
        year = given.get("year", "")
        return cls(
            year=int(year) if year.isdecimal() and len(year) == 4 else None,
            section=given.get("in", "") if given.get("in", "") in BY_SLUG else "",
            oldest_first=given.get("from") == "first",
            page=given.get("page", ""),
        )

    @property
    def query(self) -> str:
        """The same as an address, up to the page."""
        parts = [f"year={self.year}" if self.year else "", f"in={self.section}" if self.section else ""]
        parts.append("from=first" if self.oldest_first else "")
        return "?" + "".join(f"{part}&" for part in parts if part)


@dataclass(slots=True)
class Day:
    """What is written of one day, or a band of years of which nothing is. `year`: to stand before it when it is a new one.

    `folded`: services of which there is none or nobody knows, in one line when they are many.
    """

    when: str
    year: int | None = None
    lines: list[RecordLine] = field(default_factory=list)
    folded: list[RecordLine] = field(default_factory=list)
    gap: Found | None = None
    gap_title: str = ""


@dataclass(slots=True)
class Chapter:
    """Days under one heading."""

    title: str
    days: list[Day] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Tally:
    """How much there is: of everything, by section, by year; how much waits to be read, and how much is gone from its source."""

    everything: int
    sections: dict[str, int]
    years: dict[int, int]
    waiting: int
    gone: int
    spans: YearSpans


class ChildRecord:
    """One child's record for one member of staff at one moment."""

    def __init__(self, user: User, child: Child, at: datetime, choice: Choice) -> None:
        self.child, self.at, self.choice = child, at, choice
        self.today = london_day(at)
        self.rows = with_days(entries_for(user, child, at))

    @cached_property
    def tally(self) -> Tally:
        """Everything that is counted, in one query."""
        to_read = Q(waits(self.at), no_trace=False)
        gone = Q(gone_since__isnull=False, state=State.WAITING)
        rows = self.rows.prefetch_related(None).order_by().annotate(first=ExtractYear("day"), last=ExtractYear("end_day"))
        rows = rows.annotate(to_read=_whether(to_read), to_look_at=_whether(gone))
        found = list(rows.values_list("kind", "sections", "first", "last", "to_read", "to_look_at").annotate(count=Count("pk")))
        sections, years = dict.fromkeys(BY_SLUG, 0), dict[int, int]()
        for _kind, marks, first, _last, _to_read, _gone, count in found:
            for slug in filter(None, marks.split("|")):
                sections[slug] = sections.get(slug, 0) + count
            if first:
                years[first] = years.get(first, 0) + count
        return Tally(
            everything=sum(row[-1] for row in found),
            sections=sections,
            years=dict(sorted(years.items())),
            waiting=sum(row[-1] for row in found if row[4]),
            gone=sum(row[-1] for row in found if row[5]),
            spans=spans_of((kind, first, last) for kind, _marks, first, last, *_rest in found if first),
        )

    @property
    def chosen(self) -> int:
        """How many entries there are of what was chosen."""
        if self.choice.year and self.choice.section:
            return self._wanted().count()
        if self.choice.year:
            return self.tally.years.get(self.choice.year, 0)
        return self.tally.sections[self.choice.section] if self.choice.section else self.tally.everything

    @cached_property
    def page(self) -> Page[int]:
        """The page asked for, by number alone: what stands on it is read with `here`."""
        return Paginator(range(self.chosen), ENTRIES_A_PAGE).get_page(self.choice.page)

    @cached_property
    def _read(self) -> list[EntryNow]:
        """The entries of this page, marked `here`, and those that shape the story, with all they say: one query, two for what belongs."""
        start = max(self.page.start_index() - 1, 0)
        ids = _in_order(self._wanted().prefetch_related(None).select_related(None), oldest_first=self.choice.oldest_first)
        here = Q(pk__in=ids.values("pk")[start : start + ENTRIES_A_PAGE])
        rows = self.rows.annotate(here=_whether(here)).filter(here | Q(kind__in=SHAPING))
        return list(_in_order(rows, oldest_first=self.choice.oldest_first))

    @property
    def here(self) -> list[EntryNow]:
        """The entries of this page, in their order."""
        return [row for row in self._read if getattr(row, "here", False)]

    @cached_property
    def shaping(self) -> list[EntryNow]:
        """The entries that shape the story, oldest first."""
        return sorted((row for row in self._read if row.kind in SHAPING), key=lambda row: (row.day or date.max, row.recorded_at))

    @cached_property
    def gaps(self) -> GapsOf:
        """What should be there and is not, from what is read already."""
        return GapsOf(self.child, self.today, frame=self.shaping, spans=self.tally.spans)

    @cached_property
    def parts(self) -> list[Part]:
        """The places they lived, but none whose very existence must not be told."""
        homes = [row for row in self.shaping if row.kind == "home" and not row.no_trace]
        return parts_of(homes, left_on=frozenset(self.gaps.left), child=self.child, today=self.today)

    def chapters(self) -> list[Chapter]:
        """This page of the story: chapters, years, days; with the silent years where nothing else was chosen."""
        rows = sorted(self.here, key=self._place)
        days = [*_days(rows, child=self.child, at=self.at), *self._silent(rows)]
        days.sort(key=lambda one: (one[0] is None, _sign(one[0], oldest_first=self.choice.oldest_first)))
        found: list[Chapter] = []
        shown_part, shown_year = object(), None
        for day, shown in days:
            part = part_on(day, self.parts)
            if part is not shown_part or (day is None and found[-1].title != gettext("Without a date")):
                found.append(Chapter(_title(part, day)))
                shown_part = part
            shown.year = day.year if day and day.year != shown_year else None
            shown_year = day.year if day else None
            found[-1].days.append(shown)
        return found

    def _wanted(self) -> EntryNowQuerySet:
        rows = self.rows
        if self.choice.year:
            rows = rows.filter(day__year=self.choice.year)
        return rows.filter(sections__contains=f"|{self.choice.section}|") if self.choice.section else rows

    def _place(self, row: EntryNow) -> tuple[bool, int, int]:
        return row.day is None, _sign(row.day, oldest_first=self.choice.oldest_first), FIRST_TOLD.get(row.kind, LATER)

    def _silent(self, rows: Sequence[EntryNow]) -> list[tuple[date | None, Day]]:
        """The silent years that fall between the entries of this page."""
        days = [row.day for row in rows if row.day]
        if not days or self.choice.section or self.choice.year:
            return []
        silent = [gap for gap in self.gaps.by_dates if gap.of in ("stretch", "lasting") and gap.starts]
        inside = [gap for gap in silent if gap.starts and min(days) < gap.starts <= max(days)]
        return [(gap.starts, Day("", gap=gap, gap_title=title_of(gap))) for gap in inside]


def by_section(tally: Tally) -> list[tuple[str, str, int]]:
    """Every section with how much is in it."""
    return [(section.slug, section.title, tally.sections[section.slug]) for section in SECTIONS_IN_ORDER]


def _days(rows: Sequence[EntryNow], *, child: Child, at: datetime) -> list[tuple[date | None, Day]]:
    """Rows in order, those of one day together."""
    found: list[tuple[date | None, Day]] = []
    media = media_in((row.entry for row in rows), reader=STAFF)
    for row in rows:
        line = record_line(row, child=child, at=at, media=media.get(row.pk, ()))
        if not found or found[-1][0] != row.day or found[-1][1].when != line.when:
            found.append((row.day, Day(line.when)))
        day = found[-1][1]
        (day.folded if is_no_service(row) else day.lines).append(line)
    for _day, day in found:
        if len(day.folded) < FOLDED_FROM:
            day.lines, day.folded = [*day.lines, *day.folded], []
    return found


def _title(part: Part | None, day: date | None) -> str:
    if day is None:
        return gettext("Without a date")
    return part.title if part else gettext("The beginning")


def _sign(day: date | None, *, oldest_first: bool) -> int:
    number = day.toordinal() if day else 0
    return number if oldest_first else -number


def _whether(condition: Q) -> Case:
    return Case(When(condition, then=Value(True)), default=Value(False), output_field=BooleanField())


def _in_order(rows: EntryNowQuerySet, *, oldest_first: bool) -> EntryNowQuerySet:
    """By date; what has no date comes last."""
    day = F("day").asc(nulls_last=True) if oldest_first else F("day").desc(nulls_last=True)
    ordered: EntryNowQuerySet = rows.order_by(day, "recorded_at" if oldest_first else "-recorded_at", "pk")
    return ordered
