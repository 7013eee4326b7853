"""Names a young person had before, where an original still carries one: nobody meets an old name without being told first.

An original is never rewritten. Where it carries a former name, a line before it says so and why, and it opens only by choice.
"""

from datetime import date

from django.utils.translation import gettext

from official_file.models import Entry
from people.models import Child, ChildName
from people.written_names import TITLES, folded, has_capital_word, has_words, without_accents

LONGEST_GIVEN_UP = 1  # a single letter is no name


def carries_former_name(child: Child, text: str) -> bool:
    """Whether this text carries a name the young person had before and has no longer."""
    if not text:
        return False
    plain = without_accents(text)
    return any(_carried(plain, whole, alone) for whole, alone in _old_names(child))


def warning_for(child: Child, entry: Entry) -> str:
    """What to say before the original of this entry, or "" when it carries no former name."""
    body = entry.body
    carried = bool(body) and body.get("kind") != "own_words" and carries_former_name(child, _words_of(body))
    return why_old_name(child, written_on=_written(body)) if carried else ""


def why_old_name(child: Child, *, written_on: date | None) -> str:
    """Why an old name stands there. A paper from after the change has no good reason, and is not given one."""
    changed = changed_on(child)
    if written_on and changed and written_on > changed:
        late = gettext("This uses your old name, though you were called %(name)s already. You can tell us that this is wrong.")
        return late % {"name": child.known_as}
    then = gettext("This was written before you were called %(name)s. It uses your old name because it was written then.")
    return then % {"name": child.known_as}


def changed_on(child: Child) -> date | None:
    """The last day on which a name they no longer have was theirs, as far as it is known."""
    return max((one.ends for one in _former(child) if one.ends), default=None)


def _former(child: Child) -> list[ChildName]:
    """Names of the past: those called former, and those of any kind that have ended."""
    return [one for one in child.names.all() if one.kind == ChildName.Kind.FORMER or one.ends is not None]


def _old_names(child: Child) -> list[tuple[list[str], list[str]]]:
    """For each former name, all its words, and those of them that no name of now has."""
    former = _former(child)
    past = {one.pk for one in former}
    of_now = [one.name for one in child.names.all() if one.pk not in past]
    now = {word for name in [child.known_as, *of_now] for word in folded(name).split()}
    found = []
    for one in former:
        words = without_accents(one.name).split()
        alone = [word for word in words if _is_a_name(word) and folded(word) not in now]
        if alone:
            found.append((words, alone))
    return found


def _is_a_name(word: str) -> bool:
    return len(word) > LONGEST_GIVEN_UP and word.rstrip(".") not in TITLES


def _carried(text: str, whole: list[str], alone: list[str]) -> bool:
    return has_words(text, whole) or any(has_capital_word(text, word) for word in alone)


def _words_of(body: dict[str, object]) -> str:
    facts = body.get("facts")
    title = facts.get("title") if isinstance(facts, dict) else ""
    return f"{body.get('text') or ''} {title or ''}"


def _written(body: dict[str, object]) -> date | None:
    written = body.get("written_on")
    return date.fromisoformat(str(written)) if written else None
