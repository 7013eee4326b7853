"""Drafts and sending: never twice, nothing lost, somebody owes an answer and the clock runs."""

from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from audit.models import AuditEvent
from people.models import Notice, Task, User
from stories.actions.save_draft import ChangedElsewhere, save_draft
from stories.actions.send import Choices, send
from stories.actions.send_worry import send_worry
from stories.actions.throw_away import throw_away
from stories.actions.withdraw import withdraw
from stories.draft_order import Stamp
from stories.lifecycle import Status
from stories.models import Contribution
from stories.verbatim import digest_of
from tests.cast import NOW, SATURDAY, Cast
from tests.factories.contributions import WORDS, a_draft, a_sent, an_entry, contribution_at
from tests.refusals import refused

LONDON = ZoneInfo("Europe/London")


def tasks_of(contribution: Contribution) -> dict[str, Task]:
    return {task.kind: task for task in Task.objects.filter(about_id=contribution.pk)}


@pytest.mark.need("R42")
def test_sent_twice_it_is_one_contribution_one_task_and_one_line_in_the_audit(cast: Cast) -> None:
    draft = a_draft(cast.amara)
    first = send(draft=draft, choices=Choices(), by=draft.author, now=NOW)
    again = send(draft=draft, choices=Choices(kind="wrong", urgent=True), by=draft.author, now=NOW + timedelta(hours=1))
    assert (again.pk, again.sent_at, again.kind, again.urgent) == (first.pk, NOW, "other", False)
    assert Task.objects.filter(about_id=draft.pk).count() == 1
    assert AuditEvent.objects.filter(event="contribution_sent", about_id=draft.pk).count() == 1


def test_what_is_sent_is_sealed_with_its_digest(cast: Cast) -> None:
    sent = a_sent(cast.amara)
    assert (sent.words, sent.digest) == (WORDS, digest_of(WORDS))


def test_reading_is_due_at_the_end_of_the_third_working_day(cast: Cast) -> None:
    task = tasks_of(a_sent(cast.amara))["read_contribution"]
    assert task.due_at == datetime(2026, 11, 23, 17, tzinfo=LONDON)
    assert task.for_user == cast.ben


@pytest.mark.need("R55")
def test_an_urgent_one_is_due_within_the_staffed_hour(cast: Cast) -> None:
    task = tasks_of(a_sent(cast.amara, urgent=True))["urgent_worry"]
    assert task.due_at == NOW + timedelta(hours=1)


def test_an_urgent_one_at_night_is_due_when_somebody_is_next_at_work(cast: Cast) -> None:
    sent = a_sent(cast.amara, now=SATURDAY, urgent=True)
    owed = tasks_of(sent)
    assert owed["urgent_worry"].due_at == datetime(2026, 11, 23, 9, tzinfo=LONDON)
    assert "read_contribution" not in owed
    assert AuditEvent.objects.filter(event="contribution_urgent", about_id=sent.pk).exists()


def test_this_is_wrong_starts_the_clock_of_the_law_too(cast: Cast) -> None:
    an_open_entry = an_entry(cast.amara)
    a_sent(cast.amara, about=an_open_entry, kind="wrong")
    task = Task.objects.get(kind="entry_is_wrong", about_id=an_open_entry.pk)
    assert task.due_at == datetime(2026, 12, 18, 17, tzinfo=LONDON)


def test_a_manager_is_expected_to_read_what_is_about_the_worker(cast: Cast) -> None:
    assert tasks_of(a_sent(cast.amara, about_my_worker=True))["read_contribution"].for_user == cast.joan


def test_the_chosen_reader_is_expected_to_read(cast: Cast) -> None:
    assert tasks_of(a_sent(cast.amara, chosen_reader=cast.joan.pk))["read_contribution"].for_user == cast.joan


def test_a_child_without_a_worker_belongs_to_the_access_team(cast: Cast) -> None:
    task = tasks_of(a_sent(cast.idris))["read_contribution"]
    assert (task.for_user, task.for_role) == (None, "access_worker")


def test_somebody_who_cannot_read_for_this_child_cannot_be_chosen(cast: Cast) -> None:
    with refused("not_a_reader"):
        a_sent(cast.amara, chosen_reader=cast.carys.pk)


@pytest.mark.need("R40")
@pytest.mark.parametrize(("length", "goes"), [(20_000, True), (20_001, False)])
def test_twenty_thousand_characters_go_and_more_are_kept_and_said(cast: Cast, length: int, goes: bool) -> None:
    draft = a_draft(cast.amara, "💛" * length)
    if goes:
        assert len(send(draft=draft, choices=Choices(), by=draft.author, now=NOW).words) == length
        return
    with refused("too_long"):
        send(draft=draft, choices=Choices(), by=draft.author, now=NOW)
    assert len(Contribution.objects.get(pk=draft.pk).words) == length


@pytest.mark.parametrize("nothing", ["", " \n\t", "\u3000"])
def test_nothing_cannot_be_sent(cast: Cast, nothing: str) -> None:
    with refused("nothing_written"):
        a_sent(cast.amara, nothing)


def test_words_that_changed_since_they_were_shown_are_shown_again(cast: Cast) -> None:
    draft = a_draft(cast.amara)
    with refused("changed_since"):
        send(draft=draft, choices=Choices(version=draft.version - 1), by=draft.author, now=NOW)


@pytest.mark.need("R41")
def test_an_old_window_does_not_overwrite_newer_words(cast: Cast) -> None:
    draft = a_draft(cast.amara, "first")
    keep = {"child": cast.amara, "draft_id": draft.pk, "by": draft.author, "now": NOW}
    save_draft(words="second", stamp=Stamp(1, "another", 1), **keep)
    with pytest.raises(ChangedElsewhere) as clash:
        save_draft(words="first and a half", stamp=Stamp(0, "a third", 1), **keep)
    assert clash.value.held.words == "second"
    assert Contribution.objects.get(pk=draft.pk).words == "second"


def test_a_draft_thrown_away_is_gone_and_a_late_save_cannot_bring_it_back(cast: Cast) -> None:
    draft = a_draft(cast.amara)
    throw_away(draft=draft, by=draft.author, now=NOW)
    with refused("thrown_away"):
        save_draft(child=cast.amara, draft_id=draft.pk, words="back", stamp=Stamp(1, "a tab", 2), by=draft.author, now=NOW)
    assert Contribution.objects.get(pk=draft.pk).words == ""
    assert not Contribution.objects.kept().filter(pk=draft.pk).exists()


def test_nobody_writes_in_somebody_elses_draft(cast: Cast) -> None:
    draft = a_draft(cast.amara)
    assert cast.noor.user
    with refused("not_yours"):
        save_draft(child=cast.noor, draft_id=draft.pk, words="mine", stamp=Stamp(1, "x", 1), by=cast.noor.user, now=NOW)
    assert Contribution.objects.get(pk=draft.pk).words == WORDS


def test_a_worry_is_sent_in_one_step_and_only_once(cast: Cast) -> None:
    assert cast.amara.user
    worry = {"child": cast.amara, "draft_id": uuid4(), "hide": True, "by": cast.amara.user, "now": NOW}
    first = send_worry(words="He is outside", **worry)
    again = send_worry(words="He is outside again", **worry)
    assert (first.pk, again.words, again.urgent, again.kind) == (again.pk, "He is outside", True, "worry")


@pytest.mark.need("R47")
@pytest.mark.parametrize("status", [Status.SENT, Status.BEING_READ, Status.LETS_TALK, Status.ASKED_AGAIN])
def test_what_is_not_decided_can_be_taken_back(cast: Cast, status: Status) -> None:
    taken = withdraw(contribution=contribution_at(status, cast), by=_amara(cast), now=NOW)
    assert taken.standing is Status.WITHDRAWN
    assert not Task.objects.open().filter(about_id=taken.pk).exists()
    assert not Contribution.objects.visible_to(cast.ben, NOW).filter(pk=taken.pk).exists()


@pytest.mark.parametrize("status", [Status.DRAFT, Status.FILED, Status.FILED_LIMITED, Status.NOT_ADDED])
def test_what_is_decided_cannot_be_taken_back(cast: Cast, status: Status) -> None:
    with refused("decided"):
        withdraw(contribution=contribution_at(status, cast), by=_amara(cast), now=NOW)


def test_what_was_urgent_cannot_be_taken_back(cast: Cast) -> None:
    with refused("urgent"):
        withdraw(contribution=a_sent(cast.amara, urgent=True), by=_amara(cast), now=NOW)


@pytest.mark.need("R44")
def test_its_author_is_told_that_something_happened_and_not_what(cast: Cast) -> None:
    contribution = contribution_at(Status.FILED, cast)
    notice = Notice.objects.get(user=contribution.author)
    assert (notice.kind, notice.about_type, notice.about_id) == ("contribution_answered", "contribution", contribution.pk)


def _amara(cast: Cast) -> User:
    assert cast.amara.user
    return cast.amara.user
