"""The part of a request's page about where we look. Shown by templates/access_requests/part_searching.html."""

from dataclasses import dataclass
from datetime import datetime

from access_requests.lifecycle import State
from access_requests.models import AccessRequest, Consultation
from access_requests.queries.missing import Gaps, missing_from
from access_requests.queries.searching import Place, Progress, places_of, progress_of, still_open
from access_requests.queries.tried import Try, tries_about
from law.working_time import london_day
from people.models import User

SHOWN = 6  # places of the list that is left


@dataclass(frozen=True, slots=True)
class SearchingPart:
    """How far the search is, what is left of it, what no place covers, who was consulted, and what was tried on the file."""

    progress: Progress
    left: list[Place]
    more_left: int
    missing: Gaps
    unanswered: list[Consultation]
    tries: list[Try]
    waits: bool

    @property
    def summary(self) -> str:
        """Beside the title while the part is folded."""
        return self.progress.words


def part(request: AccessRequest, _user: User, now: datetime) -> SearchingPart | None:
    """What stands in it for this member of staff; None before anybody knows whose record it is."""
    if request.child is None:
        return None
    places = places_of(request)
    left = still_open(places)
    tries = tries_about(request)
    return SearchingPart(
        progress=progress_of(places),
        left=left[:SHOWN],
        more_left=len(left[SHOWN:]),
        missing=missing_from(request, london_day(now)),
        unanswered=list(request.consultations.filter(answered_on=None)),
        tries=tries,
        waits=bool(tries) and request.ended_at is None or request.standing is State.SEARCHING,
    )
