"""Names as they stand in writing: told apart from other words, and compared without accents, capitals or signs. Pure.

    is_named("GRACE was there.", "Grace Okafor")   ->   True
    folded("Zoë  O’Brien-Łuk")                     ->   "zoe obrien luk"

Whole names are found in any spelling of capitals; a first name alone only with its capital (or all in capitals, as notes
often are), so that "grace" in a sentence is not Grace. Accents do not matter.
"""

import re
import unicodedata

TITLES = frozenset({"Mr", "Mrs", "Miss", "Ms", "Mx", "Dr", "Prof", "Rev"})  # these alone name nobody
LETTERS = str.maketrans(
    {
        "ß": "ss",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ŋ": "ng",
        # Arabic and Persian letters that keyboards write in more than one way
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ې": "ي",
        "ک": "ك",
        "ة": "ه",
        "ۀ": "ه",
        "ؤ": "و",
        "ئ": "ي",
        "ـ": "",
        # Cyrillic
        "ё": "е",
        "ґ": "г",
    }
)
ASCII = str.maketrans({chr(sign): None if chr(sign) in "'`." else " " for sign in range(128) if not chr(sign).isalnum()})
INSIDE_A_NAME = frozenset("'’‘ʼ`´ʿʾ.")  # O'Brien, O’Brien and OBrien are one name


def without_accents(text: str) -> str:
    """The text without accents and without signs that nobody sees; capitals stay."""
    spread = unicodedata.normalize("NFKD", text)
    kept = "".join(sign for sign in spread if unicodedata.category(sign) not in {"Mn", "Cf"})
    return unicodedata.normalize("NFKC", kept)


def folded(name: str) -> str:
    """The name as it is compared: small letters without accents, words apart by one space, in one form of each script."""
    if name.isascii():  # most names, and a tenth of the time
        return " ".join(name.lower().translate(ASCII).split())
    small = unicodedata.normalize("NFKD", name).casefold()
    kept = "".join(sign for sign in small if unicodedata.category(sign) not in {"Mn", "Cf"} and sign not in INSIDE_A_NAME)
    letters = without_accents(unicodedata.normalize("NFKC", kept).translate(LETTERS))
    return " ".join("".join(sign if sign.isalnum() else " " for sign in letters).split())


def is_named(text: str, name: str) -> bool:
    """Whether the text names this person: by the whole name, or by the first name with its capital."""
    return has_person(without_accents(text), without_accents(name).split())


def has_person(text: str, words: list[str]) -> bool:
    """The same for many names in one text: both come without accents, the name as its words."""
    if not words:
        return False
    return has_words(text, words) or (words[0].rstrip(".") not in TITLES and has_capital_word(text, words[0]))


def has_words(text: str, words: list[str]) -> bool:
    """Whether these words stand in the text one after another, in any spelling of capitals. Both come without accents."""
    return bool(re.search(r"\b" + r"\s+".join(map(re.escape, words)) + r"\b", text, re.IGNORECASE))


def has_capital_word(text: str, word: str) -> bool:
    """Whether this word stands in the text as it is written, or all in capitals. Both come without accents."""
    forms = "|".join({re.escape(word), re.escape(word.upper())})
    return bool(re.search(rf"\b(?:{forms})\b", text))
