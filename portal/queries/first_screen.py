"""What of a long text is read first: as much as fits one screen of a phone. The rest is one touch away, and nothing is left out. Pure.

first_screen("One. Two. Three.", most=2)   ->   ("One. Two.", "Three.")
"""

import re

WORDS = 60  # about half a phone's screen, under a heading
MUCH_LONGER = 1.5  # a text that is hardly longer is shown whole: a touch for one more line helps nobody
SENTENCE_ENDS = re.compile(r"(?<=[.!?])[ \t]+")


def first_screen(text: str, *, most: int = WORDS) -> tuple[str, str]:
    """The first lines and sentences, at most so many words where a sentence ends in time; and the rest, "" when all fits."""
    if len(text.split()) <= max(most, 1) * MUCH_LONGER:
        return text, ""
    pieces = [piece for line in text.splitlines(keepends=True) for piece in _sentences(line)]
    first: list[str] = []
    left = most
    while pieces and (left >= len(pieces[0].split()) or not first):
        left -= len(pieces[0].split())
        first.append(pieces.pop(0))
    return "".join(first).rstrip(), "".join(pieces).strip("\n")


def _sentences(line: str) -> list[str]:
    """The sentences of one line, each with the space behind it."""
    ends = [0, *(match.end() for match in SENTENCE_ENDS.finditer(line)), len(line)]
    return [line[start:end] for start, end in zip(ends, ends[1:], strict=False) if start < end]
