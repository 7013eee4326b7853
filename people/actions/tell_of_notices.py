"""What is new is told once to those who asked to be told, outside their quiet hours, and reminded of once at most (M19)."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils.translation import override

from audit.who import Who
from people.models import ContactWay, Notice, NoticePreference, NoticeSending, User
from people.telling.quiet import after_quiet
from people.telling.sending import send_message
from people.telling.words import Message, once_more, something_new, to_fill_in

REMIND_AFTER = timedelta(days=3)
A_DAY = timedelta(days=1)
AN_HOUR = timedelta(hours=1)
MOST_TRIES = 5
FILL_IN = "prepare_invited"
State = NoticeSending.State
LinkOf = Callable[[Notice | None], str]


def tell_of_notices(*, link_of: LinkOf, by: Who, now: datetime) -> int:
    """Queue what is new, then send what is due: one message for all that waits for somebody. Returns how many messages went out.

    `link_of` gives the address of what a notice is about; of None, the first page. Run twice it sends nothing the second time.
    """
    _queue(now)
    _queue_reminders(now)
    ways = ContactWay.objects.filter(sendings__state=State.WAITING, sendings__not_before__lte=now, user__is_active=True)
    return sum(_send_one(way, link_of, now) for way in ways.distinct().select_related("user"))


def _queue(now: datetime) -> None:
    """A row for each unseen notice and each proved way. A notice that was told again since it was sent begins anew."""
    for way in ContactWay.objects.filter(proved_at__isnull=False, user__is_active=True).select_related("user"):
        unseen = Notice.objects.filter(user=way.user_id, seen_at__isnull=True, at__gte=way.proved_at)
        NoticeSending.objects.filter(way=way, notice__in=unseen, sent_at__lt=F("notice__at")).delete()
        for notice in unseen.exclude(sendings__way=way):
            NoticeSending.objects.get_or_create(notice=notice, way=way, turn=1, defaults={"not_before": _calm(way.user, now)})


def _queue_reminders(now: datetime) -> None:
    """One for each way, of the oldest that was told three days ago and not looked at: only for those who want one."""
    wanted = NoticeSending.objects.filter(way__user__notice_preference__remind=True, notice__seen_at__isnull=True, turn=1, state=State.SENT)
    for row in wanted.filter(sent_at__lte=now - REMIND_AFTER).select_related("way__user", "notice"):
        if not NoticeSending.objects.filter(way=row.way, turn=2, notice__seen_at__isnull=True).exists():
            defaults = {"not_before": _calm(row.way.user, now)}
            NoticeSending.objects.get_or_create(notice=row.notice, way=row.way, turn=2, defaults=defaults)


@transaction.atomic
def _send_one(way: ContactWay, link_of: LinkOf, now: datetime) -> int:
    """One message for all that is due by this way. What they have seen meanwhile is not told. Returns 1 when one went out."""
    due = NoticeSending.objects.select_for_update().filter(way=way, state=State.WAITING, not_before__lte=now)
    due.filter(notice__seen_at__isnull=False).delete()
    rows = list(due.filter(notice__seen_at__isnull=True))
    if not rows:
        return 0
    if _knows(way, rows, now):
        due.update(not_before=_calm(way.user, now + AN_HOUR))
        return 0
    try:
        with override(way.user.language):
            send_message(way, _message(rows, link_of))
    except OSError:
        due.update(tries=F("tries") + 1, not_before=_calm(way.user, now + AN_HOUR))
        due.filter(tries__gte=MOST_TRIES).update(state=State.FAILED)
        return 0
    due.update(state=State.SENT, sent_at=now)
    return 1


def _knows(way: ContactWay, rows: list[NoticeSending], now: datetime) -> bool:
    """Whether they were told in the last day and have not looked since: then they know that something waits. A reminder is no news."""
    if any(row.turn == 2 for row in rows):
        return False
    told = NoticeSending.objects.filter(way=way, state=State.SENT, notice__seen_at__isnull=True)
    return told.filter(sent_at__gt=now - A_DAY).exists()


def _message(rows: list[NoticeSending], link_of: LinkOf) -> Message:
    if all(row.turn == 2 for row in rows):
        return once_more(link_of(None))
    if len(rows) == 1 and rows[0].notice.kind == FILL_IN:
        return to_fill_in(link_of(rows[0].notice))
    return something_new(link_of(None))


def _calm(user: User, at: datetime) -> datetime:
    wants = NoticePreference.objects.filter(user=user).first() or NoticePreference(user=user)
    return after_quiet(at, wants.quiet_from, wants.quiet_until)
