"""Somebody asks for another person: authority with a scope and an end, and the young person's own say."""

from datetime import date, timedelta

import pytest

from access_requests.actions.accept_identity import accept_identity
from access_requests.actions.ask_for_view import let_them_say
from access_requests.actions.check_authority import check_authority
from access_requests.actions.end_authority import end_authority
from access_requests.actions.make_status_code import make_status_code, open_status
from access_requests.actions.record_competence import record_competence
from access_requests.actions.say_view import say_view
from access_requests.lifecycle import State
from access_requests.models import AccessRequest, Authority, ChildView, Competence, IdentityStep, StatusCode
from access_requests.queries.who import is_shut_out, may_be_given, may_go_on
from audit.models import AuditEvent
from law.who_may_ask import Reason
from people.errors import NotAllowed
from people.models import Child, Notice, Task, TaskKind
from tests.cast import NOW, Cast
from tests.factories.requests import Route, a_request

Says, Basis, Scope = ChildView.Says, Competence.Basis, Authority.Scope
YEAR_ON = date(2027, 11, 18)
AMARAS = {"subject": "Amara"}


def for_amara(cast: Cast, asker: str) -> AccessRequest:
    """Asked for Amara and taken down by her worker; we know who asks, and saw what lets them."""
    asked = a_request(cast, route=Route.BY_WORKER, asker=asker, taken_by=cast.ben, child=cast.amara, answers=AMARAS)
    way = IdentityStep.Way.OTHER
    accept_identity(request=asked, way=way, words="A call to the number we have.", by=cast.imani, now=NOW)
    seen = "A birth certificate, and no order against it."
    check_authority(request=asked, name="Grace Okafor", scope=Scope.ASK, evidence=seen, expires_on=YEAR_ON, by=cast.imani, now=NOW)
    asked.refresh_from_db()
    return asked


@pytest.fixture
def by_her_mum(cast: Cast) -> AccessRequest:
    """Her mother asks for Amara's file."""
    return for_amara(cast, "parent")


@pytest.fixture
def by_her_advocate(cast: Cast) -> AccessRequest:
    """An advocate asks for Amara's file."""
    return for_amara(cast, "advocate")


def test_a_parents_request_waits_for_the_young_person_and_only_a_person_tells_them(cast: Cast, by_her_mum: AccessRequest) -> None:
    assert may_go_on(by_her_mum, NOW) == (Reason.VIEW,)
    assert by_her_mum.standing is State.IDENTITY
    assert Task.objects.open().get(kind=TaskKind.CHILD_VIEW).for_user == cast.ben
    assert not Notice.objects.filter(user=cast.amara.user).exists()
    assert not AuditEvent.objects.filter(child=cast.amara.pk, about_id=by_her_mum.pk).exists()
    with pytest.raises(NotAllowed, match="not_found"):
        say_view(request=by_her_mum, says=Says.NO, by=cast.amara.user, now=NOW)


@pytest.mark.parametrize(
    ("says", "held"), [(Says.YES, ()), (Says.NO, (Reason.SAYS_NO,)), (Says.TALK, (Reason.WANTS_TO_TALK,))], ids=["yes", "no", "talk"]
)
def test_she_says_it_herself_once_told_and_nobody_who_asked_hears_of_it(
    cast: Cast, by_her_mum: AccessRequest, says: str, held: tuple[Reason, ...]
) -> None:
    let_them_say(request=by_her_mum, by=cast.ben, now=NOW)
    assert let_them_say(request=by_her_mum, by=cast.ben, now=NOW) == Notice.objects.get(user=cast.amara.user)
    say_view(request=by_her_mum, says=says, words="Not the part about school.", by=cast.amara.user, now=NOW)
    assert may_go_on(by_her_mum, NOW) == held
    waits = Task.objects.open().filter(kind=TaskKind.CHILD_VIEW).exists()
    assert waits is (says == Says.TALK), "a wish to talk stays on her worker's desk"
    assert not by_her_mum.messages.exists()
    assert not by_her_mum.letters.exclude(kind="acknowledged").exists()


def test_she_may_change_her_mind_and_the_newest_counts(cast: Cast, by_her_mum: AccessRequest) -> None:
    let_them_say(request=by_her_mum, by=cast.ben, now=NOW)
    for says in (Says.TALK, Says.NO, Says.YES):
        say_view(request=by_her_mum, says=says, by=cast.amara.user, now=NOW + timedelta(minutes=list(Says).index(says)))
    assert ChildView.objects.filter(request=by_her_mum).count() == 3


def test_a_worker_writes_down_what_she_said_and_a_strangers_worker_cannot(cast: Cast, by_her_mum: AccessRequest) -> None:
    for stranger in (cast.dev, cast.carys, cast.ruth):
        with pytest.raises(NotAllowed):
            say_view(request=by_her_mum, says=Says.NO, words="She said no.", by=stranger, now=NOW)
    with pytest.raises(NotAllowed, match="no_words"):
        say_view(request=by_her_mum, says=Says.NO, by=cast.ben, now=NOW)
    say_view(request=by_her_mum, says=Says.NO, words="On Tuesday at home: she does not want it.", by=cast.ben, now=NOW)
    assert may_go_on(by_her_mum, NOW) == (Reason.SAYS_NO,)


def test_she_does_not_see_what_her_mother_asks_for_and_sees_what_her_advocate_does(
    cast: Cast, by_her_mum: AccessRequest, by_her_advocate: AccessRequest
) -> None:
    seen = AccessRequest.objects.visible_to(cast.amara.user, NOW)
    assert not seen.exists()
    for asked in (by_her_mum, by_her_advocate):
        let_them_say(request=asked, by=cast.ben, now=NOW)
    assert list(seen.all()) == [by_her_advocate]


def test_her_no_ends_an_advocates_authority_at_once(cast: Cast, by_her_advocate: AccessRequest) -> None:
    let_them_say(request=by_her_advocate, by=cast.ben, now=NOW)
    code = make_status_code(request=by_her_advocate, way=StatusCode.Way.PERSON, now=NOW)
    say_view(request=by_her_advocate, says=Says.NO, by=cast.amara.user, now=NOW)
    assert is_shut_out(by_her_advocate, NOW)
    assert may_go_on(by_her_advocate, NOW) == (Reason.SAYS_NO,)
    with pytest.raises(NotAllowed):
        open_status(reference=by_her_advocate.reference, code=code, now=NOW)


def test_ended_is_ended_for_good_and_twice_is_once(cast: Cast, by_her_advocate: AccessRequest) -> None:
    with pytest.raises(NotAllowed, match="no_words"):
        end_authority(request=by_her_advocate, why=" ", by=cast.imani, now=NOW)
    first = end_authority(request=by_her_advocate, why="She has a new advocate.", by=cast.imani, now=NOW)
    assert end_authority(request=by_her_advocate, why="Again", by=cast.imani, now=NOW + timedelta(days=1)).ended_at == first.ended_at
    with pytest.raises(NotAllowed, match="ended"):
        check_authority(request=by_her_advocate, name="A", scope=Scope.ASK, evidence="A form", by=cast.imani, now=NOW)
    assert Reason.AUTHORITY_ENDED in may_go_on(by_her_advocate, NOW)


def test_an_authority_holds_through_its_last_day_and_not_a_day_longer(cast: Cast, by_her_advocate: AccessRequest) -> None:
    say_view(request=by_her_advocate, says=Says.YES, words="She asked for the advocate herself.", by=cast.ben, now=NOW)
    last = NOW.replace(year=2027)
    assert may_go_on(by_her_advocate, last) == ()
    assert may_go_on(by_her_advocate, last + timedelta(days=1)) == (Reason.AUTHORITY_RUN_OUT,)
    assert is_shut_out(by_her_advocate, last + timedelta(days=1))


@pytest.mark.parametrize(("wrong", "code"), [({"name": " "}, "no_name"), ({"scope": "all"}, "no_scope"), ({"evidence": ""}, "no_evidence")])
def test_an_authority_says_who_how_far_and_what_was_seen(cast: Cast, by_her_mum: AccessRequest, wrong: dict[str, str], code: str) -> None:
    said = {"name": "Grace Okafor", "scope": str(Scope.ASK), "evidence": "An order"} | wrong
    with pytest.raises(NotAllowed, match=code):
        check_authority(request=by_her_mum, **said, by=cast.imani, now=NOW)
    day = NOW.date() - timedelta(days=1)
    with pytest.raises(NotAllowed, match="run_out"):
        check_authority(request=by_her_mum, name="G", scope=Scope.ASK, evidence="An order", expires_on=day, by=cast.imani, now=NOW)


def test_nobody_needs_an_authority_for_themselves(cast: Cast) -> None:
    own = a_request(cast)
    for verb in (
        lambda: check_authority(request=own, name="I", scope=Scope.ASK, evidence="me", by=cast.sana, now=NOW),
        lambda: end_authority(request=own, why="x", by=cast.sana, now=NOW),
    ):
        with pytest.raises(NotAllowed, match="for_themselves"):
            verb()
    with pytest.raises(NotAllowed, match="not_theirs"):
        let_them_say(request=own, by=cast.sana, now=NOW)


def in_scotland(child: Child, age: int) -> Child:
    """Move this child to Scotland, at that age."""
    child.nation, child.date_of_birth = "SC", NOW.date().replace(year=NOW.year - age)
    child.save(update_fields=["nation", "date_of_birth"])
    return child


def test_in_scotland_a_not_yet_at_twelve_counts_only_when_a_second_person_writes_it_too(cast: Cast) -> None:
    amara = in_scotland(cast.amara, 12)
    asked = a_request(cast, child=amara)
    why, day = "She could not say what a file is.", date(2027, 2, 1)
    record_competence(child=amara, basis=Basis.ASSESSED_NOT_YET, reasons=why, review_on=day, by=cast.ben, now=NOW)
    assert may_be_given(asked, NOW) == ()
    with pytest.raises(NotAllowed, match="same_person"):
        record_competence(child=amara, basis=Basis.ASSESSED_NOT_YET, reasons=why, review_on=day, by=cast.ben, now=NOW)
    second = NOW + timedelta(hours=1)
    kept = record_competence(child=amara, basis=Basis.ASSESSED_NOT_YET, reasons=why, review_on=day, by=cast.joan, now=second)
    assert kept.second_person == cast.ben
    assert may_be_given(asked, second) == (Reason.NOT_YET,)
    assert may_go_on(asked, second) == ()


def test_eleven_in_scotland_needs_a_note_that_she_understands_and_twelve_needs_none(cast: Cast) -> None:
    amara = in_scotland(cast.amara, 11)
    asked = a_request(cast, child=amara)
    assert may_be_given(asked, NOW) == (Reason.UNDERSTANDING,)
    record_competence(child=amara, basis=Basis.ASSESSED_YES, reasons="She told me why she asks.", by=cast.ben, now=NOW)
    assert may_be_given(asked, NOW) == ()
    in_scotland(cast.noor, 12)
    assert may_be_given(a_request(cast, child=cast.noor), NOW) == ()


def test_a_note_of_understanding_has_reasons_a_day_to_look_again_and_somebody_who_knows_them(cast: Cast) -> None:
    with pytest.raises(NotAllowed, match="no_reasons"):
        record_competence(child=cast.amara, basis=Basis.ASSESSED_YES, by=cast.ben, now=NOW)
    with pytest.raises(NotAllowed, match="no_review"):
        record_competence(child=cast.amara, basis=Basis.ASSESSED_NOT_YET, reasons="She is unsure.", by=cast.ben, now=NOW)
    with pytest.raises(NotAllowed, match="not_presumed"):
        record_competence(child=cast.amara, basis=Basis.PRESUMED, by=cast.ben, now=NOW)
    with pytest.raises(NotAllowed, match="not_in_reach"):
        record_competence(child=cast.amara, basis=Basis.ASSESSED_YES, reasons="I think so.", by=cast.dev, now=NOW)
