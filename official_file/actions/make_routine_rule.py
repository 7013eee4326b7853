"""A manager says after how many days an everyday kind opens by itself, or that only a worker opens it: a numbered rule, never changed."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from official_file.models import Entry, RoutineRule
from official_file.projection import refresh_all
from official_file.routine import not_open_yet
from official_file.routine_rules import LONGEST_DAYS, routine_kinds
from people.errors import NotAllowed
from people.models import User
from people.permissions import check_role
from people.roles import Permission

AT_ONCE = 500


@transaction.atomic
def make_routine_rule(*, kind: str, days: int | None, reason: str, by: User, now: datetime) -> RoutineRule:
    """Make the rule; it holds for what comes in from now on, and for what is not open yet. What is open stays open.

    `days` None: only a worker opens this kind. Raises NotAllowed for a kind that no rule can open, without a reason, for days that
    are none, and for who is not a manager.
    """
    check_role(by, Permission.ALLOCATE, now)
    if kind not in routine_kinds():
        raise NotAllowed("no_such_kind", _("No rule can be made for this: a worker reads it and opens it, one by one."))
    if days is not None and not 0 <= days <= LONGEST_DAYS:
        raise NotAllowed("days", _("Write a number of days between 0 and %(most)s, or choose “only a worker”.") % {"most": LONGEST_DAYS})
    if not reason.strip():
        raise NotAllowed("no_reason", _("Write why, for whoever reads this list later."))
    who = by.who(now)
    newest = RoutineRule.objects.aggregate(number=Max("number"))["number"]  # its number stands once: of two at one moment, one is refused
    made = RoutineRule.objects.create(
        number=(newest or 0) + 1, kind=kind, days=days, reason=reason.strip(), by=by, by_name=who.name, by_role=who.role, at=now
    )
    ids = list(not_open_yet(kind, now).values_list("pk", flat=True))
    for start in range(0, len(ids), AT_ONCE):
        refresh_all(list(Entry.objects.filter(pk__in=ids[start : start + AT_ONCE]).select_related("payload")))
    record(Event.ROUTINE_RULE_MADE, child=None, by=who, at=now, facts={"number": made.number, "kind": kind})
    return made
