"""A name as others read it: written in one way, so that two people do not read the same and no name turns a sentence round.

tidy(" Priya   Shah ")        ->   "Priya Shah"
tidy("Priya \\u202ehahS")     ->   raises InvisibleSigns
"""

import unicodedata

JOINERS = "\u200c\u200d"  # Persian, Kurdish and Indian scripts write with them; between Latin letters they only hide


class InvisibleSigns(ValueError):
    """The name holds signs that nobody sees: they hide letters, or turn the text around them."""


def tidy(name: str) -> str:
    """The name in composed letters, with single spaces. Raises InvisibleSigns."""
    plain = " ".join(unicodedata.normalize("NFC", name).split())
    for before, sign in zip(" " + plain, plain, strict=False):
        if unicodedata.category(sign) in {"Cc", "Cf", "Co", "Cs", "Cn"} and not (sign in JOINERS and _is_beyond_latin(before)):
            raise InvisibleSigns(f"U+{ord(sign):04X}")
    return plain


def _is_beyond_latin(letter: str) -> bool:
    return letter.isalpha() and not unicodedata.name(letter, "LATIN").startswith("LATIN")
