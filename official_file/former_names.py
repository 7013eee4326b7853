"""Names a young person had before, where an original still carries one: nobody meets an old name without being told first.

An original is never rewritten. Where it carries a former name, a line before it says so and why, and it opens only by choice.
What stands around it (a title, plain words) is said with the name of now.

A former name is found whole, or by its first name when that is no longer theirs. A surname alone is not looked for: it is most
often that of the family as well.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext

from people.models import Child, ChildName
from people.written_names import TITLES, folded, has_capital_word, has_words, without_accents


def carries_former_name(child: Child, text: str) -> bool:
    """Whether this text carries a name the young person had before and has no longer."""
    old = old_names(child) if text else []
    plain = without_accents(text) if old else ""
    return any(_carried(plain, name.split(), child) for name in old)


def in_the_name_of_now(child: Child, text: str) -> str:
    """These words about them, with what they are called now in the place of a former name. Never for an original."""
    text = unicodedata.normalize("NFC", text)
    if not carries_former_name(child, text):
        return text
    for name in old_names(child):
        for words in _wholes(unicodedata.normalize("NFC", name).split()):
            text = re.sub(r"\b" + r"\s+".join(map(re.escape, words)) + r"\b", lambda _found: child.known_as, text, flags=re.IGNORECASE)
        first = unicodedata.normalize("NFC", name).split()[0]
        if _is_given_up(first, child):
            text = re.sub(rf"\b(?:{re.escape(first)}|{re.escape(first.upper())})\b", lambda _found: child.known_as, text)
    return text


def warning_before(child: Child, text: str, *, written_on: date | None) -> str:
    """What to say before this original, or "" when it carries no former name.

    A paper from after the change has no good reason for the old name, and is not given one.
    """
    if not carries_former_name(child, text):
        return ""
    changed = max((one.ends for one in _former(child) if one.ends), default=None)
    if written_on and changed and written_on > changed:
        late = gettext("This uses your old name, though you were called %(name)s already. You can tell us that this is wrong.")
        return late % {"name": child.known_as}
    then = gettext("This was written before you were called %(name)s. It uses your old name because it was written then.")
    return then % {"name": child.known_as}


def old_names(child: Child) -> list[str]:
    """Names of the past that are not theirs now: those called former, and those of any kind that have ended."""
    former = _former(child)
    now = {folded(one.name) for one in child.names.all() if one not in former} | {folded(child.known_as)}
    return [one.name for one in former if folded(one.name) and folded(one.name) not in now]


def _former(child: Child) -> list[ChildName]:
    prefetch_related_objects([child], "names")  # asked once for all entries of a page
    return [one for one in child.names.all() if not one.mistaken and (one.kind == ChildName.Kind.FORMER or one.ends is not None)]


def _carried(text: str, name: list[str], child: Child) -> bool:
    words = [without_accents(word) for word in name]
    whole = any(has_words(text, one) for one in _wholes(words) if len(one) > 1)
    return whole or (_is_given_up(words[0], child) and has_capital_word(text, words[0]))


def _wholes(words: list[str]) -> Iterator[list[str]]:
    """A name of several words as papers have it: with all of them, and with the first and the last."""
    if len(words) > 1:
        yield words
    if len(words) > 2:
        yield [words[0], words[-1]]


def _is_given_up(first: str, child: Child) -> bool:
    """Whether this first name is a name (no title, no single letter) that is in none of their names of now."""
    former = set(_former(child))
    now = {word for one in child.names.all() if one not in former and not one.mistaken for word in folded(one.name).split()}
    return len(first) > 1 and first.rstrip(".") not in TITLES and folded(first) not in now | set(folded(child.known_as).split())
