"""What a chapter says of itself beside its dates: how long it was, with whom, who helped then, and why it ended.

Everything comes from entries that are open to their reader and from people a worker confirmed that they know of. What is not
open is not said, and no room is left where it would stand.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext

from official_file.models import Connection, EntryNow
from official_file.pace import SENSITIVE
from official_file.plain_language.phrases import say_duration
from official_file.presentation import as_chosen, show
from official_file.themes import by_rule
from people.models import Child
from portal.queries.story_parts import Part

ENDED_BY = ("move_reason", "left_care")
CARED_FOR_THEM = ("foster", "carer")
NEAR = timedelta(days=31)
MOST_NAMES = 4
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Ended:
    """One entry that says why a chapter ended. `noted`: it carries a content note, so its sentence is not quoted to who folds those."""

    title: str
    sentence: str
    url: str
    noted: bool


@dataclass(frozen=True, slots=True)
class ChapterWords:
    """The lines under a chapter's heading; each "" or empty when nothing that is open says it."""

    lasted: str = ""
    with_whom: tuple[str, ...] = ()
    helped_by: tuple[str, ...] = ()
    ended: tuple[Ended, ...] = ()


def words_of(part: Part, *, frame: Sequence[EntryNow], carers: Iterable[Connection], child: Child, today: date, level: str) -> ChapterWords:
    """The words of one chapter; nothing for a part that is none. `frame`: what is open and shapes the story.

    `level`: how its reader reads.
    """
    if not part.is_chapter or part.start > today:
        return ChapterWords()
    over = part.end is not None and part.end <= today
    return ChapterWords(
        lasted=say_duration(part.start, part.end, gettext) if over and part.end and part.end > part.start else "",
        with_whom=_some(str(one.names[0]) for one in carers if one.names and _looked_after_them_then(one, part)),
        helped_by=_some(_worker(row) for row in frame if row.kind == "worker_period" and _touches(row.day, row.end_day, part)),
        ended=_ended(part.end, frame, child, today, level) if over and part.end else (),
    )


def carers_known(child: Child) -> list[Connection]:
    """People who looked after them, as the relation says, whom a worker confirmed they know, and whose dates we have."""
    rows = known_with_dates().filter(child=child).order_by("starts", "pk")
    return [one for one in rows if any(word in one.relation.casefold() for word in CARED_FOR_THEM)]


def known_with_dates() -> "QuerySet[Connection]":
    """Everybody whom a worker confirmed, with the day from which they were there."""
    return Connection.objects.filter(known_confirmed_at__isnull=False, starts__isnull=False)


def _looked_after_them_then(one: Connection, part: Part) -> bool:
    """Whether the dates of this carer are those of the chapter, give or take a month at its beginning."""
    began_then = one.starts is not None and abs(one.starts - part.start) <= NEAR
    return began_then and _touches(one.starts, one.ends, part)


def _ended(end: date, frame: Sequence[EntryNow], child: Child, today: date, level: str) -> tuple[Ended, ...]:
    """Why it ended, in the sentences of the entries that say so."""
    rows = [row for row in frame if row.kind in ENDED_BY and (row.end_day or row.day) in (end, end + ONE_DAY)]
    shown = [(row, one) for row in rows if (one := show(row, child=child, today=today)) and one.sentences]
    told = [(row, as_chosen(one, row, level=level, child=child, today=today)) for row, one in shown]
    return tuple(
        Ended(one.heading, (*one.sentences, one.plain)[0], reverse("portal:entry", args=[row.pk]), _noted(row)) for row, one in told
    )


def _noted(row: EntryNow) -> bool:
    """Whether it is sensitive or about something that has a content note: known from its code."""
    known = by_rule(row.kind, row.entry.body.get("facts", {}), "")
    return bool(known.themes) or row.sensitivity >= SENSITIVE


def _worker(row: EntryNow) -> str:
    """ "Priya Shah, social worker", or "" for somebody the list does not name."""
    facts = row.entry.body.get("facts", {})
    if not facts.get("name"):
        return ""
    return f"{facts['name']}, {facts['role']}" if facts.get("role") else str(facts["name"])


def _some(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))[:MOST_NAMES]


def _touches(start: date | None, end: date | None, part: Part) -> bool:
    """Whether a stretch that began on a known day lies in the chapter for more than the day on which one of them ends."""
    return start is not None and start < (part.end or date.max) and part.start < (end or date.max)
