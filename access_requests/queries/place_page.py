"""Everything on the page of one place: what to search with, whom to ask, what may be there, and what came of it before."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from access_requests.may_gather import check_may_gather
from access_requests.models import AccessRequest, SearchAnswer, SourceSearch
from access_requests.permissions import can
from access_requests.queries.held_here import Held, brought_by, held_here
from access_requests.queries.searching import Place, place_of
from access_requests.searching_permissions import handles, was_asked
from access_requests.sources import ADOPTION, OWN_FILE
from law.calendar_words import say_date
from people.models import Child, User
from people.queries import staff


@dataclass(frozen=True, slots=True)
class PlacePage:
    """One place. `search_with`: rows of words and values; `covers`: what the portal knows of its years, a sentence or "".

    `officer`: the reader handles the request; else they were asked, and see this place only.
    `may_answer`: the request is open; `may_gather`: files can come in now.
    """

    place: Place
    search_with: list[tuple[str, str]]
    covers: str
    officer: bool
    may_answer: bool
    may_gather: bool
    colleagues: list[tuple[str, str]]

    @property
    def apart(self) -> bool:
        """Whether it is adoption: handed on, never searched."""
        return self.place.search.source == ADOPTION

    @property
    def here(self) -> bool:
        """Whether it is the file of this portal, which is searched with one press."""
        return self.place.search.source == OWN_FILE

    @property
    def brings(self) -> bool:
        """Whether something was found there that has to be brought in: all but the file of this portal, which comes by itself."""
        newest = self.place.newest
        found = newest is not None and newest.outcome == SearchAnswer.Outcome.FOUND
        return found and self.may_gather and not self.apart and not self.here

    @property
    def terms(self) -> str:
        """What one would search for, as a start."""
        return _terms(self.search_with)


def place_page(search: SourceSearch, user: User, at: datetime) -> PlacePage | None:
    """The page for this reader, or None for somebody who neither handles the request nor was asked, as for what is not there."""
    child, officer = search.request.child, handles(user, search, at)
    asked = was_asked(user, search, at)
    if child is None or not (officer or asked):
        return None
    return PlacePage(
        place=place_of(search),
        search_with=search_with(child),
        covers=_covers(search, child) if officer else "",
        officer=officer,
        may_answer=search.request.ended_at is None,
        may_gather=can(check_may_gather, user, search.request, at),
        colleagues=_colleagues(user, at) if officer else [],
    )


def search_with(child: Child) -> list[tuple[str, str]]:
    """Every name they had, their date of birth and their numbers: what one searches a place with, and nothing else of the record."""
    names = [child.known_as, *child.names.filter(mistaken=False).values_list("name", flat=True)]
    rows = [(gettext("Names"), ", ".join(dict.fromkeys(name for name in names if name)))]
    if child.date_of_birth:
        rows.append((gettext("Born"), say_date(child.date_of_birth, gettext)))
    numbers = [f"{one.key} ({one.source})" for one in child.identifiers.order_by("source", "key")]
    return [*rows, (gettext("Numbers"), ", ".join(numbers))] if numbers else rows


def terms_for(request: AccessRequest) -> str:
    """What one would search any place for, as a start."""
    return _terms(search_with(request.child)) if request.child else ""


def _terms(rows: list[tuple[str, str]]) -> str:
    return "\n".join(f"{name}: {value}" for name, value in rows)


def _covers(search: SourceSearch, child: Child) -> str:
    """What is known here of the years this place covers."""
    place = place_of(search)
    if search.source == OWN_FILE:
        return _in_words(held_here(child))
    if not place.source.systems:
        return ""
    brought = brought_by(child, place.source.systems)
    if brought.newest is None:
        return gettext("No import from here has ever run: it has to be searched where it is.")
    return gettext("The last import ran on %(day)s. %(held)s It brings a part of what is there, so search there too.") % {
        "day": say_date(brought.newest.date(), gettext),
        "held": _in_words(brought.held),
    }


def _in_words(held: Held) -> str:
    if not held.count:
        return gettext("Nothing about them is here.")
    if held.first is None or held.last is None:
        return gettext("Entries: %(count)s, none with a day.") % {"count": held.count}
    days = {"first": held.first.year, "last": held.last.year, "count": held.count}
    return gettext("Entries: %(count)s, from %(first)s to %(last)s.") % days


def _colleagues(user: User, at: datetime) -> list[tuple[str, str]]:
    """Everybody who works here, for the list of whom to ask: name and role."""
    return [
        (str(one.user.pk), f"{one.user}, {one.roles_in_words}")
        for one in staff(at)
        if one.user.is_active and one.roles_in_words and one.user.pk != user.pk
    ]
