"""People the file does not know yet, where the words around them say that they are people: "Mrs Harrowgate", "her friend Chloe". Pure."""

from collections.abc import Iterator, Sequence

from official_file.mentions.forms import NOT_INITIALS, SHORT_TITLES, TITLES
from official_file.mentions.known import Span
from official_file.mentions.names import is_staff_here
from official_file.mentions.reading import Reading
from official_file.mentions.wordlists import DAYS, MONTHS, PLACES, named, nicknames, ordinary_words

WORK_TITLES, NEVER = named("work_titles"), named("not_person_names") | named("role_ends") | named("roles")
MOST_WORDS = 3


def find_strangers(reading: Reading, relations: Sequence[Span]) -> Iterator[Span]:
    """Names after a title, and after a word for kin. Nobody known is meant, as far as can be told."""
    ends = {relation.end for relation in relations}
    for place in range(1, len(reading.words)):
        before = reading.words[place - 1]
        if (
            before.key in TITLES
            and before.key not in {"father", "sister"}
            and _close(reading, place, "." if before.key in SHORT_TITLES else " ")
        ):
            yield from _stranger(reading, place, place - 1, work=before.key in WORK_TITLES)
        elif before.end in ends and not before.owning and _close(reading, place, ","):
            yield from _stranger(reading, place, place, work=False)


def _close(reading: Reading, place: int, sign: str) -> bool:
    gap = reading.gap(place)
    return len(gap) < MOST_WORDS and gap.strip() in {"", sign} and gap != ""


def _stranger(reading: Reading, place: int, first: int, *, work: bool) -> Iterator[Span]:
    last = place
    while last < min(place + MOST_WORDS, len(reading.words)) and _may_be_a_name(reading, last, titled=first < place):
        last += 1
        if last < len(reading.words) and reading.gap(last) not in {" ", "-"}:
            break
    if last > place:
        start, end = reading.words[first].start, reading.words[last - 1].end
        propose = not work and not is_staff_here(reading, place, last)
        yield Span(start, end, reading.text[start:end], "name", None, propose)


def _may_be_a_name(reading: Reading, place: int, *, titled: bool) -> bool:
    """A capital where none has to be, and no word that is only a word; in notes without capitals only what is a name elsewhere."""
    word = reading.words[place]
    if word.key in NEVER | DAYS | MONTHS | PLACES | NOT_INITIALS or len(word.key) < 2 or not word.key.isalpha():
        return False
    is_word = word.key in ordinary_words() and word.key not in nicknames()
    if reading.is_small or reading.among_capitals(place):
        return not is_word and (titled or word.key in nicknames()) and word.key not in ordinary_words()
    return word.has_capital and (titled or not is_word)
