"""Rows as templates show them: people who read, and one's own words with their state and answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext
from django.utils.translation import gettext as _

from law.calendar_words import say_date
from law.working_time import london_day
from official_file.presentation import show
from people.models import Task
from people.reach import Reader
from people.roles import display_name
from stories.lifecycle import Status
from stories.models import Contribution, Note, Reply
from stories.prompts import question_of
from stories.queries import ReadersOf, entries_written_about, open_clocks, why_in_words
from stories.states import State, saved_on, state_of

EXCERPT = 280


@dataclass(frozen=True, slots=True)
class ShownReader:
    """Somebody who can read it: name, role, and why."""

    name: str
    role: str
    why: str


@dataclass(frozen=True, slots=True)
class Said:
    """What a worker wrote: an answer or a note, with who and when in one line."""

    text: str
    who: str


@dataclass(frozen=True, slots=True)
class Mine:
    """One contribution as its author sees it in a list or on its own page. `about`: the heading of what it is about, or ""."""

    contribution: Contribution
    about: str
    state: State
    when: str
    excerpt: str
    is_whole: bool
    replies: list[Said]
    notes: list[Said]
    can_ask_again: bool

    @property
    def question(self) -> str:
        """The question of a preparation sheet that it answers, or ""."""
        return question_of(self.contribution.prompt)


def shown_readers(readers: Iterable[Reader]) -> list[ShownReader]:
    """Each reader in words."""
    return [ShownReader(str(reader.user), reader.role, why_in_words(reader)) for reader in readers]


def mine_in_words(contributions: Sequence[Contribution], now: datetime) -> list[Mine]:
    """One author's contributions with their states and answers; clocks and readers are asked for once."""
    if not contributions:
        return []
    clocks, readers = open_clocks(list(contributions)), ReadersOf(contributions[0].child, now)
    headings = _headings(contributions, readers)
    return [_mine(one, clocks.get(one.pk), readers, headings) for one in contributions]


def _headings(contributions: Sequence[Contribution], readers: ReadersOf) -> dict[UUID, str]:
    """What each entry that is written about is called, by its id: those that are open to the author."""
    author, today = readers.child.user, london_day(readers.at)
    rows = entries_written_about(author, contributions, readers.at) if author else []
    return {row.pk: shown.heading for row in rows if (shown := show(row, child=readers.child, today=today))}


def _state(contribution: Contribution, clock: Task | None, readers: ReadersOf) -> State:
    if contribution.sent_at is None:
        return State(saved_on(contribution.saved_at, readers.at), "plain")
    reader = readers.expected(contribution, clock) if clock else None
    return state_of(contribution, clock=clock, reader=str(reader or ""), now=readers.at)


def _mine(contribution: Contribution, clock: Task | None, readers: ReadersOf, headings: dict[UUID, str]) -> Mine:
    words = contribution.words
    return Mine(
        contribution=contribution,
        about=headings.get(contribution.about_id, "") if contribution.about_id else "",
        state=_state(contribution, clock, readers),
        when=_when(contribution),
        excerpt=words if len(words) <= EXCERPT else words[:EXCERPT],
        is_whole=len(words) <= EXCERPT,
        replies=[_said(reply) for reply in contribution.replies.all()],
        notes=[_said(note) for note in contribution.notes.all()],
        can_ask_again=contribution.standing is Status.NOT_ADDED,
    )


def _when(contribution: Contribution) -> str:
    if contribution.sent_at is None:
        return ""
    return _("You sent this on %(day)s.") % {"day": say_date(london_day(contribution.sent_at), gettext)}


def _said(row: Reply | Note) -> Said:
    day = say_date(london_day(row.at), gettext)
    who = _("%(who)s, %(role)s, on %(day)s.") % {"who": row.by_name, "role": display_name(row.by_role), "day": day}
    return Said(row.text, who)
