"""A virus scanner that knows one thing: the EICAR test file, whose signature is made on the spot.

The test file is kept in two halves, so that no scanner takes this repository for an infected one.
"""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.services.loopback import free_port, program, stop, wait_for

EICAR_HALVES = (rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD", rb"-ANTIVIRUS-TEST-FILE!$H+H*")


def eicar() -> bytes:
    """The EICAR test file, whole."""
    return b"".join(EICAR_HALVES)


@dataclass(frozen=True)
class Server:
    """A running clamd."""

    port: int
    process: subprocess.Popen[bytes]

    @property
    def scanner_url(self) -> str:
        """The SCANNER_URL an operator would set."""
        return f"clamd://127.0.0.1:{self.port}"

    def stop(self) -> None:
        """End the server."""
        stop(self.process)


def start(folder: Path) -> Server:
    """Start clamd with a database of one signature and wait until it answers."""
    port, log = free_port(), folder / "clamd.log"
    database = folder / "clamav"
    database.mkdir()
    (database / "tests.ndb").write_text(f"Tests.EICAR:0:*:{eicar().hex()}\n")
    settings = folder / "clamd.conf"
    lines = {
        "Foreground": "yes",
        "TCPSocket": str(port),
        "TCPAddr": "127.0.0.1",
        "DatabaseDirectory": str(database),
        "OfficialDatabaseOnly": "no",
        "StreamMaxLength": "30M",
        **({"User": "root"} if os.geteuid() == 0 else {}),
    }
    settings.write_text("".join(f"{name} {value}\n" for name, value in lines.items()))
    with log.open("wb") as output:
        process = subprocess.Popen(
            [program("clamd", "clamav-daemon"), "-c", str(settings)],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    server = Server(port, process)
    try:
        wait_for(port, process, log)
    except BaseException:
        server.stop()
        raise
    return server


def version() -> str:
    """The major and minor version of the scanner tests start, such as `1.4`."""
    said = subprocess.run([program("clamd", "clamav-daemon"), "--version"], check=True, capture_output=True, text=True).stdout
    return ".".join(said.split()[1].split("/")[0].split(".")[:2])
