"""The numbered table as one text that a person read once and a test keeps; every code has an easy sentence with pictures."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from official_file.kinds import KINDS
from official_file.plain_language import easy_words
from official_file.plain_language.codes import known_codes
from official_file.plain_language.easy import say_easy
from official_file.plain_language.facts import CODE_LISTS
from official_file.plain_language.pictures import PICTURES, known
from official_file.plain_language.reading import grade, longest_sentence, sentences
from official_file.plain_language.silence import says_nothing
from official_file.plain_language.table import digest, examples, number
from official_file.plain_language.when import When
from tests.rules.sentences_as_read import as_read

DATA = Path(__file__).parent / "data"
FILES = Path(settings.BASE_DIR) / "templates" / "pictures"
RETURN_LISTS = (
    "LS", "PLACE", "PLACE_PROVIDER", "RNE", "REC", "REASON_PLACE_CHANGE", "CIN", "REVIEW_CODE", "MISSING", "SDQ_REASON", "IN_TOUCH",
    "ACTIV", "ACCOM", "PREV_PERM",
)  # fmt: skip
OVER, GOING_ON = When(date(2017, 3, 4), date(2018, 8, 21)), When(date(2017, 3, 4))


def test_every_sentence_of_every_code_is_the_one_that_a_person_read() -> None:
    """After a change read the new ones, then `python -m tests.rules.sentences_as_read > tests/rules/data/sentences_as_read.txt`."""
    text = "\n".join(as_read()).strip()
    assert text == (DATA / "sentences_as_read.txt").read_text(encoding="utf-8").strip()
    assert sum(len(known_codes(code_list)) for code_list in RETURN_LISTS) == 157


def test_a_changed_word_needs_a_new_number() -> None:
    """Raise TABLE_VERSION, write both into the file, and have the table approved again."""
    assert f"{number()} {digest()}" == (DATA / "sentences_table.txt").read_text(encoding="utf-8").strip()


@pytest.mark.need("R27")
def test_every_fact_from_a_list_has_an_easy_sentence_with_pictures() -> None:
    for kind in KINDS:
        for code in known_codes(CODE_LISTS[kind][0]) if kind in CODE_LISTS else [""]:
            facts = {CODE_LISTS[kind][1]: code} if code else {}
            if KINDS[kind].free or (code and says_nothing(kind, facts)):
                continue
            for when in (OVER, GOING_ON):
                easy = say_easy(kind, facts, when)
                assert easy is not None, (kind, code)
                assert easy.pictures == known(easy.pictures), (kind, code)
                assert len(sentences(easy.text)) == 1
                assert max(longest_sentence(easy.text), 13) == 13, easy.text
                assert grade(easy.text) <= 5, easy.text


def test_free_text_has_no_easy_sentence_that_nobody_wrote() -> None:
    assert all(say_easy(kind, {}, OVER) is None for kind, about in KINDS.items() if about.free)


def test_every_picture_is_a_file_without_words_and_the_licence_stands_beside_them() -> None:
    assert {path.stem for path in FILES.glob("*.svg")} == PICTURES.keys()
    assert all("<text" not in path.read_text() and 'aria-hidden="true"' in path.read_text() for path in FILES.glob("*.svg"))
    assert "ISC License" in (FILES / "LICENSE.txt").read_text()
    assert known(["home", "home", "nothing", "family", "court", "plan"]) == ("home", "family", "court")


def test_the_table_to_approve_shows_every_kind_and_code_that_says_anything() -> None:
    shown = {(one.kind, one.code) for one in examples()}
    assert len(shown) > 220
    assert {("home", "U6"), ("left_care", "E4A"), ("review_held", "PN7"), ("visit", "")} <= shown
    assert easy_words.CODES.keys() <= {code_list for code_list, _name in CODE_LISTS.values()}
