"""What stands on the page of one request: every part in its order, each made by a module of its own.

A part is queries/part_<slug>.py with `part(request, user, now)`, which gives an object or None (then it is left out), and
templates/access_requests/part_<slug>.html, which shows that object as `part`. It stands below a heading, so its own begin with h3.
The template also has `one` (the AccessRequest), `user`, and whatever the view hands to `views.request_page.page`.

The object may carry two more things: `summary`, a sentence that stands beside the title while the part is folded, and `waits`,
true while something in it waits for this reader: then it stands open. So does the one in which what comes next is done, and in
every state those that are named here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext, gettext_noop

from access_requests.lifecycle import State
from access_requests.models import AccessRequest
from access_requests.queries import (
    part_asking,
    part_clock,
    part_complaints,
    part_gathering,
    part_pack,
    part_searching,
    part_telling,
    part_who,
)
from people.models import User

Make = Callable[[AccessRequest, User, datetime], object | None]


@dataclass(frozen=True, slots=True)
class Kind:
    """One part there can be. `opens`: the states in which it stands open."""

    slug: str
    title: str
    make: Make
    opens: frozenset[State] = frozenset()


@dataclass(frozen=True, slots=True)
class Part:
    """One part as it stands on a page. `holds` is what its template shows."""

    slug: str
    title: str
    template: str
    holds: object
    summary: str
    open: bool


S = State
KINDS: tuple[Kind, ...] = (
    Kind("asking", gettext_noop("What they asked for"), part_asking.part, frozenset({S.ASKED})),
    Kind("who", gettext_noop("Who is asking"), part_who.part, frozenset({S.ASKED, S.IDENTITY})),
    Kind("clock", gettext_noop("The time it has"), part_clock.part),
    Kind("searching", gettext_noop("Where we look"), part_searching.part, frozenset({S.SEARCHING})),
    Kind("gathering", gettext_noop("What was gathered"), part_gathering.part, frozenset({S.GATHERING})),
    Kind("pack", gettext_noop("Reading, checking and giving"), part_pack.part, frozenset({S.READING, S.SECOND_CHECK, S.READY, S.GIVEN})),
    Kind("telling", gettext_noop("Messages and letters"), part_telling.part),
    Kind("complaints", gettext_noop("Complaints"), part_complaints.part),
)


def parts_of(request: AccessRequest, user: User, now: datetime, *, first: str = "") -> list[Part]:
    """The parts of this request's page for this member of staff, in their order. `first`: the slug of what comes next; it is open."""
    made = ((kind, kind.make(request, user, now)) for kind in KINDS)
    return [_part(kind, holds, opened=request.standing in kind.opens or kind.slug == first) for kind, holds in made if holds is not None]


def _part(kind: Kind, holds: object, *, opened: bool) -> Part:
    return Part(
        slug=kind.slug,
        title=gettext(kind.title),
        template=f"access_requests/part_{kind.slug}.html",
        holds=holds,
        summary=str(getattr(holds, "summary", "")),
        open=opened or bool(getattr(holds, "waits", False)),
    )
