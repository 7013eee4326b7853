"""What a release holds, as it is kept with it: every thing given, in its order; what was held back and why; what is missing.

Where even saying that something is held back would tell (law/exemptions.json, `tell`: none), nothing is said, and it is counted nowhere.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from access_requests.coverage import Stretch
from access_requests.models import AccessRequest, Item
from access_requests.pack import Says
from access_requests.queries.missing import missing_from
from access_requests.queries.pack import newest_readings, to_read
from law.exemptions import Tell, ground

FORMAT = 1


def manifest_of(request: AccessRequest, today: date) -> dict[str, Any]:
    """Everything about what is given today, as JSON."""
    items = list(to_read(request).defer("likeness"))
    given = [one for one in items if one.says == Says.GIVE]
    gaps = missing_from(request, today)
    return {
        "format": FORMAT,
        "given": [_given(one) for one in given],
        "pages": sum(one.pages for one in given),
        "years": _years(given),
        "held": _held([one for one in items if one.says == Says.HOLD_BACK]),
        "missing": [{"what": one.what, "why": one.why} for one in gaps.things],
        "not_covered": _without(gaps.years, {day.year for one in items if (day := one.when_from or one.placed_on)}),
    }


def _given(item: Item) -> dict[str, Any]:
    day = item.when_from or item.placed_on
    return {
        "item": str(item.pk),
        "fingerprint": item.fingerprint,
        "title": str(item.frozen.get("title") or ""),
        "kind": item.kind,
        "pages": item.pages,
        "year": day.year if day else None,
    }


def _years(items: list[Item]) -> list[int]:
    """The first and the last year, or nothing where nothing says when."""
    years = sorted({day.year for one in items if (day := one.when_from or one.placed_on)})
    return [years[0], years[-1]] if years else []


def _without(gaps: Iterable[Stretch], found: set[int]) -> list[list[int]]:
    """The years no searched place covers and nothing found is from, as rows of first and last."""
    years = sorted({year for one in gaps for year in range(one.first, one.last + 1)} - found)
    rows: list[list[int]] = []
    for year in years:
        if rows and rows[-1][1] == year - 1:
            rows[-1][1] = year
        else:
            rows.append([year, year])
    return rows


def _held(items: list[Item]) -> list[dict[str, Any]]:
    readings = newest_readings([one.pk for one in items])
    counts = Counter(readings[one.pk].ground for one in items)
    return [{"ground": code, "count": count} for code, count in sorted(counts.items()) if ground(code).tell is not Tell.NONE]
