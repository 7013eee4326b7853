"""Finding out who asks, in proportion; and whose record it is about."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from access_requests.actions.accept_identity import accept_identity, identity_not_enough
from access_requests.actions.ask_for_identity import ask_for_identity
from access_requests.actions.ask_to_vouch import ask_to_vouch
from access_requests.actions.keep_round import keep_round
from access_requests.actions.look_for_record import look_for_record
from access_requests.actions.match import match
from access_requests.actions.no_record import no_record
from access_requests.actions.take_from_record import take_from_record
from access_requests.actions.vouch import vouch
from access_requests.lifecycle import State
from access_requests.models import AccessRequest, ClockFact, IdentityStep
from access_requests.models.signed import signed
from access_requests.proof import Ask, PaperKind
from access_requests.queries.who import is_known, may_go_on
from audit.models import AuditEvent
from law.who_may_ask import Reason
from official_file.models import RetentionHold
from people.errors import NotAllowed
from people.models import Child, ChildName, ContactWay, Task, TaskKind
from tests.cast import NOW, Cast, young_person
from tests.factories.requests import Route, a_request
from tests.requests.guessing import guess

Way, Outcome = IdentityStep.Way, IdentityStep.Outcome
LATER = NOW + timedelta(days=2)
ALL_RIGHT = dict.fromkeys(list(Ask)[:5], True)
ALL_WRONG = dict.fromkeys(list(Ask)[:5], False)


@pytest.fixture
def patricia(cast: Cast) -> Child:
    """A record that stands under a name of before."""
    child = Child.objects.create(known_as="Trish Grey", stage=Child.Stage.CARE_LEAVER)
    ChildName.objects.create(child=child, name="Patricia Grey", kind=ChildName.Kind.LEGAL)
    return child


@pytest.fixture
def asked(cast: Cast) -> AccessRequest:
    """Pat's request, that nobody has matched."""
    return a_request(cast, route=Route.PUBLIC_FORM)


@pytest.fixture
def matched(cast: Cast, asked: AccessRequest, patricia: Child) -> AccessRequest:
    """Pat's request, with the record it is about."""
    return match(request=asked, child=patricia, by=cast.imani, now=NOW)


def test_signed_in_nothing_more_is_asked_and_a_new_number_of_ten_days_ago_is_a_reason_to_ask(cast: Cast) -> None:
    asked = a_request(cast)
    assert may_go_on(asked, NOW) == ()
    with pytest.raises(NotAllowed, match="known"):
        ask_for_identity(request=asked, way=Way.OTHER, why="To be safe", by=cast.sana, now=NOW)
    ContactWay.objects.create(user=cast.amara.user, kind="sms", sealed_address="x", added_at=NOW - timedelta(days=10))
    assert may_go_on(a_request(cast, child=cast.amara), NOW) == (Reason.IDENTITY,)


def test_nothing_is_asked_for_without_a_written_reason(cast: Cast, matched: AccessRequest) -> None:
    with pytest.raises(NotAllowed, match="no_reason"):
        ask_for_identity(request=matched, way=Way.OTHER, why="  ", by=cast.imani, now=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        IdentityStep.objects.create(request=matched, way=Way.OTHER, outcome=Outcome.ASKED, why="", **signed(cast.imani, NOW))


def test_a_photo_and_an_address_are_never_both_asked_for(cast: Cast, matched: AccessRequest) -> None:
    ask_for_identity(request=matched, way=Way.DOCUMENT, paper=PaperKind.PHOTO, why="Two people have this name.", by=cast.imani, now=NOW)
    with pytest.raises(NotAllowed, match="both_papers"):
        ask_for_identity(request=matched, way=Way.DOCUMENT, paper=PaperKind.ADDRESS, why="To post it.", by=cast.imani, now=NOW)


def test_the_clock_waits_for_identity_once_asked_and_starts_on_the_day_it_came(cast: Cast, matched: AccessRequest) -> None:
    ask_for_identity(request=matched, way=Way.OTHER, why="Two people have this name.", by=cast.imani, now=NOW)
    ask_for_identity(request=matched, way=Way.DOCUMENT, paper="care", why="They have no phone.", by=cast.imani, now=NOW)
    matched.refresh_from_db()
    assert matched.standing is State.IDENTITY
    accept_identity(request=matched, way=Way.DOCUMENT, paper="care", words="A review of 1979, seen in a visit.", by=cast.imani, now=LATER)
    kinds = list(matched.clock_facts.values_list("kind", "on"))
    assert kinds == [(ClockFact.Kind.IDENTITY_ASKED, NOW.date()), (ClockFact.Kind.IDENTITY_RECEIVED, LATER.date())]
    assert may_go_on(matched, LATER) == ()


def test_accepted_without_having_been_asked_it_moves_no_clock(cast: Cast, matched: AccessRequest) -> None:
    accept_identity(request=matched, way=Way.OTHER, words="We met at the archive day.", by=cast.imani, now=NOW)
    assert is_known(matched)
    assert not matched.clock_facts.exists()


def test_not_enough_says_what_is_missing_and_closes_no_door(cast: Cast, matched: AccessRequest) -> None:
    with pytest.raises(NotAllowed, match="no_words"):
        identity_not_enough(request=matched, way=Way.OTHER, words="", by=cast.imani, now=NOW)
    identity_not_enough(request=matched, way=Way.OTHER, words="The line was too bad. We call again.", by=cast.imani, now=NOW)
    assert not is_known(matched)
    accept_identity(request=matched, way=Way.OTHER, words="Called again.", by=cast.imani, now=LATER)
    assert is_known(matched)


def test_a_person_with_no_papers_gets_in_because_a_worker_knows_them(cast: Cast, matched: AccessRequest) -> None:
    task = ask_to_vouch(request=matched, by=cast.imani, now=NOW)
    assert task.for_role == "access_worker"
    with pytest.raises(NotAllowed, match="not_in_reach"):
        vouch(task=task, knows=True, words="I know her.", by=cast.ben, now=NOW)
    with pytest.raises(NotAllowed, match="no_words"):
        vouch(task=task, knows=True, words=" ", by=cast.sana, now=NOW)
    vouch(task=task, knows=True, words="She came to the drop-in on Tuesday. I have known her since 2011.", by=cast.sana, now=NOW)
    assert is_known(matched)
    assert not Task.objects.open().filter(kind=TaskKind.VOUCH).exists()


def test_a_worker_who_does_not_know_them_only_says_that_another_way_is_needed(cast: Cast, matched: AccessRequest) -> None:
    vouch(task=ask_to_vouch(request=matched, by=cast.imani, now=NOW), knows=False, words="I never met her.", by=cast.sana, now=NOW)
    assert not is_known(matched)
    assert matched.standing is State.ASKED


def test_what_her_own_worker_takes_down_needs_no_more_and_what_another_does_proves_nobody(cast: Cast) -> None:
    by_ben = a_request(cast, route=Route.BY_WORKER, taken_by=cast.ben, child=cast.amara)
    assert may_go_on(by_ben, NOW) == ()
    assert IdentityStep.objects.get(request=by_ben).by == cast.ben
    asker = AccessRequest.Asker.ADVOCATE
    assert not is_known(a_request(cast, route=Route.BY_WORKER, taken_by=cast.ben, child=cast.amara, asker=asker))
    matched_later = a_request(cast, route=Route.BY_WORKER, taken_by=cast.ben, answers={"name": "Amara", "other_names": ""})
    match(request=matched_later, child=cast.amara, by=cast.imani, now=NOW)
    assert not is_known(matched_later), "somebody on the phone may say any name"


def test_their_worker_is_not_asked_when_they_said_not_to_tell_them(cast: Cast) -> None:
    ContactWay.objects.create(user=cast.amara.user, kind="sms", sealed_address="x", added_at=NOW - timedelta(days=1))
    quiet = a_request(cast, child=cast.amara, answers={"tell_worker": "no"})
    with pytest.raises(NotAllowed, match="worker_not_told"):
        ask_to_vouch(request=quiet, by=cast.imani, now=NOW)


def test_questions_from_the_file_let_in_whoever_knows_the_answers(cast: Cast, matched: AccessRequest) -> None:
    kept = keep_round(request=matched, answers=ALL_RIGHT | {Ask.HOME: False}, by=cast.imani, now=NOW)
    assert (kept.right, kept.passed) == (4, True)
    assert is_known(matched)
    with pytest.raises(NotAllowed, match="known"):
        keep_round(request=matched, answers=ALL_RIGHT, by=cast.imani, now=NOW)


def test_a_stranger_who_guesses_is_out_after_two_rounds_and_after_three_whoever_asks(cast: Cast, matched: AccessRequest) -> None:
    child = matched.child
    assert child
    for _round in range(2):
        keep_round(request=matched, answers=ALL_WRONG, by=cast.imani, now=NOW)
    with pytest.raises(NotAllowed, match="no_rounds"):
        keep_round(request=matched, answers=ALL_RIGHT, by=cast.imani, now=NOW)
    second = match(request=a_request(cast, route=Route.PUBLIC_FORM), child=child, by=cast.imani, now=NOW)
    keep_round(request=second, answers=ALL_WRONG, by=cast.imani, now=NOW)
    for again in range(4):
        another = match(request=a_request(cast, route=Route.PUBLIC_FORM), child=child, by=cast.imani, now=NOW)
        with pytest.raises(NotAllowed, match="no_rounds"):
            keep_round(request=another, answers=ALL_RIGHT, by=cast.imani, now=NOW + timedelta(days=again))
    assert not IdentityStep.objects.filter(outcome=Outcome.ACCEPTED).exists()


def test_only_whole_names_over_time_find_a_record_and_each_look_stays_with_the_person(
    cast: Cast, asked: AccessRequest, patricia: Child
) -> None:
    ChildName.objects.create(child=patricia, name="Patsy", kind=ChildName.Kind.ALIAS, mistaken=True)
    [found] = look_for_record(request=asked, by=cast.imani, now=NOW)
    assert (found.child, found.by_name, found.born) == (patricia, "Patricia Grey", None)
    assert AuditEvent.objects.filter(child=patricia.pk, event="record_searched_for").count() == 1
    assert look_for_record(request=asked, more="Amar", by=cast.imani, now=NOW)[0].child == patricia, "a part of a name finds nobody"


def test_a_name_nearly_so_counts_only_with_the_same_birthday(cast: Cast) -> None:
    patrica = young_person("Patrica Grei", NOW.date().replace(year=1965, month=5, day=4), key="1965")
    asked = a_request(cast, route=Route.PUBLIC_FORM, answers={"born": "4 May 1965"})
    [found] = look_for_record(request=asked, by=cast.imani, now=NOW)
    assert (found.child, found.born) == (patrica, True)
    other = a_request(cast, route=Route.PUBLIC_FORM, answers={"born": "5 May 1965"})
    assert look_for_record(request=other, by=cast.imani, now=NOW) == []


def test_nobody_else_looks_and_no_other_record_is_matched(cast: Cast, asked: AccessRequest, patricia: Child) -> None:
    for stranger in (cast.ben, cast.joan, cast.tom, cast.ruth):
        with pytest.raises(NotAllowed):
            look_for_record(request=asked, by=stranger, now=NOW)
    with pytest.raises(NotAllowed, match="does_not_fit"):
        match(request=asked, child=cast.noor, by=cast.imani, now=NOW)
    match(request=asked, child=patricia, by=cast.imani, now=NOW)
    with pytest.raises(NotAllowed, match="matched"):
        look_for_record(request=asked, by=cast.imani, now=NOW)


def test_from_a_match_on_everything_is_kept_and_an_answer_is_owed_and_it_proves_nobody(matched: AccessRequest, patricia: Child) -> None:
    assert RetentionHold.objects.filter(child=patricia, about_id=matched.pk).exists()
    assert Task.objects.open().filter(kind=TaskKind.ANSWER_REQUEST, about_id=matched.pk).exists()
    assert AuditEvent.objects.filter(child=patricia.pk, event="request_matched").count() == 1
    assert may_go_on(matched, NOW) == (Reason.IDENTITY,)


def test_where_no_record_is_a_record_begins_so_that_paper_can_be_searched(cast: Cast, asked: AccessRequest) -> None:
    with pytest.raises(NotAllowed, match="no_words"):
        no_record(request=asked, words="", by=cast.imani, now=NOW)
    child = no_record(request=asked, words="Pat Lowe, Patricia Grey, Patsy", by=cast.imani, now=NOW)
    asked.refresh_from_db()
    assert (asked.child, child.known_as, child.stage) == (child, "Pat Lowe", Child.Stage.CARE_LEAVER)
    assert {one.name for one in child.names.all()} == {"Patricia Grey", "Patsy"}
    assert asked.searches.get(source="own_file").answers.get().outcome == "nothing"


def test_the_wrong_record_is_left_and_nothing_of_it_stays_with_the_request(cast: Cast, matched: AccessRequest, patricia: Child) -> None:
    vouch(task=ask_to_vouch(request=matched, by=cast.imani, now=NOW), knows=True, words="I know her.", by=cast.sana, now=NOW)
    with pytest.raises(NotAllowed, match="no_words"):
        take_from_record(request=matched, words=" ", by=cast.imani, now=NOW)
    take_from_record(request=matched, words="She was born in another year.", by=cast.imani, now=LATER)
    matched.refresh_from_db()
    assert matched.child is None
    assert may_go_on(matched, LATER) == (Reason.NO_RECORD, Reason.IDENTITY)
    assert not RetentionHold.objects.filter(child=patricia, lifted_at__isnull=True).exists()
    assert not Task.objects.open().filter(about_id=matched.pk).exists()
    match(request=matched, child=patricia, by=cast.imani, now=LATER)
    assert RetentionHold.objects.filter(child=patricia, lifted_at__isnull=True).exists(), "a mistake about the mistake is put right"


def test_what_somebody_asked_signed_in_is_theirs_and_stays_so(cast: Cast) -> None:
    with pytest.raises(NotAllowed, match="signed_in"):
        take_from_record(request=a_request(cast), words="No.", by=cast.sana, now=NOW)


def test_somebody_who_guesses_again_and_again_does_not_get_in(cast: Cast) -> None:
    guess(cast, 60)
