"""Sealing originals, beside writing the same bytes to plain files."""

import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from audit.who import THE_PORTAL
from bench.figure import Figure, seconds
from files.actions.seal import seal

LETTERS = 200
LETTER_BYTES = 200_000
NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)


def measure() -> list[Figure]:
    """Seconds for 200 letters of 200 kB: hashed, stored once, with a row each; and again, when all are known."""
    letters = [os.urandom(LETTER_BYTES) for _number in range(LETTERS)]
    floor = seconds(lambda: _write_plainly(letters))
    first = seconds(lambda: _seal(letters))
    again = seconds(lambda: _seal(letters))
    return [
        Figure("seal_200_letters", first, floor, "s", "Seal 200 letters of 200 kB, beside writing them to files."),
        Figure("seal_200_known_letters", again, floor, "s", "Seal the same letters again: nothing is stored twice."),
    ]


def _seal(letters: list[bytes]) -> None:
    for number, letter in enumerate(letters):
        seal(content=letter, name=f"{number}.pdf", by=THE_PORTAL, now=NOW)


def _write_plainly(letters: list[bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for number, letter in enumerate(letters):
            Path(folder, str(number)).write_bytes(letter)
