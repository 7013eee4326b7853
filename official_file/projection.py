"""From an entry and the decisions about it to how it stands today. Used when an entry is added, and to rebuild the index.

Nothing here decides anything new: the opening rules (official_file/opening_rules.py) and the newest Sharing do.
"""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django.conf import settings

from audit.insert import make
from cms.queries import staffed_hours
from law.bank_holidays import bank_holidays
from law.working_time import LONDON, StaffedHours, next_opening
from official_file.kinds import KINDS
from official_file.models import Entry, EntryNow, Sharing
from official_file.models.now import State
from official_file.opening_rules import leaves_no_trace, opens_on
from official_file.plain_language.when import When

CARRIED = (State.WITHHELD, State.HELD, State.NOT_MINE)


def hours_of_council() -> StaffedHours:
    """The council's staffed hours as the content editors set them."""
    hours = staffed_hours()
    return StaffedHours(days=frozenset(hours.days), opens=hours.opens, closes=hours.closes)


def opening_moment(day: date, hours: StaffedHours) -> datetime:
    """The moment in staffed hours at which something opens that may be seen from `day`."""
    start = datetime.combine(day, time.min, tzinfo=LONDON)
    return next_opening(start, hours, bank_holidays(settings.NATION))


def first_standing(entry: Entry, body: dict[str, Any], hours: StaffedHours, replaced: EntryNow | None = None) -> EntryNow:
    """How a new entry stands before anybody decided anything. What was withheld or held stays so in its next version."""
    when = When.from_body(body["when"])
    no_trace = leaves_no_trace(body["kind"], body["facts"], body["restricted"])
    day = opens_on(kind=body["kind"], facts=body["facts"], when=when, restricted=body["restricted"], days=settings.TOLD_FIRST_DAYS)
    if body["sensitivity"] > 1 or KINDS[body["kind"]].free:
        day = None
    state = State.BY_RULE if day or no_trace else State.WAITING
    if replaced and replaced.state in CARRIED:
        day, state = None, State.WAITING if replaced.state == State.HELD else State(replaced.state)
    elif replaced and day and replaced.state == State.WAITING and _left_to_worker(replaced.entry):
        day, state = None, State.WAITING
    values = {
        "entry_id": entry.pk,
        "child_id": entry.child_id,
        "kind": body["kind"],
        "section": body["sections"][0],
        "sections": "|" + "|".join(body["sections"]) + "|",
        "day": when.start,
        "end_day": when.end,
        "precision": str(when.precision),
        "sensitivity": body["sensitivity"],
        "no_trace": no_trace,
        "limited": replaced.limited if replaced else "",
        "superseded_by_id": None,
        "state": state,
        "opens_at": opening_moment(day, hours) if day else None,
        "closes_at": None,
        "gone_since": None,
        "part_of_id": None,
        "recorded_at": entry.recorded_at,
    }
    return make(EntryNow, values)


def apply_sharing(now: EntryNow, sharing: Sharing) -> None:
    """Let one decision change how the entry stands. Decisions are applied in the order they were made."""
    decision = Sharing.Decision(sharing.decision)
    if decision is Sharing.Decision.LIMITED:
        now.limited = "worker_and_manager"
        return
    now.opens_at = sharing.opens_at
    now.state = {
        Sharing.Decision.SHARED: State.SHARED,
        Sharing.Decision.TOLD: State.SHARED,
        Sharing.Decision.WITH_SUPPORT: State.WITH_SUPPORT,
        Sharing.Decision.HELD: State.HELD,
        Sharing.Decision.WITHHELD: State.WITHHELD,
        Sharing.Decision.RETURNED: State.WAITING,
        Sharing.Decision.NOT_MINE: State.NOT_MINE,
    }[decision]
    if now.state in (State.SHARED, State.WITH_SUPPORT):
        now.no_trace = False


def set_closing(now: EntryNow, newer: EntryNow) -> None:
    """An older version stays readable until the newer one opens; then only the newer shows."""
    now.superseded_by_id = newer.entry_id
    now.closes_at = now.recorded_at if newer.state in (State.NOT_MINE, State.DISPOSED) else newer.opens_at


def refresh(entry: Entry) -> EntryNow:
    """Make one entry's standing again from its payload and every decision about it, and that of the version it replaced."""
    now = EntryNow.objects.select_for_update().get(pk=entry.pk)
    fresh = first_standing(entry, entry.body, hours_of_council(), _replaced(entry)) if entry.body else None
    if fresh is None:
        fresh = _disposed(entry)
    else:
        for sharing in entry.sharings.order_by("at"):
            apply_sharing(fresh, sharing)
    fresh.superseded_by_id, fresh.closes_at = now.superseded_by_id, now.closes_at
    now = fresh
    now.save(force_update=True)
    older = EntryNow.objects.filter(superseded_by=entry).first()
    if older:
        set_closing(older, now)
        older.save(update_fields=["superseded_by", "closes_at"])
    return now


def rebuild(entries: Iterable[Entry]) -> int:
    """Make the index rows of these entries (in chain order) again. Returns how many."""
    hours = hours_of_council()
    made: dict[str, EntryNow] = {}
    for entry in entries:
        replaced = made.get(str(entry.body.get("supersedes"))) if entry.body else None
        now = first_standing(entry, entry.body, hours, replaced) if entry.body else _disposed(entry)
        for sharing in entry.sharings.order_by("at") if entry.body else ():  # what was destroyed is never opened again
            apply_sharing(now, sharing)
        if replaced:
            set_closing(replaced, now)
        made[str(entry.pk)] = now
    EntryNow.objects.filter(pk__in=[now.entry_id for now in made.values()]).delete()
    EntryNow.objects.bulk_create(made.values())
    return len(made)


def _left_to_worker(entry: Entry) -> bool:
    """Whether the last decision about it, or about the versions before it, left it to a worker: its next version opens by no rule."""
    version: Entry | None = entry
    while version:
        last = version.sharings.exclude(decision=Sharing.Decision.LIMITED).order_by("at").last()
        if last:
            return last.decision in (Sharing.Decision.HELD, Sharing.Decision.RETURNED)
        version = Entry.objects.filter(pk=version.body["supersedes"]).first() if version.body.get("supersedes") else None
    return False


def _replaced(entry: Entry) -> EntryNow | None:
    pk = entry.body.get("supersedes")
    return EntryNow.objects.filter(pk=pk).first() if pk else None


def _disposed(entry: Entry) -> EntryNow:
    blank = {"child_id": entry.child_id, "kind": "", "section": "", "sections": "|", "sensitivity": 2}
    return EntryNow(entry=entry, **blank, state=State.DISPOSED, no_trace=True, recorded_at=entry.recorded_at)
