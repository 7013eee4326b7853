"""One-time codes: easy to read aloud and to type, kept only as a keyed digest."""

import hmac
import secrets

from django.conf import settings

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # no 0/O, 1/I/L, U: nobody has to guess
LENGTH = 12  # 12 of 30 letters: 58 bits; a week of guessing at the rate limit finds nothing


def new_code() -> str:
    """A fresh code in groups of four, as it is written on paper: "ABCD-EFGH-JKMN"."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return "-".join(letters[at : at + 4] for at in range(0, LENGTH, 4))


def digest_of(code: str) -> str:
    """The stored digest of a code, whatever spaces, dashes or small letters it was typed with."""
    typed = "".join(letter for letter in code.upper() if letter.isalnum())
    return hmac.new(settings.SECRET_KEY.encode(), b"join code:" + typed.encode(), "sha256").hexdigest()
