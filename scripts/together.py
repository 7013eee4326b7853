"""Processes that live and die together."""

import contextlib
import ctypes
import signal
import subprocess
import time
from types import FrameType, TracebackType
from typing import Self

GRACE_SECONDS = 10
DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of prctl(2), Linux only


class Stopped(Exception):
    """Somebody asked us to end, with Ctrl-C or a polite signal."""


class Together:
    """A handful of processes: `with Together() as together: together.start(...); together.wait()`."""

    def __init__(self) -> None:
        self._processes: dict[str, subprocess.Popen[bytes]] = {}

    def __enter__(self) -> Self:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, _stop)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> bool:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        self._end_all()
        return kind is Stopped

    def start(self, name: str, command: list[str]) -> None:
        """Start a process in a session of its own, so that Ctrl-C reaches it only through us."""
        self._processes[name] = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True, preexec_fn=_die_with_parent)

    def all_alive(self) -> bool:
        """Whether every process still runs."""
        return all(process.poll() is None for process in self._processes.values())

    def wait(self) -> int:
        """Wait until one of them ends by itself, which is a fault: says which, and returns 1."""
        while self.all_alive():
            time.sleep(0.2)
        for name, process in self._processes.items():
            if process.poll() is not None:
                print(f"The {name} ended with code {process.returncode}, so everything is ended. What it said stands above.", flush=True)
        return 1

    def _end_all(self) -> None:
        for process in self._processes.values():
            process.terminate()
        until = time.monotonic() + GRACE_SECONDS
        for process in self._processes.values():
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(max(0.1, until - time.monotonic()))
            if process.poll() is None:
                process.kill()
                process.wait()


def _stop(number: int, frame: FrameType | None) -> None:
    raise Stopped


def _die_with_parent() -> None:
    # If this supervisor is killed outright it cannot end anybody; on Linux the kernel then does.
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGTERM)
