"""How hard a text is to read, without a network."""

import nltk
import pytest
import textstat

from official_file.plain_language.reading import DATA, grade, longest_sentence, sentences

PLAIN = (
    "You came to live with us in March. Your mum was ill and could not look after you. "
    "We found a home for you near your school. You saw your mum on Sundays."
)
OFFICIAL = (
    "Following the commencement of statutory proceedings the authority undertook a comprehensive multidisciplinary assessment "
    "in order to facilitate the identification of appropriate permanency arrangements."
)


def test_the_dictionary_is_ours_and_nothing_is_downloaded(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("textstat tried to download its dictionary")

    monkeypatch.setattr(nltk, "download", refuse)
    assert str(DATA) in nltk.data.path
    assert str(nltk.data.find("corpora/cmudict")).startswith(str(DATA))
    assert textstat.syllable_count("accommodation") == 5


def test_plain_words_are_easier_than_official_ones() -> None:
    assert grade(PLAIN) < 4
    assert grade(OFFICIAL) > 16


def test_a_long_text_scores_as_textstat_scores_it() -> None:
    assert grade(PLAIN) == pytest.approx(textstat.flesch_kincaid_grade(PLAIN), abs=0.2)


def test_one_long_word_does_not_decide_about_a_short_text() -> None:
    assert grade("You were adopted.") < 5
    assert grade("Accommodation.") < 6


def test_an_empty_text_is_neither_hard_nor_long() -> None:
    assert grade("") == 0
    assert grade("...") == 0
    assert longest_sentence("  \n ") == 0


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One sentence.", 1),
        ("One sentence. Two sentences!", 2),
        ("We met at 9.30 with Dr. Khan.", 1),
        ("For example (e.g. a letter) this.", 1),
        ("A heading\nA sentence under it.", 2),
        ("- one thing\n- another thing", 2),
        ("She said \"Stop.\" Then we went.", 2),
    ],
)  # fmt: skip
def test_sentences_end_where_a_reader_says_they_end(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_the_longest_sentence_is_counted_in_words() -> None:
    assert longest_sentence("One two three. One two three four five. It's well-known.") == 5
