"""What the import commands share at the terminal: --report, --progress, exit codes, one at a time."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.management.base import CommandError, OutputWrapper
from django.db import DatabaseError
from tqdm import tqdm

from official_file.importers.report import Report
from official_file.importers.running import CannotBegin, only_run

NOTHING_READ = 2  # the exit code when there was nothing to import, or another import is running
DATABASE_SAID_NO = (
    "The database refused ({error}). Whole children that were read before are in the file, and nothing else. "
    "Check that `manage.py migrate` has run and that the disk is not full, then run the import again."
)

NOT_READY = "The database refused ({error}). Check that `manage.py migrate` has run and that DATA_DIR or DATABASE_URL is the one you mean."

Progress = Callable[[int, int], None]


def add_report_options(parser: ArgumentParser) -> None:
    """--report F and --progress."""
    parser.add_argument("--report", metavar="F", help="write the report as JSON to this file; - is standard output")
    parser.add_argument("--progress", action="store_true", help="show a progress bar even when this is not a terminal")


class ReportFile:
    """Where the report goes. Looked at before the import begins, so that no import ends without its report.

    Raises CommandError when nothing can be written there.
    """

    def __init__(self, where: str | None, stdout: OutputWrapper) -> None:
        self.path = Path(where) if where and where != "-" else None
        self.stdout = stdout if where == "-" else None
        if self.path is not None:
            try:
                self.path.touch()
            except OSError as error:
                message = f"The report cannot be written to {where} ({error.strerror}). Give another place."
                raise CommandError(message, returncode=NOTHING_READ) from None

    def write(self, report: Report) -> None:
        """Write the report as JSON."""
        written = json.dumps(report.as_json(), ensure_ascii=False, indent=1) + "\n"
        if self.stdout is not None:
            self.stdout.write(written, ending="")
        if self.path is not None:
            self.path.write_text(written, encoding="utf-8")


@contextmanager
def alone(system: str) -> Iterator[None]:
    """Nothing else is imported meanwhile. While another import runs: a CommandError that says since when, and exit code 2."""
    try:
        with only_run(system):
            yield
    except CannotBegin as not_now:
        raise CommandError(not_now.sentence, returncode=NOTHING_READ) from None


@contextmanager
def database_refusals_in_words() -> Iterator[None]:
    """A refusal of the database becomes a CommandError that says what to look at: a traceback helps nobody at a terminal."""
    try:
        yield
    except DatabaseError as error:
        raise CommandError(NOT_READY.format(error=error)) from error


@contextmanager
def progress_bar(what: str, *, shown: bool) -> Iterator[Progress]:
    """A bar on standard error: told how many of how many are done. Hidden when nobody looks, unless `shown`.

    A refusal of the database becomes a CommandError, because nobody at a terminal is helped by a traceback.
    """
    with tqdm(desc=what, file=sys.stderr, leave=False, disable=not (shown or sys.stderr.isatty())) as bar:

        def moved(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        try:
            yield moved
        except DatabaseError as error:
            raise CommandError(DATABASE_SAID_NO.format(error=error), returncode=1) from error
