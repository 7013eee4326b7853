"""`make soak`: the properties at full size, until SOAK_MINUTES are over; then it stops and says what it did not reach."""

import os
import subprocess
import sys
import time

PYTEST = (sys.executable, "-m", "pytest", "tests/soak", "-m", "soak", "-q", "-p", "no:xdist", "--timeout", "0")
LAST_ROUND_MINUTES = 2  # a round that began in time may still be going on
NOTHING_TO_RUN = 5  # pytest's exit code when no test was collected


def main() -> int:
    """Run the soak tests inside the time. Returns pytest's exit code."""
    given = os.environ.get("SOAK_MINUTES", "25")
    try:
        minutes = float(given)
    except ValueError:
        sys.exit(f"SOAK_MINUTES must be a number of minutes, not {given!r}. For example: make soak SOAK_MINUTES=60")
    print(f"Soaking for at most {minutes:g} minutes ...", flush=True)
    until = time.time() + max(0.5, minutes - LAST_ROUND_MINUTES) * 60
    environment = {**os.environ, "OWNSTORY_SOAK_UNTIL": str(until)}
    try:
        code = subprocess.run(PYTEST, env=environment, stdin=subprocess.DEVNULL, timeout=minutes * 60 + 120).returncode
    except subprocess.TimeoutExpired:
        print("A soak test did not stop when its time was up, so it was ended.")
        return 1
    return 0 if code == NOTHING_TO_RUN else code


if __name__ == "__main__":
    sys.exit(main())
