"""Every text in the code that a young person can meet is easy to read, short, without letters for words, and kind.

Sentences from codes are measured in tests/rules/test_sentences.py, the contents of the CMS in tests/cms/, grounds in
tests/rules/test_exemptions.py.
"""

import re
from pathlib import Path

import pytest

from official_file.plain_language.jargon import find_banned
from official_file.plain_language.reading import grade, longest_sentence
from tests.words.strings import ROOT, files_a_young_person_meets, texts_of

AT_MOST_GRADE = 5
AT_MOST_GRADE_OF_ONE_TEXT = 8  # one text of a dozen words with two long ones; the page as a whole stays under 5
AT_MOST_WORDS = 25
ACRONYM = re.compile(r"\b[A-Z]{2,}s?\b")
KNOWN_LETTERS = {"OK", "PDF", "QR", "NHS", "UK", "GP"}  # on every phone, or never written out by anybody
# The words we do not use are named where we say what to write instead.
SAYS_WHAT_NOT_TO_WRITE = {"official_file/plain_language/jargon.py"}
# Not the word for seeing one's family, which is what is banned.
ANOTHER_MEANING = "contact details"
FILES = [path for path in files_a_young_person_meets() if str(path.relative_to(ROOT)) not in SAYS_WHAT_NOT_TO_WRITE]


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_the_files_with_texts_are_found() -> None:
    names = {_name(path) for path in FILES}
    assert len(names) > 150
    assert {"templates/portal/home.html", "stories/forms.py", "audit/sentences/entry_withheld.txt"} <= names


@pytest.mark.need("R25", "R27")
@pytest.mark.parametrize("path", FILES, ids=_name)
def test_a_page_is_easy_to_read(path: Path) -> None:
    texts = texts_of(path)
    assert grade("\n".join(texts)) <= AT_MOST_GRADE
    for text in texts:
        assert grade(text) <= AT_MOST_GRADE_OF_ONE_TEXT, text
        assert longest_sentence(text) <= AT_MOST_WORDS, text


@pytest.mark.need("R24", "R25")
@pytest.mark.parametrize("path", FILES, ids=_name)
def test_no_word_is_letters_nobody_explains_and_none_is_unkind(path: Path) -> None:
    for text in texts_of(path):
        assert not set(ACRONYM.findall(text)) - KNOWN_LETTERS, text
        assert not find_banned(text.replace(ANOTHER_MEANING, "")), text
