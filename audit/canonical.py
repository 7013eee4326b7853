"""One way to write a fact down, so that its digest is the same on every machine: RFC 8785 canonical JSON.

>>> digest({"b": 1, "a": "é"}) == digest({"a": "é", "b": 1})
True
"""

import hashlib
from typing import Any

import rfc8785

FORMAT = 1  # written into every link; a change of rule gets a new number and old links keep theirs


def canonical(value: Any) -> bytes:
    """`value` as RFC 8785 canonical JSON in UTF-8. Raises rfc8785.CanonicalizationError for what JSON cannot hold."""
    return rfc8785.dumps(value)


def sha256(data: bytes) -> str:
    """SHA-256 of `data`, as 64 lower-case hexadecimal characters."""
    return hashlib.sha256(data).hexdigest()


def digest(value: Any) -> str:
    """SHA-256 of the canonical JSON of `value`."""
    return sha256(canonical(value))


def link(*, previous: str, item: str, payload_digest: str) -> str:
    """The chain link of one item: the digest of {format, previous, item, payload}. No local ids go in."""
    return digest({"format": FORMAT, "previous": previous, "item": item, "payload": payload_digest})
