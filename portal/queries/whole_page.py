"""The few entries that the first page and "Why I am in care" show whole."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from audit.events import Event
from audit.queries import last_time
from official_file.levels import ORIGINAL, PLAIN
from official_file.presentation import Shown, as_chosen, show
from people.models import Child, Task, TaskKind, User
from portal.queries.my_entries import my_entries
from portal.queries.preferences import level_of

LONGEST_PICTURE = 150
LONGEST_BEGINNING = 40
WHY_KINDS = ("came_into_care", "reason_for_care", "why_letter", "unaccompanied")


@dataclass(frozen=True, slots=True)
class Beginning:
    """The first words of something long, exactly as they were written; `is_cut`: there is more."""

    text: str
    is_cut: bool


def beginning_of(words: str) -> Beginning:
    """About me as the first page shows it: whole when it is short, so that a long one does not push everything else away."""
    parts = list(re.finditer(r"\S+", words))
    if len(parts) <= LONGEST_BEGINNING:
        return Beginning(words, is_cut=False)
    cut = words[: parts[LONGEST_BEGINNING].start()]
    lines, _end, _rest = cut.rpartition("\n")
    if len(lines.split()) * 2 >= LONGEST_BEGINNING:
        cut = lines  # whole lines, when they are not too few
    return Beginning(f"{cut.rstrip()} ...", is_cut=True)


def pen_picture(user: User, child: Child, *, at: datetime, today: date) -> Shown | None:
    """The newest pen picture that is open, at the level its reader chose."""
    rows = my_entries(user, child, at).filter(kind="pen_picture").order_by("-day", "-recorded_at")[:1]
    level = level_of(user)
    shown = ((row, show(row, child=child, today=today)) for row in rows)
    return next((as_chosen(one, row, level=level, child=child, today=today) for row, one in shown if one), None)


def picture_words(entry: Shown, level: str = PLAIN) -> str:
    """What the pen picture says: words a person wrote for this level, else its own, at most 150 of them."""
    said = entry.original if (word_for_word(entry) or level == ORIGINAL) and not entry.warning else entry.plain
    words = said.split()
    return said if len(words) <= LONGEST_PICTURE else " ".join(words[:LONGEST_PICTURE]) + " ..."


def word_for_word(entry: Shown) -> bool:
    """Whether nobody wrote plainer words for it, so that its own words are what is read."""
    return entry.plain == " ".join(entry.sentences)


def why_in_care(user: User, child: Child, *, at: datetime, today: date, level: str = PLAIN) -> dict[str, list[Shown]]:
    """What is open of the day, the reasons and the letter, by kind, oldest first, at this level.

    A letter is read in its own words, unless its reader chose easy words and somebody wrote some.
    """
    found: dict[str, list[Shown]] = {kind: [] for kind in WHY_KINDS}
    for row in my_entries(user, child, at).filter(kind__in=WHY_KINDS):
        shown = show(row, child=child, today=today)
        if shown:
            found[shown.kind].append(as_chosen(shown, row, level=level, child=child, today=today))
    return found


@dataclass(frozen=True, slots=True)
class AskedWhy:
    """That they asked for the letter: when, and the open task it is."""

    task: Task
    at: datetime


def asked_why(child: Child) -> AskedWhy | None:
    """Whether they asked for the reason to be written and read with them, and it is still owed.

    A worker who promised it by a day owes the same task: that is not said to be something they asked for.
    """
    task = Task.objects.open().filter(child=child, kind=TaskKind.WRITE_WHY, about_id=child.pk).first()
    if task is None or child.user_id is None:
        return None
    at = last_time(Event.TALK_ASKED_FOR, about_id=child.pk, by_user=child.user_id, kind=task.kind)
    return AskedWhy(task, at) if at and at >= task.made_at else None
