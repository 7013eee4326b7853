"""`make test`: every check and every test, each stage even when one before it failed, and one line at the end."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import ParseError

from scripts.counted import Counted, read_junit

RESULTS = Path("test-results")
# mypy reads the settings too; a developer's own installation stays out of it. The tests choose folders of their own.
SURROUNDINGS = {"DATA_DIR": str(RESULTS.resolve() / "data"), "DATABASE_URL": "", "STORAGE_URL": ""}
# Three on two cores: while one waits for a browser or another program, the others go on.
PYTEST = (sys.executable, "-m", "pytest", "-n", "3", "--dist", "worksteal", "-q")
# Migrating takes a while on one core; it is done while the checks run, and whoever comes to need it waits for it.
PREPARING = (sys.executable, "-c", "from tests.database import sqlite_template; sqlite_template()")


@dataclass(frozen=True)
class Stage:
    """One thing to run. `junit` is where pytest counts; a stage without it counts as one check."""

    name: str
    command: tuple[str, ...]
    junit: Path | None = None
    environment: tuple[tuple[str, str], ...] = ()


def _tool(name: str, *arguments: str) -> tuple[str, ...]:
    return (str(Path(sys.executable).parent / name), *arguments)


def _stages() -> list[Stage]:
    sqlite, postgresql = RESULTS / "sqlite.xml", RESULTS / "postgresql.xml"
    return [
        Stage("ruff check", _tool("ruff", "check", "--quiet", ".")),
        Stage("ruff format", _tool("ruff", "format", "--check", "--quiet", ".")),
        Stage("mypy", _tool("mypy", "--no-error-summary")),
        Stage("lint-imports", _tool("lint-imports")),
        Stage("tests on SQLite", (*PYTEST, f"--junitxml={sqlite}"), sqlite),
        Stage(
            "tests on PostgreSQL",
            (*PYTEST, "-m", "database", f"--junitxml={postgresql}"),
            postgresql,
            (("OWNSTORY_TEST_DATABASE", "postgresql"),),
        ),
    ]


def main() -> int:
    """Run every stage. Returns 0 when nothing failed."""
    RESULTS.mkdir(exist_ok=True)
    began, total, failed = time.monotonic(), Counted(), []
    subprocess.Popen(PREPARING, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for stage in _stages():
        counted = _run(stage)
        total += counted
        if counted.failed:
            failed.append(stage.name)
    if failed:
        print(f"Failed: {', '.join(failed)}.")
    minutes, seconds = divmod(round(time.monotonic() - began), 60)
    skipped = f", {total.skipped} skipped" if total.skipped else ""
    print(f"{total.passed} passed, {total.failed} failed{skipped} in {minutes} min {seconds} s")
    return 1 if total.failed else 0


def _run(stage: Stage) -> Counted:
    print(f"--- {stage.name}", flush=True)
    if stage.junit:
        stage.junit.unlink(missing_ok=True)
    environment = {name: value for name, value in {**os.environ, **SURROUNDINGS, **dict(stage.environment)}.items() if value}
    code = subprocess.run(stage.command, env=environment, stdin=subprocess.DEVNULL).returncode
    if not stage.junit:
        return Counted(passed=int(code == 0), failed=int(code != 0))
    try:
        counted = read_junit(stage.junit)
    except (OSError, ParseError):
        return Counted(failed=1)
    # A run that ended badly without a failing test (a crash, a fault in collecting) is a failure too.
    return counted if code == 0 or counted.failed else counted + Counted(failed=1)


if __name__ == "__main__":
    sys.exit(main())
