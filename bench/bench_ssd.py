"""How long nights of a Standard Safeguarding Dataset of 2,000 children take, beside bulk-inserting the same rows; and their memory."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.bare_tables import fresh_copy, load_into_bare_tables, peak_mb_of
from bench.figure import Figure
from tests.factories.ssd import Export, a_day_later

CHILDREN = 2_000
AT_MOST_TIMES = 20
AT_MOST_MB = 400


def measure() -> Iterator[Figure]:
    """The first night, the same again, a day later, each in a process of its own; and the most memory any of them held."""
    with tempfile.TemporaryDirectory(prefix="ownstory-bench-ssd-") as name:
        export = Export(children=CHILDREN)
        later, _day = a_day_later(export, changed=300, added=200, vanished=100)
        first, next_day = export.write_csv(Path(name) / "first"), later.write_csv(Path(name) / "next")
        rows, data = sum(export.counts().values()), fresh_copy(Path(name) / "data")
        floor, most = load_into_bare_tables(first), 0.0
        for night, folder in (("first night", first), ("no change", first), ("a day later", next_day)):
            began = time.perf_counter()
            most = max(most, peak_mb_of(data, "import_ssd", str(folder), "--all"))
            took = time.perf_counter() - began
            what = f"An SSD of {CHILDREN:,} children and {rows:,} rows, {night}: {rows / took:,.0f} rows a second, beside bare tables."
            yield Figure(f"ssd import, {night}", took, floor, "s", what, AT_MOST_TIMES)
        what = f"The most memory one such night of {rows:,} rows holds, Django and all, beside what we allow."
        yield Figure("memory of an ssd import", most, AT_MOST_MB, "MB", what, 1)
