"""A worker reads, answers and decides: who may do what, what follows, and what never happens."""

import json
from datetime import timedelta

import pytest

from audit.canonical import sha256
from audit.models import AuditEvent
from audit.queries import first_broken_link
from moderation.actions.add_note import add_note
from moderation.actions.claim import claim
from moderation.actions.confirm_proposal import confirm_proposal
from moderation.actions.file_words import file_words
from moderation.actions.keep_reply import keep_reply
from moderation.actions.propose_not_adding import propose_not_adding
from moderation.actions.release import release
from moderation.actions.reply import reply
from moderation.actions.return_proposal import return_proposal
from moderation.actions.talk_first import talk_first
from moderation.models import Reading
from official_file.models import Entry, EntryNow
from official_file.verify import verify
from people.models import Notice, Task
from stories.actions.ask_again import ask_again
from stories.lifecycle import Status
from stories.models import Contribution
from stories.verbatim import digest_of
from tests.cast import NOW, Cast
from tests.factories.contributions import (
    WORDS,
    a_proposal_not_to_add,
    a_proposal_to_limit,
    a_reading,
    a_sent,
    an_entry,
    contribution_at,
)
from tests.refusals import refused


def fresh(contribution: Contribution) -> Contribution:
    return Contribution.objects.get(pk=contribution.pk)


@pytest.mark.need("R49", "R52")
def test_filed_words_are_an_entry_with_the_same_bytes_and_open_to_their_author_at_once(cast: Cast) -> None:
    about = an_entry(cast.amara)
    sent = a_sent(cast.amara, about=about, kind="my_side", helped_by="Gran")
    entry = file_words(reading=a_reading(sent, cast.ben), reply="Thank you.", by=cast.ben, now=NOW)
    assert entry.text.encode() == WORDS.encode()
    assert entry.facts["digest"] == sha256(entry.text.encode()) == sent.digest
    assert entry.facts == {
        "contribution": str(sent.pk),
        "kind": "my_side",
        "digest": sent.digest,
        "about": str(about.pk),
        "helped_by": "Gran",
        "sent_at": NOW.isoformat(),
    }
    assert [(source.system, source.key) for source in entry.sources.all()] == [("contribution", str(sent.pk))]
    assert entry.author == {"name": "Amara", "role": "young_person"}
    assert entry.body["sections"] == ["my_words", "homes"]
    assert EntryNow.objects.visible_to(sent.author, NOW).filter(pk=entry.pk).exists()
    assert fresh(sent).entry == entry
    assert verify([cast.amara])[1] is None


def test_the_payload_itself_holds_the_words_and_nothing_was_added_to_them(cast: Cast) -> None:
    sent = contribution_at(Status.FILED, cast)
    entry = Entry.objects.get(contribution=sent)
    assert json.loads(entry.payload.body)["text"] == WORDS
    assert digest_of(json.loads(entry.payload.body)["text"]) == sent.digest


def test_filing_settles_what_was_owed_and_answers_the_author(cast: Cast) -> None:
    sent = contribution_at(Status.FILED, cast)
    assert [answer.text for answer in sent.replies.all()] == ["Thank you."]
    assert not Task.objects.open().filter(about_id=sent.pk).exists()
    assert Notice.objects.filter(user=sent.author, seen_at__isnull=True).count() == 1


@pytest.mark.need("R51")
@pytest.mark.parametrize("status", [Status.FILED_LIMITED, Status.NOT_ADDED])
def test_until_a_second_person_agrees_the_author_sees_being_read_and_no_answer(cast: Cast, status: Status) -> None:
    sent = a_sent(cast.amara)
    propose = a_proposal_to_limit if status is Status.FILED_LIMITED else a_proposal_not_to_add
    decision = propose(sent, cast.ben)
    assert fresh(sent).standing is Status.BEING_READ
    assert not sent.replies.exists()
    assert not Notice.objects.exists()
    confirm_proposal(decision=decision, by=cast.joan, now=NOW)
    assert fresh(sent).standing is status
    assert [answer.by for answer in sent.replies.all()] == [cast.ben]
    assert Notice.objects.filter(user=sent.author).exists()


def test_a_limited_entry_is_read_by_the_worker_and_the_manager_alone(cast: Cast) -> None:
    sent = contribution_at(Status.FILED_LIMITED, cast)
    row = EntryNow.objects.get(pk=sent.entry_id)
    assert row.limited
    readers = {user for user in cast.staff if EntryNow.objects.visible_to(user, NOW).filter(pk=row.pk).exists()}
    assert readers == {cast.ben, cast.joan, cast.david}
    assert EntryNow.objects.visible_to(sent.author, NOW).filter(pk=row.pk).exists()


def test_a_proposal_sent_back_is_decided_anew_by_its_reader(cast: Cast) -> None:
    sent = a_sent(cast.amara)
    decision = a_proposal_not_to_add(sent, cast.ben)
    return_proposal(decision=decision, sentence="It is her own song. Ask her.", by=cast.joan, now=NOW)
    reading = Reading.objects.get(contribution=sent)
    file_words(reading=reading, reply="It is your own song. It is in.", by=cast.ben, now=NOW)
    assert fresh(sent).standing is Status.FILED


def test_while_a_proposal_waits_its_reader_decides_nothing_else(cast: Cast) -> None:
    decision = a_proposal_not_to_add(a_sent(cast.amara), cast.ben)
    with refused("waiting"):
        file_words(reading=decision.reading, reply="Changed my mind", by=cast.ben, now=NOW)
    with refused("waiting"):
        release(reading=decision.reading, by=cast.ben, now=NOW)


def test_a_proposal_is_confirmed_once(cast: Cast) -> None:
    decision = a_proposal_to_limit(a_sent(cast.amara), cast.ben)
    confirm_proposal(decision=decision, by=cast.joan, now=NOW)
    with refused("not_waiting"):
        confirm_proposal(decision=decision, by=cast.david, now=NOW)
    assert Entry.objects.count() == 1


def test_nobody_confirms_their_own_proposal(cast: Cast) -> None:
    decision = a_proposal_to_limit(a_sent(cast.amara), cast.joan)
    with refused("same_person"):
        confirm_proposal(decision=decision, by=cast.joan, now=NOW)


def test_a_worker_without_that_role_confirms_nothing(cast: Cast) -> None:
    decision = a_proposal_to_limit(a_sent(cast.amara), cast.joan)
    with refused("role"):
        confirm_proposal(decision=decision, by=cast.ben, now=NOW)


def test_a_stranger_is_told_there_is_nothing(cast: Cast) -> None:
    sent = a_sent(cast.amara)
    decision = a_proposal_to_limit(sent, cast.ben)
    for stranger in (cast.carys, cast.dev, cast.gwen, cast.sana, cast.imani, cast.ruth, cast.ellie):
        for verb in (
            lambda by: claim(contribution=sent, by=by, now=NOW),
            lambda by: reply(contribution=sent, text="Hello", by=by, now=NOW),
            lambda by: add_note(contribution=sent, text="Note", by=by, now=NOW),
            lambda by: confirm_proposal(decision=decision, by=by, now=NOW),
            lambda by: return_proposal(decision=decision, sentence="No", by=by, now=NOW),
        ):
            with refused("not_found"):
                verb(stranger)


@pytest.mark.parametrize(("who", "words"), [("ben", "Ben never comes."), ("joan", "I told MILLS twice"), ("david", "osei and Ben")])
def test_somebody_who_is_named_reads_and_answers_and_decides_nothing_against_it(cast: Cast, who: str, words: str) -> None:
    named = getattr(cast, who)
    sent = a_sent(cast.amara, words)
    reply(contribution=sent, text="I read this.", by=named, now=NOW)
    reading = Reading.objects.create(contribution=sent, reader=named, claimed_at=NOW, claimed_from="sent")
    sent.save(update_fields=sent.move_to(Status.BEING_READ, by=named.who(NOW), now=NOW))
    code = "role" if who == "david" else "named"
    with refused(code):
        talk_first(reading=reading, reply="Let us talk", by=named, now=NOW)
    with refused(code):
        propose_not_adding(reading=reading, reason="technical", reply="No", explanation="No", by=named, now=NOW)


def test_a_worker_who_is_named_may_put_it_in_the_file(cast: Cast) -> None:
    sent = a_sent(cast.amara, "Ben never comes.")
    file_words(reading=a_reading(sent, cast.ben), reply="You are right. I am sorry.", by=cast.ben, now=NOW)
    assert fresh(sent).standing is Status.FILED


def test_a_manager_who_is_named_does_not_confirm(cast: Cast) -> None:
    decision = a_proposal_to_limit(a_sent(cast.amara, "Joan shouted at me"), cast.ben)
    with refused("named"):
        confirm_proposal(decision=decision, by=cast.joan, now=NOW)
    confirm_proposal(decision=decision, by=cast.david, now=NOW)


def test_this_is_about_my_worker_is_as_good_as_a_name(cast: Cast) -> None:
    sent = a_sent(cast.amara, "She is never on time", about_my_worker=True)
    with refused("named"):
        a_proposal_not_to_add(sent, cast.ben)


def test_it_still_counts_when_the_worker_has_changed_since(cast: Cast) -> None:
    sent = a_sent(cast.amara, "Never on time", about_my_worker=True)
    cast.ben.relationships.update(ends=NOW + timedelta(hours=1))
    later = NOW + timedelta(hours=2)
    cast.amara.relationships.create(user=cast.carys, role="social_worker", starts=NOW)
    cast.carys.covered_by.create(covering=cast.ben, starts=NOW, ends=NOW + timedelta(days=9), recorded_by=cast.joan)
    with refused("named"):
        a_proposal_not_to_add(sent, cast.ben, later)
    assert a_proposal_not_to_add(fresh_sent(cast), cast.carys, later)


def fresh_sent(cast: Cast) -> Contribution:
    return a_sent(cast.amara, "Another")


def test_one_reads_at_a_time(cast: Cast) -> None:
    sent = a_sent(cast.amara)
    first = a_reading(sent, cast.ben)
    assert a_reading(sent, cast.ben) == first
    with refused("claimed"):
        a_reading(sent, cast.joan)
    with refused("claimed"):
        file_words(reading=first, reply="Hello", by=cast.joan, now=NOW)


@pytest.mark.parametrize("status", [Status.SENT, Status.LETS_TALK, Status.ASKED_AGAIN])
def test_put_back_it_stands_where_it_was(cast: Cast, status: Status) -> None:
    contribution = contribution_at(status, cast)
    reader = cast.david if status is Status.ASKED_AGAIN else cast.ben
    reading = a_reading(contribution, reader)
    keep_reply(reading=reading, text="half an answ", by=reader, now=NOW)
    assert release(reading=reading, by=reader, now=NOW).standing is status
    assert Reading.objects.get(pk=reading.pk).reply_draft == ""


def test_a_manager_puts_back_what_somebody_left_lying(cast: Cast) -> None:
    reading = a_reading(a_sent(cast.amara), cast.ben)
    assert release(reading=reading, by=cast.joan, now=NOW).standing is Status.SENT


def test_a_decision_needs_an_answer(cast: Cast) -> None:
    reading = a_reading(a_sent(cast.amara), cast.ben)
    with refused("no_reply"):
        file_words(reading=reading, reply=" \n", by=cast.ben, now=NOW)
    assert not Entry.objects.exists()


def test_cannot_add_needs_one_of_the_three_reasons(cast: Cast) -> None:
    reading = a_reading(a_sent(cast.amara), cast.ben)
    for reason, code in (("", "no_reason"), ("we_disagree", "no_reason")):
        with refused(code):
            propose_not_adding(reading=reading, reason=reason, reply="No", explanation="No", by=cast.ben, now=NOW)


def test_talk_first_owes_a_talk_and_then_it_is_read_again(cast: Cast) -> None:
    contribution = contribution_at(Status.LETS_TALK, cast)
    owed = Task.objects.open().filter(about_id=contribution.pk).order_by("due_at")
    assert [task.kind for task in owed] == ["talk", "read_contribution"]
    file_words(reading=a_reading(contribution, cast.ben), reply="Good to talk.", by=cast.ben, now=NOW)
    assert fresh(contribution).words == WORDS
    assert not Task.objects.open().filter(about_id=contribution.pk).exists()


def test_asked_again_it_is_read_by_somebody_who_has_not_decided(cast: Cast) -> None:
    contribution = contribution_at(Status.ASKED_AGAIN, cast)
    for decided in (cast.ben, cast.joan):
        with refused("decided_before"):
            a_reading(contribution, decided)
    reading = a_reading(contribution, cast.david)
    file_words(reading=reading, reply="It is yours. It is in.", by=cast.david, now=NOW)
    assert fresh(contribution).standing is Status.FILED


def test_asked_again_twice_it_is_one_task(cast: Cast) -> None:
    contribution = contribution_at(Status.ASKED_AGAIN, cast)
    ask_again(contribution=contribution, by=contribution.author, now=NOW)
    task = Task.objects.open().get(about_id=contribution.pk)
    assert (task.kind, task.for_user) == ("look_again", cast.david)


def test_a_reviewing_officer_decides_only_when_chosen_or_asked_again(cast: Cast) -> None:
    with refused("role"):
        a_reading(a_sent(cast.amara), cast.david)
    assert a_reading(a_sent(cast.amara, chosen_reader=cast.david.pk), cast.david)


def test_an_answer_settles_the_urgent_part_and_reading_is_owed_as_usual(cast: Cast) -> None:
    sent = a_sent(cast.amara, urgent=True)
    reply(contribution=sent, text="I am on my way.", by=cast.ben, now=NOW)
    assert [task.kind for task in Task.objects.open().filter(about_id=sent.pk)] == ["read_contribution"]


@pytest.mark.need("R50")
def test_a_note_stands_beside_the_words(cast: Cast) -> None:
    sent = a_sent(cast.amara)
    add_note(contribution=sent, text="She said this at home too.", by=cast.ben, now=NOW)
    assert fresh(sent).words == WORDS
    assert [note.by_name for note in sent.notes.all()] == ["Ben Hughes"]


def test_every_step_is_in_the_audit_and_the_chain_holds(cast: Cast) -> None:
    contribution_at(Status.NOT_ADDED, cast)
    said = list(AuditEvent.objects.filter(child=cast.amara.pk).order_by("position").values_list("event", flat=True))
    assert [event for event in said if event.startswith("contribution")] == [
        "contribution_sent",
        "contribution_claimed",
        "contribution_decline_proposed",
        "contribution_not_added",
    ]
    assert first_broken_link(f"audit:{cast.amara.pk}") is None
