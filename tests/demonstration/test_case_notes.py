"""The demonstration council's notes and letters: right in form, true to one another, and fit to be read by those they are about."""

import datetime as dt
import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.demonstration import data

BANNED = re.compile(r"\b(case|client|service user|placement|placed|contact|LAC|CLA|respite|siblings?|accommodated|domain)\b", re.IGNORECASE)
FAMILY_WORD = re.compile("Auntie|Babcia|Dadi?|Gran|Grandma|Mama?|Mammy|Mum|Nain|Nana?|Tata|Uncle|Wncwl")
SIGNS_IN = {"900001": 13, "900003": 9, "900004": 34}
KEPT_BY_A_WORKER = {"social worker", "independent reviewing officer", "personal adviser", "leaving care worker", "access worker"}


def sentences(text: str) -> list[str]:
    """The sentences of a plain summary."""
    return [part for part in re.split(r"(?<=[.?])\s+", text) if part]


def test_every_line_fits_the_published_schema() -> None:
    """The file this project ships is a valid example of the format it publishes."""
    schema = json.loads(data.SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    for line in data.lines():
        assert [error.message for error in validator.iter_errors(line)] == [], data.name_of(line)


def a_visit(**changes: Any) -> dict[str, Any]:
    """A small visit that fits the schema, with some keys changed."""
    author = {"name": "Priya Shah", "role": "social worker"}
    visit: dict[str, Any] = {
        "type": "visit",
        "child": "1",
        "key": "n-1",
        "date": "2026-01-05",
        "title": "A visit",
        "text": "Tea.",
        "author": author,
    }
    return visit | changes


@pytest.mark.parametrize(
    "changes",
    [
        {"type": "gossip"},
        {"date": "2026-02-30"},
        {"date": None},
        {"date_precision": "unknown"},
        {"text": " \n "},
        {"mood": "cross"},
        {"sensitivity": 3},
        {"sections": ["hard_things"]},
        {"author": "Priya Shah"},
        {"child": "90 0001"},
    ],
)
def test_a_line_that_breaks_the_form_is_refused(changes: dict[str, Any]) -> None:
    """The schema is strict: a wrong type, date, key or value does not pass."""
    validator = Draft202012Validator(
        json.loads(data.SCHEMA.read_text(encoding="utf-8")), format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    assert validator.is_valid(a_visit())
    assert not validator.is_valid(a_visit(**changes))


def test_there_are_enough_lives_and_enough_in_each() -> None:
    """At least twelve people; those who sign in have a rich record, nobody has an empty one."""
    counts = dict.fromkeys(data.people(), 0)
    assert len(counts) >= 12
    for record in data.written():
        counts[record["child"]] += 1
    for child, count in counts.items():
        assert count >= (20 if child in SIGNS_IN else 6), child


def test_those_who_sign_in_are_as_old_as_the_welcome_page_says() -> None:
    """Thirteen, nine and thirty-four on the day of the demonstration."""
    for child, age in SIGNS_IN.items():
        born = dt.date.fromisoformat(data.people()[child]["date_of_birth"])
        assert data.TODAY.year - born.year - ((data.TODAY.month, data.TODAY.day) < (born.month, born.day)) == age


def test_a_persons_line_comes_first_and_keys_are_never_used_twice() -> None:
    """What the schema's first paragraph promises."""
    seen: set[str] = set()
    keys: set[tuple[str, str, str]] = set()
    for line in data.lines():
        if line["type"] == "person":
            assert line["child"] not in seen
            seen.add(line["child"])
            continue
        assert line["child"] in seen, data.name_of(line)
        key = ("worker" if line["type"] == "worker" else "record", line["child"], line["key"])
        assert key not in keys, key
        keys.add(key)


def test_nothing_is_dated_before_birth_or_after_today_or_written_before_it_happened() -> None:
    """Dates are sane. A partial date is the first day of what is known."""
    for record in data.written():
        born = dt.date.fromisoformat(data.people()[record["child"]]["date_of_birth"])
        happened = dt.date.fromisoformat(record["date"]) if record["date"] else None
        noted = dt.date.fromisoformat(record["written_on"]) if record["written_on"] else None
        if happened:
            assert born <= happened <= data.TODAY, data.name_of(record)
        if happened and noted:
            assert happened <= noted <= min(data.TODAY, happened + dt.timedelta(days=30)), data.name_of(record)


def test_partial_dates_begin_where_the_schema_says() -> None:
    """A month on its first, a season on its first month's first, a year on New Year's Day."""
    starts = {"month": r"\d{4}-\d\d-01", "season": r"\d{4}-(03|06|09|12)-01", "year": r"\d{4}-01-01"}
    used = set()
    for record in data.written():
        used.add(record["date_precision"])
        if record["date_precision"] in starts:
            assert re.fullmatch(starts[record["date_precision"]], record["date"]), data.name_of(record)
    assert used == {"day", "month", "season", "year", "unknown"}


def test_visits_and_reviews_are_held_on_working_days() -> None:
    """Workers visit and review from Monday to Friday."""
    for record in data.written():
        if record["type"] in {"visit", "review"} and record["date_precision"] == "day":
            assert dt.date.fromisoformat(record["date"]).weekday() < 5, data.name_of(record)


def test_whoever_wrote_as_a_worker_was_that_childs_worker_then() -> None:
    """Each author in a worker's role has a worker line that covers the day."""
    for record in data.written():
        author, happened = record["author"], record["date"]
        if not author["name"] or author["role"] not in KEPT_BY_A_WORKER or not happened or record["child"] == "900004":
            continue
        held = [line for line in data.workers() if line["child"] == record["child"] and line["name"] == author["name"]]
        assert any(line["from"] <= happened and (line["to"] is None or happened <= line["to"]) for line in held), data.name_of(record)


def test_the_minutes_of_a_review_are_of_a_review_the_return_knows() -> None:
    """Up to March 2026 every set of minutes has its row in the return."""
    held = {(row["CHILD"], data.day(row["REVIEW"]).isoformat()) for _, row in data.over_years("reviews")}
    known = {child for child, _ in held}
    for record in data.written():
        if record["type"] == "review" and record["child"] in known and record["date"] <= "2026-03-31":
            assert (record["child"], record["date"]) in held, data.name_of(record)


def test_workers_in_the_notes_are_the_workers_in_the_return() -> None:
    """The same spans, so that no two pages disagree about who helped when."""
    ours = {(line["child"], line["key"]): line for line in data.workers()}
    for _, row in data.over_years("sw_episodes"):
        line = ours[row["CHILD"], row["SW_ID"]]
        assert line["from"] == data.day(row["SW_DECOM"]).isoformat(), row
        assert not row["SW_DEC"] or line["to"] == data.day(row["SW_DEC"]).isoformat(), row


def test_a_home_is_told_by_a_return_or_by_the_notes_and_never_by_both() -> None:
    """Homes in the notes belong to people no return knows, in real codes, one ending before the next begins."""
    codes = json.loads(data.CODES.read_text(encoding="utf-8"))
    homes = [line for line in data.lines() if line["type"] == "home"]
    assert {line["child"] for line in homes}.isdisjoint(data.episodes())
    for line in homes:
        assert line["place"] in codes["PLACE"], line
        assert line["provider"] in codes["PLACE_PROVIDER"], line
    for earlier, later in zip(homes, homes[1:], strict=False):
        assert earlier["child"] != later["child"] or earlier["to"] <= later["from"], later


@pytest.mark.need("M8")
def test_somebody_has_years_of_which_nothing_is_left() -> None:
    """Kerry's file stops in the spring of 2001 and goes on in September 2004; a letter says so and says why."""
    lines = [line for line in data.lines() if line["child"] == "900004"]
    dates = sorted(line.get("date") or line.get("from") or "" for line in lines if line["type"] != "worker")
    assert not [when for when in dates if "2001-03-02" < when < "2004-09-06"]
    assert any("do not have" in line["title"] for line in lines if line["type"] == "letter")


@pytest.mark.need("R3")
def test_a_pen_picture_is_at_most_150_words() -> None:
    """Everyone whose worker knows them has one, and it fits a phone screen."""
    pictures = {record["child"]: record for record in data.written() if record["type"] == "pen_picture"}
    assert set(SIGNS_IN) <= set(pictures)
    for record in pictures.values():
        assert len(record["text"].split()) <= 150, data.name_of(record)


@pytest.mark.need("M2")
def test_those_who_sign_in_have_a_letter_about_the_day_they_came_into_care() -> None:
    """Why I am in care is there before the code is."""
    assert set(SIGNS_IN) <= {record["child"] for record in data.written() if record["type"] == "why_letter"}


def test_plain_summaries_are_plain() -> None:
    """At most twenty words a sentence, none of our words for people, said to the reader."""
    with_summary = [record for record in data.written() if record.get("summary")]
    assert len(with_summary) > 0.9 * len(data.written())
    for record in with_summary:
        assert not BANNED.search(record["summary"]), (data.name_of(record), BANNED.search(record["summary"]))
        for sentence in sentences(record["summary"]):
            assert len(sentence.split()) <= 20, (data.name_of(record), sentence)


def test_a_title_names_no_friend_or_relative() -> None:
    """Titles stand in lists. Nain and Mam may stand there; the names of people not paid to be there may not."""
    for record in data.written():
        private = [one for one in data.people()[record["child"]]["connections"] if not one["professional"]]
        parts = {part for one in private for name in one["names"] for part in name.split() if part[0].isupper()}
        named = {part for part in parts if not FAMILY_WORD.fullmatch(part) and re.search(rf"\b{re.escape(part)}\b", record["title"])}
        assert not named, (data.name_of(record), named)


def test_nothing_says_that_anybody_was_adopted() -> None:
    """Papers of an adoption are kept under rules of their own; this file holds not even the word."""
    for line in data.lines():
        assert "adopt" not in json.dumps(line, ensure_ascii=False).lower(), data.name_of(line)


def test_no_number_address_or_mailbox_could_be_somebodys() -> None:
    """Telephone numbers come from the ranges kept for drama; there are no postcodes, mailboxes or official numbers."""
    for line in data.lines():
        text = json.dumps(line, ensure_ascii=False)
        for number in re.findall(r"\b0\d{3,4} ?\d{3} ?\d{3,4}\b", text):
            assert re.match(r"01632 ?960|07700 ?900|0808 ?157 ?0|03069 ?990", number), (data.name_of(line), number)
        assert not re.search(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b", text), data.name_of(line)
        assert "@" not in text, data.name_of(line)
        assert not re.search(r"\b\d{3} ?\d{3} ?\d{4}\b", text), data.name_of(line)
        assert not re.search(r"\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b", text), data.name_of(line)


def test_there_is_news_waiting() -> None:
    """Something of the last ninety days for each person who signs in, and something not yet told to anybody."""
    recent = data.TODAY - dt.timedelta(days=90)
    for child in SIGNS_IN:
        assert any(record["date"] and record["date"] > recent.isoformat() for record in data.written() if record["child"] == child)
    assert any(not record.get("summary") and record["sensitivity"] == 2 for record in data.written())


def test_names_come_in_the_scripts_people_write_them_in() -> None:
    """Arabic and Kurdish letters, Tamil, Welsh, Polish, apostrophes, and a name longer than a column."""
    names = [name["name"] for person in data.people().values() for name in person["names"]]
    joined = " ".join(names)
    assert re.search(r"[\u0600-\u06ff]", joined)
    assert "ڕ" in joined  # a Kurdish letter that Arabic does not have
    assert re.search(r"[\u0b80-\u0bff]", joined)
    assert "'" in joined
    assert "ś" in joined
    assert max(len(name) for name in names) > 35
    kinds = {name["kind"] for person in data.people().values() for name in person["names"]}
    assert kinds == {"legal", "former", "other_script", "alias"}
    welsh = next(record for record in data.written() if record["title"] == "Llythyr gan Nerys")
    assert "Annwyl Jac" in welsh["text"]
