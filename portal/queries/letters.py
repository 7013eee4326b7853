"""Letters to a young person, by sort, as their page lists them."""

from dataclasses import dataclass, field
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext

from law.working_time import london_day
from official_file.letters import KINDS, LETTERS, WHY
from official_file.models import EntryNow
from official_file.plain_language.facts import text_of
from people.models import Child, User
from portal.queries.lines import Line, lines_of
from portal.queries.my_entries import for_lines, my_entries


@dataclass(slots=True)
class Sort:
    """Letters of one sort, newest first, each with the address of its page as a letter."""

    name: str
    letters: list[tuple[Line, str]] = field(default_factory=list)


def letters_of(user: User, child: Child, at: datetime) -> list[Sort]:
    """The letters that are open, those about their life first. Sorts without a letter are left out."""
    rows = list(for_lines(my_entries(user, child, at)).filter(kind__in=KINDS).order_by("-day", "-recorded_at", "pk"))
    sorts = {name: Sort(gettext(name)) for name in (WHY, *(one.name for one in LETTERS.values()))}
    names = {row.pk: sort_of(row) for row in rows}
    for line in lines_of(rows, child=child, today=london_day(at)):
        sorts[names[line.id]].letters.append((line, reverse("portal:letter", args=[line.id])))
    return [one for one in sorts.values() if one.letters]


def sort_of(row: EntryNow) -> str:
    """What sort of letter it is, in the language of the messages."""
    if row.kind == "why_letter":
        return WHY
    return LETTERS.get(text_of(row.entry.facts, "type"), LETTERS["other"]).name
