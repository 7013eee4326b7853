""" "Grace", "may", "will", "Hope": whether a word that is also a word stands for somebody here. Pure.

A capital inside a sentence says so; at the beginning of one, in a line of capitals, or in a note without any capitals something
else has to: a title, an owning 's, a verb of speech, a word for kin before it, a name beside it.
"""

import re

from official_file.mentions.forms import KIN_TITLES, NOT_INITIALS, SHORT_TITLES, TITLES
from official_file.mentions.reading import Reading
from official_file.mentions.wordlists import DAYS, MONTHS, PLACES, is_only_a_word, named

SPEAKS = named("speaks")
SPEAKS_FOR_A_WORD = named("speaks_for_a_word")
TELLS = named("tells")
ALSO_VERBS = frozenset(["will", "may", "can", "hope"])
TO_WHOM = frozenset(["spoke", "speak", "spoken", "speaking", "talked", "talking", "talk", "listened", "wrote", "written", "said"])
MINE = named("mine")
WITH_MONTHS = named("with_months")
KIN = named("kin")
NOT_PEOPLE, SELDOM, LEADS_TO = named("not_people"), named("seldom"), named("leads_to_a_name")
SHORT = 2
IN_PLACES = frozenset(("in", "near", "around", "outside"))
CLOSE = frozenset((" ", "  ", "-", "/", ", ", "\n"))
SIGNS_OFF = frozenset(["thanks", "cheers", "love", "regards", "from", "best", "ta", "wishes", "kindly", "x", "xx", "luv"])
FIELD, FIELD_ENDS = re.compile(r"[:|]\s*$"), re.compile(r"^\s*(?:[|,.;)\n]|[ \t]{2}|$)")  # "Name of father: Mark   Postcode"
SPEAKER = re.compile(r"^\s?[:>]|^ ?[-\u2013\u2014] |^\s*\(|^,\s")


def stands_for_somebody(reading: Reading, place: int, name_places: frozenset[int]) -> bool:
    """Whether the one word at `place`, which is also an English word or a month, is a name here.

    `name_places`: words that are certainly names, which vouch for the word beside them.
    """
    word, before, after = reading.words[place], _before(reading, place), reading.key(place + 1)
    if _has_title(reading, place) or word.owning:
        return not (word.key in MONTHS and not word.has_capital)
    if word.key in MONTHS and _is_a_date(reading, place) and not _joined_to_a_name(reading, place, name_places):
        return False
    if _is_part_of_a_thing(reading, place):
        return False
    if _tells_by_capital(reading, place):
        return not (word.key in PLACES and before in IN_PLACES) or after in SPEAKS_FOR_A_WORD
    return _tells_by_neighbours(reading, place, name_places)


def _has_title(reading: Reading, place: int) -> bool:
    """Mrs, Auntie, or a word for kin before it: "her friend Joy", "mum grace"."""
    before, gap = reading.key(place - 1), reading.gap(place)
    if len(gap.strip(" \t\n\r.,")) > 0 or "\n\n" in gap or ("." in gap and before not in SHORT_TITLES):
        return False
    if before in TITLES - {"father", "sister"} or before in KIN_TITLES:
        return not (before in KIN_TITLES and reading.key(place) in {"will", "may", "can"} and not reading.words[place].has_capital)
    return before in KIN and (reading.words[place].has_capital or reading.key(place) not in {"will", "may", "mark", "hope", "can"})


def _is_a_date(reading: Reading, place: int) -> bool:
    """May 2019, 5th of May, last May; not "since May was born"."""
    before = reading.key(place - 1) if _is_close(reading, place) and "," not in reading.gap(place) else ""
    after = reading.key(place + 1) if _is_close(reading, place + 1) else ""
    if before[:1].isdigit() or after[:1].isdigit() or {before, after} & (MONTHS | DAYS):
        return True
    return before in WITH_MONTHS and after not in SPEAKS


def _joined_to_a_name(reading: Reading, place: int, name_places: frozenset[int]) -> bool:
    """ "About May and Callum"."""
    return reading.key(place + 1) in {"and", "n"} and place + 2 in name_places


def _is_close(reading: Reading, place: int) -> bool:
    return 0 < place < len(reading.words) and reading.words[place].gap in CLOSE


def _is_part_of_a_thing(reading: Reading, place: int) -> bool:
    """Hope House, Grace Road, the Young Person's Plan."""
    if place + 1 >= len(reading.words) or reading.gap(place + 1) not in {" ", "-"}:
        return False
    after = reading.words[place + 1]
    return after.key in NOT_PEOPLE and (after.has_capital or not reading.words[place].has_capital)


def _tells_by_capital(reading: Reading, place: int) -> bool:
    word = reading.words[place]
    return word.has_capital and not reading.begins_sentence(place) and not reading.among_capitals(place) and not reading.is_small


def _tells_by_neighbours(reading: Reading, place: int, name_places: frozenset[int]) -> bool:
    """What tells at the beginning of a sentence, in capitals and in small letters."""
    word, before, after = reading.words[place], _before(reading, place), reading.key(place + 1)
    may = word.has_capital or reading.is_small
    if may and word.key in SELDOM:
        return before not in MINE
    if may:
        if before in TELLS or _is_spoken_to(reading, place) or _stands_alone(reading, place):
            return True
        if before in LEADS_TO and _ends(reading, place + 1) and word.key not in MONTHS:
            return True
        if before not in MINE and after in SPEAKS and not (word.key == "may" and after in {"has", "had"} and not word.has_capital):
            return word.has_capital or word.key not in {"hope", "faith", "joy", "grace", "chance"} or after in SPEAKS_FOR_A_WORD
    elif before not in MINE and (
        after in SPEAKS_FOR_A_WORD or ((before in TELLS or _is_spoken_to(reading, place)) and word.key not in ALSO_VERBS)
    ):
        return True
    return may and _beside_a_name(reading, place, name_places)


def _is_spoken_to(reading: Reading, place: int) -> bool:
    return reading.key(place - 1) in {"to", "with"} and reading.key(place - 2) in TO_WHOM


def _before(reading: Reading, place: int) -> str:
    """The word before in the same sentence; empty at its beginning."""
    return "" if reading.begins_sentence(place) else reading.key(place - 1)


def _ends(reading: Reading, place: int) -> bool:
    """Whether a sentence or a part of it ends before this word."""
    return reading.gap(place)[:1] in {".", "!", "?", ",", ";", "\n", ""}


def _stands_alone(reading: Reading, place: int) -> bool:
    """The name of who speaks or writes: "Mark: hi", "Grace, her aunt", "Love, Will", a line with nothing else."""
    after, may = reading.gap(place + 1), reading.words[place].has_capital or reading.is_small
    opens = place == 0 or "\n" in reading.gap(place)
    ends = place + 1 == len(reading.words) or "\n" in after
    if ends and (opens or reading.key(place - 1) in SIGNS_OFF):
        return may
    if FIELD.search(reading.gap(place)) and FIELD_ENDS.match(after):
        return reading.words[place].has_capital
    if SPEAKER.match(after) and (opens or reading.begins_sentence(place)):
        return reading.words[place].has_capital or (opens and after.lstrip().startswith(":"))
    return False


def _beside_a_name(reading: Reading, place: int, name_places: frozenset[int]) -> bool:
    """Sarah and Grace; Grace & Tom; Grace, Tom and Bev."""
    for step in (-1, 1):
        one = place + step
        if reading.key(one) in {"and", "n", "or"}:
            one += step
        elif "," not in (gap := reading.gap(max(one, place))) and "&" not in gap and "/" not in gap and "+" not in gap:
            continue
        if one in name_places:
            return True
    return False


def is_sure(reading: Reading, place: int) -> bool:
    """Whether this one word can only be a name: no English word, and no town that one is in."""
    key = reading.key(place)
    if len(key) == SHORT and reading.words[place].all_capitals:  # PJ, when somebody is called so
        return key not in NOT_INITIALS and not reading.among_capitals(place)
    if not reading.words[place].raw.isascii():  # "Yến" is written like no English word
        return True
    return not is_only_a_word(key) and not (key in PLACES and reading.key(place - 1) in IN_PLACES)
