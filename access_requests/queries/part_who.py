"""The part of a request's page about who is asking. Shown by templates/access_requests/part_who.html."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext

from access_requests.models import AccessRequest
from access_requests.next_action import BEFORE_SEARCH
from access_requests.permissions import can, check_handles
from access_requests.queries.who import (
    authority_of,
    competence_of,
    is_known,
    is_known_by_account,
    may_be_given,
    may_go_on,
    paper_of,
    proposal_of,
    standing_of,
    view_of,
)
from law.ages import ADULT
from law.who_may_ask import HELD_WORDS, PROMPT_WORDS, Paper, asks_the_child, prompts
from law.working_time import london_day
from people.models import User

PAPER_STATES = {Paper.SEEN: "done", Paper.NONE: "careful", Paper.RUN_OUT: "careful", Paper.ENDED: "careful"}


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to know of who asks, how it stands, and where it is settled ("" when this reader cannot)."""

    what: str
    state: str
    kind: str
    url: str


@dataclass(frozen=True, slots=True)
class WhoPart:
    """What stands in the way of looking and of giving, what to bear in mind, and each thing by itself."""

    holds: list[str]
    later: list[str]
    prompts: list[str]
    rows: list[Row]
    waits: bool

    @property
    def summary(self) -> str:
        """Beside the title while the part is folded."""
        return self.holds[0] if self.holds else gettext("Clear")


def part(request: AccessRequest, user: User, now: datetime) -> WhoPart:
    """What stands in it for this member of staff."""
    held = may_go_on(request, now)
    later = [reason for reason in may_be_given(request, now) if reason not in held]
    handles = request.ended_at is None and can(check_handles, user, request, now)
    rows = [_record(request), _identity(request), *_for_another(request, now), *_understanding(request, now)]
    return WhoPart(
        holds=[gettext(HELD_WORDS[reason]) for reason in held] if request.ended_at is None else [],
        later=[gettext(HELD_WORDS[reason]) for reason in later] if request.ended_at is None else [],
        prompts=[gettext(PROMPT_WORDS[one]) for one in prompts(standing_of(request, now))],
        rows=rows if handles else [Row(row.what, row.state, row.kind, "") for row in rows],
        waits=bool(held) and handles and request.standing in BEFORE_SEARCH,
    )


def _record(request: AccessRequest) -> Row:
    what = gettext("Whose record it is")
    if request.child:
        fixed = request.requester_id is not None or request.standing not in BEFORE_SEARCH
        return Row(what, str(request.child), "done", "" if fixed else reverse("access_requests:other_person", args=[request.pk]))
    return Row(what, gettext("Not found yet"), "careful", reverse("access_requests:find_record", args=[request.pk]))


def _identity(request: AccessRequest) -> Row:
    what, url = gettext("Who is asking"), reverse("access_requests:identity", args=[request.pk])
    if not is_known(request):
        return Row(what, gettext("Not known yet"), "careful", url)
    by_account = is_known_by_account(request) and not request.identity_steps.exists()
    return Row(what, gettext("Signed in: nothing more is needed") if by_account else gettext("Known"), "done", url)


def _for_another(request: AccessRequest, now: datetime) -> list[Row]:
    if request.asker == AccessRequest.Asker.SELF:
        return []
    paper = paper_of(authority_of(request), london_day(now))
    words = {
        Paper.SEEN: gettext("Looked at"),
        Paper.NONE: gettext("Not looked at yet"),
        Paper.RUN_OUT: gettext("Run out"),
        Paper.ENDED: gettext("Taken back"),
    }
    url = reverse("access_requests:authority", args=[request.pk])
    rows = [Row(gettext("What lets them ask"), words[paper], PAPER_STATES[paper], url)]
    view = view_of(request)
    if request.child and (view or asks_the_child(standing_of(request, now))):
        said, kind = (view.get_says_display(), "plain") if view else (gettext("Not asked yet"), "careful")
        rows.append(Row(gettext("What the young person thinks"), said, kind, reverse("access_requests:hear_view", args=[request.pk])))
    return rows


def _understanding(request: AccessRequest, now: datetime) -> list[Row]:
    child, age = request.child, standing_of(request, now).age
    if child is None or (age is not None and age >= ADULT):
        return []
    note, waiting = competence_of(child), proposal_of(child)
    said = note.get_basis_display() if note else gettext("Nothing is written down")
    state = gettext("A second person is needed") if waiting else said
    url = reverse("access_requests:understanding", args=[request.pk])
    return [Row(gettext("What they understand about asking"), state, "careful" if waiting else "plain", url)]
