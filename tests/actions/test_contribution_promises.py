"""What must hold whatever happens: private drafts, words byte for byte, one transaction, sealed rows, one reader at a time."""

import threading
from functools import partial
from typing import Any
from unittest import mock
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, connections, transaction
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from audit.models import AuditEvent
from moderation.actions.claim import claim
from moderation.actions.confirm_proposal import confirm_proposal
from moderation.actions.file_words import file_words
from moderation.actions.propose_limit import propose_limit
from moderation.actions.reply import reply
from moderation.actions.talk_first import talk_first
from moderation.models import Decision, Reading
from moderation.queries import desk_of
from official_file.models import Entry
from people.errors import NotAllowed
from people.models import Notice, Task
from stories.actions.save_draft import save_draft
from stories.actions.send import Choices, send
from stories.draft_order import Stamp
from stories.lifecycle import Status
from stories.models import Contribution, Reply
from stories.verbatim import digest_of
from tests.cast import NOW, Cast, make_cast
from tests.factories.contributions import a_draft, a_proposal_to_limit, a_reading, a_sent, contribution_at


@pytest.mark.need("R41")
def test_a_draft_is_seen_by_nobody_else_and_counted_nowhere(cast: Cast) -> None:
    draft = a_draft(cast.amara)
    before = (Task.objects.count(), AuditEvent.objects.count(), Notice.objects.count())
    for user in cast.users:
        mine = user == cast.amara.user
        assert Contribution.objects.visible_to(user, NOW).filter(pk=draft.pk).exists() is mine
    for user in cast.staff:
        assert desk_of(user, NOW).is_empty
    assert before == (0, 0, 0)


@pytest.mark.database
@pytest.mark.need("R31")
@hypothesis_settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), min_size=1).filter(str.strip))
def test_the_words_in_the_file_are_the_words_that_were_sent_byte_for_byte(cast: Cast, words: str) -> None:
    sent = a_sent(cast.amara, words)
    entry = file_words(reading=a_reading(sent, cast.ben), reply="Thank you.", by=cast.ben, now=NOW)
    stored = Entry.objects.get(pk=entry.pk)
    assert stored.text.encode() == words.encode()
    assert stored.facts["digest"] == digest_of(words) == Contribution.objects.get(pk=sent.pk).digest


@pytest.mark.parametrize(
    "verb",
    ["send", "claim", "file", "talk", "limit", "confirm", "reply"],
)
def test_when_the_audit_cannot_be_written_nothing_happens(cast: Cast, verb: str) -> None:
    do = _ready(cast, verb)
    before = _everything()
    with mock.patch("audit.record.append_link", side_effect=IntegrityError("the disk is full")), pytest.raises(IntegrityError):
        do()
    assert _everything() == before


def _ready(cast: Cast, verb: str) -> Any:
    """The verb, ready to be done, with everything before it done."""
    now, ben = NOW, cast.ben
    if verb == "send":
        draft = a_draft(cast.amara)
        return lambda: send(draft=draft, choices=Choices(urgent=True), by=draft.author, now=now)
    sent = a_sent(cast.amara)
    if verb == "claim":
        return lambda: claim(contribution=sent, by=ben, now=now)
    if verb == "reply":
        return lambda: reply(contribution=sent, text="Hello", by=ben, now=now)
    if verb == "confirm":
        decision = a_proposal_to_limit(sent, ben)
        return lambda: confirm_proposal(decision=decision, by=cast.joan, now=now)
    reading = a_reading(sent, ben)
    return {
        "file": lambda: file_words(reading=reading, reply="Thank you", by=ben, now=now),
        "talk": lambda: talk_first(reading=reading, reply="Can we talk?", by=ben, now=now),
        "limit": lambda: propose_limit(reading=reading, reply="Thank you", explanation="A friend", by=ben, now=now),
    }[verb]


def _everything() -> list[list[Any]]:
    models = (Contribution, Reading, Decision, Reply, Entry, Task, Notice, AuditEvent)
    return [sorted(map(str, model.objects.values_list())) for model in models]


@pytest.mark.database
@pytest.mark.need("R50")
@pytest.mark.parametrize("column", ["words", "digest", "kind", "helped_by", "about_my_worker"])
def test_the_database_itself_refuses_to_change_what_was_sent(cast: Cast, column: str) -> None:
    sent = a_sent(cast.amara)
    value = "1" if column == "about_my_worker" else "'other'" if column != "kind" else "'wrong'"
    value = "true" if column == "about_my_worker" and connection.vendor == "postgresql" else value
    with pytest.raises(IntegrityError, match="may not be changed"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE stories_contribution SET {column} = {value} WHERE sent_at IS NOT NULL")
    with pytest.raises(IntegrityError, match="may not be changed"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM stories_contribution WHERE sent_at IS NOT NULL")
    assert Contribution.objects.get(pk=sent.pk).words == sent.words


@pytest.mark.database
def test_the_database_itself_refuses_a_second_open_reading(cast: Cast) -> None:
    sent = contribution_at(Status.BEING_READ, cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Reading.objects.create(contribution=sent, reader=cast.joan, claimed_at=NOW, claimed_from="sent")


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_of_two_workers_who_start_at_the_same_moment_one_reads() -> None:
    cast = make_cast()
    sent = a_sent(cast.amara)
    answers = _at_once([partial(claim, contribution=sent, by=reader, now=NOW) for reader in (cast.ben, cast.joan)])
    assert sorted(answers) == ["claimed", "done"]
    assert Reading.objects.filter(contribution=sent).count() == 1


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_sent_from_two_windows_at_the_same_moment_it_is_sent_once() -> None:
    cast = make_cast()
    draft = a_draft(cast.amara)
    answers = _at_once([lambda: send(draft=draft, choices=Choices(), by=draft.author, now=NOW)] * 2)
    assert answers == ["done", "done"]
    assert Task.objects.filter(about_id=draft.pk).count() == 1
    assert AuditEvent.objects.filter(event="contribution_sent").count() == 1


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_confirmed_by_two_managers_at_the_same_moment_it_is_filed_once() -> None:
    cast = make_cast()
    decision = a_proposal_to_limit(a_sent(cast.amara), cast.ben)
    answers = _at_once([partial(confirm_proposal, decision=decision, by=by, now=NOW) for by in (cast.joan, cast.david)])
    assert sorted(answers) == ["done", "not_waiting"]
    assert Entry.objects.count() == 1


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_a_draft_first_saved_by_two_requests_at_once_is_one_draft() -> None:
    cast = make_cast()
    assert cast.amara.user
    draft_id = uuid4()
    user = cast.amara.user
    keep = partial(save_draft, child=cast.amara, draft_id=draft_id, by=user, now=NOW)
    saves = [partial(keep, words=f"turn {turn}", stamp=Stamp(0, "a tab", turn)) for turn in (1, 2)]
    assert _at_once(saves) == ["done", "done"]
    assert Contribution.objects.get(pk=draft_id).words == "turn 2"


def _at_once(verbs: list[Any]) -> list[str]:
    """Do them all at the same moment, each with a connection of its own. Returns "done" or the code of the refusal of each."""
    gate, answers = threading.Barrier(len(verbs)), [""] * len(verbs)

    def run(index: int) -> None:
        try:
            gate.wait()
            verbs[index]()
            answers[index] = "done"
        except NotAllowed as refusal:
            answers[index] = refusal.code
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[index]) for index in range(len(verbs))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return answers
