"""A known word beside an unknown one: "Liam Whitfield" is not Sarah Whitfield, and "Sarah Jones" may be another Sarah. Pure.

The mention takes in the unknown word, so that it is not left standing when the rest is hidden; and it is nobody's in particular.
"""

from collections.abc import Collection

from rapidfuzz.distance import OSA

from official_file.mentions.forms import NOT_INITIALS, TITLES, Form
from official_file.mentions.known import Known
from official_file.mentions.lexicon import BRANDS, NOT_ODD, Hit
from official_file.mentions.reading import Reading
from official_file.mentions.wordlists import named, nicknames, ordinary_words

NEVER = NOT_ODD | BRANDS | NOT_INITIALS | TITLES | named("towns") | named("kin_alone") | named("not_person_names") | named("role_ends")
SURNAMES = named("surnames")
SHORTEST, ALIKE = 3, 2


def stranger_beside(reading: Reading, hit: Hit, known: Known, form: Form, taken: Collection[int]) -> int | None:
    """The place of the unknown word that belongs to this one-word mention; None when there is none.

    `taken`: words that are part of a known name. A first name takes the word after it, a family name the one before.
    """
    only_family = form is not Form.FIRST
    if hit.last - hit.first > 1 or known.professional or not any(len(name.split()) > 1 for name in known.names):
        return None
    if known.subject and not only_family:  # whatever else they are called, it is they
        return None
    place = hit.first - 1 if only_family else hit.last
    gap = reading.gap(max(place, hit.first)) if 0 <= place < len(reading.words) else ""
    if gap != " " or place in taken or reading.words[min(place, hit.first)].owning:
        return None
    return place if _is_like_a_name(reading, place) and reading.words[hit.first].has_capital else None


def is_alike(key: str, known: Known) -> bool:
    """Whether the unknown word is a way of writing one of this person's names after all."""
    words = {word.casefold() for name in known.names for word in name.replace("-", " ").split()}
    return any(OSA.distance(key, word) <= ALIKE and key[0] == word[0] for word in words if len(word) > SHORTEST)


def _is_like_a_name(reading: Reading, place: int) -> bool:
    word = reading.words[place]
    if word.key in NEVER or len(word.key) < SHORTEST or not word.key.isalpha() or word.all_capitals or reading.is_small:
        return False
    return word.has_capital and (word.key in nicknames() or word.key in SURNAMES or word.key not in ordinary_words())
