"""How often questions from the file may still be asked, and what the file would answer. Read by an officer in a call, by nobody else."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext

from access_requests.models import AccessRequest, KnowledgeRound
from access_requests.proof import ASKS, LOST_WITHIN, QUESTIONS, Ask, rounds_left
from law.working_time import london_day
from official_file.models import Connection, EntryNow
from official_file.presentation import show
from official_file.queries import entries_for
from people.models import Child, User

HOMES = ("home", "came_into_care")
HELPERS = ("worker_period",)
MOVES = ("move_reason", "left_care")
SCHOOL = "school"
CARERS = ("carer", "foster")  # relations that name who looked after them
MOST_LINES = 6
PRIVATE = 2  # the sensitivity from which on only a worker opens an entry


@dataclass(frozen=True, slots=True)
class Question:
    """One question as it is asked of anybody, and what the file says to it: for the officer's eyes alone."""

    ask: Ask
    words: str
    file_says: tuple[str, ...]


def rounds_left_for(request: AccessRequest, now: datetime) -> int:
    """How many rounds this request may still have; every round lost about the same record counts, whoever lost it."""
    of_request = request.knowledge_rounds.count()
    since = now - LOST_WITHIN
    lost = KnowledgeRound.objects.filter(request__child=request.child_id, passed=False, at__gt=since).count() if request.child_id else 0
    return rounds_left(of_request=of_request, lost_about_record=lost)


def questions_for(request: AccessRequest, user: User, now: datetime) -> list[Question]:
    """The questions the file can answer, with its answers; empty when it holds too little for a round.

    Nothing kept apart by law, closely private or limited stands here: only what many who knew the person then would know.
    """
    if request.child is None:
        return []
    said = _file_says(request.child, user, now)
    found = [Question(ask, gettext(words), tuple(said.get(ask, ())[:MOST_LINES])) for ask, words in ASKS.items() if said.get(ask)]
    return found if len(found) >= QUESTIONS else []


def _file_says(child: Child, user: User, now: datetime) -> dict[Ask, list[str]]:
    rows = list(entries_for(user, child, now).filter(no_trace=False, sensitivity__lt=PRIVATE, limited="").order_by("day"))
    today = london_day(now)
    homes = _told(rows, HOMES, child, today)
    people = list(Connection.objects.filter(child=child).order_by("pk"))
    return {
        Ask.HOME: homes,
        Ask.HOME_WHEN: homes,
        Ask.CARER: [_person(one) for one in people if any(word in one.relation.lower() for word in CARERS)],
        Ask.WORKER: [*_told(rows, HELPERS, child, today), *(_person(one) for one in people if one.professional)],
        Ask.SCHOOL: _told([row for row in rows if row.section == SCHOOL], None, child, today),
        Ask.FAMILY: [_person(one) for one in people if not one.professional],
        Ask.MOVE: _told(rows, MOVES, child, today),
        Ask.EVENT: _told([row for row in rows if row.kind not in (*HOMES, *HELPERS, *MOVES)], None, child, today),
    }


def _told(rows: list[EntryNow], kinds: tuple[str, ...] | None, child: Child, today: date) -> list[str]:
    told = (show(row, child=child, today=today, whole=True) for row in rows if kinds is None or row.kind in kinds)
    return [f"{one.plain} ({one.when_words})" if one.when_words else one.plain for one in told if one]


def _person(one: Connection) -> str:
    names = " / ".join(str(name) for name in one.names)
    return f"{names}, {one.relation}" if one.relation else names
