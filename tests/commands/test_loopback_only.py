"""No test can reach another machine."""

import socket

import pytest

from tests.loopback_only import LeftThisMachine
from tests.services.loopback import free_port


@pytest.mark.parametrize("host", ["192.0.2.1", "example.org", "2001:db8::1"])
def test_other_machines_are_refused(host) -> None:
    with socket.socket() as sock, pytest.raises(LeftThisMachine):
        sock.connect((host, 80))


def test_this_machine_is_not_refused() -> None:
    with socket.socket() as sock, pytest.raises(ConnectionRefusedError):
        sock.connect(("127.0.0.1", free_port()))
