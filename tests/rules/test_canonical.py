"""Canonical JSON: the quick writer and the reference writer never differ by one byte."""

from enum import IntEnum, StrEnum
from typing import Any

import pytest
import rfc8785
from hypothesis import example, given
from hypothesis import strategies as st

from audit.canonical import LARGEST_WHOLE_NUMBER, canonical, digest, link


class Colour(StrEnum):
    """Text that is not exactly `str`."""

    RED = "red"


class Size(IntEnum):
    """A number that is not exactly `int`."""

    SMALL = 1


TEXT = st.text(st.characters(exclude_categories=[]))  # lone surrogates included
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | TEXT | st.sampled_from([Colour.RED, Size.SMALL])
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner) | st.tuples(inner, inner) | st.dictionaries(TEXT | st.integers(), inner), max_leaves=20
)


@given(VALUES)
@example({"\uff5e": 1, "\U0001f600": 2})  # by code point and by UTF-16 unit these sort in opposite orders
@example({"a": '\x00\x1f\x7f\u2028"\\\b\f\n\r\t/é'})
@example([LARGEST_WHOLE_NUMBER, LARGEST_WHOLE_NUMBER + 1])
@example({1: "a", "1": "b"})
@example([1.0, 1e21, 1e-7, -0.0])
@example("\ud800")
def test_our_bytes_are_those_of_the_reference(value: Any) -> None:
    """Whatever can be written is written the same; whatever cannot is refused the same."""
    try:
        expected = rfc8785.dumps(value)
    except rfc8785.CanonicalizationError:
        with pytest.raises(rfc8785.CanonicalizationError):
            canonical(value)
    else:
        assert canonical(value) == expected


@given(st.dictionaries(st.text(st.characters(codec="ascii")), st.text(st.characters(codec="utf-8")) | st.integers(-5, 5) | st.none()))
def test_bodies_of_entries_are_written_the_same(body: dict[str, Any]) -> None:
    """The shape that is written thousands of times in one import."""
    assert canonical(body) == rfc8785.dumps(body)


def test_a_link_is_the_same_on_every_machine_and_in_every_version() -> None:
    """The order of keys does not matter, and a link of the first installation still verifies."""
    assert digest({"b": 1, "a": "é"}) == digest({"a": "é", "b": 1})
    assert link(previous="", item="x", payload_digest="y") == "7e27574fc3b138af93bd79a0a5c21ddcdb1a1e0fd7e65c9085013897597edf19"
