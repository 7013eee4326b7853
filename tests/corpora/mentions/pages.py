"""The pages of the corpus: notes of many hands, put together from authored fragments, with every mention in them labelled.

    python -m tests.corpora.mentions.pages tuning 3     prints the third page with its labels

A fragment is a few sentences in one hand, with slots: {mum} somebody of the family, in a form that this hand would write;
{mum:first} and {mum:last} that form; {phone}, {nhs} and so on a number; <her partner> a relation without a name.
"""

import json
import random
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from official_file.mentions import Known
from tests.corpora.mentions import numbers
from tests.corpora.mentions.forms import Form, name_in_form

FOLDER = Path(__file__).parent
RELATIONS = {
    "subj": "",
    "mum": "your mum",
    "dad": "Birth father",
    "sib": "Sibling",
    "gran": "Maternal grandmother",
    "aunt": "Aunt",
    "step": "your mum's partner",
    "fc": "Foster carer",
    "friend": "Friend",
    "neigh": "Neighbour",
    "sw": "social worker",
    "iro": "independent reviewing officer",
    "teach": "teacher",
}
PROFESSIONAL = ("fc", "sw", "iro", "teach")
PAGES, FRAGMENTS_OF_A_PAGE = 50, 12
SLOT = re.compile(r"\{(?P<slot>\w+)(?::(?P<form>\w+))?\}|<(?P<relation>[^<>]+)>")
NUMBERS: dict[str, tuple[str, Callable[[random.Random], str]]] = {
    "nhs": ("nhs_number", numbers.nhs_number),
    "ni": ("ni_number", numbers.ni_number),
    "upn": ("upn", numbers.upn),
    "phone": ("phone", numbers.phone),
    "dob": ("date_of_birth", numbers.birth),
    "case": ("case_id", numbers.case),
}


@dataclass(frozen=True)
class Mention:
    """A label: where the mention stands, what it is, and who (a place in the page's people)."""

    start: int
    end: int
    kind: str
    connection: int | None = None


@dataclass(frozen=True)
class Page:
    """One page: its name, its text, the people its file knows, and every mention."""

    name: str
    hand: str
    text: str
    known: tuple[Known, ...]
    mentions: tuple[Mention, ...]


@lru_cache
def pages(half: str) -> tuple[Page, ...]:
    """The pages of one half, always the same: "tuning", which may be looked at, or "held_out", which may not."""
    families = json.loads((FOLDER / half / "families.json").read_text(encoding="utf-8"))
    things = json.loads((FOLDER / half / "things.json").read_text(encoding="utf-8"))
    hands = _hands(half)
    names = sorted(hands)
    return tuple(
        _page(half, number, families[number % len(families)], names[number % len(names)], hands[names[number % len(names)]], things)
        for number in range(PAGES)
    )


def _hands(half: str) -> dict[str, list[str]]:
    """The fragments of each hand."""
    found: dict[str, list[str]] = {}
    hand = ""
    for line in (FOLDER / half / "fragments.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("[") and line.endswith("]") and " " not in line:
            hand = line.strip("[]")
        elif line.strip():
            found.setdefault(hand, []).append(line.replace(" / ", "\n"))
    return found


def _page(half: str, number: int, family: dict[str, list[str]], hand: str, fragments: list[str], things: dict[str, list[str]]) -> Page:
    chance = random.Random(f"{half}{number}")
    text, mentions = "", []
    roles = list(family)
    for step in range(min(FRAGMENTS_OF_A_PAGE, len(fragments))):
        fragment = fragments[(step + number) % len(fragments)]
        for piece, kind, connection in _pieces(fragment, family, roles, hand, half, chance, things):
            written = _as_the_hand_writes(piece, kind, hand, chance)
            if kind:
                mentions.append(Mention(len(text), len(text) + len(written), kind, connection))
            text += written
        text += chance.choice(("\n", "\n", "\n\n", " "))
    known = tuple(Known(tuple(family[role]), RELATIONS[role], role in PROFESSIONAL, role == "subj") for role in roles)
    return Page(f"{half}/{number:02d}-{hand}", hand, text, known, tuple(mentions))


def _pieces(
    fragment: str, family: dict[str, list[str]], roles: list[str], hand: str, half: str, chance: random.Random, things: dict[str, list[str]]
) -> Iterator[tuple[str, str, int | None]]:
    """The fragment in pieces: words, what they mention ("" for nothing), and whom."""
    at = 0
    for match in SLOT.finditer(fragment):
        yield fragment[at : match.start()], "", None
        at, slot = match.end(), match["slot"]
        if match["relation"]:
            yield match["relation"], "relation", None
        elif slot in family:
            form = Form(match["form"]) if match["form"] else None
            before, name = name_in_form(family[slot], slot, form, hand, half, chance)
            yield before, "", None
            yield name, "name", roles.index(slot)
        elif slot in NUMBERS:
            kind, make = NUMBERS[slot]
            yield make(chance), kind, None
        else:
            yield chance.choice(things[slot]), {"car": "vehicle"}.get(slot, slot), None
    yield fragment[at:], "", None


def _as_the_hand_writes(piece: str, kind: str, hand: str, chance: random.Random) -> str:
    if hand.endswith("small"):
        return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in piece)
    if hand.endswith("capitals"):
        return "".join(sign.upper() if len(sign.upper()) == 1 else sign for sign in piece)
    if hand == "ocr":
        return _scanned(piece, kind, chance)
    return piece


def _scanned(piece: str, kind: str, chance: random.Random) -> str:
    """What a scanner makes of it: now and then a wrong letter, in names one at the most."""
    if kind not in ("", "name"):
        return piece
    wrong = {"l": "1", "O": "0", "o": "0", "m": "rn", "I": "l", "S": "5"}
    if kind == "name":
        places = [place for place, sign in enumerate(piece) if place and sign in wrong] if len(piece) > 6 and chance.random() < 0.15 else []
        place = chance.choice(places) if places else -1
        return "".join(wrong[sign] if at == place else sign for at, sign in enumerate(piece))
    return "".join(wrong[sign] if sign in wrong and chance.random() < 0.01 else sign for sign in piece)


def marked(page: Page) -> str:
    """The page with its labels, to be read."""
    text, at = "", 0
    for mention in page.mentions:
        who = "" if mention.connection is None else f":{page.known[mention.connection].names[0]}"
        text += f"{page.text[at : mention.start]}[[{page.text[mention.start : mention.end]}|{mention.kind}{who}]]"
        at = mention.end
    return text + page.text[at:]


if __name__ == "__main__":
    sys.stdout.write(marked(pages(sys.argv[1])[int(sys.argv[2])]) + "\n")
