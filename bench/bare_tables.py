"""The floor of every import: reading the same CSV and bulk-inserting the same rows into bare tables; and an import's own memory."""

import csv
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from django.apps import apps
from django.db import connection, models, transaction

from bench.figure import seconds

ROOT = Path(__file__).resolve().parent.parent


def load_into_bare_tables(folder: Path) -> float:
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


def fresh_copy(folder: Path) -> Path:
    """A DATA_DIR of its own, with the database as it is now."""
    folder.mkdir(parents=True)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(folder / "ownstory.sqlite3")])
    return folder


def peak_mb_of(data_dir: Path, *arguments: str) -> float:
    """Run a command in a process that does nothing else; the most memory it held, in megabytes. Raises RuntimeError when it fails."""
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "peak"
        command = [sys.executable, "-m", "bench.own_memory", str(written), *arguments]
        surroundings = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | {"DATA_DIR": str(data_dir)}
        code = subprocess.run(command, cwd=ROOT, env=surroundings, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL).returncode
        if code:
            raise RuntimeError(f"The import ended with {code}.")
        return float(written.read_text(encoding="ascii"))


@transaction.atomic
def _load(models_of: dict[Path, type[models.Model]]) -> None:
    for path, model in models_of.items():
        with path.open(encoding="utf-8-sig", newline="") as file:
            model.objects.bulk_create([model(**{_name(name): cell for name, cell in row.items()}) for row in csv.DictReader(file)])


def _bare_model(path: Path) -> type[models.Model]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        columns = next(csv.reader(file))
    options = type("Meta", (), {"app_label": "official_file"})
    cells = {_name(column): models.CharField(max_length=60) for column in columns}
    return type(f"Bare{path.stem.title().replace('_', '')}", (models.Model,), {"__module__": __name__, "Meta": options, **cells})


def _name(column: str) -> str:
    return f"c_{column.lower()}"
