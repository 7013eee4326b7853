"""When two facts from different systems are one event, and which of them is believed where they differ. Pure: no database.

    rule_for(told_by_the_return, told_by_the_system)   ->   Rule("1", "A home that began on the same day, ...")
    merged([told_by_the_return, told_by_the_system])   ->   the body of the one entry

Only facts of one child are compared, of one kind unless the rule says otherwise (18), and never two of one system: a system that
lists two visits means two. Only the very same bytes are one paper, whatever list names them (19). What a rule joins stands in the file
once, with every source; each source's own words are kept, so that a person can undo it. What only looks
alike is proposed to a person instead (official_file/near_duplicates.py).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from official_file.kinds import SECTIONS
from official_file.naming import same_name
from official_file.opening_rules import WRITTEN, leaves_no_trace
from official_file.plain_language.when import Precision, When

Body = Mapping[str, Any]
ONE_DAY = timedelta(days=1)
VISITS = frozenset({"visit", "visit_held"})  # what somebody wrote about it, and that the dataset lists it


@dataclass(frozen=True, slots=True)
class Told:
    """What one system says about one event: a body as `official_file.drafts.body_of` makes it, and when it was last true."""

    system: str
    body: Body
    as_of: date | None = None

    @property
    def kind(self) -> str:
        """The kind of entry."""
        return str(self.body["kind"])

    @property
    def when(self) -> When:
        """From, to and precision."""
        return When.from_body(self.body["when"])

    @property
    def text(self) -> str:
        """The words, without what no reader sees: spaces and line breaks are one space."""
        return " ".join(str(self.body["text"]).split())

    @property
    def author(self) -> str:
        """Who wrote it; empty when the source does not say."""
        return str(self.body["author"]["name"])

    def fact(self, name: str) -> str:
        """One fact as text; empty when it is unknown."""
        value = self.body["facts"].get(name)
        return "" if value is None else str(value).strip()


Same = Callable[[Told, Told], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """One numbered rule: the kinds it is for, and what two of them must have in common. `days`: how far apart they may begin.

    `across`: it joins two different kinds of these, one of which tells more, and only where the day has one of each.
    `again`: one system may tell it a second time, in another list.
    """

    number: str
    kinds: frozenset[str]
    says: str
    fits: Same
    days: int = 0
    across: bool = False
    again: bool = False

    def joins(self, one: Told, other: Told) -> bool:
        """Whether it makes one event of these two."""
        kinds = {one.kind, other.kind}
        if not kinds <= self.kinds or (len(kinds) > 1) is not self.across:
            return False
        return (self.again or one.system != other.system) and self.fits(one, other)


def _start(one: Told, other: Told) -> bool:
    return one.when.start == other.when.start and one.when.precision == other.when.precision


def _dated(one: Told, other: Told) -> bool:
    return _start(one, other) and one.when.start is not None and one.when.is_known


def _agree(name: str) -> Same:
    """The fact is the same, or one of them does not know it."""
    return lambda one, other: not one.fact(name) or not other.fact(name) or one.fact(name).upper() == other.fact(name).upper()


def _equal(name: str) -> Same:
    return lambda one, other: one.fact(name).upper() == other.fact(name).upper()


def _known(name: str) -> Same:
    return lambda one, other: bool(one.fact(name) and other.fact(name))


def _place(one: Told, other: Told) -> bool:
    """The same kind of place: the first letter of the return's PLACE code (U foster care, K a children's home, P with parents)."""
    first, second = one.fact("place")[:1].upper(), other.fact("place")[:1].upper()
    return not first or not second or first == second


def _worker(one: Told, other: Told) -> bool:
    """The same name, however it is written, or the same number of the worker; begun within a day."""
    began, also = one.when.start, other.when.start
    if began is None or also is None or abs(began - also) > ONE_DAY:
        return False
    if one.fact("name") and other.fact("name"):
        return same_name(one.fact("name"), other.fact("name"))
    return bool(one.fact("worker_key")) and one.fact("worker_key").upper() == other.fact("worker_key").upper()


def _one_text(one: Told, other: Told) -> bool:
    """Not two different texts: nobody's words are ever lost in somebody else's."""
    return not one.text or not other.text or one.text == other.text


def _author(one: Told, other: Told) -> bool:
    return bool(one.author) and same_name(one.author, other.author)


def _same_words(one: Told, other: Told) -> bool:
    return bool(one.text) and one.text == other.text


def _to_the_day(one: Told, other: Told) -> bool:
    return one.when.precision == Precision.DAY == other.when.precision


def _no_end_is_lost(one: Told, other: Told) -> bool:
    """What is only listed says no end that the words would not say."""
    listed, written = (one, other) if other.kind in WRITTEN else (other, one)
    return listed.when.end in (None, written.when.end)


def _all(*parts: Same) -> Same:
    return lambda one, other: all(part(one, other) for part in parts)


RULES: tuple[Rule, ...] = (
    Rule(
        "1",
        frozenset({"home"}),
        "A home that began on the same day, in the same kind of place or in one that one of them does not know.",
        _all(_dated, _place),
    ),
    Rule("2", frozenset({"legal_status"}), "A legal status with the same code that began on the same day.", _all(_dated, _equal("code"))),
    Rule("3", frozenset({"review_held"}), "A review that was held on the same day.", _dated),
    Rule("4", frozenset({"came_into_care"}), "Coming into care on the same day.", _dated),
    Rule(
        "5",
        frozenset({"worker_period"}),
        "A worker of the same name (however it is written) or the same number, who began within a day.",
        _worker,
        days=1,
    ),
    Rule("6", frozenset({"reason_for_care"}), "The same reason for being in care on the same day.", _all(_dated, _equal("code"))),
    Rule(
        "7",
        frozenset({"left_care"}),
        "Leaving care on the same day, for the same reason or for one that one of them does not know.",
        _all(_dated, _agree("code")),
    ),
    Rule(
        "8",
        frozenset({"move_reason"}),
        "The reason for a move on the same day, the same one or one that one of them does not know.",
        _all(_dated, _agree("code")),
    ),
    Rule(
        "9",
        frozenset({"missing_episode"}),
        "A time away that began on the same day, of the same kind or of one that one of them does not know.",
        _all(_dated, _agree("code")),
    ),
    Rule(
        "10",
        frozenset({"visit"}),
        "A visit on the same day by the same worker, unless both wrote about it in different words.",
        _all(_dated, _author, _one_text),
    ),
    Rule("11", WRITTEN, "Something written on the same day in the very same words.", _all(_start, _same_words)),
    Rule("12", frozenset({"ethnic_background"}), "The same background.", _equal("code")),
    Rule("13", frozenset({"own_child"}), "A child of theirs, born on the same day.", _all(_known("born"), _equal("born"))),
    Rule("14", frozenset({"previous_order"}), "The same kind of earlier order, on the same day.", _all(_start, _equal("code"))),
    Rule("15", frozenset({"deprivation_of_liberty"}), "A deprivation of liberty that began on the same day.", _dated),
    Rule("16", frozenset({"unaccompanied"}), "Having come without parents.", _agree("until")),
    Rule("17", frozenset({"adoption"}), "The same step of an adoption on the same day.", _all(_dated, _equal("step"), _agree("code"))),
    Rule(
        "18",
        VISITS,
        "A visit that one system only lists and another wrote about, on the same day, when that day has one of each and no more.",
        _all(_dated, _to_the_day, _no_end_is_lost),
        across=True,
    ),
    Rule(
        "19",
        frozenset({"document"}),
        "A paper of the same day with the very same bytes, also when one system names it in two lists.",
        _all(_start, _known("sha256"), _equal("sha256")),
        again=True,
    ),
)
JOINED_KINDS = frozenset().union(*(rule.kinds for rule in RULES))
MOST_DAYS_APART = max(rule.days for rule in RULES)


def kinds_beside(kind: str) -> frozenset[str]:
    """The kinds that a rule may make one event of with this kind, itself among them."""
    return frozenset({kind}).union(*(rule.kinds for rule in RULES if rule.across and kind in rule.kinds))


def rule_for(one: Told, other: Told) -> Rule | None:
    """The first rule by which two facts of different systems are one event, or None.

    What leaves no trace (opening_rules.py) is never joined to what does: one of them would open, or hide, the other.
    """
    if _traceless(one) != _traceless(other) or one.body["restricted"] != other.body["restricted"]:
        return None
    return next((rule for rule in RULES if rule.joins(one, other)), None)


def likeness(one: Told, other: Told) -> int:
    """How much more than the rule asks for is the same: the kind, end, facts, words. To choose between two that both fit."""
    theirs = other.body["facts"]
    facts = [name for name, value in one.body["facts"].items() if name in theirs and theirs[name] == value]
    ends = one.when.end is not None and one.when.end == other.when.end
    words = bool(one.text and one.text == other.text)
    return len(facts) + 2 * ends + 2 * words + (one.when.start == other.when.start) + (one.kind == other.kind)


def _traceless(one: Told) -> bool:
    return leaves_no_trace(one.kind, one.body["facts"], one.body["restricted"])


# --- Which source is believed, fact by fact ---------------------------------------------------------------------------------

RETURN, SYSTEM, NOTES, PAPERS, HERE = "ssda903", "ssd", "case_notes", "documents", "portal"
# The first system of the row that knows the fact is believed. The return's codes were checked by the council before it was sent
# to the government; names and words come from those who wrote them. Systems that are not named here come last, by name.
PRECEDENCE: dict[str, tuple[str, ...]] = {
    "codes and days": (RETURN, SYSTEM, NOTES, PAPERS, HERE),
    "names, titles and words": (NOTES, HERE, PAPERS, SYSTEM, RETURN),
}
WORDS = frozenset({"name", "role", "title", "summary", "key", "text", "author", "written_on"})


def order_for(name: str) -> tuple[str, ...]:
    """Which system is believed first about this fact."""
    return PRECEDENCE["names, titles and words" if name in WORDS else "codes and days"]


def merged(told: Sequence[Told]) -> dict[str, Any]:
    """The body of the one entry that several systems tell, whatever the order they came in.

    An end that any of them knows is never lost. Sensitivity is that of the most sensitive. Where one only lists what another wrote
    about, the words are what is read, and what the list says stays with its source. Its "supersedes" is None.
    """
    sensitivity = max(one.body["sensitivity"] for one in told)
    told = _that_are_read(told)
    names = sorted({name for one in told for name in one.body["facts"]})
    facts = {name: _believed_fact(told, name) for name in names}
    start = _by(told, "when")[0]
    sections = {section for one in told for section in one.body["sections"]}
    first = str(start.body["sections"][0])
    return {
        **start.body,
        "facts": {name: value for name, value in facts.items() if value is not None},
        "text": _believed(told, "text", lambda one: one.body["text"]) or "",
        "sections": [first, *(section for section in SECTIONS if section in sections and section != first)],
        "when": {**start.body["when"], "to": _believed(told, "when", lambda one: one.body["when"]["to"])},
        "sensitivity": sensitivity,
        "author": _believed(told, "author", lambda one: one.body["author"] if one.author else None) or start.body["author"],
        "written_on": _believed(told, "written_on", lambda one: one.body["written_on"]),
        "supersedes": None,
    }


def _that_are_read(told: Sequence[Told]) -> Sequence[Told]:
    """All of them; of two kinds, those with the words."""
    return [one for one in told if one.kind in WRITTEN] if len({one.kind for one in told}) > 1 else told


def _believed_fact(told: Iterable[Told], name: str) -> Any:
    return _believed(told, name, lambda one: one.body["facts"].get(name))


def _believed(told: Iterable[Told], name: str, read: Callable[[Told], Any]) -> Any:
    """What the first system that knows it says; None when nobody does."""
    return next((value for one in _by(told, name) if (value := read(one)) not in (None, "")), None)


def _by(told: Iterable[Told], name: str) -> list[Told]:
    order = order_for(name)
    place = {system: number for number, system in enumerate(order)}
    return sorted(told, key=lambda one: (place.get(one.system, len(order)), one.system))  # of one system, whoever told it first


def differences(one: Body, other: Body) -> list[str]:
    """What two bodies say differently: the names of facts, "text", "author", "written_on", "from", "to". Leaving it out counts."""
    names = sorted(one["facts"].keys() | other["facts"].keys())
    found = [name for name in names if one["facts"].get(name) != other["facts"].get(name)]
    found += [name for name in ("text", "author", "written_on") if one[name] != other[name]]
    return found + [name for name in ("from", "to", "precision") if one["when"][name] != other["when"][name]]
