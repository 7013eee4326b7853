"""What asked a human to look soon: saying what came of it, and raising a worry that no word had found."""

from uuid import UUID

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from moderation.actions.answer_flags import answer_flags
from moderation.actions.raise_worry import raise_worry
from moderation.models import RiskOutcome
from moderation.views.page import done, found, reads
from people.access import current_user
from people.errors import NotAllowed


@require_POST
@reads
def say_what_came(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """One tap for a false alarm; the other two with a sentence."""
    contribution, outcome, sentence = found(request, pk), request.POST.get("outcome", ""), request.POST.get("sentence", "")
    if outcome not in RiskOutcome.Outcome.values:
        return done(request, _("Say what came of it: choose one of the three."), pk)
    try:
        answer_flags(contribution=contribution, outcome=outcome, sentence=sentence, by=current_user(request), now=timezone.now())
    except NotAllowed as refusal:
        return done(request, refusal.sentence, pk)
    return done(request, _("Written down. Thank you for looking."), pk)


@require_POST
@reads
def worry(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """A worker is worried about them."""
    try:
        raise_worry(contribution=found(request, pk), by=current_user(request), now=timezone.now())
    except NotAllowed as refusal:
        return done(request, refusal.sentence, pk)
    return done(request, _("It is urgent now, on your desk and on the manager's. If somebody is in danger, call 999 first."), pk)
