"""What is inside an archive or attached to an e-mail, unpacked by a process of its own into a folder we give it.

    things_inside(path, "application/zip", out)   ->   Inside(parts=(Part("box 3/letter.pdf", "1"), Part("old.zip", "", "too_large")))

What they are called is only shown. Where they are stored is a number of ours, so no name can lead out of the folder.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from files.reading.archive_findings import ALL
from files.reading.findings import Finding
from files.reading.outside import run

ZIP = "application/zip"
PROGRAMS = {ZIP: "zip", "message/rfc822": "eml", "application/vnd.ms-outlook": "msg"}
UNPACK_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Part:
    """One file found inside. `stored`: its name in the folder, "" when it was not unpacked, and then `finding` says why."""

    name: str
    stored: str
    finding: str = ""


@dataclass(frozen=True, slots=True)
class Inside:
    """What was found, or why nothing of it is unpacked."""

    parts: tuple[Part, ...] = ()
    finding: Finding | None = None


def has_inside(media_type: str) -> bool:
    """Whether files of this kind may have others inside."""
    return media_type in PROGRAMS


def things_inside(path: Path, media_type: str, out: Path) -> Inside:
    """Unpack into `out`, which exists and is empty. Whatever the archive does, the caller goes on."""
    program = [sys.executable, "-E", "-s", "-m", "files.reading.formats.inside", PROGRAMS[media_type], str(path), str(out)]
    try:
        done = run(program, seconds=UNPACK_SECONDS)
        said = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        return Inside(finding=ALL["too_slow"])
    except ValueError:
        return Inside(finding=ALL["broken" if done.returncode == 1 else "too_slow"])
    if said.get("finding"):
        return Inside(finding=ALL[said["finding"]])
    return Inside(parts=tuple(Part(**part) for part in said["parts"]))
