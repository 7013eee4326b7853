"""How a hand writes a name: whole, first name, title and family name, initials, short form, with a slip, over the end of a line.

The two halves have rules and short forms of their own.
"""

import random
import unicodedata
from enum import StrEnum

FAMILY_NAME_FIRST = {"Phạm", "Đặng", "Trần", "Nguyễn", "Lê", "Vũ"}
WOMEN = ("mum", "gran", "aunt")
TITLED = ("mum", "dad", "gran", "aunt", "step", "neigh", "teach", "fc")
NEIGHBOURS = {"a": "s", "e": "r", "i": "o", "o": "p", "u": "y", "r": "t", "n": "m", "s": "d", "t": "r", "l": "k", "h": "g", "d": "f"}
SHORT = {
    "held_out": {
        "Philippa": "Pip", "Margaret": "Maggie", "Małgorzata": "Gosia", "Zbigniew": "Zbyszek", "Grzegorz": "Greg", "Kathleen": "Kath",
        "Patrick": "Paddy", "Jacqueline": "Jackie", "Christine": "Chris", "Deborah": "Debbie", "Rebecca": "Becky", "Valerie": "Val",
        "Charlotte": "Lottie", "Stanley": "Stan", "Bernadette": "Bernie", "Leonard": "Len", "Reginald": "Reg", "Natasha": "Tash",
        "Geoffrey": "Geoff", "Desmond": "Des", "Trevor": "Trev", "Winifred": "Winnie", "Nathaniel": "Nat", "Kirsteen": "Kirsty",
        "Maureen": "Mo", "Pauline": "Paula", "Clifford": "Cliff", "Catriona": "Cat", "Zuzanna": "Zuzka",
    },
    "tuning": {
        "Elizabeth": "Liz", "Michael": "Mick", "Katarzyna": "Kasia", "William": "Bill", "Thomas": "Tommy", "Stephen": "Ste",
        "Susan": "Sue", "Samantha": "Sam", "Christopher": "Chris", "Jennifer": "Jen", "Robert": "Bob", "Anthony": "Tony",
        "Andrew": "Andy", "Joseph": "Joe", "Theresa": "Terri", "Victoria": "Vicky", "Mohammed": "Mo", "Krzysztof": "Krzysiek",
        "Alexandra": "Lexi", "James": "Jimmy", "Patricia": "Trish", "Gareth": "Gaz", "Dafydd": "Dai", "Edward": "Ted",
    },
}  # fmt: skip


class Form(StrEnum):
    """A way of writing somebody's name."""

    WHOLE = "whole"
    FIRST = "first"
    LAST = "last"
    TITLE = "title"
    INITIAL = "initial"
    FIRST_AND_LETTER = "letter"
    REVERSED = "reversed"
    SLIP = "slip"
    ALIAS = "alias"
    SHORT = "short"
    BROKEN = "broken"
    PLAIN = "plain"
    HALF = "half"


WEIGHTS = {
    "held_out": {
        Form.WHOLE: 28, Form.FIRST: 38, Form.TITLE: 7, Form.INITIAL: 4, Form.FIRST_AND_LETTER: 3, Form.REVERSED: 2, Form.SLIP: 4,
        Form.ALIAS: 5, Form.SHORT: 4, Form.BROKEN: 3, Form.PLAIN: 4, Form.HALF: 2,
    },
    "tuning": {
        Form.WHOLE: 22, Form.FIRST: 34, Form.TITLE: 9, Form.INITIAL: 6, Form.FIRST_AND_LETTER: 4, Form.REVERSED: 3, Form.SLIP: 7,
        Form.ALIAS: 6, Form.SHORT: 5, Form.BROKEN: 4, Form.PLAIN: 4, Form.HALF: 3,
    },
}  # fmt: skip


def name_in_form(names: list[str], role: str, form: Form | None, hand: str, half: str, chance: random.Random) -> tuple[str, str]:
    """What stands before the name (a title), and the name as it is written."""
    if form is None:
        weights = WEIGHTS[half]
        form = chance.choices(list(weights), list(weights.values()))[0]
    if form is Form.TITLE and role in TITLED and hand not in ("sms", "scots"):
        title = chance.choice(("Mrs", "Ms", "Miss")) if role in WOMEN or role in ("teach", "fc") else "Mr"
        return f"{title} ", _last(names[0])
    written = _written(names, form, half, chance)
    return "", unicodedata.normalize("NFC", written)


def _written(names: list[str], form: Form, half: str, chance: random.Random) -> str:
    first, last, whole = _first(names[0]), _last(names[0]), _whole(names[0])
    if len(whole.split()) < 2:
        return whole
    made = {
        Form.FIRST: first,
        Form.LAST: last,
        Form.INITIAL: f"{first[0]}{chance.choice(('. ', ' ', '.'))}{last}",
        Form.FIRST_AND_LETTER: f"{first} {last[0]}",
        Form.REVERSED: f"{last}, {first}",
        Form.SLIP: _slip(first, half, chance),
        Form.ALIAS: chance.choice(names[1:] or [whole]),
        Form.SHORT: SHORT[half].get(first, first),
        Form.BROKEN: whole.replace(" ", "\n", 1),
        Form.PLAIN: "".join(sign for sign in unicodedata.normalize("NFKD", whole.replace("ł", "l").replace("Đ", "D").replace("đ", "d"))
                            if not unicodedata.combining(sign)),
        Form.HALF: chance.choice(last.split("-")),
    }  # fmt: skip
    return made.get(form, whole)


def _whole(name: str) -> str:
    return " ".join(word for word in name.split() if not word.startswith("'"))


def _first(name: str) -> str:
    words = _whole(name).split()
    return words[-1] if words[0] in FAMILY_NAME_FIRST else words[0]


def _last(name: str) -> str:
    words = _whole(name).split()
    if words[0] in FAMILY_NAME_FIRST:
        return words[0]
    if len(words) > 2 and words[1] in {"Mac", "Mc", "O", "van", "al", "ap", "el", "de"}:
        return " ".join(words[1:])
    return words[-1]


def _slip(name: str, half: str, chance: random.Random) -> str:
    """One letter wrong, in names of five letters and more, and never the first."""
    if len(name) < 5 or not name.isascii():
        return name
    place = chance.randrange(1, len(name) - 1)
    letter, after = name[place], name[place + 1]
    left_out, changed = name[:place] + name[place + 1 :], name[:place] + after + letter + name[place + 2 :]
    if half == "held_out":
        beside = name[:place] + NEIGHBOURS.get(letter, letter) + name[place + 1 :]
        return chance.choice((left_out, changed, beside))
    vowel = name[:place] + ({"a": "e", "e": "i", "i": "e", "o": "u"}.get(letter, letter)) + name[place + 1 :]
    twice = name[:place] + letter + name[place:]
    return chance.choice((left_out, changed, vowel, twice))
