""" "This is not about me": it is theirs and opens again, or two people destroy what it says, and the chain still holds."""

from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from audit.append_only import AppendOnlyError
from audit.events import Event
from audit.models import AuditEvent
from files.actions.seal import seal
from files.models import FileReading
from official_file.actions.append import append_entry
from official_file.actions.approve_plain_version import approve_plain_version
from official_file.actions.begin_book import Looks, begin_book
from official_file.actions.dispose import decline_disposal, dispose
from official_file.actions.not_about_me import not_about_me
from official_file.actions.open_entry import open_entry
from official_file.actions.propose_disposal import propose_disposal
from official_file.actions.read_together import start_reading_together
from official_file.actions.settle_not_mine import settle_not_mine
from official_file.drafts import EntryDraft, SourceRef
from official_file.models import Disposal, DisposalProposal, Entry, EntryNow, EntryPayload, LifeBook, LifeBookPage, PlainVersion
from official_file.models.now import State
from official_file.plain_language.when import When
from official_file.projection import rebuild
from official_file.verify import verify
from people.errors import NotAllowed
from people.models import Child, Notice, Task, TaskKind
from tests.actions.test_staff_opening import refused
from tests.cast import NOW, Cast
from tests.factories.entries import an_entry, now_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]
LATER = NOW + timedelta(hours=2)


@pytest.fixture
def wrong(cast: Cast) -> Entry:
    """Notes about another boy in Noor's file, opened to Noor."""
    entry = an_entry(cast.noor, "visit", date(2024, 2, 3), text="Jordan showed me his bike.")
    approve_plain_version(entry=entry, text="Jordan showed us his bike.", by=cast.dev, now=NOW)
    open_entry(entry=entry, with_support=True, by=cast.dev, now=NOW)
    return entry


@pytest.fixture
def task(cast: Cast, wrong: Entry) -> Task:
    """Noor said that it is not about him."""
    return not_about_me(child=cast.noor, entry=wrong, words="Who is Jordan?", by=cast.noor.user, now=NOW)


@pytest.fixture
def proposal(cast: Cast, task: Task) -> DisposalProposal:
    """Governance found that he is right."""
    settle_not_mine(task=task, theirs=False, words="You were right.", reason="Another boy.", by=cast.imani, now=NOW)
    return DisposalProposal.objects.get()


def sees(child: Child, entry: Entry) -> bool:
    """Whether the young person can read it."""
    return EntryNow.objects.visible_to(child.user, LATER).filter(pk=entry.pk).exists()


def test_it_is_hidden_at_once_and_governance_may_see_it_until_it_is_settled(cast: Cast, wrong: Entry, task: Task) -> None:
    assert not sees(cast.noor, wrong)
    assert EntryNow.objects.visible_to(cast.imani, NOW).filter(pk=wrong.pk).exists()
    settle_not_mine(task=task, theirs=True, words="It is about you: Jordan is your cousin.", by=cast.imani, now=NOW)
    assert not EntryNow.objects.visible_to(cast.imani, NOW).filter(pk=wrong.pk).exists()


def test_what_is_theirs_opens_again_as_it_was_with_an_answer(cast: Cast, wrong: Entry, task: Task) -> None:
    settle_not_mine(task=task, theirs=True, words="It is about you: Jordan is your cousin.", by=cast.imani, now=NOW)
    assert now_of(wrong).state == State.WITH_SUPPORT
    assert not sees(cast.noor, wrong), "it was opened to read together"
    start_reading_together(child=cast.noor, minutes=15, by=cast.dev, now=LATER)
    assert sees(cast.noor, wrong)
    done = Task.objects.get(pk=task.pk)
    assert (done.outcome, done.done_by) == ("It is about you: Jordan is your cousin.", cast.imani)
    assert Notice.objects.filter(user=cast.noor.user, about_id=task.pk).exists()


@pytest.mark.parametrize("name", ["dev", "gwen", "tom", "ben", "ruth"])
def test_only_governance_settles_it(cast: Cast, task: Task, name: str) -> None:
    with pytest.raises(NotAllowed):
        settle_not_mine(task=task, theirs=True, words="It is yours.", by=getattr(cast, name), now=NOW)


def test_an_answer_needs_words_and_a_proposal_needs_a_reason(cast: Cast, wrong: Entry, task: Task) -> None:
    with refused("no_words"):
        settle_not_mine(task=task, theirs=True, words=" ", by=cast.imani, now=NOW)
    with refused("no_reason"):
        settle_not_mine(task=task, theirs=False, words="You were right.", reason="", by=cast.imani, now=NOW)
    assert Task.objects.open().get().pk == task.pk
    assert now_of(wrong).state == State.NOT_MINE


def test_nothing_is_destroyed_by_one_person(cast: Cast, wrong: Entry, proposal: DisposalProposal) -> None:
    assert Entry.objects.get(pk=wrong.pk).text == "Jordan showed me his bike."
    for name in ("imani", "dev", "gwen", "ruth"):
        with pytest.raises(NotAllowed):
            dispose(proposal=proposal, by=getattr(cast, name), now=LATER)
    assert Disposal.objects.count() == 0


def test_two_roles_in_one_person_are_still_one_person(cast: Cast, wrong: Entry, task: Task) -> None:
    """Somebody who holds both roles cannot agree with themselves."""
    both = cast.imani.memberships.get()
    cast.imani.memberships.create(team=both.team, role="second_checker", starts=both.starts)
    cast.imani.__dict__.pop("_roles", None)
    settle_not_mine(task=task, theirs=False, words="You were right.", reason="Another boy.", by=cast.imani, now=NOW)
    with refused("second_person"):
        dispose(proposal=DisposalProposal.objects.get(), by=cast.imani, now=LATER)


def test_a_book_in_which_it_stands_is_destroyed_too(cast: Cast, wrong: Entry, proposal: DisposalProposal, fresh_storages: Path) -> None:
    """And one that is being made meanwhile keeps nothing of what was made. What was chosen for them stays."""
    books = [begin_book(child=cast.noor, looks=Looks(title="Mine"), by=cast.noor.user, now=NOW) for _number in range(2)]
    for book in books:
        LifeBookPage.objects.create(book=book, entry=wrong, position=1, printed=True)
    file = seal(content=b"%PDF-1.7 Jordan", name="book.pdf", by=cast.noor.user.who(NOW), now=NOW)
    LifeBook.objects.filter(pk=books[0].pk).update(file=file, state=LifeBook.State.READY, made_at=NOW)
    LifeBook.objects.filter(pk=books[1].pk).update(state=LifeBook.State.MAKING)
    dispose(proposal=proposal, by=cast.tom, now=LATER)
    assert [(book.state, book.file) for book in LifeBook.objects.all()] == [(LifeBook.State.CHOOSING, None)] * 2
    assert FileReading.objects.get(file=file).state == FileReading.State.QUARANTINED


def test_the_second_person_destroys_what_it_says_and_the_chain_still_holds(cast: Cast, wrong: Entry, proposal: DisposalProposal) -> None:
    made = dispose(proposal=proposal, by=cast.tom, now=LATER)
    assert (made.proposed_by, made.confirmed_by) == (cast.imani, cast.tom)
    gone = Entry.objects.get(pk=wrong.pk)
    assert (gone.text, gone.body) == ("", {})
    assert not PlainVersion.objects.filter(entry=wrong).exists()
    assert (now_of(wrong).state, now_of(wrong).kind) == (State.DISPOSED, "")
    assert not sees(cast.noor, wrong)
    assert verify([cast.noor])[1] is None
    assert Task.objects.open().count() == 0
    assert AuditEvent.objects.filter(event=Event.DISPOSAL_DONE, by_name="Tom Baker").count() == 1


def test_every_version_of_it_goes_and_none_comes_back_when_the_index_is_rebuilt(cast: Cast, wrong: Entry) -> None:
    source = SourceRef("case_notes", str(uuid4()))
    draft = EntryDraft("visit", When(date(2024, 2, 3)), source, text="Jordan has a new bike.", supersedes=wrong.pk)
    newer = append_entry(child=cast.noor, draft=draft, by=cast.dev.who(), now=NOW)
    open_entry(entry=newer, by=cast.dev, now=NOW)
    asked = not_about_me(child=cast.noor, entry=newer, by=cast.noor.user, now=NOW)
    settle_not_mine(task=asked, theirs=False, words="You were right.", reason="Another boy.", by=cast.imani, now=NOW)
    assert DisposalProposal.objects.count() == 2
    dispose(proposal=DisposalProposal.objects.get(entry=newer), by=cast.tom, now=LATER)
    for _round in range(2):
        assert not sees(cast.noor, wrong)
        assert not sees(cast.noor, newer)
        rebuild(Entry.objects.filter(child=cast.noor).order_by("position"))
    assert not EntryPayload.objects.filter(entry__child=cast.noor).exists()


def test_a_payload_goes_only_where_a_disposal_says_so(cast: Cast, wrong: Entry, proposal: DisposalProposal) -> None:
    for rows in (EntryPayload.objects.filter(entry=wrong), PlainVersion.objects.filter(entry=wrong)):
        with pytest.raises(AppendOnlyError):
            rows.delete()
        with pytest.raises(DatabaseError), transaction.atomic():
            rows._raw_delete(rows.db)


def test_the_second_person_may_say_no_and_it_goes_back_with_the_reason(cast: Cast, wrong: Entry, proposal: DisposalProposal) -> None:
    with refused("no_reason"):
        decline_disposal(proposal=proposal, reason="", by=cast.tom, now=LATER)
    again = decline_disposal(proposal=proposal, reason="Ask his worker first.", by=cast.tom, now=LATER)
    assert (again.kind, again.for_role, again.words) == (TaskKind.NOT_ABOUT_ME, "ig_officer", "Ask his worker first.")
    assert not sees(cast.noor, wrong)
    with pytest.raises(NotAllowed):
        dispose(proposal=proposal, by=cast.tom, now=LATER)


def test_the_same_thing_is_not_proposed_twice(cast: Cast, wrong: Entry, proposal: DisposalProposal) -> None:
    not_about_me(child=cast.noor, entry=an_entry(cast.noor, "note", date(2024, 1, 1), text="x"), by=cast.noor.user, now=NOW)
    with refused("waits_already"):
        propose_disposal(entry=wrong, ground="wrong_person", reason="Again", by=cast.imani, now=LATER)
    with refused("no_such_ground"):
        propose_disposal(entry=wrong, ground="tidying", reason="Again", by=cast.imani, now=LATER)


def test_when_the_audit_cannot_be_written_nothing_is_destroyed(
    cast: Cast, wrong: Entry, proposal: DisposalProposal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("the audit is away")

    monkeypatch.setattr("official_file.actions.dispose.record", fail)
    with pytest.raises(RuntimeError):
        dispose(proposal=proposal, by=cast.tom, now=LATER)
    assert Entry.objects.get(pk=wrong.pk).text == "Jordan showed me his bike."
    assert Disposal.objects.count() == 0
