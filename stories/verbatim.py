"""A young person's words, kept exactly: nothing is stripped, nothing is "corrected", and what cannot be kept is said.

For example:

    as_words("one\\r\\ntwo ")   ->   "one\\ntwo "
    as_words("a\\0b")          ->   raises CannotKeep

Line breaks become LF, because each kind of phone writes them in its own way; that is the only change ever made. U+0000 and
halves of characters (lone surrogates) cannot be stored as text anywhere, so they are refused with a sentence.
"""

from audit.canonical import sha256
from law.wording import gettext_noop

MOST_TO_SEND = 20_000  # characters (code points) in one sending
MOST_TO_KEEP = 200_000  # in a draft: far more than anybody types, so that no word is lost on the way

BROKEN = gettext_noop("Some of these words came to us broken, so we could not keep them. Look for odd signs, take them out and try again.")
TOO_MANY_TO_SEND = gettext_noop("This is {length} letters long. We can take {most} at once. Your words are saved. Send them in two parts.")
TOO_MANY_TO_KEEP = gettext_noop("This is {length} letters long. A draft can hold {most}. Copy the end into a new one before you go on.")


class CannotKeep(ValueError):
    """Text that cannot be stored exactly as it was written."""


def as_words(text: str) -> str:
    """The text with its line breaks as LF, otherwise untouched. Raises CannotKeep for U+0000 and lone surrogates."""
    if "\0" in text:
        raise CannotKeep(BROKEN)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as broken:
        raise CannotKeep(BROKEN) from broken
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decoded(raw: bytes) -> str:
    """Bytes that arrived, as text. Raises CannotKeep when they are not UTF-8: nothing is replaced by a question mark."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as broken:
        raise CannotKeep(BROKEN) from broken


def digest_of(words: str) -> str:
    """SHA-256 of the words in UTF-8: the same at sending and in the file."""
    return sha256(words.encode("utf-8"))
