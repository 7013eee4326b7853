"""How long a return of 2,000 children and 12,000 rows takes, beside loading the same rows into bare tables; and its memory."""

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from audit.who import NIGHTLY_IMPORT
from bench.bare_tables import fresh_copy, load_into_bare_tables, peak_mb_of
from bench.figure import Figure, seconds
from bench.generated_return import generate
from official_file.importers.ssda903 import import_return

CHILDREN = 2_000
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
AT_MOST_TIMES = 20
AT_MOST_MB = 300


def measure() -> Iterator[Figure]:
    """The first import, the same import again, and the most memory a first import holds."""
    with tempfile.TemporaryDirectory(prefix="ownstory-bench-import-") as name:
        made = generate(CHILDREN).write(Path(name) / "return")
        copy = fresh_copy(Path(name) / "memory")
        floor = load_into_bare_tables(made)
        first = seconds(lambda: import_return(made, by=NIGHTLY_IMPORT, now=NOW))
        again = seconds(lambda: import_return(made, by=NIGHTLY_IMPORT, now=NOW))
        rows = "12,000 rows of 2,000 children"
        what = f"Importing a return of {rows}, beside reading the same CSV and bulk-inserting the same rows into bare tables."
        yield Figure("import of a return", first, floor, "s", what, AT_MOST_TIMES)
        what = f"The same return of {rows} again, when nothing has changed, beside the same floor."
        yield Figure("import again, no change", again, floor, "s", what, AT_MOST_TIMES)
        what = f"The most memory one import of {rows} holds, Django and all, beside what we allow."
        yield Figure("memory of an import", peak_mb_of(copy, "import_ssda903", str(made)), AT_MOST_MB, "MB", what, 1)
