"""Who a mention without a name can mean: the one person of the file whose relation says the same. Pure.

"Her dad" is whoever the file calls "Birth father", if that is one person; "paternal grandmother" is not the maternal one.
"""

from collections.abc import Mapping, Sequence

SIDES = {"maternal": "maternal", "paternal": "paternal", "mgm": "maternal", "mgf": "maternal", "pgm": "paternal", "pgf": "paternal"}
CHILD = "child"  # "the child's mother" is the mother of the person the file is about

Chained = tuple[str, ...]
Candidates = Mapping[Chained, Sequence[tuple[str, int]]]


def side_of(words: Sequence[str]) -> str:
    """Whose side of the family: "maternal", "paternal", or empty when nothing says."""
    return next((SIDES[word] for word in words if word in SIDES), "")


def the_one(meaning: Chained, side: str, candidates: Candidates) -> int | None:
    """The number of who is meant; None when it can be nobody or several."""
    plain = meaning[1:] if len(meaning) > 1 and meaning[0] == CHILD else meaning
    fits = [number for other, number in candidates.get(plain, ()) if not (side and other and side != other)]
    return fits[0] if len(fits) == 1 else None
