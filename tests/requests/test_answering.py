"""Proposing, checking by another person, and giving: nothing leaves without the second, and never another pack than was checked."""

from datetime import timedelta

import pytest

from access_requests.actions.countersign import countersign
from access_requests.actions.open_item import open_item
from access_requests.actions.propose_answer import propose_answer
from access_requests.actions.release import release
from access_requests.actions.send_back import send_back
from access_requests.actions.take_back_proposal import take_back_proposal
from access_requests.lifecycle import Answer, State
from access_requests.models import AccessRequest, ItemReading, Release, SecondCheck
from access_requests.models.signed import signed
from access_requests.pack import Says
from access_requests.pack_permissions import is_ready_to_give
from access_requests.queries.pack import left_to_open, pack_fingerprint, to_read, waits_for_redaction
from people.models import Membership, Task, TaskKind, Team, User
from tests.cast import LONG_AGO, NOW, Cast
from tests.factories.packs import a_pack, countersigned, given, hold, item_of, proposed, read, say
from tests.factories.requests_at_the_desk import searched, searching
from tests.refusals import refused


@pytest.fixture
def pack(cast: Cast) -> AccessRequest:
    """Idris's pack, of which nobody has read anything."""
    return a_pack(cast)


def also_a_checker(user: User) -> User:
    """The same person, with the role of a second checker besides their own."""
    Membership.objects.create(user=user, team=Team.objects.get(name="Information governance"), role="second_checker", starts=LONG_AGO)
    return User.objects.get(pk=user.pk)


def fresh(request: AccessRequest) -> AccessRequest:
    """As it is stored."""
    return AccessRequest.objects.get(pk=request.pk)


def test_nothing_is_proposed_before_everything_was_read(pack: AccessRequest, cast: Cast) -> None:
    with refused("not_read"):
        propose_answer(request=pack, answer=Answer.GIVE, by=cast.imani, now=NOW)
    read(pack, cast)
    with refused("another_answer"):
        propose_answer(request=pack, answer=Answer.GIVE_PART, by=cast.imani, now=NOW)
    assert propose_answer(request=pack, answer=Answer.GIVE, by=cast.imani, now=NOW).standing is State.SECOND_CHECK
    owed = Task.objects.open().get(kind=TaskKind.CHECK_REQUEST)
    assert (owed.about_id, owed.for_role) == (pack.pk, "second_checker")


def test_whoever_proposes_never_checks(pack: AccessRequest, cast: Cast) -> None:
    """Whatever other role they have: here Imani is a second checker as well."""
    imani = also_a_checker(cast.imani)
    pack = proposed(pack, cast)
    with refused("same_person"):
        countersign(request=pack, pack=pack_fingerprint(pack), by=imani, now=NOW)
    with refused("same_person"):
        send_back(request=pack, words="No.", by=imani, now=NOW)


def test_whoever_read_it_alone_does_not_countersign_but_may_send_it_back(pack: AccessRequest, cast: Cast) -> None:
    imani = also_a_checker(cast.imani)
    read(pack, cast)
    pack = propose_answer(request=pack, answer=Answer.GIVE, by=cast.sana, now=NOW)
    with refused("read_it_alone"):
        countersign(request=pack, pack=pack_fingerprint(pack), by=imani, now=NOW)
    assert send_back(request=pack, words="Look at the letter again.", by=imani, now=NOW).says == SecondCheck.Says.RETURNED


def test_what_is_held_back_and_a_sample_is_opened_first(pack: AccessRequest, cast: Cast) -> None:
    hold(item_of(pack, "A letter"), cast.imani)
    pack = proposed(pack, cast)
    mark = pack_fingerprint(pack)
    wanted = left_to_open(pack, cast.tom, mark)
    assert item_of(pack, "A letter").pk in wanted
    with refused("not_opened"):
        countersign(request=pack, pack=mark, by=cast.tom, now=NOW)
    for item in to_read(pack).filter(pk__in=wanted):
        open_item(item=item, by=cast.tom, now=NOW)
    made = countersign(request=pack, pack=mark, by=cast.tom, now=NOW)
    assert made.sample == sorted(str(pk) for pk in wanted)
    assert fresh(pack).standing is State.READY
    assert not Task.objects.open().filter(kind=TaskKind.CHECK_REQUEST).exists()


def test_a_pack_that_changed_while_it_was_open_is_not_countersigned(pack: AccessRequest, cast: Cast) -> None:
    pack = proposed(pack, cast)
    for item in to_read(pack):
        open_item(item=item, by=cast.tom, now=NOW)
    mark = pack_fingerprint(pack)
    ItemReading.objects.create(item=item_of(pack, "A visit"), says="give", reader=cast.sana, **signed(cast.sana, NOW + timedelta(hours=1)))
    with refused("pack_changed"):
        countersign(request=pack, pack=mark, by=cast.tom, now=NOW)


def test_sent_back_it_is_read_and_proposed_again(pack: AccessRequest, cast: Cast) -> None:
    pack = proposed(pack, cast)
    with refused("no_sentence"):
        send_back(request=pack, words=" ", by=cast.tom, now=NOW)
    send_back(request=pack, words="The letter names a neighbour.", by=cast.tom, now=NOW)
    back = fresh(pack)
    assert (back.standing, back.proposes, back.proposed_by) == (State.READING, "", None)
    say(item_of(back, "A letter"), Says.HIDE_PARTS, cast.imani, why="The neighbour.")
    assert proposed(back, cast).proposes == Answer.GIVE_PART


def test_given_it_carries_its_letter_its_check_and_the_list_of_what_is_in_it(pack: AccessRequest, cast: Cast) -> None:
    hold(item_of(pack, "A letter"), cast.imani)
    made = given(pack, cast)
    assert made.letter
    assert (made.answer, made.check_made.checker, made.letter.kind) == ("give_part", cast.tom, "answer")
    assert [one["title"] for one in made.manifest["given"]] == ["A home", "A visit", "A health check"]
    assert made.manifest["held"] == [{"ground": "TP_PRIVATE", "count": 1}]
    assert (made.manifest["pages"], made.manifest["years"]) == (3, [1998, 1999])
    assert fresh(pack).standing is State.GIVEN
    assert not Task.objects.open().filter(about_id=pack.pk).exists()


def test_whatever_changed_after_the_countersignature_sends_it_back_to_be_read(pack: AccessRequest, cast: Cast) -> None:
    pack = countersigned(pack, cast)
    assert is_ready_to_give(pack)
    visit = item_of(pack, "A visit")
    visit.set_aside, visit.set_aside_why = "not_asked_for", "Another year."
    visit.save(update_fields=["set_aside", "set_aside_why"])
    assert not is_ready_to_give(pack)
    assert release(request=pack, by=cast.imani, now=NOW) is None
    back = fresh(pack)
    assert (back.standing, back.proposes) == (State.READING, "")
    assert not Release.objects.exists()


def test_a_countersignature_of_another_answer_does_not_count(pack: AccessRequest, cast: Cast) -> None:
    pack = countersigned(pack, cast)
    AccessRequest.objects.filter(pk=pack.pk).update(proposes=Answer.REFUSE, proposed_ground="unfounded", proposed_why="?")
    assert release(request=pack, by=cast.imani, now=NOW) is None


def test_with_parts_to_hide_nothing_is_given_and_it_waits_ready(pack: AccessRequest, cast: Cast) -> None:
    say(item_of(pack, "A visit"), Says.HIDE_PARTS, cast.imani, why="His aunt's illness.")
    pack = countersigned(pack, cast)
    assert pack.standing is State.READY
    assert waits_for_redaction(pack)
    assert not is_ready_to_give(pack)
    with refused("waits_for_redaction"):
        release(request=pack, by=cast.imani, now=NOW)
    assert fresh(pack).standing is State.READY


def test_an_officer_takes_it_back_until_it_is_given(pack: AccessRequest, cast: Cast) -> None:
    pack = proposed(pack, cast)
    with refused("no_sentence"):
        take_back_proposal(request=pack, why="", by=cast.imani, now=NOW)
    assert take_back_proposal(request=pack, why="A box turned up.", by=cast.sana, now=NOW).standing is State.READING
    pack = countersigned(fresh(pack), cast)
    assert take_back_proposal(request=pack, why="One more box.", by=cast.imani, now=NOW).standing is State.READING
    made = given(fresh(pack), cast)
    with refused("ended"):
        take_back_proposal(request=made.request, why="Too late.", by=cast.sana, now=NOW)


def test_nothing_held_is_answered_when_every_place_was_searched_and_nothing_found(cast: Cast) -> None:
    pack = searched(cast)
    pack = propose_answer(request=pack, answer=Answer.NOTHING_HELD, by=cast.imani, now=NOW)
    countersign(request=pack, pack=pack_fingerprint(pack), by=cast.tom, now=NOW)
    made = release(request=fresh(pack), by=cast.imani, now=NOW)
    assert made
    assert made.letter
    assert made.letter.kind == "nothing_held"
    assert fresh(pack).standing is State.REFUSED


def test_nothing_held_is_not_said_while_a_place_is_not_searched(cast: Cast) -> None:
    with refused("not_searched"):
        propose_answer(request=searching(cast), answer=Answer.NOTHING_HELD, by=cast.imani, now=NOW)


def test_nothing_held_is_not_said_of_a_pack(pack: AccessRequest, cast: Cast) -> None:
    with refused("something_held"):
        propose_answer(request=pack, answer=Answer.NOTHING_HELD, by=cast.imani, now=NOW)


def test_all_is_refused_on_a_reason_of_the_law_with_what_shows_it(cast: Cast) -> None:
    """UK GDPR Art 12(4) and 12(5): the letter says why, and how to complain."""
    asked = searching(cast)
    for ground, code in (
        ("", "no_such_ground"),
        ("authority", "no_such_ground"),
        ("identity", "no_such_ground"),
        ("too_big", "no_such_ground"),
    ):
        with refused(code):
            propose_answer(request=asked, answer=Answer.REFUSE, ground=ground, why="Much.", by=cast.imani, now=NOW)
    with refused("no_reason"):
        propose_answer(request=asked, answer=Answer.REFUSE, ground="unfounded", by=cast.imani, now=NOW)
    with refused("not_a_reason"):
        propose_answer(request=asked, answer=Answer.REFUSE, ground="unfounded", why="It is too much work.", by=cast.imani, now=NOW)
    why = "He wrote three times that he wants no file, only to keep the office busy."
    asked = propose_answer(request=asked, answer=Answer.REFUSE, ground="unfounded", why=why, by=cast.imani, now=NOW)
    with refused("not_from_here"):
        release(request=asked, by=cast.imani, now=NOW)
    countersign(request=asked, pack=pack_fingerprint(asked), by=cast.tom, now=NOW)
    made = release(request=fresh(asked), by=cast.imani, now=NOW)
    assert made
    assert made.letter
    assert made.letter.kind == "refused"
    words = str(made.letter.blocks)
    assert "UK GDPR Art 12(5)" in words
    assert "We think that this was not really asked to get the file" in words
    assert why not in words


def test_everything_held_back_is_a_refusal_and_needs_everything_held_back(pack: AccessRequest, cast: Cast) -> None:
    why = {"ground": "all_held_back", "why": "Each is about somebody else alone."}
    read(pack, cast)
    with refused("not_all_held_back"):
        propose_answer(request=pack, answer=Answer.REFUSE, by=cast.imani, now=NOW, **why)
    for item in to_read(pack):
        hold(item, cast.imani)
    with refused("another_answer"):
        propose_answer(request=pack, answer=Answer.GIVE_PART, by=cast.imani, now=NOW)
    assert propose_answer(request=pack, answer=Answer.REFUSE, by=cast.imani, now=NOW, **why).proposes == Answer.REFUSE
