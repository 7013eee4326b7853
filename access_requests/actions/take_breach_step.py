"""Do, decide or note something about a breach, with the words that Art 33(5) asks for. Steps are only ever added."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from access_requests.breach_rules import why_not
from access_requests.models import BreachStep, DataBreach
from access_requests.models.signed import signed
from access_requests.queries.breaches import known_of
from audit.events import Event
from audit.record import record
from people.errors import NotAllowed
from people.models import User
from people.permissions import check_role
from people.roles import Permission

Kind = BreachStep.Kind


@transaction.atomic
def take_breach_step(
    *, breach: DataBreach, kind: str, words: str, happened_at: datetime, risk: str = "", people: int | None = None, by: User, now: datetime
) -> BreachStep:
    """Take one step. Raises NotAllowed for what the law does not let be decided so (breach_rules), and once it is closed."""
    check_role(by, Permission.HANDLE_BREACHES, now)
    breach = DataBreach.objects.select_for_update().get(pk=breach.pk)
    _check(breach, kind, words, happened_at, risk, now)
    step = BreachStep.objects.create(breach=breach, kind=kind, words=words, happened_at=happened_at, **signed(by, now))
    fields = _changes(breach, kind, happened_at, risk, people)
    if fields:
        breach.save(update_fields=fields)
    facts = {"kind": str(kind)}
    record(Event.BREACH_STEP, child=None, by=by.who(now), at=now, about_type="breach", about_id=breach.pk, facts=facts)
    return step


def _check(breach: DataBreach, kind: str, words: str, happened_at: datetime, risk: str, now: datetime) -> None:
    if breach.ended_at is not None:
        raise NotAllowed("ended", _("This breach is closed. What comes up now is written down as a new one."))
    if kind not in Kind.values:
        raise NotAllowed("no_such_step", _("Choose what was done."))
    if not words.strip():
        raise NotAllowed("no_words", _("Write it in a sentence: what was done or decided, and why."))
    if not breach.noticed_at <= happened_at <= now:
        raise NotAllowed("not_then", _("That moment is before it was noticed, or still to come."))
    if kind == Kind.WEIGHED and risk not in DataBreach.Risk.values:
        raise NotAllowed("no_risk", _("Choose how great the risk to people is."))
    reason = why_not(kind, known_of(breach))
    if reason:
        raise NotAllowed("not_so", gettext(reason))


def _changes(breach: DataBreach, kind: str, happened_at: datetime, risk: str, people: int | None) -> list[str]:
    fields = []
    if kind == Kind.WEIGHED:
        breach.risk = risk
        fields.append("risk")
    if people is not None:
        breach.people = people
        fields.append("people")
    moments = {Kind.TOLD_COMMISSIONER: "told_commissioner_at", Kind.TOLD_PEOPLE: "told_people_at", Kind.ENDED: "ended_at"}
    name = moments.get(Kind(kind))
    if name and getattr(breach, name) is None:
        setattr(breach, name, happened_at)
        fields.append(name)
    return fields
