"""A client of clamd: sends bytes over INSTREAM and reads one line back.

It fails closed. Whatever goes wrong (nobody answers, too slow, too large, an answer we do not know) the verdict is
UNKNOWN, never CLEAN.
"""

import socket
import struct
import time
from dataclasses import dataclass
from enum import Enum
from urllib.parse import urlsplit

CONNECT_SECONDS = 5.0
WHOLE_SECONDS = 60.0
CHUNK_BYTES = 1 << 16
MOST_ANSWER_BYTES = 4096


class Verdict(Enum):
    """What the scanner said."""

    CLEAN = "clean"
    INFECTED = "infected"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Answer:
    """A verdict and the scanner's own words (what it found, or why there is no verdict)."""

    verdict: Verdict
    said: str


def ask_scanner(content: bytes, *, address: str, seconds: float = WHOLE_SECONDS) -> Answer:
    """Ask the clamd at `address` (`clamd://host:port`) about `content`; give up after `seconds` in all."""
    where = urlsplit(address)
    if where.scheme != "clamd" or not where.hostname or not where.port:
        return Answer(Verdict.UNKNOWN, "No scanner is set up." if not address else "SCANNER_URL must look like clamd://host:port.")
    until = time.monotonic() + seconds
    try:
        with socket.create_connection((where.hostname, where.port), timeout=min(CONNECT_SECONDS, seconds)) as connection:
            _send(connection, content, until)
            return _understand(_receive(connection, until))
    except OSError as error:
        return Answer(Verdict.UNKNOWN, f"The scanner did not answer: {error}")


def _send(connection: socket.socket, content: bytes, until: float) -> None:
    try:
        _send_piece(connection, b"zINSTREAM\0", until)
        for start in range(0, len(content), CHUNK_BYTES):
            piece = content[start : start + CHUNK_BYTES]
            _send_piece(connection, struct.pack("!I", len(piece)) + piece, until)
        _send_piece(connection, struct.pack("!I", 0), until)
    except (BrokenPipeError, ConnectionResetError):
        # clamd stops listening when a stream is larger than it takes; its answer says so and may still be read.
        return


def _send_piece(connection: socket.socket, piece: bytes, until: float) -> None:
    connection.settimeout(_left(until))
    connection.sendall(piece)


def _receive(connection: socket.socket, until: float) -> str:
    answer = b""
    while not answer.endswith(b"\0") and len(answer) < MOST_ANSWER_BYTES:
        connection.settimeout(_left(until))
        piece = connection.recv(MOST_ANSWER_BYTES)
        if not piece:
            break
        answer += piece
    return answer.rstrip(b"\0").decode("utf-8", "replace").strip()


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError("it took too long")
    return left


def _understand(line: str) -> Answer:
    said = line.removeprefix("stream: ")
    if said == "OK":
        return Answer(Verdict.CLEAN, "")
    if said.endswith(" FOUND"):
        return Answer(Verdict.INFECTED, said.removesuffix(" FOUND"))
    return Answer(Verdict.UNKNOWN, said or "The scanner ended the conversation without an answer.")
