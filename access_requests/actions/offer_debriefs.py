"""Those who read something very hard are asked how they are. What they answer is theirs alone: nobody is told, no line is written."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.models import AccessRequest, Debrief
from people.errors import NotAllowed
from people.models import User

MARKED, READ, ENDED = "marked", "read", "ended"


@transaction.atomic
def offer_debriefs(*, request: AccessRequest, why: str, now: datetime) -> list[Debrief]:
    """Ask both readers of it, each once for each reason. `why`: it was found to be hard, it was read through, it has ended."""
    readers = [pk for pk in (request.officer_id, request.second_reader_id) if pk]
    made = [Debrief.objects.get_or_create(officer_id=pk, request=request, why=why, defaults={"offered_at": now}) for pk in readers]
    return [row for row, _new in made]


@transaction.atomic
def answer_debrief(*, debrief: Debrief, says: str, by: User, now: datetime) -> Debrief:
    """Keep what they said: they talked, they would like to, or not now. Raises NotAllowed for anybody else's."""
    debrief = Debrief.objects.select_for_update().get(pk=debrief.pk)
    if debrief.officer_id != by.pk:
        raise NotAllowed("not_found", _("We can't find that page."))
    if says not in Debrief.Says.values:
        raise NotAllowed("no_answer", _("Choose one of the three answers."))
    debrief.says, debrief.said_at = says, now
    debrief.save(update_fields=["says", "said_at"])
    return debrief
