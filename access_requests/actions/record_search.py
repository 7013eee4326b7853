"""What a search of one place came to is written down: by whom, when, with which terms, and which years the place covers (needs F2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.audit_chain import chain_of
from access_requests.models import AccessRequest, SearchAnswer, SourceSearch
from access_requests.models.signed import signed
from access_requests.searching_permissions import ABOUT, check_may_answer
from access_requests.sources import ADOPTION
from audit.events import Event
from audit.record import record
from law.working_time import london_day
from people.actions.finish_task import finish_task
from people.errors import NotAllowed
from people.models import Task, TaskKind, User

Outcome = SearchAnswer.Outcome
SEARCHED = (Outcome.FOUND, Outcome.NOTHING)


@dataclass(frozen=True, slots=True)
class Found:
    """What came of it. `terms`: what was searched for, needed where it was searched. `words`: why, needed where it was not."""

    outcome: str
    searched_on: date
    terms: str = ""
    covers_from: date | None = None
    covers_to: date | None = None
    words: str = ""


@transaction.atomic
def record_search(*, search: SourceSearch, found: Found, by: User, now: datetime) -> SearchAnswer:
    """Add the answer; earlier ones stay, and the newest counts. Whoever was asked to search it owes it no longer.

    Raises NotAllowed for somebody who neither handles the request nor was asked, and for an answer that does not say enough.
    """
    request = search.request = AccessRequest.objects.select_for_update().get(pk=search.request_id)
    check_may_answer(by, search, now)
    _check(search, found, request, now)
    answer = SearchAnswer.objects.create(
        search=search,
        outcome=found.outcome,
        terms=found.terms.strip(),
        covers_from=found.covers_from,
        covers_to=found.covers_to,
        words=found.words.strip(),
        searched_on=found.searched_on,
        **signed(by, now),
    )
    for task in Task.objects.open().filter(kind=TaskKind.SEARCH_SOURCE, about_type=ABOUT, about_id=search.pk):
        finish_task(task=task, outcome="", by=by, now=now)
    who = by.who(now)
    record(Event.REQUEST_PLACE_SEARCHED, child=chain_of(request), by=who, at=now, about_type=ABOUT, about_id=search.pk)
    return answer


def _check(search: SourceSearch, found: Found, request: AccessRequest, now: datetime) -> None:
    if found.outcome not in Outcome.values:
        raise NotAllowed("no_outcome", _("Choose what came of it."))
    if search.source == ADOPTION and found.outcome != Outcome.NOT_OURS:
        raise NotAllowed("apart", _("Adoption is never searched here. Write down whom you handed it to."))
    if found.outcome in SEARCHED and not found.terms.strip():
        raise NotAllowed("no_terms", _("Write what you searched for: each name, each number, and which years."))
    if found.outcome not in SEARCHED and not found.words.strip():
        raise NotAllowed("no_words", _("Write why, and who may know more. The person who asked may hear of it."))
    if found.searched_on > london_day(now):
        raise NotAllowed("not_yet", _("This day has not come yet. Write down what was searched, when it was."))
    if found.searched_on < request.received_on:
        raise NotAllowed("too_early", _("This was before the request came in. Search again: something may have been added."))
    if found.covers_from and found.covers_to and found.covers_to < found.covers_from:
        raise NotAllowed("ends_first", _("The last day is before the first. Change one of them."))


@transaction.atomic
def record_searches(*, searches: Iterable[SourceSearch], found: Found, by: User, now: datetime) -> list[SearchAnswer]:
    """The same answer for several places: one report searched them all, or one person knows that none of them knew this person."""
    return [record_search(search=search, found=found, by=by, now=now) for search in searches]
