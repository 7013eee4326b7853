"""When two entries look like one event, so that a person is asked: lettered rules. Pure: no database.

    proposal(one, other)   ->   Likeness("B", "Two texts within three days are nearly the same.")

Nothing is joined by these rules: what is certain enough to be joined stands in official_file/joining_rules.py, by number.
"""

from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz import fuzz

from official_file.joining_rules import VISITS, Told, order_for
from official_file.naming import plain_name, same_name
from official_file.opening_rules import WRITTEN

DAYS_APART = 3
ALIKE = 90  # of 100: rapidfuzz's ratio of two texts, one of which has a typing mistake, another heading or a line more
SHORTEST_TEXT = 40  # characters; "No reply." is written often
COMPARED = 4_000  # characters of a text: who copies a note copies its beginning
DOCUMENT = "document"

Looks = Callable[[Told, Told], bool]


@dataclass(frozen=True, slots=True)
class Likeness:
    """One lettered rule, and what it says to the person who looks."""

    letter: str
    says: str
    looks: Looks


def _agree(name: str) -> Looks:
    return lambda one, other: not one.fact(name) or not other.fact(name) or one.fact(name).upper() == other.fact(name).upper()


def _same_place(one: Told, other: Told) -> bool:
    return not one.fact("place") or not other.fact("place") or one.fact("place")[:1].upper() == other.fact("place")[:1].upper()


def _same_worker(one: Told, other: Told) -> bool:
    return not one.fact("name") or not other.fact("name") or same_name(one.fact("name"), other.fact("name"))


def _same_author(one: Told, other: Told) -> bool:
    return not one.author or not other.author or same_name(one.author, other.author)


def _any(_one: Told, _other: Told) -> bool:
    return True


# What two systems must not contradict each other in, kind by kind; kinds that are not here are never proposed for their day alone.
NEAR_IN_TIME: dict[str, Looks] = {
    "came_into_care": _any,
    "home": _same_place,
    "legal_status": _agree("code"),
    "reason_for_care": _agree("code"),
    "move_reason": _agree("code"),
    "left_care": _any,
    "review_held": _any,
    "missing_episode": _any,
    "worker_period": _same_worker,
    "deprivation_of_liberty": _any,
    "own_child": _any,
    "visit": _same_author,
}
COMPARED_KINDS = frozenset(NEAR_IN_TIME) | WRITTEN | VISITS | {DOCUMENT}


def may_be_one(kind: str, other: str) -> bool:
    """Whether entries of these kinds are compared at all: one kind, a paper and words, a visit written about and one that is listed."""
    kinds = {kind, other}
    return len(kinds) == 1 or kinds == VISITS or (DOCUMENT in kinds and kinds <= WRITTEN)


def near_in_time(one: Told, other: Told) -> bool:
    """Rule A: two systems tell the same kind of thing within three days, and do not contradict each other."""
    kind = "visit" if {one.kind, other.kind} == VISITS else one.kind if one.kind == other.kind else ""
    return one.system != other.system and kind in NEAR_IN_TIME and NEAR_IN_TIME[kind](one, other)


def alike(one: Told, other: Told) -> bool:
    """Rule B: two texts of one kind within three days are nearly the same, whoever wrote them."""
    first, second = one.text[:COMPARED], other.text[:COMPARED]
    if one.kind != other.kind or one.kind not in WRITTEN or min(len(first), len(second)) < SHORTEST_TEXT:
        return False
    return fuzz.ratio(first, second, score_cutoff=ALIKE) >= ALIKE


def same_title(one: Told, other: Told) -> bool:
    """Rule C: a paper and something written down have the same heading and the same day."""
    if (one.kind == DOCUMENT) == (other.kind == DOCUMENT) or one.when.start != other.when.start:
        return False
    title = plain_name(one.fact("title"))
    return bool(title) and title == plain_name(other.fact("title"))


def one_paper(one: Told, other: Told) -> bool:
    """Rule D: two papers with the same bytes, or of the same type with the same heading and day."""
    if one.kind != DOCUMENT or other.kind != DOCUMENT:
        return False
    if one.fact("sha256") and one.fact("sha256") == other.fact("sha256"):
        return True
    title = plain_name(one.fact("title"))
    same = one.when.start == other.when.start and one.fact("type") == other.fact("type")
    return same and bool(title) and title == plain_name(other.fact("title"))


LIKENESSES: tuple[Likeness, ...] = (
    Likeness("B", "Two texts of the same kind, within three days, are nearly the same.", alike),
    Likeness("C", "A paper and something written down have the same heading and the same day.", same_title),
    Likeness("D", "Two papers within three days are the very same file, or have the same type, heading and day.", one_paper),
    Likeness("A", "Two systems tell the same kind of thing within three days.", near_in_time),
)


def proposal(one: Told, other: Told) -> Likeness | None:
    """The rule by which a person is asked whether both are one event, or None."""
    return next((rule for rule in LIKENESSES if rule.looks(one, other)), None)


def tells_more(one: Told) -> tuple[int, int]:
    """Sorts first what should stay in the story: the longest words, then the system that is believed first."""
    order = order_for("codes and days")
    return -len(one.text), order.index(one.system) if one.system in order else len(order)
