"""How hard a text is to read: American school grade and longest sentence. Works without a network.

For example:

    grade("You lived with foster carers.")   ->   about 3.0

textstat counts syllables with the dictionary shipped in data/; without it textstat would try to download one.
"""

import re
from pathlib import Path

import nltk
import textstat

DATA = Path(__file__).with_name("data")
nltk.data.path.insert(0, str(DATA))

SENTENCE_END = re.compile(r"[.!?…]+[\"')\]]*(?=\s|$)|\n+")
NOT_AN_END = re.compile(r"\b(?:[A-Za-z]|Mr|Mrs|Ms|Dr|St|No|e\.g|i\.e|etc)$")
WORD = re.compile(r"\w+(?:['\u2019-]\w+)*")
BULLET = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s+", re.MULTILINE)

# Flesch-Kincaid grade = 0.39 words per sentence + 11.8 syllables per word - 15.59
PER_SENTENCE_WORD, PER_SYLLABLE, BASE = 0.39, 11.8, 15.59
# In three words one long one decides, so a shorter text is measured as if it stood in this many words of plain English.
STEADY_WORDS = 30
PLAIN_SENTENCE, PLAIN_SYLLABLES = 10, 1.3


def sentences(text: str) -> list[str]:
    """The sentences of a text; a line without a full stop (a heading, a list item) is one of its own."""
    text = BULLET.sub("", text)
    found, start = [], 0
    for end in SENTENCE_END.finditer(text):
        if end.group().startswith(".") and NOT_AN_END.search(text[start : end.start()]):
            continue
        found.append(text[start : end.end()].strip())
        start = end.end()
    found.append(text[start:].strip())
    return [sentence for sentence in found if WORD.search(sentence)]


def grade(text: str) -> float:
    """The Flesch-Kincaid grade, never below 0; short texts are steadied so that one long word does not decide. Empty text is 0."""
    all_sentences = sentences(text)
    words = [word for sentence in all_sentences for word in WORD.findall(sentence)]
    if not words:
        return 0.0
    missing = max(0, STEADY_WORDS - len(words))
    counted = int(textstat.syllable_count(" ".join(words).replace("\u2019", "'")))
    syllables = counted + missing * PLAIN_SYLLABLES
    word_count = len(words) + missing
    sentence_count = len(all_sentences) + missing / PLAIN_SENTENCE
    raw = PER_SENTENCE_WORD * word_count / sentence_count + PER_SYLLABLE * syllables / word_count - BASE
    return round(max(0.0, raw), 1)


def longest_sentence(text: str) -> int:
    """The number of words in the longest sentence; 0 for empty text."""
    return max((len(WORD.findall(sentence)) for sentence in sentences(text)), default=0)
