"""What comes next about a request as it stands now: the facts of the table (access_requests/next_action.py), its words and its place."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext

from access_requests.clock import VERY_LONG_QUESTION_DAYS, clock_of, open_questions
from access_requests.first_contact import contact_due
from access_requests.lifecycle import State
from access_requests.models import AccessRequest, Complaint, Gathering, Item, ItemReading, RequestMessage, SearchAnswer, SourceSearch
from access_requests.next_action import BEFORE_SEARCH, PLACE, WAITING, WORDS, Facts, Gathered, Step, next_step
from access_requests.pack import EXACT, Says
from access_requests.queries.who import may_go_on
from law.working_time import london_day

OVER = (Complaint.State.DECIDED, Complaint.State.TAKEN_BACK)
NOBODYS = Q(officer__isnull=True) | Q(officer__is_active=False)
GATHERED = {
    Gathering.State.WAITING: Gathered.UNDER_WAY,
    Gathering.State.RUNNING: Gathered.UNDER_WAY,
    Gathering.State.FAILED: Gathered.FAILED,
    Gathering.State.DONE: Gathered.DONE,
}


@dataclass(frozen=True, slots=True)
class NextAction:
    """One thing to do: a sentence, where on the page it is done, and by when. `waits`: for somebody else, or for the machine."""

    step: Step
    text: str
    url: str
    due: date | None
    waits: bool

    def is_late(self, today: date) -> bool:
        """Whether its day has passed."""
        return self.due is not None and self.due < today


def next_action(request: AccessRequest, now: datetime) -> NextAction:
    """What comes next about it."""
    return action_of(with_facts(AccessRequest.objects.filter(pk=request.pk)).get(), now)


def with_facts(rows: QuerySet[Any]) -> QuerySet[Any]:
    """The requests with what `facts_of` reads, in one statement for all of them."""
    places = SourceSearch.objects.filter(request=OuterRef("pk")).left()
    copies = Q(same_as__isnull=False, alike__gte=EXACT)  # nobody reads the same words twice
    unread = Item.objects.filter(request=OuterRef("pk"), set_aside="", readings__isnull=True).exclude(copies)
    newest = ItemReading.objects.filter(item=OuterRef("pk")).order_by("-at", "-id")
    read = Item.objects.filter(request=OuterRef("pk"), set_aside="").exclude(copies).annotate(said=Subquery(newest.values("says")[:1]))
    complaints = Complaint.objects.filter(request=OuterRef("pk")).exclude(state__in=OVER)
    messages = RequestMessage.objects.filter(request=OuterRef("pk")).order_by("-at")
    found = SearchAnswer.objects.filter(search__request=OuterRef("pk"), outcome=SearchAnswer.Outcome.FOUND)
    runs = Gathering.objects.filter(request=OuterRef("pk")).order_by("-asked_at")
    return rows.select_related("child", "officer", "requester").prefetch_related("clock_facts").annotate(
        places_left=_count(places),
        unread=_count(unread),
        holds_something=Exists(Item.objects.filter(request=OuterRef("pk"))),
        found=Exists(found),
        to_hide=_count(read.filter(said=Says.HIDE_PARTS)),
        complaints_open=_count(complaints),
        message_waits=Subquery(messages.values("from_requester")[:1]),
        gathered=Subquery(runs.values("state")[:1]),
    )  # fmt: skip


def _count(rows: QuerySet[Any]) -> Coalesce:
    counted = rows.order_by().values("request").annotate(how_many=Count("pk", distinct=True)).values("how_many")
    return Coalesce(Subquery(counted), 0)


def facts_of(row: Any, now: datetime) -> Facts:
    """What the table asks about a row of `with_facts`."""
    return Facts(
        state=row.standing,
        officer=row.officer is not None and row.officer.is_active,  # whoever has left deals with nothing any more
        contacted=row.first_contact_at is not None,
        message_waits=bool(row.message_waits),
        question_is_old=_question_is_old(row, now),
        held=_may_be_held(row) and bool(may_go_on(row, now)),
        places_left=row.places_left,
        gathered=GATHERED.get(row.gathered, Gathered.NOT_BEGUN),
        unread=row.unread,
        to_hide=row.to_hide,
        found=row.found,
        empty=not row.holds_something,
        complaint_open=row.complaints_open > 0,
    )


def _may_be_held(row: AccessRequest) -> bool:
    """Whether it is worth asking: later than the search, or once somebody's own request is looked into, nothing holds it but a death."""
    if row.standing in BEFORE_SEARCH:
        return True
    own = row.asker == AccessRequest.Asker.SELF and row.child is not None and row.child.died_on is None
    return row.standing is State.SEARCHING and not own


def _question_is_old(row: AccessRequest, now: datetime) -> bool:
    return any((london_day(now) - fact.on).days >= VERY_LONG_QUESTION_DAYS for fact in open_questions(row))


def action_of(row: Any, now: datetime) -> NextAction:
    """What comes next about a row of `with_facts`."""
    step = next_step(facts_of(row, now))
    place = PLACE[step]
    page = reverse("access_requests:request", args=[row.pk])
    return NextAction(step, gettext(WORDS[step]), f"{page}#{place}" if place else page, _due(row, step, now), step in WAITING)


def _due(row: AccessRequest, step: Step, now: datetime) -> date | None:
    """The first two have a day of their own; all else is due when the answer is."""
    if step is Step.NOTHING:
        return None
    if step in (Step.NAME_OFFICER, Step.FIRST_CONTACT):
        return contact_due(row.received_on, row.nation)
    clock = clock_of(row, today=london_day(now))
    return clock.due_cautious if clock else None
