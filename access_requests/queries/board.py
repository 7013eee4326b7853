"""The officers' board: every request they may see, what is due first at the top, in the states and with the officer they ask for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext

from access_requests.lifecycle import ENDED, LABELS, OPEN, State
from access_requests.models import AccessRequest
from access_requests.queries import due_words
from access_requests.queries.due_words import Due, due_of
from access_requests.queries.next_action import NOBODYS, NextAction, action_of, with_facts
from law.working_time import london_day
from people.models import User

ALL_OPEN, ALL_ENDED = "open", "ended"
MINE, NOBODY = "mine", "nobody"
ENDED_SHOWN = 100  # the newest: older ones are found by their reference
FAR = date(9999, 1, 1)


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody wants to see: `state` one of lifecycle.State, or all that are open or have ended; `officer` an id or a word."""

    state: str = ALL_OPEN
    officer: str = ""
    reference: str = ""

    @property
    def query(self) -> str:
        """For the links to other pages of the list."""
        return f"?state={self.state}&officer={self.officer}&"

    @property
    def is_narrow(self) -> bool:
        """Whether less is asked for than everything that is open."""
        return self != Choice()


@dataclass(frozen=True, slots=True)
class Row:
    """One request as a line. `about`: the record it is about, or that nobody has found it. `late`: what is next is late."""

    id: UUID
    url: str
    reference: str
    name: str
    about: str
    matched: bool
    state: str
    officer: str
    mine: bool
    due: Due
    next: NextAction
    next_late: bool
    distressing: bool


@dataclass(frozen=True, slots=True)
class Board:
    """The rows, and how many of everything open are late, due soon, or nobody's."""

    rows: list[Row]
    late: int
    soon: int
    nobodys: int
    any_open: bool


def chosen(data: Mapping[str, str]) -> Choice:
    """What the address asks for; what it cannot mean is left out."""
    state, officer = data.get("state", ""), data.get("officer", "")
    known = state in (ALL_OPEN, ALL_ENDED) or state in set(State)
    return Choice(state if known else ALL_OPEN, officer if _is_officer(officer) else "", data.get("reference", "").strip()[:20])


def board_of(user: User, choice: Choice, now: datetime) -> Board:
    """The board of one member of staff at this moment."""
    seen = AccessRequest.objects.visible_to(user, now)
    open_rows = [row_of(one, user, now) for one in with_facts(seen.filter(state__in=OPEN))]
    rows = open_rows if choice == Choice() else [row_of(one, user, now) for one in _narrowed(seen, choice, user)]
    if choice.state not in (ALL_ENDED, *ENDED):
        rows.sort(key=lambda row: (row.due.day or FAR, row.reference))
    kinds = [row.due.kind for row in open_rows]
    return Board(
        rows=rows,
        late=kinds.count(due_words.LATE),
        soon=kinds.count(due_words.PRESSING),
        nobodys=sum(not row.officer for row in open_rows),
        any_open=bool(open_rows),
    )


def row_of(one: Any, user: User, now: datetime) -> Row:
    """One row of `with_facts` as a line of the board."""
    today = london_day(now)
    following = action_of(one, now)
    return Row(
        id=one.pk,
        url=reverse("access_requests:request", args=[one.pk]),
        reference=one.reference,
        name=one.known_as,
        about=str(one.child) if one.child else gettext("no record found yet"),
        matched=one.child is not None,
        state=gettext(LABELS[one.standing]),
        officer=str(one.officer) if one.officer and one.officer.is_active else "",
        mine=one.officer_id == user.pk,
        due=due_of(one, today),
        next=following,
        next_late=following.is_late(today),
        distressing=one.distressing,
    )


def officers_on(user: User, now: datetime) -> list[User]:
    """Everybody who deals with one of the requests this person may see, for the choice of officer."""
    seen = AccessRequest.objects.visible_to(user, now).filter(officer__isnull=False).values("officer")
    return list(User.objects.filter(pk__in=seen).order_by("display_name"))


def _narrowed(seen: QuerySet[Any], choice: Choice, user: User) -> QuerySet[Any]:
    if choice.reference:
        return with_facts(seen.filter(reference__iexact=choice.reference))
    found = with_facts(seen.filter(_of_state(choice.state) & _of_officer(choice.officer, user)))
    return found.order_by("-ended_at")[:ENDED_SHOWN] if choice.state in (ALL_ENDED, *ENDED) else found


def _of_state(state: str) -> Q:
    groups = {ALL_OPEN: OPEN, ALL_ENDED: ENDED}
    return Q(state__in=groups.get(state, {state}))


def _of_officer(officer: str, user: User) -> Q:
    if officer in ("", NOBODY):
        return NOBODYS if officer else Q()
    return Q(officer=user.pk if officer == MINE else officer)


def _is_officer(word: str) -> bool:
    if word in (MINE, NOBODY):
        return True
    try:
        UUID(word)
    except ValueError:
        return False
    return True
