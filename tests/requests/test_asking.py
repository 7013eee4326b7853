"""Asking for a file: what is sealed, what follows, and that nothing happens twice."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from access_requests.actions.ask import Sent, ask
from access_requests.actions.make_status_code import make_status_code, open_status
from access_requests.lifecycle import State
from access_requests.models import AccessRequest, StatusCode
from access_requests.queries.contact import contact_of
from access_requests.queries.who import is_known
from audit.models import AuditEvent
from official_file.models import RetentionHold
from people.errors import NotAllowed
from people.models import Task, TaskKind
from tests.cast import NOW, Cast
from tests.factories.requests import FROM_1974, PAT, Route, a_request

SCREEN = StatusCode.Way.SCREEN


def test_somebody_signed_in_asks_and_their_worker_is_told_unless_they_say_no(cast: Cast) -> None:
    made = a_request(cast)
    assert (made.standing, made.child, made.requester) == (State.ASKED, cast.idris, cast.idris.user)
    assert is_known(made), "no more proof is asked of somebody a worker gave an account"
    assert made.searches.exists()
    assert RetentionHold.objects.filter(child=cast.idris, about_id=made.pk).exists()
    assert Task.objects.open().filter(kind=TaskKind.SUPPORT_REQUEST, about_id=made.pk).count() == 1
    assert AuditEvent.objects.filter(child=cast.idris.pk, event="request_asked").count() == 1
    quiet = a_request(cast, child=cast.amara, answers={"tell_worker": "no"})
    assert not Task.objects.filter(kind=TaskKind.SUPPORT_REQUEST, about_id=quiet.pk).exists()


def test_a_person_of_61_asks_without_an_account_and_nothing_says_whether_there_is_a_file(cast: Cast) -> None:
    made = a_request(cast, route=Route.PUBLIC_FORM, contact={"phone": "01632 960001", "not_on": "My birthday"})
    assert made.child is None
    assert made.known_as == "Pat Lowe"
    assert made.answers == FROM_1974
    assert "01632" not in made.sealed_contact
    assert contact_of(made).phone == "01632 960001"
    assert not Task.objects.filter(about_id=made.pk).exists()


def test_sent_twice_it_is_one_request(cast: Cast) -> None:
    draft = Sent(answers=FROM_1974, contact={"by_code": True}, id=uuid4())
    assert ask(draft=draft, by=PAT, now=NOW) == ask(draft=draft, by=PAT, now=NOW + timedelta(seconds=1))
    assert AccessRequest.objects.count() == 1


def test_the_day_it_reached_us_may_be_earlier_and_never_later_and_never_moves(cast: Cast) -> None:
    made = a_request(cast, route=Route.BY_WORKER, received_on=date(2026, 11, 2))
    assert made.received_on == date(2026, 11, 2)
    assert made.taken_by == cast.sana
    with pytest.raises(NotAllowed, match="not_yet"):
        a_request(cast, route=Route.BY_WORKER, received_on=date(2026, 11, 19))


def test_who_takes_it_down_names_only_somebody_they_work_with_and_a_name_is_all_that_is_needed(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        a_request(cast, route=Route.BY_WORKER, taken_by=cast.dev, child=cast.amara)
    with pytest.raises(NotAllowed, match="no_name"):
        ask(draft=Sent(answers={"name": "  "}), by=PAT, now=NOW)
    assert ask(draft=Sent(answers={"name": "Pat"}), by=PAT, now=NOW).known_as == "Pat"


def test_what_others_ask_is_not_told_by_the_audit_before_somebody_talks_with_the_child(cast: Cast) -> None:
    a_request(cast, route=Route.BY_WORKER, taken_by=cast.ben, child=cast.amara, asker="parent")
    assert not AuditEvent.objects.filter(child=cast.amara.pk, event="request_asked").exists()
    assert AuditEvent.objects.filter(child=None, event="request_asked").exists()


def test_a_code_opens_once_and_the_next_one_after_it(cast: Cast) -> None:
    made = a_request(cast, route=Route.PUBLIC_FORM)
    code = make_status_code(request=made, way=SCREEN, now=NOW)
    assert open_status(reference=made.reference.lower().replace("-", " "), code=code.lower(), now=NOW) == made
    following = make_status_code(request=made, way=SCREEN, now=NOW)
    assert following != code
    with pytest.raises(NotAllowed):
        open_status(reference=made.reference, code=code, now=NOW)
    assert open_status(reference=made.reference, code=following, now=NOW) == made


def test_every_way_of_being_wrong_gets_one_sentence(cast: Cast) -> None:
    made, other = a_request(cast, route=Route.PUBLIC_FORM), a_request(cast, route=Route.PUBLIC_FORM)
    code = make_status_code(request=made, way=SCREEN, now=NOW)
    late = NOW + timedelta(days=400)
    said = set()
    wrong = [(other.reference, code, NOW), (made.reference, "ABCD-EFGH-JKMN", NOW), ("", "", NOW), ("ZZZZ-ZZZZ", code, NOW)]
    for reference, typed, at in [*wrong, (made.reference, code, late)]:
        with pytest.raises(NotAllowed) as refused:
            open_status(reference=reference, code=typed, now=at)
        said.add((refused.value.code, refused.value.sentence))
    assert len(said) == 1


def test_a_code_that_is_sent_does_not_kill_the_one_on_paper(cast: Cast) -> None:
    made = a_request(cast, route=Route.PUBLIC_FORM)
    paper = make_status_code(request=made, way=SCREEN, now=NOW)
    sent = make_status_code(request=made, way=StatusCode.Way.EMAIL, now=NOW)
    assert open_status(reference=made.reference, code=sent, now=NOW) == made
    assert open_status(reference=made.reference, code=paper, now=NOW) == made
