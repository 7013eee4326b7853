"""The parts of a story: the places lived as chapters, and the times around them. Made only from entries that are open.

An absence is never explained by guessing: a time between two homes is called "not in care" only where an entry that is
open says that they left care. What leaves no trace must not become visible as a hole with a name.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext

from official_file.chapters import Chapter, HomeFact, NotInCare, chapters_of
from official_file.models import EntryNow
from official_file.one_source import Period
from official_file.plain_language.chapter_words import say_chapter
from people.models import Child

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the story. `first_id` is the entry a chapter begins with, "" for what is no chapter; `end` None: until now."""

    anchor: str
    title: str
    summary: str
    start: date
    end: date | None
    first_id: str = ""
    details: tuple[str, ...] = ()

    @property
    def is_chapter(self) -> bool:
        """Whether this is a place lived."""
        return bool(self.first_id)


def parts_of(homes: Iterable[EntryNow], *, left_on: frozenset[date], child: Child, today: date) -> list[Part]:
    """The parts in date order. `left_on`: the days on which open entries say they left care."""
    found = chapters_of(fact for fact in map(_home_fact, homes) if fact)
    parts: list[Part] = []
    for item in found:
        if isinstance(item, NotInCare) and not _is_said(item.start, left_on):
            parts.append(_after(item.start + ONE_DAY))
            continue
        said = say_chapter(item, born=child.date_of_birth, today=today, translate=gettext)
        first_id = item.first_id if isinstance(item, Chapter) else ""
        anchor = f"part-{item.start.isoformat()}"
        parts.append(Part(anchor, said.heading, said.text, item.start, item.end, first_id, said.details))
    if parts and parts[-1].end and parts[-1].is_chapter:
        parts.append(_after(parts[-1].end + ONE_DAY))
    return parts


def part_on(day: date | None, parts: Sequence[Part]) -> Part | None:
    """The part a day belongs to: the last that had begun. None before the first, and for what has no date."""
    if day is None:
        return None
    begun = [part for part in parts if part.start <= day]
    return begun[-1] if begun else None


def repeated_homes(homes: Iterable[EntryNow]) -> frozenset[str]:
    """Rows that continue a home already told (only the legal status changed): the story tells each home once."""
    chapters = [item for item in chapters_of(fact for fact in map(_home_fact, homes) if fact) if isinstance(item, Chapter)]
    stays = {stay.entry_id for chapter in chapters for stay in chapter.short_stays}
    return frozenset(entry for chapter in chapters for entry in chapter.entry_ids if entry != chapter.first_id and entry not in stays)


def repeated_workers(workers: Iterable[EntryNow]) -> frozenset[str]:
    """Rows of a return that give a worker no name, where a note names the worker with the same number: told once, by name."""
    facts = [(str(row.pk), row.entry.body.get("facts", {})) for row in workers]
    named = {one.get("worker_key") for _pk, one in facts if one.get("name")}
    return frozenset(pk for pk, one in facts if not one.get("name") and one.get("worker_key") in named)


def periods_of(workers: Iterable[EntryNow], dataset: Collection[str]) -> list[Period]:
    """The times somebody worked with them, as the rule of the one source compares them. `dataset`: ids of those the dataset tells."""
    return [
        Period(str(row.pk), str(row.entry.body.get("facts", {}).get("role") or ""), row.day, row.end_day, str(row.pk) in dataset)
        for row in workers
    ]


def _after(start: date) -> Part:
    return Part(f"part-{start.isoformat()}", gettext("After that"), "", start, None)


def _is_said(day: date, left_on: frozenset[date]) -> bool:
    return bool({day, day - ONE_DAY} & left_on)


def _home_fact(row: EntryNow) -> HomeFact | None:
    facts = row.entry.body.get("facts", {})
    if row.day is None:
        return None
    return HomeFact(
        entry_id=str(row.pk),
        place=facts.get("place") or "",
        provider=facts.get("provider") or "",
        rne=facts.get("rne") or "",
        start=row.day,
        end=row.end_day,
        short_break=bool(facts.get("short_break")),
    )
