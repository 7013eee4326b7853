"""How long a return of 2,000 children and 12,000 rows takes, beside loading the same rows into bare tables; and its memory."""

import csv
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from django.apps import apps
from django.db import connection, models, transaction

from audit.who import NIGHTLY_IMPORT
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
        copy = _fresh_copy(Path(name) / "memory")
        floor = _load_into_bare_tables(made)
        first = seconds(lambda: import_return(made, by=NIGHTLY_IMPORT, now=NOW))
        again = seconds(lambda: import_return(made, by=NIGHTLY_IMPORT, now=NOW))
        rows = "12,000 rows of 2,000 children"
        what = f"Importing a return of {rows}, beside reading the same CSV and bulk-inserting the same rows into bare tables."
        yield Figure("import of a return", first, floor, "s", what, AT_MOST_TIMES)
        what = f"The same return of {rows} again, when nothing has changed, beside the same floor."
        yield Figure("import again, no change", again, floor, "s", what, AT_MOST_TIMES)
        what = f"The most memory one import of {rows} holds, Django and all, beside what we allow."
        yield Figure("memory of an import", _memory_of_an_import(made, copy), AT_MOST_MB, "MB", what, 1)


def _load_into_bare_tables(folder: Path) -> float:
    """Seconds to read the tables and bulk-insert them as they are, once into tables without anything else."""
    models_of = {path: _bare_model(path) for path in sorted(folder.glob("*.csv"))}
    with connection.schema_editor() as editor:
        for model in models_of.values():
            editor.create_model(model)
    try:
        return seconds(lambda: _load(models_of))
    finally:
        with connection.schema_editor() as editor:
            for model in models_of.values():
                editor.delete_model(model)
                apps.all_models["official_file"].pop(model._meta.model_name, None)


@transaction.atomic
def _load(models_of: dict[Path, type[models.Model]]) -> None:
    for path, model in models_of.items():
        with path.open(encoding="utf-8-sig", newline="") as file:
            model.objects.bulk_create([model(**{name.lower(): cell for name, cell in row.items()}) for row in csv.DictReader(file)])


def _bare_model(path: Path) -> type[models.Model]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        columns = next(csv.reader(file))
    options = type("Meta", (), {"app_label": "official_file"})
    cells = {column.lower(): models.CharField(max_length=60) for column in columns}
    return type(f"Bare{path.stem.title()}", (models.Model,), {"__module__": __name__, "Meta": options, **cells})


def _fresh_copy(folder: Path) -> Path:
    """A DATA_DIR of its own, with the database as it is now."""
    folder.mkdir(parents=True)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(folder / "ownstory.sqlite3")])
    return folder


def _memory_of_an_import(made: Path, data_dir: Path) -> float:
    """The peak of a process that does nothing but the import, in megabytes."""
    command = [sys.executable, "manage.py", "import_ssda903", str(made)]
    root = Path(__file__).resolve().parent.parent
    with subprocess.Popen(command, cwd=root, env={**os.environ, "DATA_DIR": str(data_dir)}, stderr=subprocess.DEVNULL) as process:
        _pid, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"The import ended with {process.returncode}.")
    return _in_mb(usage)


def _in_mb(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss / 1024
