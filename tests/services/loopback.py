"""What every server here shares: a free port, and waiting until somebody answers on it."""

import shutil
import socket
import subprocess
import time
from pathlib import Path


class NotInstalled(RuntimeError):
    """A program a test needs is missing. The message names the package that has it."""


def free_port() -> int:
    """A TCP port nobody listens on at this moment."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
        return port


def program(name: str, package: str) -> str:
    """The full path of a program. Raises NotInstalled, naming its Debian package, when it is missing."""
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")
    if not found:
        raise NotInstalled(f"{name} is missing. Install it with: sudo apt-get install {package}")
    return found


def wait_for(port: int, process: subprocess.Popen[bytes], log: Path, seconds: float = 30) -> None:
    """Return once something answers on `port`. Raises RuntimeError with the end of the log when it never does."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"{process.args!r} did not answer on port {port}:\n{log.read_text(errors='replace')[-2000:]}")


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a server, politely first."""
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
