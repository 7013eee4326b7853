"""`make run`: prepare the database, load the demonstration once, start the web server and one worker, say who can sign in.

The two processes live and die together: when one ends, or on Ctrl-C, the other is ended too.
"""

import os
import socket
import sys
import time
import urllib.error
import urllib.request

from scripts import demonstration
from scripts.together import Together

READY_WITHIN_SECONDS = 60
ADDRESS = "127.0.0.1"


def main() -> int:
    """Run until Ctrl-C. Returns the exit code: 0 when a person ended it, 1 when something went wrong."""
    os.environ.setdefault("OWNSTORY_DEMONSTRATION", "1")
    os.environ.setdefault("ACCESS_TEAM_REACH", "01632 960119")  # a number of nobody: pages that say "call us" say where
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    port = _port()
    if _somebody_listens(port):
        print(f"Something already answers on port {port}. End it, or choose another port: make run PORT={port + 1}")
        return 1
    demonstration.prepare()
    with Together() as together:
        together.start("web server", web_server(port))
        together.start("worker", [sys.executable, "manage.py", "db_worker", "--queue-name", "*", "--no-startup-delay", "--verbosity", "0"])
        if not _wait_until_ready(port, together):
            return 1
        demonstration.say_who_can_sign_in(f"http://{ADDRESS}:{port}/")
        print("Press Ctrl-C to end.", flush=True)
        return together.wait()
    return 0  # somebody asked us to end


def _port() -> int:
    given = os.environ.get("PORT", "8000")
    if not given.isdecimal() or not 1 <= int(given) <= 65535:
        sys.exit(f"PORT must be a number from 1 to 65535, not {given!r}. For example: make run PORT=8001")
    return int(given)


def web_server(port: int) -> list[str]:
    """The command that serves the portal on this port of this machine."""
    return [
        *(sys.executable, "-m", "gunicorn", "config.wsgi:application", "--bind", f"{ADDRESS}:{port}"),
        *("--workers", "1", "--worker-class", "gthread", "--threads", "8", "--timeout", "120", "--graceful-timeout", "5"),
        *("--log-level", "warning", "--no-control-socket"),
    ]


def _somebody_listens(port: int) -> bool:
    with socket.socket() as sock:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            sock.bind((ADDRESS, port))
        except OSError:
            return True
    return False


def _wait_until_ready(port: int, together: Together) -> bool:
    until = time.monotonic() + READY_WITHIN_SECONDS
    while time.monotonic() < until and together.all_alive():
        try:
            with urllib.request.urlopen(f"http://{ADDRESS}:{port}/healthz", timeout=5) as answer:
                if answer.status == 200:
                    return True
        except (urllib.error.URLError, OSError):
            pass
        time.sleep(0.1)
    print("Ownstory did not start. What it said stands above.", flush=True)
    return False


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(0)
