"""The wall round the tests: sockets reach this machine and nothing else."""

import socket
from collections.abc import Callable
from typing import Any

LOOPBACK = ("127.", "::1", "localhost", "0.0.0.0")


class LeftThisMachine(RuntimeError):
    """A test tried to reach another machine."""


def refuse_other_hosts(connect: Callable[..., Any]) -> Callable[..., Any]:
    """`socket.connect`, but only to loopback and to sockets in the file system. Raises LeftThisMachine."""

    def connect_here(sock: socket.socket, address: Any) -> Any:
        host = address[0] if isinstance(address, tuple) else "127.0.0.1"
        if not str(host).startswith(LOOPBACK):
            raise LeftThisMachine(f"A test may not connect to {host}. Start what it needs on 127.0.0.1 (tests/services/).")
        return connect(sock, address)

    return connect_here
