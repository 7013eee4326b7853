"""Two at once: on either database the outcome is that of one after the other, and nobody gets an error page."""

import threading
from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.db import DatabaseError, connections

from audit.models import AuditEvent
from audit.queries import first_broken_link
from moderation.actions.confirm_proposal import confirm_proposal
from moderation.actions.file_words import file_words
from moderation.actions.reply import reply
from moderation.actions.return_proposal import return_proposal
from moderation.models import Check
from official_file.actions.append import append_entry
from official_file.actions.confirm_connection import confirm_connection
from official_file.actions.dispose import dispose
from official_file.actions.not_about_me import not_about_me
from official_file.actions.open_entry import open_entry
from official_file.actions.place_hold import place_hold
from official_file.actions.say_this_is_wrong import say_this_is_wrong
from official_file.actions.settle_not_mine import settle_not_mine
from official_file.actions.write_to_child import write_to_child
from official_file.drafts import EntryDraft, SourceRef
from official_file.models import Connection, Disposal, DisposalProposal, Entry, EntryPayload, RetentionHold, Sharing
from official_file.plain_language.when import When
from official_file.verify import verify
from people.actions.allocate import allocate
from people.actions.answer_task import answer_task
from people.actions.ask_to_talk import ask_to_talk
from people.actions.join import join
from people.actions.make_join_code import make_join_code
from people.actions.record_readiness import record_readiness
from people.actions.take_emergency_access import take_emergency_access
from people.errors import NotAllowed
from people.models import Child, JoinCode, Relationship, Task, User
from stories.actions.withdraw import withdraw
from stories.lifecycle import Status
from stories.models import Contribution, Reply
from tests.cast import NOW, Cast, make_cast
from tests.factories.contributions import a_proposal_not_to_add, a_reading, a_sent
from tests.factories.entries import an_entry

pytestmark = [pytest.mark.database, pytest.mark.django_db(transaction=True)]
LATER = NOW + timedelta(minutes=1)
DAY = NOW.date().replace(year=2020)


def at_once(verbs: Sequence[Callable[[], Any]]) -> list[str]:
    """Do them all at the same moment, each on a connection of its own. "done", the code of a refusal, or the name of an error."""
    gate, answers = threading.Barrier(len(verbs)), [""] * len(verbs)

    def run(index: int) -> None:
        try:
            gate.wait()
            verbs[index]()
            answers[index] = "done"
        except NotAllowed as refusal:
            answers[index] = refusal.code
        except DatabaseError as error:
            answers[index] = type(error).__name__
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[index]) for index in range(len(verbs))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return sorted(answers)


@pytest.fixture
def people(transactional_db: None) -> Cast:
    """The cast, committed."""
    return make_cast()


def home(people: Cast) -> Entry:
    """A home that is open to Amara."""
    return an_entry(people.amara, "home", DAY, facts={"place": "U4"})


@pytest.mark.parametrize("ask", ["talk", "wrong", "not mine"])
def test_asked_twice_at_the_same_moment_it_is_one_task(people: Cast, ask: str) -> None:
    """A thumb presses twice."""
    entry = home(people)
    user = people.amara.user
    verb = {
        "talk": partial(ask_to_talk, child=people.amara, about_type="entry", about_id=entry.pk, by=user, now=NOW),
        "wrong": partial(say_this_is_wrong, child=people.amara, entry=entry, by=user, now=NOW),
        "not mine": partial(not_about_me, child=people.amara, entry=entry, by=user, now=NOW),
    }[ask]
    assert at_once([verb] * 3) == ["done"] * 3
    assert Task.objects.count() == 1


def test_taken_back_and_filed_at_the_same_moment_it_is_one_of_both(people: Cast) -> None:
    sent = a_sent(people.amara)
    reading = a_reading(sent, people.ben)
    answers = at_once(
        [
            partial(withdraw, contribution=sent, by=people.amara.user, now=LATER),
            partial(file_words, reading=reading, reply="Thank you.", by=people.ben, now=LATER),
        ]
    )
    now = Contribution.objects.get(pk=sent.pk)
    assert answers.count("done") == 1
    assert (now.standing is Status.FILED) == Entry.objects.filter(child=people.amara).exists()
    assert now.standing in (Status.FILED, Status.WITHDRAWN)


def test_a_proposal_confirmed_and_returned_at_the_same_moment_is_one_of_both(people: Cast) -> None:
    decision = a_proposal_not_to_add(a_sent(people.amara), people.ben)
    answers = at_once(
        [
            partial(confirm_proposal, decision=decision, by=people.joan, now=LATER),
            partial(return_proposal, decision=decision, sentence="Why?", by=people.david, now=LATER),
        ]
    )
    assert answers == ["done", "not_waiting"]
    assert Check.objects.count() == 1


def test_a_disposal_agreed_twice_at_the_same_moment_is_done_once(people: Cast) -> None:
    task = not_about_me(child=people.amara, entry=home(people), by=people.amara.user, now=NOW)
    settle_not_mine(task=task, theirs=False, words="You are right.", reason="Another girl.", by=people.imani, now=NOW)
    verb = partial(dispose, proposal=DisposalProposal.objects.get(), by=people.tom, now=LATER)
    assert at_once([verb, verb]) in (["already_done", "done"], ["done", "not_in_reach"])  # once it is done, it is not asked of him
    assert Disposal.objects.count() == 1


@pytest.mark.parametrize("turn", range(3))
def test_a_hold_placed_at_the_moment_of_a_disposal_comes_before_it_or_after_it(people: Cast, turn: int) -> None:
    """Never between: what was refused is whole, and what was done was done before anybody held it."""
    entry = home(people)
    task = not_about_me(child=people.amara, entry=entry, by=people.amara.user, now=NOW)
    settle_not_mine(task=task, theirs=False, words="You are right.", reason="Another girl.", by=people.imani, now=NOW)
    proposal = DisposalProposal.objects.get()
    answers = at_once(
        [
            partial(dispose, proposal=proposal, by=people.tom, now=LATER),
            partial(place_hold, child=people.amara, ground="claim", reason="A claim.", by=people.ben, now=LATER),
        ]
    )
    assert answers in (["done", "done"], ["done", "held"])
    assert EntryPayload.objects.filter(entry=entry).exists() is ("held" in answers)
    assert Disposal.objects.exists() is ("held" not in answers)
    assert RetentionHold.objects.exists()


def test_settled_twice_at_the_same_moment_it_is_settled_once(people: Cast) -> None:
    task = not_about_me(child=people.amara, entry=home(people), by=people.amara.user, now=NOW)
    yes = partial(settle_not_mine, task=task, theirs=True, words="It is yours.", by=people.imani, now=LATER)
    no = partial(settle_not_mine, task=task, theirs=False, words="It is not.", reason="A girl.", by=people.imani, now=LATER)
    assert at_once([yes, no]) in (["already_done", "done"], ["done", "not_in_reach"])
    assert DisposalProposal.objects.count() + Sharing.objects.filter(decision="shared").count() == 1


def test_a_code_used_by_two_at_the_same_moment_lets_one_in(people: Cast) -> None:
    zara = Child.objects.create(known_as="Zara")
    Relationship.objects.create(child=zara, user=people.ben, role="social_worker", starts=NOW - timedelta(days=9))
    asked = {"decided_with": "x", "safe_phone": True, "sits_with": "y", "why_written_by": NOW.date() + timedelta(days=9)}
    record_readiness(child=zara, by=people.ben, now=NOW, **asked)
    code = make_join_code(child=zara, by=people.ben, now=NOW).code
    verbs = [partial(join, code=code, username=f"fox{number}", passphrase="otter-candle-bridge", now=LATER) for number in range(3)]
    assert at_once(verbs) == ["done", "wrong_code", "wrong_code"]
    assert User.objects.filter(username__startswith="fox").count() == 1


def test_two_codes_made_at_the_same_moment_leave_one_that_works(people: Cast) -> None:
    asked = {"decided_with": "x", "safe_phone": True, "sits_with": "y", "why_written_by": NOW.date() + timedelta(days=9)}
    record_readiness(child=people.amara, by=people.ben, now=NOW, **asked)
    verb = partial(make_join_code, child=people.amara, by=people.ben, now=LATER)
    assert at_once([verb, verb]) == ["done", "done"]
    assert JoinCode.objects.filter(used_at__isnull=True, cancelled_at__isnull=True).count() == 1


def test_the_same_name_chosen_by_two_at_the_same_moment_is_one_persons(people: Cast) -> None:
    asked = {"decided_with": "x", "safe_phone": True, "sits_with": "y", "why_written_by": NOW.date() + timedelta(days=9)}
    codes = []
    for child, worker in ((people.amara, people.ben), (people.noor, people.dev)):
        record_readiness(child=child, by=worker, now=NOW, **asked)
        codes.append(make_join_code(child=child, by=worker, now=NOW).code)
    verbs = [partial(join, code=code, username="bluefox", passphrase="otter-candle-bridge", now=LATER) for code in codes]
    assert at_once(verbs) == ["done", "name_taken"]


def test_allocated_by_two_presses_it_is_one_tie(people: Cast) -> None:
    verb = partial(allocate, child=people.amara, user=people.carys, role="social_worker", starts=NOW.date(), by=people.joan, now=NOW)
    assert at_once([verb, verb]) == ["already_theirs", "done"]


def test_an_emergency_taken_twice_at_the_same_moment_is_one_look(people: Cast) -> None:
    verb = partial(take_emergency_access, child=people.amara, reason="She rang.", by=people.carys, now=NOW)
    assert at_once([verb, verb]) == ["done", "open_already"]


def test_two_answers_to_a_task_are_one(people: Cast) -> None:
    task = ask_to_talk(child=people.amara, about_type="file", about_id=people.amara.pk, by=people.amara.user, now=NOW)
    verbs = [partial(answer_task, task=task, outcome="We talked.", by=by, now=LATER) for by in (people.ben, people.joan)]
    assert at_once(verbs) == ["already_done", "done"]


def test_an_entry_opened_and_a_connection_confirmed_twice_at_once(people: Cast) -> None:
    visit = an_entry(people.amara, "visit", DAY, text="We talked.", facts={"title": "A visit"})
    verbs = [partial(open_entry, entry=visit, by=by, now=LATER) for by in (people.ben, people.joan)]
    assert at_once(verbs) == ["done", "done"]
    known = Connection.objects.create(child=people.amara, source="case_notes", key="c", names=["Grace"])
    assert at_once([partial(confirm_connection, connection=known, by=by, now=LATER) for by in (people.ben, people.joan)]) == [
        "done",
        "known_already",
    ]


def test_ten_writers_at_once_leave_whole_chains(people: Cast) -> None:
    """Import, letters, answers and looks of one child at the same moment: every link follows the one before."""
    sent = a_sent(people.amara)
    draft = [EntryDraft("home", When(DAY), SourceRef("ssda903", f"h{number}"), facts={"place": "U4"}) for number in range(4)]
    verbs: list[Callable[[], Any]] = [
        partial(append_entry, child=people.amara, draft=one, by=people.ben.who(NOW), now=LATER) for one in draft
    ]
    letter = {"kind": "pen_picture", "title": "You", "text": "You are kind."}
    verbs += [partial(write_to_child, child=people.amara, by=people.ben, now=LATER, **letter) for _one in range(3)]
    verbs += [partial(reply, contribution=sent, text="Hello.", by=people.ben, now=LATER) for _one in range(3)]
    assert at_once(verbs) == ["done"] * 10
    assert verify([people.amara]) == (7, None)
    assert first_broken_link(f"audit:{people.amara.pk}") is None
    assert Reply.objects.count() == 3
    assert AuditEvent.objects.filter(child=people.amara.pk).count() >= 11
