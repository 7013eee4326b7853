"""Reading the letters of a picture with Tesseract: one page, one process, one thread, a limit of time and memory."""

import subprocess
from functools import cache
from pathlib import Path

from files.reading.limits import LETTERS_SECONDS
from files.reading.lines import rejoined
from files.reading.outside import installed, run

PROGRAM = "tesseract"
LANGUAGES = ("eng", "cym")  # English, and Welsh where it is installed


class NoProgram(Exception):
    """Tesseract, or its English, is not installed on this machine."""


def languages() -> str:
    """The languages to read in, as Tesseract wants them: "eng+cym". Raises NoProgram."""
    program = installed(PROGRAM)
    found = _languages(program) if program else ()
    if not found:
        raise NoProgram
    return "+".join(found)


@cache
def _languages(program: str) -> tuple[str, ...]:
    said = run([program, "--list-langs"], seconds=20).stdout.decode("utf-8", "replace").split()
    return tuple(language for language in LANGUAGES if language in said)


def read_letters(picture: Path) -> str | None:
    """The words in a picture; None when they could not be read in the time there is. Raises NoProgram."""
    spoken = languages()
    try:
        done = run([PROGRAM, str(picture), "stdout", "-l", spoken, "--psm", "3"], seconds=LETTERS_SECONDS)
    except subprocess.TimeoutExpired:
        return None
    return rejoined(done.stdout.decode("utf-8", "replace").replace("\x0c", "").strip()) if done.returncode == 0 else None
