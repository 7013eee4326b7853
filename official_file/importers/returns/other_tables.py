"""Every table but Episodes -> facts. Each row stands alone; what is told once a year is kept for each year.

The key of a fact names its table, the child, and the day or year: "reviews/900001/2025-09-08/1", "oc2/900001/2026/1/health_check".
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from official_file.drafts import EntryDraft
from official_file.importers.returns import tables
from official_file.importers.returns.rows import Row
from official_file.importers.returns.sources import UNKNOWN_DAY, Origin, numbered, point
from official_file.plain_language.when import When

YES = 1
ADOPTION = "adoption"
NOTHING_TO_SAY = frozenset({"", "0"})  # OC3 writes 0 where nobody was in touch
HEALTH = (
    "SDQ_SCORE",
    "HEALTH_CHECK",
    "IMMUNISATIONS",
    "TEETH_CHECK",
    "HEALTH_ASSESSMENT",
    "SUBSTANCE_MISUSE",
    "INTERVENTION_RECEIVED",
    "INTERVENTION_OFFERED",
)

Facts = Iterator[EntryDraft]


def other_facts(child: str, rows: Mapping[str, list[Row]], origin: Origin) -> Facts:
    """Every fact of one child outside the Episodes table. `rows` by name of table."""
    for table, facts_of in FACTS_OF.items():
        yield from facts_of(child, rows.get(table, []), origin)


def _header(child: str, rows: list[Row], origin: Origin) -> Facts:
    for number, row in numbered(rows, lambda row: True):
        background = row.text("ETHNIC")
        if background:
            yield origin.draft(f"header/{child}/{number}/ethnic_background", "ethnic_background", UNKNOWN_DAY, code=background)
    for number, row in numbered((row for row in rows if row.day("MC_DOB")), lambda row: row.day("MC_DOB")):
        born = row.values["MC_DOB"]
        yield origin.draft(f"header/{child}/own_child/{born.isoformat()}/{number}", "own_child", point(born), born=born.isoformat())
    if any(row.number("MOTHER") == YES and row.day("MC_DOB") is None for row in rows):
        yield origin.draft(f"header/{child}/own_child/unknown", "own_child", UNKNOWN_DAY)


def _unaccompanied(child: str, rows: list[Row], origin: Origin) -> Facts:
    for number, row in numbered(rows, lambda row: True):
        until = row.day("DUC")
        yield origin.draft(f"uasc/{child}/{number}", "unaccompanied", UNKNOWN_DAY, until=until.isoformat() if until else None)


def _reviews(child: str, rows: list[Row], origin: Origin) -> Facts:
    for number, row in numbered(rows, lambda row: row.day("REVIEW")):
        day = row.values["REVIEW"]
        yield origin.draft(f"reviews/{child}/{day.isoformat()}/{number}", "review_held", point(day), code=row.text("REVIEW_CODE"))


def _health(child: str, rows: list[Row], origin: Origin) -> Facts:
    for number, row in numbered(rows, lambda row: True):
        key = f"oc2/{child}/{origin.year}/{number}"
        said: dict[str, Any] = {name.lower(): row.number(name) for name in HEALTH}
        said["sdq_reason"] = row.text("SDQ_REASON") or None
        if any(value is not None for value in said.values()):
            yield origin.draft(f"{key}/health_check", "health_check", origin.whole_year, **said)
        if row.number("CONVICTED") == YES:
            yield origin.draft(f"{key}/conviction", "conviction", origin.whole_year)


def _after_care(child: str, rows: list[Row], origin: Origin) -> Facts:
    for number, row in numbered(rows, lambda row: True):
        key, year = f"oc3/{child}/{origin.year}/{number}", origin.whole_year
        if row.text("IN_TOUCH"):
            yield origin.draft(f"{key}/touch", "leaving_care_touch", year, code=row.text("IN_TOUCH"))
        if row.text("ACTIV") not in NOTHING_TO_SAY:
            yield origin.draft(f"{key}/activity", "leaving_care_activity", year, code=row.text("ACTIV"))
        if row.text("ACCOM") not in NOTHING_TO_SAY:
            code, suitable = _home_and_suitable(row.text("ACCOM"))
            yield origin.draft(f"{key}/home", "leaving_care_home", year, code=code, suitable=suitable)


def _home_and_suitable(accom: str) -> tuple[str, int | None]:
    """A letter and whether it was suitable (1) or not (2): "B1" is ("B", 1). Anything else stays as it is."""
    if accom[:1].isalpha() and accom[1:] in {"1", "2"}:
        return accom[0], int(accom[1])
    return accom, None


def _adoption(child: str, rows: list[Row], origin: Origin) -> Facts:
    for number, row in numbered(rows, lambda row: True):
        key, carers = f"ad1/{child}/{number}", row.number("FOSTER_CARE")
        detail = {None: None, YES: "by foster carers"}.get(carers, "by others")
        if row.day("DATE_INT"):
            yield origin.draft(f"{key}/decided", ADOPTION, point(row.day("DATE_INT")), restricted=ADOPTION, step="decided")
        if row.day("DATE_MATCH"):
            when = point(row.day("DATE_MATCH"))
            yield origin.draft(f"{key}/matched", ADOPTION, when, restricted=ADOPTION, step="matched", detail=detail)


def _placed_for_adoption(child: str, rows: list[Row], origin: Origin) -> Facts:
    for number, row in numbered(rows, lambda row: row.day("DATE_PLACED")):
        placed = row.values["DATE_PLACED"]
        when = When(placed, row.day("DATE_PLACED_CEASED"))
        key, code = f"placed_adoption/{child}/{placed.isoformat()}/{number}", row.text("REASON_PLACED_CEASED")
        yield origin.draft(key, ADOPTION, when, restricted=ADOPTION, step="placed", code=code)


def _earlier_orders(child: str, rows: list[Row], origin: Origin) -> Facts:
    saying = (row for row in rows if row.text("PREV_PERM"))
    for number, row in numbered(saying, lambda row: row.text("PREV_PERM")):
        day, precision = row.partial("DATE_PERM")
        when = When(day, None, precision) if day else UNKNOWN_DAY
        key, code = f"previous_permanence/{child}/{row.text('PREV_PERM')}/{number}", row.text("PREV_PERM")
        yield origin.draft(key, "previous_order", when, code=code, authority=row.text("LA_PERM"))


def _times_away(child: str, rows: list[Row], origin: Origin) -> Facts:
    for number, row in numbered(rows, lambda row: row.day("MIS_START")):
        start = row.values["MIS_START"]
        when = When(start, row.day("MIS_END"))
        yield origin.draft(f"missing/{child}/{start.isoformat()}/{number}", "missing_episode", when, code=row.text("MISSING"))


def _workers(child: str, rows: list[Row], origin: Origin) -> Facts:
    for number, row in numbered(rows, lambda row: (row.day("SW_DECOM"), row.text("SW_ID"))):
        start, worker = row.values["SW_DECOM"], row.text("SW_ID")
        key, reason = f"social_workers/{child}/{start.isoformat()}/{worker}/{number}", row.text("SW_REASON")
        yield origin.draft(key, "worker_period", When(start, row.day("SW_DEC")), worker_key=worker, reason=reason)


def _liberty(child: str, rows: list[Row], origin: Origin) -> Facts:
    for number, row in numbered(rows, lambda row: row.day("DOLO_START")):
        start = row.values["DOLO_START"]
        when = When(start, row.day("DOLO_END"))
        yield origin.draft(f"deprivation_of_liberty/{child}/{start.isoformat()}/{number}", "deprivation_of_liberty", when)


FACTS_OF: dict[str, Callable[[str, list[Row], Origin], Facts]] = {
    tables.HEADER.name: _header,
    tables.UASC.name: _unaccompanied,
    tables.REVIEWS.name: _reviews,
    tables.OC2.name: _health,
    tables.OC3.name: _after_care,
    tables.AD1.name: _adoption,
    tables.PLACED_FOR_ADOPTION.name: _placed_for_adoption,
    tables.EARLIER_ORDERS.name: _earlier_orders,
    tables.MISSING.name: _times_away,
    tables.WORKERS.name: _workers,
    tables.LIBERTY.name: _liberty,
}
