"""The scanner's client: a real scanner's answers, and every way of not answering is "unknown", never "clean"."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from files.scanning import Verdict, ask_scanner
from tests.services import clamav
from tests.services.loopback import free_port


def test_an_ordinary_file_is_clean(clamav_server) -> None:
    assert ask_scanner(b"Dear Amara,\n" * 10_000, address=clamav_server.scanner_url).verdict is Verdict.CLEAN


def test_an_empty_file_is_clean(clamav_server) -> None:
    assert ask_scanner(b"", address=clamav_server.scanner_url).verdict is Verdict.CLEAN


@pytest.mark.parametrize("before", [b"", b"\xff\xd8\xff\xe0 a photo "], ids=["alone", "behind a photo"])
def test_the_test_virus_is_found(clamav_server, before) -> None:
    answer = ask_scanner(before + clamav.eicar(), address=clamav_server.scanner_url)
    assert answer.verdict is Verdict.INFECTED
    assert "EICAR" in answer.said


def test_a_file_larger_than_the_scanner_takes_is_not_clean(clamav_server) -> None:
    answer = ask_scanner(b"\x00" * (31 << 20), address=clamav_server.scanner_url)
    assert answer.verdict is Verdict.UNKNOWN


def test_nobody_answering_is_not_clean() -> None:
    assert ask_scanner(b"x", address=f"clamd://127.0.0.1:{free_port()}").verdict is Verdict.UNKNOWN


@pytest.mark.parametrize("address", ["", "http://127.0.0.1:1", "clamd://127.0.0.1", "nonsense"])
def test_no_scanner_set_up_is_not_clean(address) -> None:
    assert ask_scanner(b"x", address=address).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(
    "said",
    [b"", b"stream: OKAY\0", b"UNKNOWN COMMAND\0", b"stream: Access denied. ERROR\0", b"OK", b"\xff\xfe\0", b"x" * 10_000],
)
def test_an_answer_we_do_not_know_is_not_clean(said) -> None:
    with a_scanner_that(lambda connection: connection.sendall(said)) as address:
        verdict = ask_scanner(b"x", address=address, seconds=5).verdict
    # "OK" without its end mark but with the conversation over is still the whole answer.
    assert verdict is (Verdict.CLEAN if said == b"OK" else Verdict.UNKNOWN)


def test_a_scanner_that_hangs_is_given_up_on() -> None:
    with a_scanner_that(lambda _connection: time.sleep(2)) as address:
        began = time.monotonic()
        assert ask_scanner(b"x", address=address, seconds=0.3).verdict is Verdict.UNKNOWN
        assert time.monotonic() - began < 1.5


def test_a_scanner_that_dribbles_is_given_up_on() -> None:
    def dribble(connection: socket.socket) -> None:
        for _number in range(20):
            connection.sendall(b"s")
            time.sleep(0.1)

    with a_scanner_that(dribble) as address:
        assert ask_scanner(b"x", address=address, seconds=0.5).verdict is Verdict.UNKNOWN


def test_a_scanner_that_hangs_up_is_not_clean() -> None:
    with a_scanner_that(lambda connection: connection.close(), reads=False) as address:
        assert ask_scanner(b"x" * (8 << 20), address=address, seconds=5).verdict is Verdict.UNKNOWN


@contextmanager
def a_scanner_that(answers: Callable[[socket.socket], object], *, reads: bool = True) -> Iterator[str]:
    """A server that takes one file and then does as it is told."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            connection, _address = server.accept()
            with connection:
                if reads:
                    received = b""
                    while not received.endswith(b"\0\0\0\0"):
                        received += connection.recv(1 << 16)
                try:
                    answers(connection)
                except OSError:
                    return

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"clamd://127.0.0.1:{server.getsockname()[1]}"
        thread.join(5)
