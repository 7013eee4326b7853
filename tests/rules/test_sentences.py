"""Every entry becomes plain sentences: no code, no score, no professional word, in every case of grammar."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from official_file.kinds import KINDS
from official_file.plain_language.codes import known_codes
from official_file.plain_language.facts import CODE_LISTS
from official_file.plain_language.paper_lines import HELD_BY, PAPERS, TOPICS
from official_file.plain_language.patterns import PATTERNS, PLACES, TABLE_VERSION, Form
from official_file.plain_language.reading import grade, longest_sentence
from official_file.plain_language.sentences import Plain, say_entry
from official_file.plain_language.when import Precision, When

SNAPSHOT = Path(__file__).parent / "data" / "sentences.json"
BORN, TODAY = date(2009, 12, 1), date(2026, 11, 22)
NEVER_SAID = re.compile(r"\b(placements?|contact|LAC|siblings?|respite|cases?|client|service user)\b", re.IGNORECASE)
NEVER_SHOWN = [("left_care", "E2"), ("leaving_care_touch", "DIED")]
SAYS_NOTHING = [
    *NEVER_SHOWN,
    ("left_care", "X1"),
    ("previous_order", "Z1"),
    ("previous_order", "P4"),
    ("leaving_care_activity", "0"),
    ("disability", "NONE"),
]

TIMES = {
    "past": When(date(2017, 3, 4), date(2018, 8, 21)),
    "open": When(date(2017, 3, 4)),
    "one day": When(date(2017, 3, 4), date(2017, 3, 4)),
    "a few days": When(date(2017, 3, 4), date(2017, 3, 9)),
    "unknown": When(None, None, Precision.UNKNOWN),
    "month": When(date(2016, 5, 1), None, Precision.MONTH),
    "season": When(date(2016, 3, 1), date(2016, 11, 30), Precision.SEASON),
    "year": When(date(2016, 1, 1), None, Precision.YEAR),
    "to come to an end": When(date(2017, 3, 4), date(2030, 1, 1)),
}
SNAPSHOT_CASES = ("past", "open", "unknown")
OTHER_FACTS: list[tuple[str, dict[str, Any]]] = [
    ("came_into_care", {}),
    ("home", {"place": "U6", "provider": "PR4", "rne": "S", "short_break": 1}),
    ("home", {"place": "ZZ9", "provider": "PR9", "rne": "?"}),
    ("unaccompanied", {"until": "2020-05-04"}),
    ("own_child", {"born": "2025-01-03"}),
    ("health_check", {"sdq_score": 17, "health_check": 1, "immunisations": 0, "teeth_check": 1, "health_assessment": 0}),
    ("health_check", {"sdq_reason": "SDQ5", "substance_misuse": 1, "intervention_received": 0, "intervention_offered": 1}),
    ("conviction", {}),
    ("adoption", {"step": "matched"}),
    ("worker_period", {"worker_key": "w1"}),
    ("worker_period", {"worker_key": "w1", "name": "Priya Shah", "role": "social worker", "reason": "LEFTRL"}),
    ("worker_period", {"worker_key": "w2", "name": "Tom Hall", "role": "personal adviser"}),
    ("deprivation_of_liberty", {}),
    ("conviction", {"offence": "Theft from a shop"}),
    ("health_check", {"eye_check": 1}),
    ("visit_held", {"purpose": "care", "seen": 1, "alone": 1, "bedroom": 1}),
    ("visit_held", {"purpose": "need", "seen": 0}),
    ("visit_held", {"purpose": "protection", "seen": 1, "alone": 0}),
    ("care_plan", {"goals": "RETURNEV,LTFOST18,ADOPTION,OTHER"}),
    ("care_plan", {"goals": "REMAINSUP,RETURN1M,RETURN6M,LTRELFR,LTFOST,RESPLMT,SUPPLIV,SGO,CAO,NEWCODE"}),
    ("in_need", {"nothing_more": 1}),
    ("need_plan", {}),
    ("protection_plan", {"code": "NEG", "latest": "EMO", "other_council": 1}),
    ("protection_plan", {}),
    ("protection_meeting", {"step": "first", "plan": 1, "took_part": 1}),
    ("protection_meeting", {"step": "first", "plan": 0}),
    ("protection_meeting", {"step": "review", "plan": 1}),
    ("protection_meeting", {"step": "review", "plan": 0, "took_part": 0}),
    ("enquiry", {"nothing_more": 1}),
    ("asked_for_help", {}),
    ("assessment_made", {"seen": 1, "nothing_more": 0}),
    ("assessment_made", {"seen": 0, "nothing_more": 1}),
    ("assessment_factors", {"codes": "1A,2B"}),
    ("before_court", {"outcome": "A"}),
    ("early_help", {"reason": "E1", "organisation": "Family Centre"}),
    ("education_plan", {"ended": "1"}),
    ("education_step", {"step": "asked"}),
    ("education_step", {"step": "decided", "outcome": "yes"}),
    ("education_step", {"step": "assessed", "outcome": "no"}),
    ("education_step", {"step": "looked_at"}),
    ("education_step", {"step": "other"}),
    ("immigration", {"status": "Limited leave to remain"}),
    ("immigration", {"status": "LLR"}),
    ("nationality", {"words": "Eritrean"}),
    ("nationality", {"words": "ERI"}),
    *(("identity_paper", {"type": key, "held_by": held}) for key, held in zip(PAPERS, (*HELD_BY, "us", ""), strict=True)),
    ("identity_paper", {"type": "passport", "held_by": "them", "expires_on": "2027-05-04"}),
    *(("consent", {"topic": topic, "asked": "you", "answer": "yes"}) for topic in TOPICS),
    ("consent", {"topic": "school", "asked": "Your mum", "answer": "no"}),
    ("consent", {"topic": "school"}),
    ("asked_about_help", dict.fromkeys(("worries_explained", "story_helped", "agreed", "plan_safe", "tablet_helped"), 1)),
    ("asked_about_help", dict.fromkeys(("worries_explained", "story_helped", "agreed", "plan_safe", "tablet_helped"), 0)),
    ("pathway_plan", {}),
    ("missing_episode", {"code": "M", "talk_offered": 1, "talk_accepted": 1}),
    ("missing_episode", {"code": "M", "talk_offered": 1, "talk_accepted": 0}),
    ("missing_episode", {"code": "A", "talk_offered": 1}),
    ("missing_episode", {"code": "A", "talk_offered": 0}),
    *((kind, {}) for kind in KINDS if KINDS[kind].free),
    ("document", {"media_type": "audio/mpeg"}),
]


def everything() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every code of every kind, and facts for the kinds without a code."""
    for kind, (code_list, name) in CODE_LISTS.items():
        for code in sorted(known_codes(code_list)):
            yield kind, {name: code}
    yield from OTHER_FACTS


def said(kind: str, facts: dict[str, Any], when: When) -> Plain | None:
    """The sentences for somebody born on 1 December 2009, read on 22 November 2026."""
    return say_entry(kind=kind, facts=facts, when=when, born=BORN, today=TODAY)


def strings_of(plain: Plain) -> list[str]:
    """Everything that is read."""
    return [plain.heading, *plain.sentences, *plain.details, plain.when, plain.ages]


@pytest.mark.parametrize("case", TIMES)
def test_every_code_can_be_said_in_every_case_of_grammar(case: str) -> None:
    for kind, facts in everything():
        plain = said(kind, facts, TIMES[case])
        if plain is None:
            assert any(kind == silent and code in facts.values() for silent, code in SAYS_NOTHING), (kind, facts)
            continue
        for text in strings_of(plain):
            assert "{" not in text
            assert "None" not in text
            assert not NEVER_SAID.search(text), text
            assert not any(re.search(rf"\b{code}\b", text) for code in map(str, facts.values()) if len(code) > 1 and code.isupper()), text
        assert all(sentence.endswith((".", "?")) for sentence in (*plain.sentences, *plain.details))
        assert len(plain.heading.split()) <= 10


@pytest.mark.need("R24")
@pytest.mark.parametrize("case", TIMES)
def test_every_sentence_is_short_and_easy(case: str) -> None:
    for kind, facts in everything():
        plain = said(kind, facts, TIMES[case])
        if plain is None:
            continue
        assert longest_sentence(plain.text) <= 25, plain.text
        assert grade(plain.text) <= 6, plain.text
        for line in plain.details:
            assert longest_sentence(line) <= 25
            assert grade(line) <= 6, line


def test_the_sentences_are_the_ones_that_were_approved() -> None:
    """After a change: raise the version of the pattern and TABLE_VERSION, read the new sentences, and write the file anew."""
    found = {}
    for kind, facts in everything():
        for case in SNAPSHOT_CASES:
            plain = said(kind, facts, TIMES[case])
            text = None if plain is None else [plain.pattern, plain.heading, *plain.sentences, *plain.details]
            found[f"{kind} {json.dumps(facts, sort_keys=True)} {case}"] = text
    kept = json.loads(SNAPSHOT.read_text(encoding="utf-8"))
    assert kept["table_version"] == TABLE_VERSION
    assert kept["sentences"] == found


@pytest.mark.need("M21")
@pytest.mark.parametrize(
    ("kind", "facts", "when", "sentence"),
    [
        ("home", {"place": "U6"}, "past", "You lived with foster carers from March 2017 to August 2018. You were 7, then 8."),
        ("home", {"place": "U6"}, "open", "You have lived with foster carers since March 2017. You were 7 when it began."),
        ("home", {"place": "U6"}, "one day", "You lived with foster carers for one day, 4 March 2017. You were 7."),
        ("home", {"place": "U6"}, "unknown", "You lived with foster carers. We do not know the date."),
        ("home", {"place": "U6"}, "to come to an end", "You have lived with foster carers since March 2017. You were 7 when it began."),
        ("came_into_care", {}, "open", "You came into care on 4 March 2017. You were 7."),
        (
            "left_care",
            {"code": "E4A"},
            "past",
            "You went home to your family, as the plan said. This was on 21 August 2018. You were 8.",
        ),
        (
            "review_held",
            {"code": "PN1"},
            "open",
            "You had a review meeting on 4 March 2017. You came to your review and spoke for yourself. You were 7.",
        ),
        (
            "ethnic_background",
            {"code": "MWBC"},
            "open",
            "We wrote that your background is White and Black Caribbean. Tell us if that is not how you say it.",
        ),
    ],
)
def test_a_recorded_fact_reads_like_this(kind: str, facts: dict[str, Any], when: str, sentence: str) -> None:
    plain = said(kind, facts, TIMES[when])
    assert plain is not None
    assert plain.text == sentence


@pytest.mark.parametrize(("kind", "code"), SAYS_NOTHING)
def test_a_death_and_a_code_that_says_nothing_make_no_sentence(kind: str, code: str) -> None:
    assert all(said(kind, {"code": code}, when) is None for when in TIMES.values())


def test_a_no_to_a_risk_makes_no_sentence() -> None:
    facts = {"substance_misuse": 0, "intervention_received": 0, "intervention_offered": 1}
    assert said("health_check", facts, TIMES["year"]) is None
    assert said("health_check", {}, TIMES["year"]) is None


def test_a_score_never_appears_as_a_number() -> None:
    plain = said("health_check", {"sdq_score": 37}, TIMES["unknown"])
    assert plain is not None
    assert not re.search(r"\d", plain.text)
    assert "Ask us what it meant for you." in plain.text


def test_a_future_date_is_not_said() -> None:
    assert said("review_held", {"code": "PN1"}, When(date(2026, 11, 23))) is None


def test_an_unknown_code_is_said_honestly() -> None:
    plain = said("legal_status", {"code": "Q7"}, TIMES["open"])
    assert plain is not None
    assert plain.sentences[0] == "Our records use a code we do not have a meaning for. Ask us."
    assert "Q7" not in plain.text


def test_a_title_and_summary_are_the_writers_own() -> None:
    plain = said("visit", {"title": "Visit at home", "summary": "We made pancakes."}, TIMES["open"])
    assert plain is not None
    assert (plain.heading, plain.summary) == ("Visit at home", "We made pancakes.")


def test_a_worker_with_a_name_is_named_and_one_without_is_not_invented() -> None:
    named = said("worker_period", {"name": "Priya Shah", "role": "social worker"}, TIMES["past"])
    unnamed = said("worker_period", {"worker_key": "w1", "reason": "LEFTRL"}, TIMES["past"])
    assert named is not None
    assert unnamed is not None
    assert named.sentences[0] == "Priya Shah worked with you from March 2017 to August 2018."
    assert unnamed.sentences[0] == "You had a social worker from March 2017 to August 2018."
    assert unnamed.details[0] == "This worker left the job."


def test_a_kind_that_does_not_exist_is_refused() -> None:
    with pytest.raises(KeyError):
        said("horoscope", {}, TIMES["open"])


def test_every_kind_of_entry_has_a_pattern() -> None:
    assert set(KINDS) <= {pattern.kind for pattern in PATTERNS}


def test_the_numbers_of_the_table_are_never_used_twice() -> None:
    numbers = [pattern.number for pattern in PATTERNS]
    assert len(numbers) == len(set(numbers))
    assert numbers == sorted(numbers)
    assert len({(pattern.kind, pattern.form) for pattern in PATTERNS}) == len(PATTERNS)


def test_every_message_of_the_table_is_whole() -> None:
    for pattern in PATTERNS:
        for sentence in pattern.sentences:
            assert sentence in PLACES or sentence.endswith(".")
        if pattern.form in {Form.ANY, Form.UNDATED}:
            assert not any("{when}" in sentence for sentence in pattern.sentences)


def test_a_translation_gets_whole_messages_and_keeps_the_places() -> None:
    asked: list[str] = []

    def note(message: str) -> str:
        asked.append(message)
        return f"<{message}>"

    plain = say_entry(kind="came_into_care", facts={}, when=TIMES["open"], born=BORN, today=TODAY, translate=note)
    assert plain is not None
    assert plain.sentences[0] == "<You came into care <on <4 <March> 2017>>.>"
    assert "You came into care {when}." in asked
