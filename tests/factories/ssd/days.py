"""A day later: some rows say something else, some are new, some are gone, some are there again; and exactly which."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from tests.factories.ssd.export import Export, Key
from tests.factories.ssd.tables import Row, key_of

ONE = timedelta(days=1)
CODES = ("PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7")


@dataclass
class Day:
    """The rows, as (table, key), that a day changed, added, took away and brought back; and the children concerned."""

    changed: set[Key] = field(default_factory=set)
    added: set[Key] = field(default_factory=set)
    vanished: set[Key] = field(default_factory=set)
    returned: set[Key] = field(default_factory=set)
    children: set[int] = field(default_factory=set)

    def taken(self) -> set[Key]:
        """Every row that something happened to."""
        return self.changed | self.added | self.vanished | self.returned


def a_day_later(
    export: Export, *, changed: int = 30, added: int = 20, vanished: int = 15, returned: int = 5, seed: int = 1
) -> tuple[Export, Day]:
    """The next day's export and what is different. `returned` are of those that an earlier day took away, as many as there are.

    What changes are facts that a person would read (how a meeting was held, when an order or a time missing ended), so that
    each changed row makes exactly one entry say something else; a row is touched once.
    """
    chance, day, families = random.Random(f"{seed}/{export.day}"), Day(), export.families()
    back = chance.sample(sorted(export.gone), min(returned, len(export.gone)))
    day.returned.update(back)
    changes, new = dict(export.changed), {number: list(rows) for number, rows in export.added.items()}

    def a_row_of(tables: dict[str, Any]) -> tuple[int, Row]:
        while True:
            number = chance.randrange(export.children)
            rows = [row for row in export.rows_of(number, families[number]) if row[0] in tables and key_of(row) not in day.taken()]
            rows = [row for row in rows if tables[row[0]] is None or tables[row[0]](row[1]) is not None]
            if rows:
                day.children.add(number)
                return number, chance.choice(rows)

    for _number in range(changed):
        _child, row = a_row_of(CHANGES)
        changes[key_of(row)] = changes.get(key_of(row), {}) | CHANGES[row[0]](row[1])
        day.changed.add(key_of(row))
    for at in range(added):
        child, row = a_row_of({"ssd_cla_visits": None})
        visit = _visit_after(row[1], f"{export.day:%Y%m%d}-{at}", export.day)
        new.setdefault(child, []).append(visit)
        day.added.add(key_of(visit))
    for _number in range(vanished):
        _child, row = a_row_of(VANISH)
        day.vanished.add(key_of(row))
    gone = (export.gone | day.vanished) - day.returned
    return export.on(export.day + ONE, changed=changes, added=new, gone=frozenset(gone)), day


def _review(values: dict[str, Any]) -> dict[str, Any] | None:
    code = values.get("clar_cla_review_participation")
    return {"clar_cla_review_participation": CODES[(CODES.index(code) + 1) % len(CODES)]} if code in CODES else None


def _missing(values: dict[str, Any]) -> dict[str, Any] | None:
    start: date = values["miss_missing_episode_start_date"]
    days = (values["miss_missing_episode_end_date"] - start).days
    return {"miss_missing_episode_end_date": start + timedelta(days=days % 4 + 1)}


def _status(values: dict[str, Any]) -> dict[str, Any] | None:
    ends = values.get("lega_legal_status_end_date")
    return {"lega_legal_status_end_date": ends - ONE} if ends and ends - ONE > values["lega_legal_status_start_date"] else None


CHANGES: dict[str, Callable[[dict[str, Any]], dict[str, Any] | None]] = {
    "ssd_cla_reviews": _review,
    "ssd_missing": _missing,
    "ssd_legal_status": _status,
}
# A meeting that was called off is in the dataset and in nobody's file, so nothing goes with it.
VANISH = {"ssd_cla_reviews": _review, "ssd_cla_visits": None, "ssd_missing": None, "ssd_sdq_scores": None}


def _visit_after(values: dict[str, Any], mark: str, day: date) -> Row:
    return "ssd_cla_visits", values | {
        "clav_cla_visit_id": f"NEW{mark}",
        "clav_cla_visit_date": day - ONE,
        "clav_cla_visit_seen_alone": "Y",
    }
