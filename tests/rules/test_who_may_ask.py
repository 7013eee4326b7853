"""Who may ask for a file, row by row of the law: nobody is refused for an age, and nobody asks over a young person's head."""

from dataclasses import replace

import pytest

from law.who_may_ask import (
    OTHER_WAYS,
    RULES,
    Asker,
    Basis,
    OtherWay,
    Paper,
    Prompt,
    Reason,
    Standing,
    Step,
    View,
    has_parent_acting,
    held,
    is_presumed,
    needs_second_person,
    prompts,
    understands,
)

SELF = Standing(asker=Asker.SELF, nation="EW", age=12, known=True, matched=True)
PARENT = Standing(asker=Asker.PARENT, nation="EW", age=15, known=True, matched=True, authority=Paper.SEEN)
ADVOCATE = replace(PARENT, asker=Asker.ADVOCATE)
NATIONS = ("EW", "SC", "NI")


def test_every_kind_of_asker_has_a_rule_with_its_law() -> None:
    assert set(RULES) == set(Asker)
    assert all(rule.law and (rule.proof or rule.for_themselves) for rule in RULES.values())


@pytest.mark.parametrize("nation", NATIONS)
@pytest.mark.parametrize("age", [*range(4, 20), 61, 104, None])
def test_nobody_is_kept_from_asking_by_an_age_anywhere(nation: str, age: int | None) -> None:
    assert held(replace(SELF, nation=nation, age=age)) == ()


def test_twelve_in_england_is_not_refused_for_age_and_nothing_waits_for_a_test() -> None:
    assert held(SELF, Step.GIVE) == ()
    assert held(replace(SELF, nation="NI", age=9), Step.GIVE) == ()


def test_twelve_in_scotland_needs_no_assessment() -> None:
    assert is_presumed(12, "SC")
    assert not is_presumed(11, "SC")
    assert held(replace(SELF, nation="SC"), Step.GIVE) == ()


def test_eleven_in_scotland_asks_and_is_given_it_once_somebody_wrote_that_they_understand() -> None:
    eleven = replace(SELF, nation="SC", age=11)
    assert held(eleven) == ()
    assert held(eleven, Step.GIVE) == (Reason.UNDERSTANDING,)
    assert held(replace(eleven, basis=Basis.ASSESSED_YES), Step.GIVE) == ()


def test_scotlands_presumption_is_set_aside_by_two_people_only() -> None:
    doubted = replace(SELF, nation="SC", age=13, basis=Basis.ASSESSED_NOT_YET)
    assert needs_second_person(Basis.ASSESSED_NOT_YET, 13, "SC")
    assert not needs_second_person(Basis.ASSESSED_NOT_YET, 11, "SC")
    assert not needs_second_person(Basis.ASSESSED_NOT_YET, 13, "EW")
    assert understands(doubted) is True
    assert held(doubted, Step.GIVE) == ()
    assert held(replace(doubted, not_yet_by_two=True), Step.GIVE) == (Reason.NOT_YET,)
    assert held(replace(doubted, not_yet_by_two=True)) == (), "even then it is looked for: the clock runs"


def test_an_age_alone_presumes_nothing_outside_scotland_before_18() -> None:
    assert [is_presumed(age, "EW") for age in (12, 17, 18, None)] == [False, False, True, False]


def test_under_twelve_somebody_offers_to_talk_and_nothing_waits_for_it() -> None:
    assert prompts(replace(SELF, age=8)) == (Prompt.TALK_IT_THROUGH,)
    assert prompts(SELF) == ()


def test_a_parents_request_for_fifteen_waits_until_the_young_person_has_said_what_they_think() -> None:
    assert held(PARENT) == (Reason.VIEW,)
    assert held(replace(PARENT, view=View.YES)) == ()
    assert held(replace(PARENT, view=View.NO)) == (Reason.SAYS_NO,)
    assert held(replace(PARENT, view=View.TALK)) == (Reason.WANTS_TO_TALK,)


def test_a_small_childs_view_is_asked_too_and_too_young_to_say_is_an_answer() -> None:
    small = replace(PARENT, age=3)
    assert held(small) == (Reason.VIEW,)
    assert held(replace(small, view=View.CANNOT_SAY)) == ()


def test_the_no_of_a_child_who_does_not_understand_yet_is_heard_and_decided_with_care() -> None:
    assert held(replace(PARENT, age=7, view=View.NO, basis=Basis.ASSESSED_NOT_YET)) == ()
    assert Prompt.KEPT_FROM_PARENT in prompts(PARENT)


@pytest.mark.parametrize(("nation", "age", "acts"), [("EW", 17, True), ("EW", 18, False), ("SC", 15, True), ("SC", 16, False)])
def test_parental_responsibility_acts_only_until_its_age(nation: str, age: int, acts: bool) -> None:
    assert has_parent_acting(age, nation) is acts


def test_the_parent_of_an_adult_needs_the_adults_own_yes() -> None:
    grown = replace(PARENT, age=34, authority=Paper.NONE)
    assert held(grown) == (Reason.AUTHORITY, Reason.VIEW)
    assert held(replace(grown, view=View.YES)) == ()
    assert held(replace(grown, authority=Paper.SEEN)) == ()


def test_their_own_yes_is_the_advocates_authority() -> None:
    assert held(replace(ADVOCATE, authority=Paper.NONE)) == (Reason.AUTHORITY, Reason.VIEW)
    assert held(replace(ADVOCATE, authority=Paper.NONE, view=View.YES)) == ()
    assert held(replace(PARENT, authority=Paper.NONE, view=View.YES)) == (Reason.AUTHORITY,), "a parent shows it all the same"


@pytest.mark.parametrize("asker", [one for one in Asker if one is not Asker.SELF])
def test_what_was_taken_back_or_ran_out_holds_whoever_asks(asker: Asker) -> None:
    asked = replace(ADVOCATE, asker=asker, view=View.YES, age=17)
    assert held(replace(asked, authority=Paper.ENDED)) == (Reason.AUTHORITY_ENDED,)
    assert held(replace(asked, authority=Paper.RUN_OUT)) == (Reason.AUTHORITY_RUN_OUT,)


def test_an_attorney_acts_from_sixteen_with_a_paper_that_was_seen() -> None:
    attorney = Standing(asker=Asker.ATTORNEY, nation="EW", age=40, known=True, matched=True)
    assert held(attorney) == (Reason.AUTHORITY,)
    assert held(replace(attorney, authority=Paper.SEEN)) == ()
    assert held(replace(attorney, authority=Paper.SEEN, age=15)) == (Reason.TOO_YOUNG_FOR_ATTORNEY,)


def test_a_solicitor_or_a_body_is_met_with_the_question_whose_wish_it_is() -> None:
    assert Prompt.FORCED_TO_ASK in prompts(replace(ADVOCATE, asker=Asker.SOLICITOR))
    assert Prompt.GIVE_TO_THE_PERSON in prompts(replace(ADVOCATE, asker=Asker.BODY))


def test_somebody_unknown_and_a_record_not_found_hold_everybody() -> None:
    assert held(replace(SELF, known=False, matched=False)) == (Reason.NO_RECORD, Reason.IDENTITY)


def test_a_death_is_another_way_and_says_nothing_else() -> None:
    assert held(replace(PARENT, died=True, known=False)) == (Reason.DIED,)
    assert "s 3(2)" in OTHER_WAYS[OtherWay.DIED].law
    assert "Sch 4 para 3" in OTHER_WAYS[OtherWay.ADOPTION].law


def test_a_nation_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="XX"):
        is_presumed(12, "XX")
