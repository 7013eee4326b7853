"""Before a young person joins: readiness, then a code that works once; and the way back in. Answers to what they asked."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from audit.events import Event
from audit.models import AuditEvent
from law.working_time import LONDON
from people.actions.answer_task import answer_task
from people.actions.ask_to_talk import ask_to_talk
from people.actions.cancel_join_code import cancel_join_code
from people.actions.join import find_code, join
from people.actions.make_join_code import FreshCode, make_join_code
from people.actions.make_task import make_task
from people.actions.read_about_me import read_about_me
from people.actions.record_readiness import record_readiness
from people.actions.take_emergency_access import take_emergency_access
from people.actions.write_about_me import write_about_me
from people.errors import NotAllowed
from people.models import Child, JoinCode, Notice, Readiness, Relationship, Task, TaskKind, User
from tests.actions.test_staff_opening import refused
from tests.cast import LONG_AGO, NOW, PASSPHRASE, Cast

pytestmark = [pytest.mark.django_db, pytest.mark.database]
BY_THEN = date(2026, 12, 1)


@pytest.fixture
def new(cast: Cast) -> Child:
    """A child of Ben's who has not joined."""
    child = Child.objects.create(known_as="Kit", date_of_birth=date(2014, 5, 6))
    Relationship.objects.create(child=child, user=cast.ben, role="social_worker", starts=LONG_AGO)
    return child


def ready(cast: Cast, child: Child, **changed: object) -> Readiness:
    """Ben writes down that they are ready."""
    given = {"decided_with": "Her carer", "safe_phone": True, "sits_with": "Her carer", "why_written_by": BY_THEN, "by": cast.ben}
    return record_readiness(child=child, now=NOW, **{**given, **changed})


def code_for(cast: Cast, child: Child) -> FreshCode:
    """A code, after readiness."""
    ready(cast, child)
    return make_join_code(child=child, by=cast.ben, now=NOW)


def test_no_code_before_somebody_wrote_down_that_they_are_ready(cast: Cast, new: Child) -> None:
    with refused("not_ready"):
        make_join_code(child=new, by=cast.ben, now=NOW)


def test_readiness_needs_a_safe_phone_and_the_why_written_or_dated(cast: Cast, new: Child) -> None:
    for code, changed in (
        ("no_safe_phone", {"safe_phone": False}),
        ("why_is_missing", {"why_written_by": None}),
        ("why_is_missing", {"why_written_by": date(2026, 11, 1)}),
        ("not_in_reach", {"by": cast.dev}),
        ("not_your_role", {"by": cast.imani}),
    ):
        with refused(code):
            ready(cast, new, **changed)
    assert not Readiness.objects.exists()


def test_a_why_that_is_promised_by_a_day_is_a_task_due_on_that_day(cast: Cast, new: Child) -> None:
    ready(cast, new)
    task = Task.objects.get(kind=TaskKind.WRITE_WHY)
    assert (task.for_user, task.due_at.astimezone(LONDON).date()) == (cast.ben, BY_THEN)
    assert AuditEvent.objects.filter(child=new.pk, event=Event.READINESS_RECORDED).count() == 1


def test_the_database_itself_wants_a_safe_phone_and_a_why(cast: Cast, new: Child) -> None:
    for wrong in ({"safe_phone": False, "why_written_by": BY_THEN}, {"safe_phone": True}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Readiness.objects.create(child=new, decided_by=cast.ben, decided_with="x", sits_with="x", at=NOW, **wrong)


@pytest.mark.need("R38")
def test_a_code_works_once_within_a_week_and_is_stored_only_as_a_digest(cast: Cast, new: Child) -> None:
    made = code_for(cast, new)
    assert len(made.code.replace("-", "")) == 12
    assert made.code not in str(JoinCode.objects.values().get())
    typed = made.code.lower().replace("-", " ")
    user = join(code=typed, username="bluefox7", passphrase="otter-candle-bridge", now=NOW + timedelta(days=6))
    assert Child.objects.get(pk=new.pk).user == user
    with refused("wrong_code"):
        join(code=made.code, username="redfox8", passphrase="otter-candle-bridge", now=NOW + timedelta(days=6))


def test_a_code_ends_after_seven_days_when_cancelled_and_when_a_new_one_is_made(cast: Cast, new: Child) -> None:
    first = code_for(cast, new)
    with refused("wrong_code"):
        find_code(code=first.code, now=NOW + timedelta(days=7))
    second = make_join_code(child=new, by=cast.ben, now=NOW)
    with refused("wrong_code"):
        find_code(code=first.code, now=NOW)
    with refused("not_in_reach"):
        cancel_join_code(code=second.row, by=cast.dev, now=NOW)
    cancel_join_code(code=second.row, by=cast.ben, now=NOW)
    with refused("wrong_code"):
        find_code(code=second.code, now=NOW)
    with refused("not_open"):
        cancel_join_code(code=second.row, by=cast.ben, now=NOW)


def test_emergency_access_invites_nobody(cast: Cast, new: Child) -> None:
    ready(cast, new)
    take_emergency_access(child=new, reason="She rang.", by=cast.carys, now=NOW)
    with refused("only_reading"):
        make_join_code(child=new, by=cast.carys, now=NOW)


@pytest.mark.need("M24")
def test_who_has_forgotten_everything_gets_back_to_the_same_account(cast: Cast) -> None:
    made = code_for(cast, cast.amara)
    user = join(code=made.code, username="amara", passphrase="otter-candle-bridge", now=NOW)
    assert user == cast.amara.user
    fresh = User.objects.get(pk=user.pk)
    assert fresh.check_password("otter-candle-bridge")
    assert not fresh.check_password(PASSPHRASE)
    assert AuditEvent.objects.filter(child=cast.amara.pk, event=Event.ACCOUNT_REJOINED).count() == 1
    with refused("wrong_code"):
        join(code=made.code, username="amara", passphrase="another-three-words", now=NOW)


def test_somebody_elses_name_stays_theirs(cast: Cast) -> None:
    made = code_for(cast, cast.amara)
    with refused("name_taken"):
        join(code=made.code, username="NOOR", passphrase="otter-candle-bridge", now=NOW)
    join(code=made.code, username="amara2", passphrase="otter-candle-bridge", now=NOW)  # the code is not used up by a mistake


# --- answers ------------------------------------------------------------------------------------------------


@pytest.fixture
def task(cast: Cast) -> Task:
    """Amara asks to talk."""
    return ask_to_talk(child=cast.amara, about_type="child", about_id=cast.amara.pk, words="Why did we move?", by=cast.amara.user, now=NOW)


def test_an_answer_is_told_to_the_young_person_once(cast: Cast, task: Task) -> None:
    with refused("no_words"):
        answer_task(task=task, outcome=" ", by=cast.ben, now=NOW)
    answer_task(task=task, outcome="We talk on Friday after school.", by=cast.ben, now=NOW)
    assert Notice.objects.get(user=cast.amara.user).about_id == task.pk
    with refused("already_done"):
        answer_task(task=task, outcome="Again", by=cast.joan, now=NOW)


@pytest.mark.parametrize("name", ["carys", "dev", "gwen", "imani", "ruth"])
def test_nobody_answers_for_a_child_they_do_not_work_with(cast: Cast, task: Task, name: str) -> None:
    with pytest.raises(NotAllowed):
        answer_task(task=task, outcome="Hello", by=getattr(cast, name), now=NOW)


def test_what_has_a_page_of_its_own_is_not_answered_here(cast: Cast) -> None:
    task = make_task(
        kind=TaskKind.NOT_ABOUT_ME, child=cast.amara, about_type="entry", about_id=cast.amara.pk, for_role="ig_officer", now=NOW
    )
    with refused("answered_elsewhere"):
        answer_task(task=task, outcome="Hello", by=cast.ben, now=NOW)


@pytest.mark.need("R94")
def test_about_me_is_read_by_each_worker_and_again_when_it_changes(cast: Cast) -> None:
    write_about_me(child=cast.amara, words="I like drums.", by=cast.amara.user, now=NOW)
    assert read_about_me(child=cast.amara, by=cast.ben, now=NOW) == 1
    assert read_about_me(child=cast.amara, by=cast.ben, now=NOW) == 0
    assert read_about_me(child=cast.amara, by=cast.carys, now=NOW) == 0
    write_about_me(child=cast.amara, words="I like drums and rain.", by=cast.amara.user, now=NOW)
    assert read_about_me(child=cast.amara, by=cast.ben, now=NOW) == 1
