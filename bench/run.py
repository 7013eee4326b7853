"""`make bench`: run every bench/bench_*.py and write bench/results.json.

Each such module has `measure()`, which yields Figures. Every figure is a ratio to a floor measured in the same run: a
number of seconds says little about the next machine, a ratio says much.
"""

import importlib
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

import django
from django.core.management import call_command

from bench.figure import Figure

RESULTS = Path(__file__).parent / "results.json"


def main() -> int:
    """Measure in a fresh installation, print a table, write the results."""
    folder = Path(tempfile.mkdtemp(prefix="ownstory-bench-"))
    try:
        figures = _measure(folder, only=sys.argv[1:])
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    RESULTS.write_text(json.dumps({figure.name: figure.as_json() for figure in figures}, indent=2) + "\n")
    _print_table(figures)
    return 1 if any(figure.too_slow for figure in figures) else 0


def _measure(folder: Path, only: list[str]) -> list[Figure]:
    os.environ.update(DATA_DIR=str(folder), DJANGO_SETTINGS_MODULE="config.settings", OWNSTORY_DEMONSTRATION="0")
    for name in ("DATABASE_URL", "STORAGE_URL", "SCANNER_URL"):
        os.environ.pop(name, None)
    django.setup()
    print("Preparing a fresh installation ...", file=sys.stderr, flush=True)
    call_command("migrate", verbosity=0, interactive=False)
    figures: list[Figure] = []
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        name = path.stem.removeprefix("bench_")
        if not only or name in only:
            print(f"Measuring {name} ...", file=sys.stderr, flush=True)
            figures += importlib.import_module(f"bench.{path.stem}").measure()
    return figures


def _print_table(figures: list[Figure]) -> None:
    print(f"{'what':<34}{'value':>12}{'floor':>12}{'ratio':>8}{'at most':>9}  unit")
    for figure in figures:
        at_most = f"{figure.at_most:g}" if figure.at_most else ""
        late = "  TOO MUCH" if figure.too_slow else ""
        print(f"{figure.name:<34}{figure.value:>12.4g}{figure.floor:>12.4g}{figure.ratio:>8.3g}{at_most:>9}  {figure.unit}{late}")
    print(f"Written to {RESULTS.relative_to(Path.cwd()) if RESULTS.is_relative_to(Path.cwd()) else RESULTS}")


if __name__ == "__main__":
    sys.exit(main())
