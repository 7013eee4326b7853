"""Whether an answer to a young person is in plain words: what to look at again, and the one time we ask before it goes.

Never a wall: a kind short answer is never held up, and "send it anyway" always is. Only English is measured: the measures of
other languages would be wrong.
"""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cms.queries import glossary, kinder_words
from official_file.mentions.wordlists import ordinary_words
from official_file.plain_language.jargon import find_terms
from official_file.plain_language.reading import WORD
from official_file.plain_language.writing import LONG, ROUGH_WORDS, Look, LookedOver, Mark, look_over
from people.errors import NotAllowed

SAYS = {
    Look.LABEL: gettext_noop("a word to say otherwise"),
    Look.TERM: gettext_noop("a worker's word"),
    Look.ACRONYM: gettext_noop("short for something: say it in full"),
}
MOST_LINES = 5  # the choices stay in sight; the rest comes up when these are put right
ENGLISH = 0.5  # of its words, at least, stand in the list of English ones


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at again, as a line."""

    text: str
    says: str
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in an answer. `sentence`: why we ask before it goes; "" for one that just goes; `more`: how many more findings."""

    found: LookedOver
    findings: tuple[Finding, ...]
    sentence: str
    more: int = 0

    @property
    def is_fine(self) -> bool:
        """Whether there is nothing to look at again."""
        return not self.findings and not self.sentence


def looked_over(text: str) -> Looked:
    """What to look at again in this answer."""
    if not _is_english(text):
        return Looked(look_over("", ()), (), "")
    found = look_over(text, glossary(), kinder_words(), most=settings.READING_GRADE)
    marks = {(mark.look, mark.text.casefold()): mark for mark in found.marks if mark.look in SAYS}
    lines = [_line(mark) for mark in marks.values()]
    lines += [
        Finding(_("%(begin)s ...") % {"begin": begin}, _("%(words)s words in one sentence: make two of it") % {"words": words})
        for begin, words in found.long
    ]
    more = len(lines) - MOST_LINES
    return Looked(found, tuple(lines[:MOST_LINES]), _why_ask(text, found), max(0, more))


def check_is_plain(text: str, *, anyway: bool) -> None:
    """Ask once before hard words go. Raises NotAllowed ("too_hard"), unless the worker said to send it anyway."""
    sentence = "" if anyway else looked_over(text).sentence
    if sentence:
        raise NotAllowed("too_hard", sentence)


def _why_ask(text: str, found: LookedOver) -> str:
    never = [{"term": word["term"], "plain": word["instead"], "also": []} for word in kinder_words() if word["banned"]]
    said = list(dict.fromkeys(span.text for span in find_terms(text, never)))
    if said:
        return _("We never say this to a young person: %(words)s. Say it another way, or send it anyway.") % {"words": ", ".join(said)}
    if found.longest > LONG:
        return _("One sentence has %(words)s words. Make two of it, or send it anyway.") % {"words": found.longest}
    if found.grade is not None and found.words >= ROUGH_WORDS and found.grade > found.most:
        return _("This reads like a text for people of %(age)s. Make it simpler, or send it anyway.") % {"age": found.age}
    return ""


def _line(mark: Mark) -> Finding:
    return Finding(mark.text, _(SAYS[mark.look]), mark.instead)


def _is_english(text: str) -> bool:
    words = [word.casefold() for word in WORD.findall(text)]
    return bool(words) and sum(word in ordinary_words() for word in words) >= len(words) * ENGLISH
