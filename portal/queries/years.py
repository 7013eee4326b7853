"""The story by year: the years in which something is open, and what one of them holds. Made only from entries that are open.

A year in which nothing is open is not in the list at all: it is the same whether nothing happened or nobody has read it yet.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models.functions import ExtractYear
from django.utils.translation import gettext

from official_file.models.now import EntryNowQuerySet
from portal.queries.story import Story
from portal.queries.story_parts import Part

WITHOUT_DATE = "none"


@dataclass(frozen=True, slots=True)
class Year:
    """One year: `key` is what its address says; `age` is how old they were, in words; `count` how many entries are open."""

    key: str
    title: str
    age: str
    count: int


def years_of(story: Story) -> list[Year]:
    """Every year that holds something open, oldest first; what has no date comes last."""
    rows = _told(story).order_by().annotate(year=ExtractYear("day")).values_list("year", flat=True)
    counts = Counter(rows)
    dated = [Year(str(year), str(year), age_in(story, year), count) for year, count in sorted(counts.items(), key=_known_first) if year]
    without = [Year(WITHOUT_DATE, gettext("We do not know when"), "", counts[None])] if None in counts else []
    return dated + without


def entries_of(story: Story, key: str) -> EntryNowQuerySet:
    """What is open of one year, in the order of the story."""
    rows: EntryNowQuerySet = story.rows.exclude(pk__in=story.told_already)
    return rows.filter(day__isnull=True) if key == WITHOUT_DATE else rows.filter(day__year=int(key))


def homes_in(story: Story, key: str) -> Sequence[Part]:
    """The chapters that fall into this year, so that a year says where they lived."""
    if key == WITHOUT_DATE:
        return ()
    year = int(key)
    return [part for part in story.parts if part.is_chapter and part.start.year <= year <= (part.end or story.today).year]


def age_in(story: Story, year: int) -> str:
    """How old they were: "You turned 7"; "" when nobody knows, and for a year that is not over."""
    born = story.child.date_of_birth
    if born is None or not born.year <= year < story.today.year:
        return ""
    if year == born.year:
        return gettext("You were born")
    return gettext("You turned %(age)s") % {"age": year - born.year}


def _told(story: Story) -> EntryNowQuerySet:
    rows: EntryNowQuerySet = story.rows.exclude(pk__in=story.told_already).prefetch_related(None).select_related(None)
    return rows


def _known_first(item: tuple[int | None, int]) -> int:
    return item[0] or 0
