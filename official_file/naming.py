"""Whether two spellings are the name of one person. Plain Python.

same_name("Mrs. Sarah O'Brien", "OBRIEN, Sarah")   ->   True
"""

from people.written_names import folded

TITLES = frozenset({"mr", "mrs", "miss", "ms", "mx", "dr", "prof", "rev", "sir"})


def plain_name(name: str) -> tuple[str, ...]:
    """The words of a name in small letters, without accents, titles, points and apostrophes, in the order of the alphabet."""
    return tuple(sorted(word for word in folded(name.replace("'", "").replace("\u2019", "")).split() if word not in TITLES))


def same_name(one: str, other: str) -> bool:
    """Whether both have the same words, in whatever order. An empty name is nobody's."""
    first = plain_name(one)
    return bool(first) and first == plain_name(other)
