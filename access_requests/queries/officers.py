"""Who could deal with a request, in the order of whose turn it is, each with what they have now."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.utils.translation import gettext, ngettext

from access_requests.models import AccessRequest
from access_requests.permissions import can, check_can_deal_with, check_can_read_with
from access_requests.rotation import Load, in_turn
from law.working_time import london_day
from people.models import Membership, User
from people.roles import ROLES, Permission

HANDLE = frozenset({Permission.HANDLE_REQUESTS})
READ = frozenset({Permission.HANDLE_REQUESTS, Permission.CHECK_REQUESTS})


@dataclass(frozen=True, slots=True)
class Officer:
    """Somebody who could take it. `note`: what they have now; `turn`: it is theirs, as the rotation says."""

    user: User
    note: str
    turn: bool

    @property
    def choice(self) -> tuple[str, str]:
        """For a list to choose from."""
        return str(self.user.pk), f"{self.user}: {self.note}"


def who_could_deal_with(request: AccessRequest, now: datetime) -> list[Officer]:
    """Everybody whose role handles requests and who may see this one, first whose turn it is."""
    people = {str(user.pk): user for user in staff_who(HANDLE, now) if can(check_can_deal_with, user, request, now)}
    today = london_day(now)
    ordered = in_turn(_loads(people, now), hard=request.distressing, today=today)
    return [Officer(people[load.key], _note(load, today), place == 0) for place, load in enumerate(ordered)]


def who_could_read_with(request: AccessRequest, now: datetime) -> list[User]:
    """Everybody who could share the reading: who handles or checks requests, and is not its officer."""
    found = [user for user in staff_who(READ, now) if user.pk != request.officer_id]
    return [user for user in found if can(check_can_read_with, user, request, now)]


def staff_who(may: frozenset[Permission], now: datetime) -> list[User]:
    """Active staff with one of these permissions now, by name."""
    roles = [key for key, role in ROLES.items() if role.permissions & may]
    held = Membership.objects.active(now).filter(role__in=roles).values("user")
    return list(User.objects.filter(pk__in=held, is_active=True).order_by("display_name"))


def managers_of(user: User, now: datetime) -> list[User]:
    """Who manages a team they are in: somebody to talk with."""
    teams = Membership.objects.active(now).filter(user=user).values("team")
    held = Membership.objects.active(now).filter(team__in=teams, role="team_manager").values("user")
    return list(User.objects.filter(pk__in=held, is_active=True).exclude(pk=user.pk).order_by("display_name"))


def _loads(people: dict[str, User], now: datetime) -> list[Load]:
    mine = AccessRequest.objects.open().filter(officer__in=people.values())
    opened = Counter(str(pk) for pk in mine.values_list("officer", flat=True))
    hard: Counter[str] = Counter()
    last: dict[str, date] = {}
    rows = AccessRequest.objects.filter(Q(officer__in=people.values()) | Q(second_reader__in=people.values()), distressing=True)
    for officer, reader, ended_at in rows.values_list("officer", "second_reader", "ended_at"):
        for key in {str(officer), str(reader)} & people.keys():
            hard[key] += ended_at is None
            last[key] = max(last.get(key, date.min), london_day(ended_at or now))
    return [Load(str(user), opened[key], hard[key], last.get(key), key) for key, user in people.items()]


def _note(load: Load, today: date) -> str:
    said = ngettext("%(count)s open", "%(count)s open", load.open) % {"count": load.open}
    if load.hard:
        return gettext("%(open)s, %(hard)s very hard") % {"open": said, "hard": load.hard}
    return gettext("%(open)s, just had a very hard one") % {"open": said} if load.rests(today) else said
