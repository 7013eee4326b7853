"""Starting the processes that read, and hearing what they say. Whatever happens to them, the caller goes on.

look(path, "application/pdf")                         ->   Looked(pages=3)
for page in pages(path, "application/pdf", out, 7):   ->   Page(number=7, ...), Page(number=8, ...)
"""

import json
import os
import selectors
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from files.reading.findings import FINDINGS, Finding
from files.reading.limits import LOOK_SECONDS, MEMORY, PAGE_SECONDS, PAGES_A_PROCESS
from files.reading.speaking import Page

ROOT = Path(__file__).resolve().parents[2]
LIMITED = Path(__file__).with_name("limited.py")
MODULES = {
    "application/pdf": "pdf",
    "image/tiff": "picture",
    "image/jpeg": "picture",
    "image/png": "picture",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "word",
    "application/rtf": "rtf",
    "message/rfc822": "mail",
    "application/vnd.ms-outlook": "outlook",
}
LOCKED_OFFICE = "application/x-locked-office"
STARTING_SECONDS = 20  # for Python itself on a busy machine
PIECE = 1 << 16
LONGEST_LINE = 4_000_000


@dataclass(frozen=True, slots=True)
class Looked:
    """What a first look found: how many pages (or seconds of sound), or why it is not read."""

    pages: int | None = None
    seconds: int | None = None
    finding: Finding | None = None


def surroundings() -> dict[str, str]:
    """What a reading process is told of the world: where programs are, and none of our secrets."""
    return {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LANG": "C.UTF-8", "OMP_THREAD_LIMIT": "1"}


def limited(command: list[str], *, seconds: int, memory: int = MEMORY) -> list[str]:
    """The command, started with limits on memory (bytes) and on processor time."""
    return [sys.executable, "-I", "-S", str(LIMITED), str(memory), str(seconds), *command]


def run(command: list[str], *, seconds: int, memory: int = MEMORY, said: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run a command with limits to its end, telling it `said`. Raises subprocess.TimeoutExpired."""
    return subprocess.run(
        limited(command, seconds=seconds, memory=memory),
        cwd=ROOT,
        env=surroundings(),
        input=said,
        capture_output=True,
        timeout=seconds * 2,
        check=False,
    )


def installed(program: str) -> str | None:
    """Where a program is, or None when this machine has none."""
    return shutil.which(program)


def look(path: Path, media_type: str) -> Looked:
    """Look at a document without showing it to anybody."""
    try:
        done = run([*_module(media_type), "look", str(path)], seconds=LOOK_SECONDS)
        said: dict[str, Any] = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        return Looked(finding=FINDINGS["too_slow"])
    except ValueError:
        # It ended without an answer: a fault of the parser (the file is broken), or a limit of the system (it is too much).
        return Looked(finding=FINDINGS["broken" if done.returncode == 1 else "too_slow"])
    return Looked(pages=said.get("pages"), finding=FINDINGS.get(said.get("finding", "")))


def pages(path: Path, media_type: str, out: Path, *, first: int, last: int) -> Iterator[Page]:
    """Every page from `first` to `last`; one that takes the process down is a failed page, and the next process goes on behind it."""
    number = first
    while number <= last:
        until = min(last, number + PAGES_A_PROCESS - 1)
        for page in _some_pages(path, media_type, out, number, until):
            yield page
            number = page.number + 1


def _some_pages(path: Path, media_type: str, out: Path, first: int, until: int) -> Iterator[Page]:
    command = [*_module(media_type), "pages", str(path), str(out), str(first)]
    with subprocess.Popen(
        limited(command, seconds=PAGE_SECONDS * 4),
        cwd=ROOT,
        env=surroundings(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=0,
    ) as process:
        try:
            for number in range(first, until + 1):
                page = _next_page(process, PAGE_SECONDS + (STARTING_SECONDS if number == first else 0))
                yield page or Page(number, failed=True)
                if page is None:
                    return
        finally:
            process.kill()


def _next_page(process: "subprocess.Popen[bytes]", seconds: float) -> Page | None:
    """Ask for one page and wait for it; None when the process ended or took too long."""
    if process.stdin is None or process.stdout is None:
        return None
    try:
        process.stdin.write(b"\n")
    except OSError:
        return None
    line = b""
    with selectors.DefaultSelector() as waiting:
        waiting.register(process.stdout, selectors.EVENT_READ)
        while not line.endswith(b"\n") and len(line) < LONGEST_LINE:
            if not waiting.select(seconds):
                return None
            piece = os.read(process.stdout.fileno(), PIECE)
            if not piece:
                return None
            line += piece
    return Page(**json.loads(line))


def _module(media_type: str) -> list[str]:
    return [sys.executable, "-E", "-s", "-m", f"files.reading.formats.{MODULES[media_type]}"]
