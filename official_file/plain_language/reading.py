"""How hard a text is to read: American school grade and longest sentence. Works without a network.

    grade("You lived with foster carers.")   ->   about 3.0
"""


def grade(text: str) -> float:
    """The Flesch-Kincaid grade, never below 0; short texts are steadied so that one long word does not decide. Empty text is 0."""
    raise NotImplementedError


def longest_sentence(text: str) -> int:
    """The number of words in the longest sentence; 0 for empty text."""
    raise NotImplementedError
