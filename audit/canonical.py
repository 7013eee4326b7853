"""One way to write a fact down, so that its digest is the same on every machine: RFC 8785 canonical JSON.

>>> digest({"b": 1, "a": "é"}) == digest({"a": "é", "b": 1})
True
"""

import hashlib
import json
from typing import Any

import rfc8785

FORMAT = 1  # written into every link; a change of rule gets a new number and old links keep theirs
LARGEST_WHOLE_NUMBER = 2**53 - 1  # beyond it JSON readers disagree, and RFC 8785 refuses

# Where `_is_plain` says so, the standard library writes the same bytes as rfc8785, ten times as fast.
_write_plain = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, check_circular=False).encode


def canonical(value: Any) -> bytes:
    """`value` as RFC 8785 canonical JSON in UTF-8. Raises rfc8785.CanonicalizationError for what JSON cannot hold."""
    if _is_plain(value):
        try:
            return _write_plain(value).encode()
        except UnicodeEncodeError:  # a lone surrogate: rfc8785 says so in its own words
            pass
    return rfc8785.dumps(value)


def sha256(data: bytes) -> str:
    """SHA-256 of `data`, as 64 lower-case hexadecimal characters."""
    return hashlib.sha256(data).hexdigest()


def digest(value: Any) -> str:
    """SHA-256 of the canonical JSON of `value`."""
    return sha256(canonical(value))


def link(*, previous: str, item: str, payload_digest: str) -> str:
    """The chain link of one item: the digest of {format, previous, item, payload}. No local ids go in."""
    parts = {"format": FORMAT, "previous": previous, "item": item, "payload": payload_digest}
    return sha256(_write_plain(parts).encode())  # plain by its types: no need to look


def _is_plain(value: Any) -> bool:
    """Whether both writers agree: text, whole numbers, true, false and null, in lists and in objects with ASCII keys.

    Keys beyond ASCII are sorted differently (by UTF-16 unit, not by code point), and fractions are written differently.
    """
    kind = type(value)
    if kind is str or value is None or kind is bool:
        return True
    if kind is int:
        return -LARGEST_WHOLE_NUMBER <= value <= LARGEST_WHOLE_NUMBER
    if kind is dict:
        return all(type(key) is str and key.isascii() for key in value) and all(map(_is_plain, value.values()))
    return (kind is list or kind is tuple) and all(map(_is_plain, value))
