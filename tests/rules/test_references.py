"""Documents that a text speaks of, and whether the file holds them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from official_file.references import Held, Reference, is_held, references_in


@pytest.mark.need("M8")
@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("See the report of 4 May 2016.", ["document/report/2016-05-04"]),
        ("as in the letter dated 04/05/2016, which", ["document/letter/2016-05-04"]),
        ("the assessment from 4th May 2016 says", ["document/assessment/2016-05-04"]),
        ("my letter of the 4 of May 2016", ["document/letter/2016-05-04"]),
        ("the psychological report of 2016-05-04", ["document/psychological report/2016-05-04"]),
        ("letter from Dr Khan dated 4 May 2016", ["document/letter/2016-05-04"]),
        ("see the report of Dr Khan", ["document/report/dr-khan"]),
        ("Please read the attached statement by Mrs. Ann O'Hara.", ["document/statement/mrs-ann-o'hara"]),
        ("the minutes of Sept 2016", ["document/minutes/2016-09"]),
        ("See the report of 4 May 2016. The report of 4 May 2016 was clear.", ["document/report/2016-05-04"]),
        # what is not asked for
        ("A letter from Mr Hill came.", []),
        ("the plan for May", []),
        ("the report of 31 February 2016", []),
        ("this report of 4 May 2016", []),
        ("we talked about a letter on 4 May 2016", []),
        ("see the report", []),
        ("He planned of 4 May 2016", []),
        ("", []),
    ],
)
def test_what_a_text_speaks_of_is_found_and_nothing_doubtful(text: str, keys: list[str]) -> None:
    assert [one.key for one in references_in(text)] == keys


LETTER = Reference(1, "letter", date(2016, 5, 4), who="Dr Khan")


@pytest.mark.parametrize(
    ("paper", "answers"),
    [
        (Held(date(2016, 5, 4), "A letter"), True),
        (Held(date(2016, 5, 11), "A letter"), True),
        (Held(date(2016, 5, 12), "A letter"), False),
        (Held(date(2011, 1, 1), "What Dr KHAN found"), True),
        (Held(None, "A letter"), False),
    ],
)
def test_a_paper_answers_by_its_day_or_by_its_name(paper: Held, answers: bool) -> None:
    assert is_held(LETTER, [paper]) is answers


def test_a_month_is_answered_by_any_day_of_it() -> None:
    of_may = Reference(1, "letter", date(2016, 5, 1), whole_month=True)
    assert is_held(of_may, [Held(date(2016, 5, 31), "")])
    assert not is_held(of_may, [Held(date(2016, 7, 1), "")])


@given(st.text(max_size=400))
def test_any_text_is_read_without_an_error(text: str) -> None:
    for one in references_in(f"See the report of {text} 4 May 2016, letter from {text} dated 04/05/2016"):
        assert len(one.key) <= 120
