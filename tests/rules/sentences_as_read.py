"""Every sentence the software makes of a code, in every case of grammar, as one text that a person can read through.

`python -m tests.rules.sentences_as_read > tests/rules/data/sentences_as_read.txt` writes it anew.
"""

import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

from official_file.plain_language.codes import PLAIN_WORDS, known_codes, meaning
from official_file.plain_language.easy import say_easy
from official_file.plain_language.facts import CODE_LISTS
from official_file.plain_language.sentences import Plain, say_entry
from official_file.plain_language.when import Precision, When

BORN, TODAY = date(2009, 12, 1), date(2026, 11, 22)
DAY = date(2017, 3, 4)
CASES = {
    "past": When(DAY, date(2018, 8, 21)),
    "open": When(DAY),
    "one day": When(DAY, DAY),
    "date not known": When(None, None, Precision.UNKNOWN),
    "only the year": When(date(2016, 1, 1), None, Precision.YEAR),
}
# Lists whose codes are told inside an entry of a kind: (the kind, the fact, what else it holds).
INSIDE: dict[str, tuple[str, str, dict[str, Any]]] = {
    "PLACE_PROVIDER": ("home", "provider", {"place": "U6"}),
    "SDQ_REASON": ("health_check", "sdq_reason", {}),
    "SW_REASON": ("worker_period", "reason", {"name": "Priya Shah", "role": "social worker"}),
    "CARE_PLAN": ("care_plan", "goals", {}),
}
KINDS_OF = {code_list: kind for kind, (code_list, _name) in CODE_LISTS.items() if kind not in ("in_need", "worker_period")}


def as_read() -> Iterator[str]:
    """The lines of the whole text."""
    for code_list in PLAIN_WORDS:
        yield f"\n==== {code_list}"
        for code in sorted(known_codes(code_list)):
            yield f"\n-- {code}"
            yield from _of_code(code_list, code)


def _of_code(code_list: str, code: str) -> Iterator[str]:
    """One code in every case; a code that no entry tells by itself, as its meaning."""
    if code_list not in KINDS_OF and code_list not in INSIDE:
        yield f"(its meaning) {meaning(code_list, code).plain}"
        return
    kind, facts = _entry(code_list, code)
    before = ""
    for case, when in CASES.items():
        said = say_entry(kind=kind, facts=facts, when=when, born=BORN, today=TODAY)
        if said is None:
            yield "(nothing is said)"
            return
        if said.heading != before:
            yield f"# {said.heading}"
            before = said.heading
        yield f"{case}: {_whole(said, code_list in INSIDE)}"
    yield f"two on one day: {_two(kind, facts)}"
    easy = say_easy(kind, facts, CASES["past"])
    yield f"easy: {easy.text} [{', '.join(easy.pictures)}]" if easy else "easy: (none)"


def _entry(code_list: str, code: str) -> tuple[str, dict[str, Any]]:
    """The kind of entry that tells the code, and its facts."""
    if code_list in INSIDE:
        kind, name, rest = INSIDE[code_list]
        return kind, {**rest, name: code}
    kind = KINDS_OF[code_list]
    return kind, {CODE_LISTS[kind][1]: code}


def _whole(said: Plain, with_details: bool) -> str:
    """The sentences, and the lines under them where the code is told there."""
    return " ".join([*said.sentences, *(said.details if with_details else ())])


def _two(kind: str, facts: dict[str, Any]) -> str:
    """How it reads when something of the same kind ended on the day on which this began."""
    ended = say_entry(kind=kind, facts=facts, when=When(date(2016, 9, 1), DAY), born=BORN, today=TODAY)
    began = say_entry(kind=kind, facts=facts, when=When(DAY), born=BORN, today=TODAY)
    return f"{ended.when} | {began.when}" if ended and began else ""


if __name__ == "__main__":
    sys.stdout.write("\n".join(as_read()).strip() + "\n")
