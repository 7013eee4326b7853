"""Whether words in a language that their author named were looked through for risk words. Pure.

is_looked_through("Welsh", {"en", "cy"})      ->   True
is_looked_through("Tigrinya", {"en", "cy"})   ->   False: nobody is warned by a list, so a person has to understand it soon
"""

import re
import unicodedata
from collections.abc import Collection

from stories.word_forms import fold

# What people call the languages that the software brings risk words in, folded.
NAMES = {
    "en": ("english", "saesneg", "الانجليزيه", "انجليزي", "انجليزيه"),
    "cy": ("welsh", "cymraeg", "الويلزيه", "ويلزي"),
    "ar": ("arabic", "arabeg", "العربيه", "عربي", "عربيه"),
}
LETTERS_OF_THE_LISTS = ("LATIN", "ARABIC")
FEWEST_LETTERS = 3
AROUND_A_NAME = {"and", "a", "ac", "bit", "of", "some", "my", "in", "language", "mostly", "with", "mixed", "و"}


def is_looked_through(language: str, lists: Collection[str]) -> bool:
    """Whether every language named has a list of risk words. Nothing named: its author says nothing of another language."""
    named = [word for word in re.findall(r"\w+", fold(language)) if word not in AROUND_A_NAME]
    known = {name for code in lists for name in NAMES.get(code, (code,))}
    return all(word in known for word in named)


def is_in_other_letters(text: str) -> bool:
    """Whether most letters are of a script that no list of risk words is written in, whatever its author says of the language."""
    letters = [sign for sign in text if sign.isalpha()]
    other = sum(not unicodedata.name(sign, "").startswith(LETTERS_OF_THE_LISTS) for sign in letters)
    return len(letters) >= FEWEST_LETTERS and other * 2 > len(letters)
