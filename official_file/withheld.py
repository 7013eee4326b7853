"""What is kept from its subject on a ground in law, and which of it they are told of.

They are told that something is there once a second person has confirmed it: the ground's own words where its `tell` is "full",
one soft sentence where it is "soft", and where it is "none" nothing at all, like what leaves no trace. Never its title, kind,
day, author or words.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.db.models import CharField, Exists, OuterRef, QuerySet, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, JSONObject
from django.utils.dateparse import parse_date, parse_datetime

from law.exemptions import Ground, Tell
from law.exemptions import ground as ground_of
from official_file.models import EntryNow, Sharing, SharingCheck
from official_file.models.now import State
from people.models import Child, Task, TaskKind

ABOUT = "sharing"
ROW = ("pk", "superseded_by_id", "day", "kind", "sections")


@dataclass(frozen=True, slots=True)
class Withheld:
    """One thing its subject is told of. `day`, `kind` and `sections` only say where; they are never shown. `id` is the decision's."""

    id: UUID
    ground: Ground
    role: str
    at: datetime
    review_on: date
    asked_at: datetime | None
    talk_asked_at: datetime | None
    day: date | None
    kind: str
    sections: str


def withheld_from(child: Child, today: date) -> list[Withheld]:
    """Everything withheld that this child is told of, oldest first. Not what they chose never to hear of."""
    rows = EntryNow.objects.filter(child=child, state=State.WITHHELD, no_trace=False, part_of__isnull=True)
    rows = rows.not_of_a_theme_never_shown(child)
    return told(rows.annotate(decision=decision_of(OuterRef("pk"))).values(*ROW, "decision"), today)


def decision_of(entry: Any) -> Subquery:
    """The newest withholding of an entry with what came of it, as one value: a list of many entries costs one query."""
    newest = Sharing.objects.filter(entry=entry, decision=Sharing.Decision.WITHHELD).order_by("-at")
    agreed = SharingCheck.objects.filter(sharing=OuterRef("pk"), agrees=True)
    facts: dict[str, Combinable | str] = {
        "id": Cast("pk", CharField()),
        "ground": "ground",
        "role": "by_role",
        "at": Cast("at", CharField()),
        "review_on": Cast("review_on", CharField()),
        "agreed": Exists(agreed),
        "asked_at": Cast(_asked(TaskKind.LOOK_AGAIN), CharField()),
        "talk_asked_at": Cast(_asked(TaskKind.TALK), CharField()),
    }
    return Subquery(newest.values(facts=JSONObject(**facts))[:1])


def told(rows: Iterable[Mapping[str, Any]], today: date) -> list[Withheld]:
    """Of all withheld rows of a child (ROW and "decision"), those they are told of. A newer version stands by its older one's decision."""
    by_id = {row["pk"]: row for row in rows}
    older = {row["superseded_by_id"]: row for row in by_id.values() if row["superseded_by_id"]}
    found = []
    for row in by_id.values():
        if row["superseded_by_id"] or (row["day"] and row["day"] > today):
            continue
        decided: Mapping[str, Any] | None = row
        while decided and not decided["decision"]:
            decided = older.get(decided["pk"])
        one = _told(row, decided["decision"]) if decided else None
        if one:
            found.append(one)
    return sorted(found, key=lambda one: (one.day or date.max, one.at, one.id))


def standing_withholding(row: EntryNow) -> Sharing | None:
    """The decision by which an entry stands withheld: its own, or that of an older version. None when it is not withheld."""
    version: EntryNow | None = row
    while version and version.state == State.WITHHELD:
        own = Sharing.objects.filter(entry=version.pk, decision=Sharing.Decision.WITHHELD).order_by("at").last()
        if own:
            return own
        version = EntryNow.objects.filter(superseded_by=version.pk).first()
    return None


def decided_about(sharing: Sharing) -> set[UUID]:
    """The ids of those who withheld it, or answered as the second person: nobody of them looks at it again."""
    check = SharingCheck.objects.filter(sharing=sharing).first()
    looked = Task.objects.filter(kind=TaskKind.LOOK_AGAIN, about_type=ABOUT, about_id=sharing.pk, done_by__isnull=False)
    return {sharing.by_id, *([check.by_id] if check else []), *looked.values_list("done_by_id", flat=True)}


def _asked(kind: TaskKind) -> Subquery:
    tasks: QuerySet[Task] = Task.objects.filter(kind=kind, about_type=ABOUT, about_id=OuterRef("pk")).order_by("-made_at")
    return Subquery(tasks.values("made_at")[:1])


def _told(row: Mapping[str, Any], facts: Mapping[str, Any]) -> Withheld | None:
    """The thing as it is told, or None when it is not, or not yet."""
    ground, at, review_on = ground_of(facts["ground"]), _moment(facts["at"]), parse_date(facts["review_on"])
    if ground.tell is Tell.NONE or not facts["agreed"] or at is None or review_on is None:
        return None
    return Withheld(
        id=UUID(facts["id"]),
        ground=ground,
        role=facts["role"],
        at=at,
        review_on=review_on,
        asked_at=_moment(facts["asked_at"]),
        talk_asked_at=_moment(facts["talk_asked_at"]),
        day=row["day"],
        kind=row["kind"],
        sections=row["sections"],
    )


def _moment(text: str | None) -> datetime | None:
    """A stored moment: PostgreSQL writes it with its zone, SQLite in UTC without one."""
    found = parse_datetime(text) if text else None
    return found.replace(tzinfo=found.tzinfo or UTC) if found else None
