"""Start a program with little memory and little time, and become it: `python limited.py MEMORY_BYTES CPU_SECONDS PROGRAM ...`.

A program of its own, so that the limits stand before a hostile byte is read, and the worker itself is never limited.
"""

import contextlib
import os
import resource
import sys

MOST_WRITTEN = 1_000_000_000  # bytes of any one file


def _limit(what: int, most: int) -> None:
    """Lower one limit; a system that does not know it goes without."""
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(what, (most, most))


def main(arguments: list[str]) -> None:
    """Set the limits and become the program. Returns never."""
    memory, seconds, *command = arguments
    _limit(resource.RLIMIT_AS, int(memory))
    _limit(resource.RLIMIT_CPU, int(seconds))
    _limit(resource.RLIMIT_FSIZE, MOST_WRITTEN)
    _limit(resource.RLIMIT_CORE, 0)
    os.execvp(command[0], command)  # the command is ours; what it reads is not


if __name__ == "__main__":
    main(sys.argv[1:])
