"""Grounds for keeping something from its subject, and what is never a ground."""

import json
from pathlib import Path

import pytest

from law.exemption_words import REASONS
from law.exemptions import SOFT_WORDS, Kind, Tell, ground, grounds, may_worker_choose, refused_reason, worker_grounds
from official_file.plain_language.reading import grade, longest_sentence

SHARED = Path(__file__).parents[3] / "shared" / "law" / "exemptions.json"
EVERYDAY = {one.code for one in worker_grounds("EW")}


def test_every_code_of_the_file_is_read() -> None:
    rows = json.loads((Path(__file__).parents[2] / "law" / "exemptions.json").read_text(encoding="utf-8"))
    assert list(grounds()) == [row["code"] for row in rows]
    assert len(rows) == len(grounds()) > 30


@pytest.mark.skipif(not SHARED.exists(), reason="the source of the grounds is not beside this repository")
def test_our_copy_is_the_whole_of_its_source() -> None:
    assert [row["code"] for row in json.loads(SHARED.read_text(encoding="utf-8"))] == list(grounds())


def test_every_reason_can_be_translated() -> None:
    assert list(REASONS) == [one.reason_yp for one in grounds().values()]


@pytest.mark.parametrize("reason", [*REASONS, SOFT_WORDS])
def test_every_reason_a_young_person_reads_is_easy(reason: str) -> None:
    assert grade(reason) <= 6
    assert longest_sentence(reason) <= 25


def test_a_ground_carries_its_law_its_words_and_who_approves() -> None:
    one = ground("TP_CONTACT")
    assert (one.kind, one.tell, one.approve, one.review_months) == (Kind.EXEMPTION, Tell.FULL, ("ig_officer",), 12)
    assert one.words_for_subject == "This part is someone's address or contact details. We do not share those without asking them first."


def test_what_the_subject_reads_follows_tell() -> None:
    for one in grounds().values():
        expected = {Tell.FULL: one.reason_yp, Tell.SOFT: SOFT_WORDS, Tell.NONE: None}[one.tell]
        assert one.words_for_subject == expected


@pytest.mark.parametrize("code", ["ADOPTION", "COURT_PAPERS", "PARENTAL_ORDER", "SEN_PLAN", "OTHER_LAW", "REPORTER_INFO"])
def test_another_regime_is_never_a_workers_choice(code: str) -> None:
    assert not may_worker_choose(code, "EW")
    assert not may_worker_choose(code, "SC")


@pytest.mark.parametrize("code", ["PR_WISHES", "PR_ABUSE"])
def test_a_ground_against_a_parents_request_is_never_used_against_the_young_person(code: str) -> None:
    assert all(not may_worker_choose(code, nation) for nation in ("EW", "SC", "NI"))


@pytest.mark.parametrize("code", ["MGMT", "NEGOTIATION", "IMMIGRATION", "REGULATORY", "EXAM", "REFERENCE", "NOT_FOUND", "DUPLICATE"])
def test_the_councils_own_interests_are_no_ground_in_the_everyday_record(code: str) -> None:
    assert code not in EVERYDAY


def test_only_scotland_waits_for_the_reporter() -> None:
    assert may_worker_choose("REPORTER_WAIT", "SC")
    assert not may_worker_choose("REPORTER_WAIT", "EW")


def test_every_everyday_ground_tells_the_subject_something_and_is_looked_at_again() -> None:
    for nation in ("EW", "SC", "NI"):
        for one in worker_grounds(nation):
            assert one.words_for_subject
            assert one.review_months > 0


def test_a_code_that_does_not_exist_is_refused() -> None:
    with pytest.raises(KeyError):
        ground("BECAUSE")
    assert not may_worker_choose("BECAUSE", "EW")


@pytest.mark.parametrize(
    "reason",
    [
        "This would be embarrassing for us.",
        "It may lead to a complaint.",
        "The author was not consulted.",
        "It has a worker's name in it.",
        "She told us this herself.",
        "It is not in his best interests.",
        "They are too young.",
        "It might upset her.",
        "It is an old record.",
        "It is full of jargon.",
        "It would be too much work.",
    ],
)
def test_what_is_no_reason_in_law_is_answered(reason: str) -> None:
    assert refused_reason(reason) is not None


@pytest.mark.parametrize(
    "reason",
    [
        "Names the neighbour who rang us and asked not to be known.",
        "Her aunt's new address; the aunt has been threatened.",
        "Sue Marlow has asked that her illness stays private.",
        "A doctor said on 3 May that reading this now is likely to lead to serious self-harm.",
        "He is angry and has said he will hurt his father.",
    ],
)
def test_a_reason_that_may_hold_goes_on_to_a_second_person(reason: str) -> None:
    assert refused_reason(reason) is None
