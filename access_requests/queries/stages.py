"""What a worker sees of a request about a child of theirs, or of one they took down: how far it is and its days. Never a word of it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext

from access_requests.lifecycle import LABELS
from access_requests.models import AccessRequest
from access_requests.queries.due_words import Due, due_of
from law.calendar_words import say_date
from law.working_time import london_day
from people.models import Child


@dataclass(frozen=True, slots=True)
class Stage:
    """One request from afar. `own`: the young person asked themselves."""

    reference: str
    own: bool
    received: str
    state: str
    officer: str
    due: Due


def stages_for(child: Child, now: datetime) -> list[Stage]:
    """The requests about this child, newest first, for those who work with them: the caller asks for nobody whose reach is lent.

    One of the young person's own is left out when they asked that their worker is not told.
    """
    rows: QuerySet[AccessRequest] = AccessRequest.objects.filter(child=child).select_related("officer").order_by("-received_on")
    return [stage_of(one, now) for one in rows if _may_be_told(one)]


def stage_of(one: AccessRequest, now: datetime) -> Stage:
    """How far it is."""
    return Stage(
        reference=one.reference,
        own=one.asker == AccessRequest.Asker.SELF,
        received=say_date(one.received_on, gettext),
        state=gettext(LABELS[one.standing]),
        officer=str(one.officer) if one.officer else "",
        due=due_of(one, london_day(now)),
    )


def _may_be_told(one: AccessRequest) -> bool:
    return one.asker != AccessRequest.Asker.SELF or one.answers.get("tell_worker") != "no"
