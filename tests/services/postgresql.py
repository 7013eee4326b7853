"""A PostgreSQL server in a temporary folder, without durability: it lives as long as the run."""

import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.services.loopback import NotInstalled, free_port


@dataclass(frozen=True)
class Server:
    """A running server: where it keeps its files and the port it answers on."""

    folder: Path
    port: int

    @property
    def address(self) -> str:
        """The start of a DATABASE_URL on this server."""
        return f"postgres://postgres@127.0.0.1:{self.port}"

    def stop(self) -> None:
        """End the server and remove its files."""
        _run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "-w", "stop", folder=self.folder)
        shutil.rmtree(self.folder, ignore_errors=True)


def programs() -> Path:
    """The folder of the newest PostgreSQL installed. Raises NotInstalled when there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    if found:
        return found[-1]
    on_path = shutil.which("pg_ctl")
    if on_path:
        return Path(on_path).resolve().parent
    raise NotInstalled("PostgreSQL is missing. Install it with: sudo apt-get install postgresql")


def start() -> Server:
    """Start a server on a free port of loopback and wait until it answers. As root it runs as `postgres`."""
    folder = Path(tempfile.mkdtemp(prefix="ownstory-postgresql-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    server = Server(folder, free_port())
    data = str(folder / "data")
    _run("initdb", "-D", data, "-A", "trust", "-U", "postgres", "--locale=C.UTF-8", "-E", "UTF8", "--no-sync", folder=folder)
    options = (
        f"-p {server.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} "
        "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60 "
        "-c autovacuum=off"  # it sees nothing of a test's open transaction, and would count full tables as empty
    )
    _run("pg_ctl", "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start", folder=folder)
    return server


def version() -> str:
    """The major version of the server tests start, such as `15`."""
    said = subprocess.run([programs() / "postgres", "--version"], check=True, capture_output=True, text=True).stdout
    return said.split()[2].split(".")[0]


def _run(name: str, *arguments: str, folder: Path) -> None:
    command = [str(programs() / name), *arguments]
    if os.geteuid() == 0:
        command = ["runuser", "-u", "postgres", "--", *command]
    # The server inherits these: a pipe would stay open as long as it lives.
    with (folder / f"{name}.out").open("wb") as output:
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, cwd="/")
