"""The plain rules of a pack: what is one thing, when it was, in which order, where a bundle parts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from access_requests.gathering.dating import dates_in, evidence, heads_of_mail
from access_requests.gathering.freezing import Frozen, Signature, fingerprint, is_as_frozen
from access_requests.gathering.likeness import SAME, alike, candidates, same_numbers, signature_of
from access_requests.gathering.ordering import Place, order
from access_requests.gathering.signing import signature_in
from access_requests.gathering.splitting import Range, WrongPages, about_others, as_typed, pages_in, ranges

TODAY = date(2026, 11, 23)
TEXT = (
    "Visited at home with the foster carer on a rainy afternoon. They talked about school and football and about a holiday by the "
    "sea. He would like to see his brother more often, and we agreed to ask Mrs Lowe about Saturday."
)


@pytest.mark.parametrize(
    "other",
    [
        TEXT.replace("football", "footba11").replace("rainy", "ramy"),
        TEXT.replace("brother", "father"),
        TEXT.replace("would like", "would not like"),
        TEXT.replace("Mrs Lowe", "Mrs Love"),
        TEXT.replace("Saturday.", "Saturday. He has a bruise."),
        TEXT + " 12",
        "Something else altogether, that has as many words as are needed to be compared with anything at all here.",
        "Too short to say.",
    ],
)
def test_texts_that_differ_in_anything_that_could_matter_are_two_things(other: str) -> None:
    assert alike(TEXT, other) is None


def test_the_same_words_are_one_thing_and_so_is_a_poor_copy_of_them() -> None:
    assert alike(TEXT, TEXT.upper().replace(" ", "\n")) == SAME
    poor = TEXT.replace("afternoon", "aftemoon").replace("football", "foot ball").replace("holiday", "hoIiday")
    assert alike(TEXT, poor) in range(90, SAME)
    assert list(candidates([("a", signature_of(TEXT)), ("b", signature_of(poor))])) == [("a", "b")]


@given(st.lists(st.sampled_from(TEXT.split()), min_size=12, max_size=60))
def test_a_text_is_itself_and_likeness_has_no_direction(words: list[str]) -> None:
    text = " ".join(words)
    assert alike(text, text) == SAME
    assert same_numbers(signature_of(text), signature_of(text)) == 100
    assert alike(text, TEXT) == alike(TEXT, text)


@pytest.mark.parametrize(
    ("text", "name", "day", "rule"),
    [
        ("Thornbeck Council\n12 March 1987\nDear Mrs Lowe", "scan.pdf", date(1987, 3, 12), "head"),
        ("Date: 3rd of May, 1999\nDear Sir", "", date(1999, 5, 3), "head"),
        ("Name: Ken Lowe DOB 2/3/74\nVisit 4.5.85", "", date(1985, 5, 4), "head"),
        ("Dear Sir\n" * 30 + "Signed: P Shah 3/4/91", "", date(1991, 4, 3), "end"),
        ("A drawing", "box 3/1987/boat.png", date(1987, 1, 1), "folder"),
        ("A drawing", "1987-03-12_boat.png", date(1987, 3, 12), "name"),
        ("We went to the sea on 1 May 2001 and to the zoo on 3 June 2002 with everybody.", "", date(2002, 6, 3), "latest"),
        ("March 1999\nDear Mrs Lowe", "", date(1999, 3, 1), "head"),
        ("Born on 2 March 1974. On 31/02/1980 nothing was.", "", None, ""),
        ("It will be over on 1 January 2031.", "", None, ""),
        ("", "", None, ""),
    ],
)
def test_a_paper_without_a_date_is_placed_by_what_it_says(text: str, name: str, day: date | None, rule: str) -> None:
    found = evidence(text, today=TODAY, name=name)
    assert (found.day if found else None, found.rule if found else "") == (day, rule)
    assert found is None or (found.words in found.why and found.words)


def test_a_birthday_never_dates_a_paper() -> None:
    assert evidence("5 June 2010\nHappy birthday", today=TODAY, born=date(2010, 6, 5)) is None


@given(st.dates(date(1900, 1, 1), TODAY))
def test_every_day_is_found_in_every_way_it_is_written(day: date) -> None:
    for said in (
        f"{day.day} {day:%B %Y}",
        f"{day:%d/%m/%Y}",
        f"{day.day}th {day:%b} {day.year}",
        f"{day:%Y-%m-%d}",
        f"{day:%B} {day.day}, {day.year}",
    ):
        assert [found.day for found in dates_in(f"Seen {said}.", TODAY)] == [day]


def test_the_heads_of_a_mail_are_read_and_of_a_letter_are_none() -> None:
    assert heads_of_mail("From: Priya\nDate: Tue, 04 Mar 2025 10:00:00 +0000\nSubject: A visit\n\nHello") == {
        "From": "Priya",
        "Date": "Tue, 04 Mar 2025 10:00:00 +0000",
        "Subject": "A visit",
    }
    assert heads_of_mail("Date: 4 March\nDear Sir") == {}


def test_what_came_with_a_thing_stands_behind_it_and_what_has_no_date_at_the_end() -> None:
    day = date(2001, 1, 1)
    places = [
        Place("boat", None),
        Place("photo", None, parent="mail"),
        Place("mail", day),
        Place("month", day, "month"),
        Place("second", day, version=2),
        Place("first", day, version=1),
        Place("before", date(1999, 1, 1)),
    ]
    assert order(places) == ["before", "first", "mail", "photo", "second", "month", "boat"]


@given(
    st.permutations(
        [Place(str(number), date(2000, 1 + number % 12, 1), parent=str(number // 3) if number % 2 else "") for number in range(12)]
    )
)
def test_the_order_does_not_depend_on_how_things_came(places: list[Place]) -> None:
    assert order(places) == order(sorted(places, key=lambda place: place.key))
    assert sorted(order(places)) == sorted(place.key for place in places)


def test_a_bundle_parts_where_somebody_says_and_every_page_is_in_one_part() -> None:
    assert ranges(7, begins=[4], others=[(6, 7)]) == [Range(1, 3), Range(4, 5), Range(6, 7, another=True)]
    assert pages_in("4-7, 12; 3 to 2", 12) == [(4, 7), (12, 12), (2, 3)]
    assert as_typed([1, 2, 3, 7]) == "1-3, 7"
    for typed in ("4-99", "0", "one", "4-"):
        with pytest.raises(WrongPages):
            pages_in(typed, 12)
    with pytest.raises(WrongPages):
        ranges(7)


@given(
    st.integers(2, 60), st.lists(st.integers(1, 60), max_size=6), st.lists(st.tuples(st.integers(1, 30), st.integers(0, 30)), max_size=4)
)
def test_parts_cover_every_page_once(pages: int, begins: list[int], others: list[tuple[int, int]]) -> None:
    named = [(first, min(first + more, pages)) for first, more in others if first <= pages]
    try:
        found = ranges(pages, begins=begins, others=named)
    except WrongPages:
        return
    covered = [page for part in found for page in range(part.first, part.last + 1)]
    assert covered == list(range(1, pages + 1))
    about = {page for first, last in named for page in range(first, last + 1)}
    assert {page for part in found if part.another for page in range(part.first, part.last + 1)} == about


def test_pages_whose_heading_names_somebody_else_are_proposed() -> None:
    pages = ["Name: Ken Lowe\nVisit", "and he said", "Re: Ann Lowe (born 1980)", "She said", "Child's name: Kenneth Lowe, 3 May"]
    assert about_others(pages, {"Ken Lowe", "Kenneth Lowe"}) == [3, 4]
    assert about_others(["No heading at all"], {"Ken"}) == []


def test_one_letter_changed_is_another_fingerprint() -> None:
    frozen = Frozen(title="A visit", kind="visit", source="own_file", text=TEXT).as_json()
    assert is_as_frozen(frozen, fingerprint(frozen))
    for name, value in (("text", TEXT + " "), ("author", "Ben"), ("version", 2), ("signed", "sent"), ("file", "0" * 64)):
        assert not is_as_frozen(frozen | {name: value}, fingerprint(frozen))


def test_a_signature_is_only_what_the_paper_says_of_one() -> None:
    assert signature_in("Dear Sir\n\nSigned: Priya Shah") is Signature.SAYS_SO
    assert signature_in("Signature: ______\nDate:") is Signature.NOT_KNOWN
    assert signature_in("Yours, Priya") is Signature.NOT_KNOWN
