"""My story by time: chapters, entries, silences and the life line, one page of at most 60 entries at a time."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Subquery, prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext

from law.working_time import london_day
from official_file.models import Connection, EntryNow, EntrySource
from official_file.models.now import EntryNowQuerySet
from official_file.one_source import DATASET, told_by_the_dataset
from people.models import Child, User
from portal.queries.kept_back import KeptBack, kept_back
from portal.queries.life_line import Band, LifeLine, life_line
from portal.queries.lines import Line, lines_of, my_words_about, told_in_order
from portal.queries.media import sent_on, what_was_sent
from portal.queries.my_entries import FOR_LINES, for_lines, in_order, my_entries
from portal.queries.preferences import level_of
from portal.queries.story_chapters import ENDED_BY, ChapterWords, carers_known, known_with_dates, words_of
from portal.queries.story_parts import Part, part_on, parts_of, periods_of, repeated_homes, repeated_workers
from portal.queries.story_silence import Silence, closed_in, silences

ENTRIES_A_PAGE = 60
LINES_FIRST = 6  # of a chapter; the others are folded under them, when they are more than FOLDED_AT in all
FOLDED_AT = 9
SHAPING = ("home", "left_care", "worker_period", "move_reason", "own_words")


class Counted(Paginator[EntryNow]):
    """Pages of a list whose length is known already."""

    def __init__(self, rows: EntryNowQuerySet, length: int, *, count: int) -> None:
        super().__init__(rows, length)
        self.__dict__["count"] = count


@dataclass(slots=True)
class Stretch:
    """A run of lines under one heading, as a page shows it. `part` None: before the first chapter, or without a date."""

    part: Part | None
    title: str
    items: list[Line | Silence] = field(default_factory=list)
    has_more: bool = False
    asked_at: datetime | None = None
    home_url: str = ""
    kept_back: list[KeptBack] = field(default_factory=list)
    words: ChapterWords = field(default_factory=ChapterWords)

    @property
    def first(self) -> list[Line | Silence]:
        """What stands open under the heading: all of a short chapter, the beginning of a long one."""
        return self.items if len(self.items) <= FOLDED_AT else self.items[:LINES_FIRST]

    @property
    def rest(self) -> list[Line | Silence]:
        """What is folded, one press away, so that a long chapter does not hide the next one. Open on paper."""
        return self.items[len(self.first) :]


class Story:
    """One reader's story at one moment. Everything comes from entries that are open to them."""

    def __init__(self, *, user: User, child: Child, at: datetime) -> None:
        self.user, self.child, self.at = user, child, at
        self.today = london_day(at)
        self.rows = my_entries(user, child, at)
        self.level = level_of(user)

    @cached_property
    def frame(self) -> list[EntryNow]:
        """The open entries that shape the story: homes and why they ended, leaving care, workers, the days of own words."""
        in_dataset = Exists(EntrySource.objects.filter(entry=OuterRef("pk"), system=DATASET))
        # One number for every row, so that a page does not ask for it again.
        total = self.rows.order_by().select_related(None).prefetch_related(None).values("child").annotate(all=Count("pk")).values("all")
        frame = self.rows.filter(kind__in=SHAPING).annotate(
            in_dataset=in_dataset,
            open_in_all=Subquery(total),
            has_carers=Exists(known_with_dates().filter(child=OuterRef("child"))),
        )
        rows = list(frame.prefetch_related(None))
        prefetch_related_objects([row for row in rows if row.kind in ENDED_BY], *FOR_LINES)  # only these are read in words
        return rows

    @cached_property
    def count(self) -> int:
        """How many entries the story tells: those that another row tells are among its frame."""
        if not self.frame:
            return self.rows.count()
        return int(getattr(self.frame[0], "open_in_all", 0)) - len(self.told_already)

    @cached_property
    def homes(self) -> list[EntryNow]:
        """The open entries that say where they lived."""
        return [row for row in self.frame if row.kind == "home"]

    @cached_property
    def parts(self) -> list[Part]:
        """The parts of the story."""
        left_on = frozenset(row.day for row in self.frame if row.kind == "left_care" and row.day)
        return parts_of(self.homes, left_on=left_on, child=self.child, today=self.today)

    @cached_property
    def told_already(self) -> frozenset[str]:
        """Rows that another row tells: a home whose legal reason changed, a worker whom another source names."""
        workers = [row for row in self.frame if row.kind == "worker_period"]
        dataset = frozenset(str(row.pk) for row in workers if getattr(row, "in_dataset", False))
        return repeated_homes(self.homes) | repeated_workers(workers) | told_by_the_dataset(periods_of(workers, dataset))

    @cached_property
    def carers(self) -> list[Connection]:
        """People who looked after them and whom they know, with dates."""
        return carers_known(self.child) if any(getattr(row, "has_carers", False) for row in self.frame[:1]) else []

    def line(self) -> LifeLine | None:
        """The life line: homes as bands, silences dashed, own words as dots."""
        chapters = [part for part in self.parts if part.is_chapter and part.start <= self.today]
        bands = [Band(part.title, part.start, part.end, url=f"?by=time&go={part.start.isoformat()}") for part in chapters]
        gaps = [Band(one.title, one.start, one.end, gap=True) for one in self.silences if one.years and one.start]
        own = [row for row in self.frame if row.kind == "own_words" and row.day]
        sent = {row.day: what for row in own if row.day and (what := what_was_sent(row.entry))}
        also = [
            Band(label, row.day, row.day, url=reverse("portal:entry", args=[row.pk])) for row in own if row.day and (label := sent_on(row))
        ]
        said_on = [row.day for row in own if row.day]
        return life_line(bands=bands + gaps if bands else [], words_on=said_on, today=self.today, sent=sent, also=also)

    @cached_property
    def silences(self) -> list[Silence]:
        """Years in care with nothing open, and what workers said is missing."""
        return silences(self.child, rows=self.rows.prefetch_related(None).select_related(None), frame=self.frame, at=self.at)

    def page(self, number: str | int | None, *, length: int = ENTRIES_A_PAGE) -> "StoryPage":
        """One page of the story: at most so many entries, under their headings."""
        rows = self.rows.exclude(pk__in=self.told_already).prefetch_related(None)
        page = Counted(rows, length, count=self.count).get_page(number)
        start = max(page.start_index() - 1, 0)
        # A long file is sorted by ids alone; only the entries of this page are then read with what they say.
        ids = rows.select_related(None).values("pk")[start : start + length + 1]
        of_these = EntryNow.objects.filter(pk__in=ids).select_related("entry__payload")
        with_mine = of_these.annotate(has_my_words=Exists(my_words_about(self.user, self.at).filter(about=OuterRef("pk"))))
        here = list(for_lines(in_order(with_mine)))
        following = here[length:]
        here = here[:length]
        until = next((row.day for row in following), None) or date.max
        beside = frozenset(row.pk for row in here if getattr(row, "has_my_words", False))
        lines = told_in_order(lines_of(here, child=self.child, today=self.today, beside=beside, level=self.level))
        stretches = self._stretches(lines, until, first_page=page.number == 1)
        elsewhere = self._say_what_is_closed(stretches)
        return StoryPage(page, stretches, elsewhere if page.number == 1 else [])

    def page_of(self, start: date) -> int:
        """The number of the page on which the entries of that day begin."""
        before = self.rows.exclude(pk__in=self.told_already).filter(day__lt=start).count()
        return before // ENTRIES_A_PAGE + 1

    def page_with(self, entry_id: UUID) -> int:
        """The number of the page with this entry; 1 when it is not in the story."""
        rows = self.rows.exclude(pk__in=self.told_already)
        ids = list(rows.prefetch_related(None).select_related(None).values_list("pk", flat=True))
        return ids.index(entry_id) // ENTRIES_A_PAGE + 1 if entry_id in ids else 1

    def _stretches(self, lines: Sequence[Line], until: date, *, first_page: bool) -> list[Stretch]:
        """Lines and silences in order, cut where a new part begins."""
        first = next((line.day for line in lines if line.day), None if first_page else date.max)
        quiet = [one for one in self.silences if one.start and (first_page or (first and first < one.start)) and one.start <= until]
        items: list[Line | Silence] = []
        for line in lines:
            while quiet and (line.day is None or (quiet[0].start or date.max) < line.day):
                items.append(quiet.pop(0))
            items.append(line)
        return self._cut([*items, *quiet])

    def _cut(self, items: Sequence[Line | Silence]) -> list[Stretch]:
        found: list[Stretch] = []
        for item in items:
            day = item.start if isinstance(item, Silence) else item.day
            part = part_on(day, self.parts)
            if not found or found[-1].part is not part or (day is None and found[-1].title != _no_date()):
                found.append(self._stretch(part, day))
            if isinstance(item, Line) and part and str(item.id) == part.first_id:
                found[-1].home_url = item.url  # the heading tells it already
            else:
                found[-1].items.append(item)
        return found

    def _stretch(self, part: Part | None, day: date | None) -> Stretch:
        if part is None:
            return Stretch(None, gettext("The beginning") if day else _no_date())
        said = [row for row in self.frame if str(row.pk) not in self.told_already]
        return Stretch(
            part, part.title, words=words_of(part, frame=said, carers=self.carers, child=self.child, today=self.today, level=self.level)
        )

    def _say_what_is_closed(self, stretches: list[Stretch]) -> list[KeptBack]:
        """Say at each chapter shown whether there is more, that it was asked for, and what we cannot show; return what is in no chapter.

        What we cannot show stands where its chapter begins, whatever its day: a page of the story would tell the day.
        """
        shown = [stretch for stretch in stretches if stretch.part and stretch.part.is_chapter]
        closed = closed_in(self.child, [stretch.part for stretch in shown if stretch.part], self.today)
        chapters = [part for part in self.parts if part.is_chapter]
        place = {one.id: part_on(one.day, chapters) for one in closed.withheld}
        for stretch in shown:
            first_id = stretch.part.first_id if stretch.part else ""
            stretch.has_more, stretch.asked_at = first_id in closed.more, closed.asked_at.get(first_id)
            if stretch.home_url:
                stretch.kept_back = kept_back([one for one in closed.withheld if place[one.id] is stretch.part], self.today)
        return kept_back([one for one in closed.withheld if place[one.id] is None], self.today)


@dataclass(frozen=True, slots=True)
class StoryPage:
    """What one page shows. `kept_back`: what we cannot show and is in no chapter; on the first page."""

    page: Page[EntryNow]
    stretches: list[Stretch]
    kept_back: list[KeptBack]


def _no_date() -> str:
    return gettext("We do not know when")
