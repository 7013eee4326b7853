"""From an entry and what happened to it to how it stands today. Used when an entry is added, and to rebuild the index.

Nothing here decides anything new: the opening rules (official_file/opening_rules.py), the newest Sharing, and whether the
council's system still holds it (official_file/presence.py) do.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.conf import settings

from audit.insert import make
from cms.queries import staffed_hours
from law.bank_holidays import bank_holidays
from law.working_time import LONDON, StaffedHours, next_opening
from official_file.happenings import Happenings, happened_to
from official_file.kinds import KINDS
from official_file.models import Entry, EntryNow, Sharing, SourceChange
from official_file.models.now import State
from official_file.opening_rules import leaves_no_trace
from official_file.plain_language.when import When
from official_file.presence import Presence
from official_file.routine import Rules, opening_day, rules_by_kind
from official_file.telling_once import told_by
from official_file.theme_index import keep_themes, known_of, said_of

CARRIED = (State.WITHHELD, State.HELD, State.NOT_MINE)
AT_ONCE = 100  # rows of one statement
MOVED = [field.name for field in EntryNow._meta.concrete_fields if not field.primary_key]


def hours_of_council() -> StaffedHours:
    """The council's staffed hours as the content editors set them."""
    hours = staffed_hours()
    return StaffedHours(days=frozenset(hours.days), opens=hours.opens, closes=hours.closes)


def opening_moment(day: date, hours: StaffedHours) -> datetime:
    """The moment in staffed hours at which something opens that may be seen from `day`."""
    start = datetime.combine(day, time.min, tzinfo=LONDON)
    return next_opening(start, hours, bank_holidays(settings.NATION))


def first_standing(entry: Entry, body: dict[str, Any], hours: StaffedHours, replaced: EntryNow | None = None, *, rules: Rules) -> EntryNow:
    """How a new entry stands before anybody decided anything. What was withheld or held stays so in its next version.

    `rules`: the council's own for everyday kinds (official_file/routine.py).
    """
    when = When.from_body(body["when"])
    no_trace = leaves_no_trace(body["kind"], body["facts"], body["restricted"])
    day = opening_day(body, entry.recorded_at, rules, lambda day: opening_moment(day, hours))
    if body["sensitivity"] > 1 or KINDS[body["kind"]].free:
        day = None
    state = State.BY_RULE if day or no_trace else State.WAITING
    if replaced and replaced.state in CARRIED:
        day, state = None, State.WAITING if replaced.state == State.HELD else State(replaced.state)
    elif replaced and day and replaced.state == State.WAITING and _left_to_worker(replaced.entry):
        day, state = None, State.WAITING
    elif replaced and day and replaced.state == State.WITH_SUPPORT:
        state = State.WITH_SUPPORT  # its older version was only to be read beside somebody
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
        "classified": known_of(body).sure,
        "limited": replaced.limited if replaced else "",
        "superseded_by_id": None,
        "state": state,
        "opens_at": opening_moment(day, hours) if day else None,
        "closes_at": None,
        "gone_since": None,
        "part_of_id": replaced.part_of_id if replaced else None,
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
    """An older version stays readable until the newer one opens; then only the newer shows. What is gone, is gone in every version."""
    now.superseded_by_id = newer.entry_id
    hides = newer.state in (State.NOT_MINE, State.DISPOSED) or (newer.gone_since and not newer.opens_at)
    now.closes_at = now.recorded_at if hides else newer.opens_at


def refresh(entry: Entry) -> EntryNow:
    """Make one entry's standing again from its payload and all that happened to it, and that of the version it replaced."""
    return refresh_all([entry])[0]


def refresh_all(entries: Sequence[Entry]) -> list[EntryNow]:
    """`refresh` for many entries, each older version before the newer: few questions, one lock each. Call inside a transaction."""
    before = {row.pk: row for row in EntryNow.objects.select_for_update().filter(pk__in=[entry.pk for entry in entries])}
    older = list(EntryNow.objects.filter(superseded_by__in=entries).select_related("entry__payload"))
    replaces = {row.superseded_by_id: row for row in older}
    hours, happened, said, rules = hours_of_council(), happened_to(entries), said_of(entries), rules_by_kind()
    fresh: dict[UUID, EntryNow] = {}
    for entry in entries:
        replaced = replaces.get(entry.pk)
        now = _standing(entry, happened[entry.pk], hours, fresh.get(replaced.pk, replaced) if replaced else None, rules)
        now.classified = now.classified or entry.pk in said
        was = before[entry.pk]
        now.superseded_by_id, now.closes_at, now.part_of_id = was.superseded_by_id, was.closes_at, was.part_of_id
        fresh[entry.pk] = now
    touched = {row.pk: fresh.get(row.pk, row) for row in older}
    for row in touched.values():
        set_closing(row, fresh[row.superseded_by_id])
    EntryNow.objects.bulk_update({**touched, **fresh}.values(), MOVED, batch_size=AT_ONCE)
    keep_themes(entries, said)
    return list(fresh.values())


def rebuild(entries: Iterable[Entry]) -> int:
    """Make the index rows of these entries again: every version of each, in chain order. Returns how many."""
    entries, hours, rules = list(entries), hours_of_council(), rules_by_kind()
    happened, said = happened_to(entries), said_of(entries)
    newer = {UUID(entry.body["supersedes"]): entry.pk for entry in entries if entry.body.get("supersedes")}
    tells = told_by({entry.child_id for entry in entries}, newer)
    made: dict[UUID, EntryNow] = {}
    for entry in entries:
        supersedes = entry.body.get("supersedes")
        replaced = made.get(UUID(supersedes)) if supersedes else None
        made[entry.pk] = now = _standing(entry, happened[entry.pk], hours, replaced, rules)
        now.part_of_id = tells.get(entry.pk)
        now.classified = now.classified or entry.pk in said
        if replaced:
            set_closing(replaced, now)
    EntryNow.objects.filter(pk__in=list(made)).delete()
    EntryNow.objects.bulk_create(made.values())
    keep_themes(entries, said)
    return len(made)


def _standing(entry: Entry, happened: Happenings, hours: StaffedHours, replaced: EntryNow | None, rules: Rules) -> EntryNow:
    """How it stands after everything that happened to it, in the order in which it happened."""
    if not entry.body:  # what was destroyed is never opened again
        return _disposed(entry)
    now = first_standing(entry, entry.body, hours, replaced, rules=rules)
    presence = Presence(happened.sources, by_rule=now.no_trace)
    for one in happened.in_order:
        if isinstance(one, SourceChange):
            presence.change(now, one)
        else:
            presence.decided(one)
            apply_sharing(now, one)
    return now


def _left_to_worker(entry: Entry) -> bool:
    """Whether the last decision about it, or about the versions before it, left it to a worker: its next version opens by no rule."""
    version: Entry | None = entry
    while version:
        last = version.sharings.exclude(decision=Sharing.Decision.LIMITED).order_by("at").last()
        if last:
            return last.decision in (Sharing.Decision.HELD, Sharing.Decision.RETURNED)
        version = Entry.objects.filter(pk=version.body["supersedes"]).first() if version.body.get("supersedes") else None
    return False


def _disposed(entry: Entry) -> EntryNow:
    blank = {"child_id": entry.child_id, "kind": "", "section": "", "sections": "|", "sensitivity": 2}
    return EntryNow(entry=entry, **blank, state=State.DISPOSED, no_trace=True, recorded_at=entry.recorded_at)
