"""A complaint is decided by somebody else: every way in which somebody can have had a hand in what it is about."""

from collections.abc import Callable

import pytest

from access_requests.actions.ask_question import ask_question
from access_requests.actions.look_at_complaint import give_complaint_to, look_at_complaint
from access_requests.actions.tell_of_complaint import tell_progress
from access_requests.deciders import Hand, deciders_for, hand_in_it
from access_requests.models import AccessRequest, Complaint, ComplaintStep, IdentityStep, RequestMessage, SecondCheck
from access_requests.models.signed import signed
from law.clock import About
from people.errors import NotAllowed
from people.models import User
from tests.cast import NOW, Cast, member_of_staff, tie
from tests.factories.complaints import WORDS, a_complaint
from tests.factories.requests import a_request

Did = Callable[[Cast, AccessRequest, User], object]


def checked(cast: Cast, request: AccessRequest, user: User) -> SecondCheck:
    return SecondCheck.objects.create(
        request=request, says="countersigned", proposes="give", pack="0" * 64, proposed_by=cast.imani, checker=user, **signed(user, NOW)
    )


def decided(_cast: Cast, request: AccessRequest, user: User) -> ComplaintStep:
    earlier = a_complaint(_cast, request)
    return ComplaintStep.objects.create(complaint=earlier, kind="decided", words="Sorry.", **signed(user, NOW))


def column(name: str) -> Did:
    return lambda _cast, request, user: AccessRequest.objects.filter(pk=request.pk).update(**{name: user})


HANDS: dict[Hand, Did] = {
    Hand.OFFICER: column("officer"),
    Hand.PROPOSED: column("proposed_by"),
    Hand.READ: column("second_reader"),
    Hand.CHECKED: checked,
    Hand.DECIDED_BEFORE: decided,
    Hand.WORKED: lambda _cast, request, user: RequestMessage.objects.create(
        request=request, from_requester=False, text="We are on it.", **signed(user, NOW)
    ),
}


@pytest.mark.parametrize("hand", HANDS)
def test_nobody_decides_about_what_they_had_a_hand_in(cast: Cast, hand: Hand) -> None:
    asked = a_request(cast)
    HANDS[hand](cast, asked, cast.tom)
    asked.refresh_from_db()
    made = a_complaint(cast, asked)
    # Where nothing else is said it is about the officer of the request, so that reason comes first.
    assert hand_in_it(cast.tom, made) == (Hand.ABOUT if hand is Hand.OFFICER else hand)
    verbs: tuple[Callable[[], object], ...] = (
        lambda: look_at_complaint(complaint=made, by=cast.tom, now=NOW),
        lambda: give_complaint_to(complaint=made, decider=cast.tom, by=cast.olu, now=NOW),
        lambda: give_complaint_to(complaint=made, decider=cast.olu, by=cast.tom, now=NOW),
    )
    for verb in verbs:
        with pytest.raises(NotAllowed, match="hand_in_it"):
            verb()
    assert cast.tom not in deciders_for(made, NOW)
    assert cast.olu in deciders_for(made, NOW)


def test_keeping_a_fact_or_looking_into_who_asks_is_a_hand_in_it_too(cast: Cast) -> None:
    asked = a_request(cast)
    ask_question(request=asked, about=About.FORMAT, words="On paper?", by=cast.sana, now=NOW)
    IdentityStep.objects.create(request=asked, way="other", outcome="accepted", words="Seen.", **signed(cast.imani, NOW))
    made = a_complaint(cast, asked)
    assert {hand_in_it(one, made) for one in (cast.sana, cast.imani)} == {Hand.WORKED}


@pytest.mark.parametrize("words", ["Olu never rang me back.", "mr adeyemi lied", "It was Olu Adeyemi."])
def test_whoever_is_named_in_it_does_not_decide(cast: Cast, words: str) -> None:
    made = a_complaint(cast, words=words)
    assert hand_in_it(cast.olu, made) is Hand.NAMED
    with pytest.raises(NotAllowed, match="hand_in_it"):
        look_at_complaint(complaint=made, by=cast.olu, now=NOW)
    assert hand_in_it(cast.tom, made) is None


def test_whoever_is_meant_by_what_they_are_to_them_does_not_decide(cast: Cast) -> None:
    east = cast.ben.memberships.get().team
    both = member_of_staff("Rae Stone", "team_manager", east)
    tie(cast.idris, both, "personal_adviser")
    made = a_complaint(cast, words="My personal adviser never comes.")
    assert hand_in_it(both, made) is Hand.ROLE
    assert hand_in_it(cast.tom, made) is None


def test_whoever_they_say_it_is_about_does_not_decide_even_when_nothing_names_them(cast: Cast) -> None:
    made = a_complaint(cast, about=cast.olu)
    assert hand_in_it(cast.olu, made) is Hand.ABOUT
    assert [user.display_name for user in deciders_for(made, NOW)] == ["Gwen Rees", "Joan Mills", "Tom Baker"]


def test_a_hand_that_is_found_later_takes_it_out_of_their_hands(cast: Cast) -> None:
    asked = a_request(cast)
    made = look_at_complaint(complaint=a_complaint(cast, asked), by=cast.tom, now=NOW)
    checked(cast, asked, cast.tom)
    with pytest.raises(NotAllowed, match="hand_in_it"):
        tell_progress(complaint=made, words="We are on it.", by=cast.tom, now=NOW)
    given = give_complaint_to(complaint=made, decider=cast.joan, by=cast.olu, now=NOW)
    assert given.decider == cast.joan
    assert Complaint.objects.visible_to(cast.joan, NOW).get().words == WORDS, "whoever decides sees it, whatever their team"


def test_the_database_itself_refuses_a_decider_it_is_about(cast: Cast) -> None:
    made = a_complaint(cast, about=cast.olu)
    made.decider = cast.olu
    with pytest.raises(Exception, match="complaint_decided_by_another"):
        made.save(update_fields=["decider"])


def test_somebody_whose_role_does_not_decide_is_never_given_one(cast: Cast) -> None:
    made = a_complaint(cast)
    for user in (cast.sana, cast.imani, cast.ben, cast.ellie, cast.ruth):
        with pytest.raises(NotAllowed, match="hand_in_it"):
            give_complaint_to(complaint=made, decider=user, by=cast.tom, now=NOW)
