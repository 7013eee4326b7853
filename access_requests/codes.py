"""References and codes of requests: easy to read aloud and to type, long enough that nobody guesses one, kept only as a digest.

A reference says nothing: no year, no number that counts up. It opens nothing by itself.
"""

import secrets

from django.utils.crypto import salted_hmac

from people.join_codes import new_code

LETTERS = "23456789BCDFGHJKMNPQRSTVWXZ"  # no vowels, so that no reference spells a word; none that look alike
STATUS, DRAFT = "access_requests.status_code", "access_requests.draft_code"

__all__ = ["DRAFT", "STATUS", "as_reference", "digest_of", "new_code", "new_reference"]


def new_reference() -> str:
    """A fresh reference in two groups of four: "7K3M-9QXB"."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"


def as_reference(typed: str) -> str:
    """A typed reference as it is stored, whatever spaces, dashes or small letters it was typed with."""
    letters = "".join(letter for letter in typed.upper() if letter.isalnum())
    return f"{letters[:4]}-{letters[4:]}"[:20]


def digest_of(purpose: str, code: str) -> str:
    """The stored digest of a code for one purpose (STATUS, DRAFT), however it was typed."""
    typed = "".join(letter for letter in code.upper() if letter.isalnum())
    return salted_hmac(purpose, typed, algorithm="sha256").hexdigest()
