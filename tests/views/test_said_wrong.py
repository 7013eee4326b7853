"""This is wrong: shown beside the entry for good, answered within the time of the law, and somebody else may look."""

import re
from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from moderation.actions.answer_wrong import answer_wrong
from moderation.actions.take_longer_over_wrong import take_longer_over_wrong
from official_file.actions.correct_entry import Correction
from official_file.importers.known import known_from
from official_file.models import Entry, EntryNow, Rectification
from official_file.queries import entry_for
from people.errors import NotAllowed
from people.models import Task, TaskKind
from tests.actions.verbs_of_answers import WHY, an_open_visit, answered_wrong, said_wrong_task
from tests.cast import NOW, Cast, sign_in
from tests.factories.contributions import a_sent

pytestmark = pytest.mark.django_db
BESIDE, CORRECTED, PARTLY = "beside", "corrected", "partly"


@pytest.fixture(autouse=True)
def _wednesday() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


def page(client: Client, entry_id: object) -> str:
    """Amara's page of the entry."""
    return client.get(reverse("portal:entry", args=[entry_id])).content.decode()


@pytest.mark.need("R43")
def test_i_do_not_agree_stays_beside_the_entry_though_nothing_is_changed(client: Client, cast: Cast) -> None:
    visit = an_open_visit(cast)
    sign_in(client, cast.amara.user).post(reverse("portal:entry_wrong", args=[visit.pk]), {"kind": "disagree"})
    assert "You said that you do not agree with this." in page(client, visit.pk)
    answer_wrong(task=Task.objects.get(), outcome=BESIDE, explanation=WHY, by=cast.ben, now=NOW)
    shown = page(client, visit.pk)
    assert "You said that you do not agree with this." in shown
    assert "We left it as it was. What you said stays beside it." in shown
    assert WHY in shown
    assert "Ask someone else to look" in shown
    assert "Information Commissioner" in shown
    staff = sign_in(Client(), cast.ben).get(reverse("portal:staff_entry", args=[visit.pk])).content.decode()
    assert "They do not agree with this." in staff


@pytest.mark.need("R43")
def test_what_is_put_right_is_a_version_beside_the_old_one_which_can_still_be_read(client: Client, cast: Cast) -> None:
    task = said_wrong_task(cast)
    staff = sign_in(client, cast.ben)
    given = {
        "outcome": CORRECTED,
        "explanation": "You were ill. We put it right.",
        "here": "on",
        "title": "A visit",
        "text": "You were ill.",
    }
    assert staff.post(reverse("portal:answer_wrong", args=[task.pk]), {**given, "start": "2020-01-08"}).status_code == 302
    said = Rectification.objects.get()
    assert said.correction is not None
    assert said.correction.body["supersedes"] == str(said.entry_id)
    amara = sign_in(Client(), cast.amara.user)
    shown = page(amara, said.correction_id)
    assert "You were ill." in shown
    assert "What it said before" in shown
    assert "You refused." in shown
    assert "We put it right." in shown
    assert entry_for(cast.amara.user, said.entry_id, NOW) is None


def test_their_words_stay_beside_what_was_put_right(client: Client, cast: Cast) -> None:
    visit = an_open_visit(cast)
    a_sent(cast.amara, "I was ill that day.", kind="wrong", about=visit)
    task, right = Task.objects.get(kind=TaskKind.ENTRY_IS_WRONG), Correction(text="You were ill.")
    said = answer_wrong(task=task, outcome=CORRECTED, explanation=WHY, correction=right, by=cast.ben, now=NOW)
    shown = page(sign_in(client, cast.amara.user), said[0].correction_id)
    assert "I was ill that day." in shown
    assert "You were ill." in shown


def test_what_was_decided_stands_beside_what_they_sent_too(client: Client, cast: Cast) -> None:
    """Whoever looks where they said it finds the answer there, though the words themselves wait to be filed."""
    visit = an_open_visit(cast)
    sent, amara = a_sent(cast.amara, "I was ill that day.", kind="wrong", about=visit), sign_in(client, cast.amara.user)
    addresses = (reverse("stories:list"), reverse("stories:one", args=[sent.pk]))
    assert not any(WHY in amara.get(address).content.decode() for address in addresses)
    task, right = Task.objects.get(kind=TaskKind.ENTRY_IS_WRONG), Correction(text="You were ill.")
    said = answer_wrong(task=task, outcome=CORRECTED, explanation=WHY, correction=right, by=cast.ben, now=NOW)
    for address in addresses:
        shown = amara.get(address).content.decode()
        assert "We put it right." in shown, address
        assert WHY in shown, address
    link = reverse("portal:entry", args=[said[0].correction_id])
    assert (link in shown) == (amara.get(link).status_code == 200)


def test_what_is_put_right_here_is_still_known_to_the_next_import(cast: Cast) -> None:
    """The council's system still says the old words: that is nothing new, and it must not come back as a second entry."""
    task = said_wrong_task(cast)
    key = Entry.objects.get(pk=task.about_id).sources.get().key
    said = answer_wrong(task=task, outcome=CORRECTED, explanation=WHY, correction=Correction(text="You were ill."), by=cast.ben, now=NOW)
    stored = known_from("case_notes", [cast.amara.pk])[cast.amara.pk].by_key[key]
    assert stored.entry_id == said[0].correction_id
    assert stored.body["text"] == "You refused."


def test_words_that_are_covered_do_not_open_with_what_is_put_right(cast: Cast) -> None:
    """What nobody has read for her since stays closed, and she reads the old version with its labels."""
    task = said_wrong_task(cast)
    row = EntryNow.objects.get(pk=task.about_id)
    assert entry_for(cast.amara.user, row.pk, NOW) is not None
    answer_wrong(task=task, outcome=PARTLY, explanation=WHY, correction=Correction(title="Another day"), by=cast.ben, now=NOW)
    assert entry_for(cast.amara.user, EntryNow.objects.get(pk=row.pk).superseded_by_id, NOW) is not None


def test_the_answer_has_its_time_by_law_and_no_question_stops_it(cast: Cast) -> None:
    task = said_wrong_task(cast)
    assert task.due_at.date() == date(2026, 12, 18)
    assert Rectification.objects.get().look_again_on == date(2026, 12, 18)


def test_it_may_take_longer_once_when_they_are_told_in_time_and_why(client: Client, cast: Cast) -> None:
    task = said_wrong_task(cast)
    later = take_longer_over_wrong(task=task, why="Your old school must look for it.", by=cast.ben, now=NOW)
    assert later.due_at.date() == date(2027, 2, 18)
    shown = page(sign_in(client, cast.amara.user), task.about_id)
    assert "We need longer than a month." in shown
    assert "Your old school must look for it." in shown
    assert "18 February" in shown
    with pytest.raises(NotAllowed):
        take_longer_over_wrong(task=task, why="Again.", by=cast.ben, now=NOW)


def test_after_a_month_nobody_may_take_longer_and_the_page_says_that_it_is_late(client: Client, cast: Cast) -> None:
    task, late = said_wrong_task(cast), NOW + timedelta(days=40)
    with pytest.raises(NotAllowed):
        take_longer_over_wrong(task=task, why=WHY, by=cast.ben, now=late)
    with time_machine.travel(late, tick=False):
        assert "It is late." in page(sign_in(client, cast.amara.user), task.about_id)


@pytest.mark.parametrize("outcome", [BESIDE, PARTLY])
def test_who_wrote_it_does_not_decide_alone_that_it_stays(cast: Cast, outcome: str) -> None:
    task = said_wrong_task(cast, author="Ben Hughes")
    with pytest.raises(NotAllowed, match="named"):
        answer_wrong(task=task, outcome=outcome, explanation=WHY, by=cast.ben, now=NOW)
    answer_wrong(task=task, outcome=outcome, explanation=WHY, by=cast.joan, now=NOW)


def test_who_is_named_in_their_words_does_not_decide_alone_and_can_give_it_away(client: Client, cast: Cast) -> None:
    visit = an_open_visit(cast)
    a_sent(cast.amara, "Ben never asked me.", kind="wrong", about=visit)
    task = Task.objects.get(kind=TaskKind.ENTRY_IS_WRONG)
    with pytest.raises(NotAllowed):
        answer_wrong(task=task, outcome=BESIDE, explanation=WHY, by=cast.ben, now=NOW)
    staff = sign_in(client, cast.ben)
    shown = staff.get(reverse("portal:answer_wrong", args=[task.pk])).content.decode()
    assert "Ben never asked me." in shown
    assert "It stays as it was" not in shown
    assert staff.post(reverse("portal:hand_over_wrong", args=[task.pk])).status_code == 302
    task.refresh_from_db()
    assert task.for_user in (cast.joan, cast.david)


def test_someone_else_looks_who_has_not_decided(client: Client, cast: Cast) -> None:
    said = answered_wrong(cast)
    for _time in range(2):
        assert sign_in(client, cast.amara.user).post(reverse("portal:wrong_again", args=[said.pk])).status_code == 302
    task = Task.objects.get(kind=TaskKind.LOOK_AGAIN)
    assert task.for_user != cast.ben
    assert "You asked someone else to look at it." in page(client, said.entry_id)
    with pytest.raises(NotAllowed):
        answer_wrong(task=task, outcome=BESIDE, explanation=WHY, by=cast.ben, now=NOW)
    answer_wrong(task=task, outcome=CORRECTED, explanation="I looked. You are right.", by=cast.joan, now=NOW)
    assert "I looked. You are right." in page(client, said.entry_id)


def test_hard_words_are_asked_about_once_before_they_are_sent(client: Client, cast: Cast) -> None:
    task = said_wrong_task(cast)
    hard = "Notwithstanding your representations, the recorded characterisation substantially corresponds with professional observations."
    address, given = reverse("portal:answer_wrong", args=[task.pk]), {"outcome": BESIDE, "explanation": hard}
    answer = sign_in(client, cast.ben).post(address, given)
    assert answer.status_code == 422
    assert "This is hard to read" in answer.content.decode()
    assert hard in answer.content.decode()
    assert client.post(address, {**given, "as_it_is": "on"}).status_code == 302


@pytest.mark.parametrize("wrong", [{"explanation": ""}, {"outcome": "", "explanation": "We put it right."}, {"explanation": "word " * 40}])
def test_that_it_is_put_right_here_stays_ticked_after_an_error(client: Client, cast: Cast, wrong: dict[str, str]) -> None:
    task = said_wrong_task(cast)
    given = {"outcome": CORRECTED, "here": "on", "title": "A visit", "text": "You were ill.", "start": "2020-01-08", **wrong}
    answer = sign_in(client, cast.ben).post(reverse("portal:answer_wrong", args=[task.pk]), given)
    assert answer.status_code == 422
    assert re.search(r'<input type="checkbox" name="here"[^>]* checked', answer.content.decode())
    assert "You were ill." in answer.content.decode()
