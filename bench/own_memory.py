"""Run one command of manage.py and write the most memory this process held: `python -m bench.own_memory FILE COMMAND ...`.

The kernel's figure for a process that ended (`ru_maxrss`) counts what the process that started it held too. `VmHWM` does not.
"""

import os
import re
import sys
from pathlib import Path

from django.core.management import execute_from_command_line

STATUS = Path("/proc/self/status")


def peak_mb() -> float:
    """The most memory this process has held since it began, in megabytes."""
    found = re.search(r"^VmHWM:\s+(\d+) kB$", STATUS.read_text(encoding="ascii"), re.MULTILINE)
    if not found:
        raise RuntimeError("This system does not say how much memory a process held.")
    return int(found[1]) / 1024


def main() -> None:
    """Run the command; write the figure whatever came of it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        execute_from_command_line(["manage.py", *sys.argv[2:]])
    finally:
        Path(sys.argv[1]).write_text(str(peak_mb()), encoding="ascii")


if __name__ == "__main__":
    main()
