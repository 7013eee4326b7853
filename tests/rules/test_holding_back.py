"""Which grounds hold a whole thing back from somebody who asked for their file, and what each asks first (law.md 3)."""

from datetime import date

import pytest

from law.exemptions import Kind, ground, grounds
from law.holding_back import (
    AGAINST_A_PARENT,
    AGREES,
    COURT_ITSELF,
    DAY_AHEAD,
    IN_THEIR_JOB,
    NEVER,
    NOT_AGAINST_THEM,
    OPINION_TOO_OLD,
    OUR_OWN_READERS,
    THIRD_PARTY,
    Answer,
    is_live,
    is_none_in_law,
    missing,
    questions,
    usable,
    why_not,
    wrong_answer,
)
from law.refusing import REASONS, reason, reasons_for

TODAY = date(2026, 11, 18)


def answered(code: str, **changes: str) -> dict[str, str]:
    """Every question of a ground answered in a way the law accepts, with these changes."""
    words = {
        one.name: {Answer.WORDS: "As we wrote it down.", Answer.DAY: "2026-11-02", Answer.CHOICE: "no"}[one.how] for one in questions(code)
    }
    return words | changes


@pytest.mark.parametrize("code", sorted(AGAINST_A_PARENT))
@pytest.mark.parametrize("nation", ["EW", "SC", "NI"])
def test_a_ground_against_a_parent_is_never_used_on_their_own_request(code: str, nation: str) -> None:
    assert why_not(code, for_themselves=True, nation=nation) == NOT_AGAINST_THEM
    assert code not in [one.code for one in usable(for_themselves=True, nation=nation)]


def test_against_a_parent_it_can_be_used_where_the_law_of_the_nation_has_it() -> None:
    assert why_not("PR_WISHES", for_themselves=False, nation="SC") is None
    assert why_not("PR_ABUSE", for_themselves=False, nation="EW") is None
    assert why_not("PR_ABUSE", for_themselves=False, nation="SC")  # Sch 3 para 21(5): not in Scotland


@pytest.mark.parametrize("code", [*NEVER, "NO_SUCH"])
def test_adoption_copies_and_what_was_not_found_hold_nothing_back(code: str) -> None:
    assert all(why_not(code, for_themselves=mine, nation="EW") for mine in (True, False))


def test_the_reporter_is_asked_in_scotland_alone() -> None:
    assert why_not("REPORTER_WAIT", for_themselves=True, nation="SC") is None
    assert why_not("REPORTER_WAIT", for_themselves=True, nation="EW")


@pytest.mark.parametrize("code", grounds())
def test_no_ground_is_used_before_its_precondition_is_answered(code: str) -> None:
    if code in NEVER:
        return
    assert questions(code)
    assert [one.name for one in missing(code, {})] == [one.name for one in questions(code)]
    assert missing(code, answered(code)) == []
    assert wrong_answer(code, answered(code), TODAY) is None
    for one in questions(code):
        assert [left.name for left in missing(code, answered(code, **{one.name: " "}))] == [one.name]


def test_every_exemption_says_why_hiding_parts_is_not_enough() -> None:
    for code, one in grounds().items():
        if code not in NEVER:
            asks = "parts" in [question.name for question in questions(code)]
            assert asks == (one.kind in (Kind.EXEMPTION, Kind.OTHER_REGIME)), code


def test_who_has_to_agree_is_named() -> None:
    for code, one in grounds().items():
        outsiders = set(one.approve) - OUR_OWN_READERS
        assert outsiders <= AGREES.keys()
        if outsiders and code not in NEVER:
            assert {"agreed_by", "opinion_by"} & {question.name for question in questions(code)}, code


@pytest.mark.parametrize("code", sorted(THIRD_PARTY))
def test_the_five_things_of_paragraph_16_are_weighed_and_nobody_in_their_job_is_kept_private(code: str) -> None:
    assert {"what", "confidence", "asked", "able", "refused"} <= {one.name for one in questions(code)}
    assert wrong_answer(code, answered(code, official="yes"), TODAY) == ("official", IN_THEIR_JOB)


@pytest.mark.parametrize("rule", ["Sch 3 para 9", "Schedule 3, paragraph 18", "para 3"])
def test_paragraphs_for_courts_are_not_cited_by_a_council(rule: str) -> None:
    assert wrong_answer("COURT_PAPERS", answered("COURT_PAPERS", rule=rule), TODAY) == ("rule", COURT_ITSELF)
    assert wrong_answer("COURT_PAPERS", answered("COURT_PAPERS", rule="FPR 2010 rule 12.73"), TODAY) is None


@pytest.mark.parametrize(
    ("opinion", "today", "live"),
    [
        ("2026-05-23", "2026-11-22", True),
        ("2026-05-22", "2026-11-22", False),
        ("2026-03-01", "2026-08-31", True),
        ("2026-02-28", "2026-08-31", False),
        ("2028-03-01", "2028-08-31", True),
        ("2028-02-29", "2028-08-31", False),
        ("2026-11-23", "2026-11-22", False),
    ],
)
def test_a_health_opinion_lives_for_six_months(opinion: str, today: str, live: bool) -> None:
    assert is_live(date.fromisoformat(opinion), date.fromisoformat(today)) is live


def test_an_old_opinion_and_a_day_ahead_are_refused() -> None:
    assert wrong_answer("SH_HEALTH", answered("SH_HEALTH", opinion_on="2026-05-18"), TODAY) == ("opinion_on", OPINION_TOO_OLD)
    assert wrong_answer("SH_SELF", answered("SH_SELF", evidence_on="2026-11-19"), TODAY) == ("evidence_on", DAY_AHEAD)


@pytest.mark.parametrize(
    "words",
    [
        "It is embarrassing for the council.",
        "It may lead to a complaint.",
        "The author was not consulted.",
        "It has staff names in it.",
        "He told us this himself.",
        "It is not in her best interests.",
        "She is too young.",
        "It might upset him.",
        "It is an old record.",
        "It is full of jargon.",
        "It is too much work.",
    ],
)
def test_what_the_law_does_not_count_is_no_reason_in_any_answer(words: str) -> None:
    assert is_none_in_law("TP_PRIVATE", words)
    assert wrong_answer("TP_PRIVATE", answered("TP_PRIVATE", parts=words), TODAY) == ("parts", is_none_in_law("TP_PRIVATE", words))


def test_what_is_best_for_the_child_counts_against_a_parent_alone() -> None:
    assert is_none_in_law("PR_ABUSE", "It is not in her best interests.") is None
    assert is_none_in_law("PR_ABUSE", "It is embarrassing for the council.")


def test_a_whole_request_is_refused_on_few_reasons_and_each_asks_what_shows_it() -> None:
    assert [one.slug for one in reasons_for(for_themselves=True)] == ["identity", "unfounded", "excessive", "all_held_back"]
    assert {"authority", "not_their_wish"} <= {one.slug for one in reasons_for(for_themselves=False)}
    assert [one.slug for one in reasons_for(for_themselves=True, state="identity")] == ["identity"]
    assert reason("unfounded").cite == "UK GDPR Art 12(5)"
    assert all(one.asks and one.says and one.cite and one.after for one in REASONS.values())


def test_the_grounds_of_a_request_are_in_the_order_of_the_file() -> None:
    codes = [one.code for one in usable(for_themselves=True, nation="EW")]
    assert codes == [code for code in grounds() if code in codes]
    assert ground("TP_PRIVATE") in usable(for_themselves=True, nation="EW")
