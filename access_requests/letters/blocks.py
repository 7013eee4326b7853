"""What a letter is made of: headings, paragraphs, lists, and words that somebody wrote. Plain Python.

paper = Paper(translate=gettext)
paper.heading(WHAT_NEXT)
paper.paragraph(paper.say(WE_GOT_IT, day="18 November 2026"), paper.say(KEEP_IT))
paper.blocks   ->   [{"kind": "heading", ...}, {"kind": "paragraph", ...}]
"""

from typing import Any

from law.wording import Translate, fill, identity

HEADING, PARAGRAPH, LIST, WORDS = "heading", "paragraph", "list", "words"
Block = dict[str, Any]


class EmptyWordsError(ValueError):
    """A letter would hold a sentence without words: a fact is missing. Nobody is sent half a letter."""


class Paper:
    """A letter while it is written. `translate` turns each message into the reader's language."""

    def __init__(self, translate: Translate = identity) -> None:
        """An empty sheet."""
        self.translate = translate
        self.blocks: list[Block] = []

    def say(self, message: str, **places: object) -> str:
        """One message with its places filled. Raises EmptyWordsError for a place without words."""
        if empty := [name for name, value in places.items() if value is None or not str(value).strip()]:
            raise EmptyWordsError(f"Nothing to say for {', '.join(empty)}.")
        return fill(message, self.translate, **places)

    def heading(self, message: str, **places: object) -> None:
        """A heading."""
        self.blocks.append({"kind": HEADING, "text": self.say(message, **places)})

    def paragraph(self, *sentences: str) -> None:
        """Sentences that were said, one after the other. Empty ones are left out, and so is a paragraph of nothing else."""
        if said := [sentence.strip() for sentence in sentences if sentence.strip()]:
            self.blocks.append({"kind": PARAGRAPH, "text": " ".join(said)})

    def bullets(self, *lines: str) -> None:
        """A list of lines that were said."""
        if said := [line.strip() for line in lines if line.strip()]:
            self.blocks.append({"kind": LIST, "lines": said})

    def words(self, text: str) -> None:
        """Words that somebody wrote, as they are. Raises EmptyWordsError without any."""
        if not text.strip():
            raise EmptyWordsError("Somebody's words are missing.")
        self.blocks.append({"kind": WORDS, "text": text.strip()})


def as_text(blocks: list[Block]) -> str:
    """The whole letter as plain text: for reading measures, a search, and whoever has it read aloud."""
    return "\n".join("\n".join(block["lines"]) if block["kind"] == LIST else block["text"] for block in blocks)
