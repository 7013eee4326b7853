"""Facts -> one easy sentence with pictures: the easiest of the three levels, for entries that a list of codes made.

For example:

    say_easy("home", {"place": "U6"}, When(date(2017, 3, 4), date(2018, 8, 21)))
    -> Easy(text="You lived with foster carers.", pictures=("home", "carers"))

None: there is no rule, so only a person can write it easily. The time stands on a line of its own, as at every level.
The table is in easy_words.py, part of the numbered table of sentences (table.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from law.wording import Translate, fill, identity
from official_file.plain_language import easy_words
from official_file.plain_language.easy_words import Picked
from official_file.plain_language.facts import CODE_LISTS, code_of, text_of
from official_file.plain_language.when import When


@dataclass(frozen=True, slots=True)
class Easy:
    """One sentence and the names of the pictures beside it (pictures.py)."""

    text: str
    pictures: tuple[str, ...]


def say_easy(kind: str, facts: Mapping[str, object], when: When, translate: Translate = identity) -> Easy | None:
    """The easy sentence of an entry, or None for free text and for a code that has none."""
    picked = _picked(kind, facts, is_now=when.is_known and when.end is None and kind in easy_words.HAS_A_NOW)
    return Easy(fill(picked[0], translate, name=text_of(facts, "name")), picked[1]) if picked else None


def _picked(kind: str, facts: Mapping[str, object], *, is_now: bool) -> Picked | None:
    """The row of the table: of the kind as a whole, or of its code."""
    if kind == "worker_period":
        named = bool(text_of(facts, "name"))
        return easy_words.WORKERS[named, is_now]
    if kind in easy_words.KINDS:
        return easy_words.KINDS[kind]
    if kind not in CODE_LISTS:
        return None
    code_list, code = code_of(kind, facts)
    if kind == "home" and is_now:
        return easy_words.HOMES_NOW.get(code)
    return easy_words.CODES.get(code_list, {}).get(code)
