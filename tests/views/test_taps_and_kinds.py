"""Taps, kinds, whom it is about, who helped, and what is said later: all of it may be left out, and none of it is lost."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from moderation.actions.file_words import file_words
from official_file.actions.confirm_connection import confirm_connection
from official_file.models import Connection, Meeting
from stories.lifecycle import Status
from stories.models import Contribution
from stories.queries import following
from tests.cast import NOW, Cast, sign_in
from tests.factories.contributions import a_draft, a_reading, a_sent, contribution_at
from tests.views.test_writing_pages import on_the_page


@pytest.fixture
def amara(cast: Cast, client: Client) -> Client:
    assert cast.amara.user
    return sign_in(client, cast.amara.user)


def page(client: Client, name: str = "stories:taps", **query: str) -> dict[str, Any]:
    """What the open page would send, before anything is tapped."""
    answer = client.get(reverse(name), query)
    assert answer.status_code == 200
    more = {name: str(answer.context["form"][name].value() or "") for name in ("person", "follows", "meeting")}
    boards = {"shows_boards": "True"} if name == "stories:taps" else {}
    return {**on_the_page(answer), **more, **boards, "author": answer.context["author"]}


def save(client: Client, sent: dict[str, Any], **more: Any) -> Any:
    return client.post(reverse("stories:save"), {**sent, "turn": 1, **more})


def send(client: Client, draft: Contribution, **said: Any) -> Contribution:
    assert client.post(reverse("stories:send", args=[draft.pk]), {"version": draft.version, **said}).status_code == 302
    return Contribution.objects.get(pk=draft.pk)


def text(client: Client, name: str, *arguments: Any) -> str:
    return client.get(reverse(name, args=arguments), follow=True).content.decode()


def nan(cast: Cast, *, known: bool) -> Connection:
    made = Connection.objects.create(child=cast.amara, source="case_notes", key="c1", names=["Grace Okafor"], own_word="Nan")
    return confirm_connection(connection=made, by=cast.ben, now=NOW) if known else made


def a_meeting(cast: Cast) -> Meeting:
    return Meeting.objects.create(child=cast.amara, kind="review", on=NOW.date().replace(day=30), told_at=NOW, made_at=NOW)


@pytest.mark.need("R35")
def test_taps_are_a_whole_contribution_and_are_shown_with_words_and_pictures_to_both(cast: Cast, amara: Client) -> None:
    answer = save(amara, page(amara), words="", taps=["feelings/sad", "help/money"], then="check")
    draft = Contribution.objects.get()
    assert answer.url == reverse("stories:check", args=[draft.pk])
    sent = send(amara, draft)
    assert (sent.words, [row["words"] for row in sent.board]) == ("", ["Sad", "Money"])
    staff = sign_in(Client(), cast.ben)
    for html in (text(amara, "stories:list"), text(amara, "stories:one", sent.pk), text(staff, "moderation:reading", sent.pk)):
        assert "How I feel" in html
        assert '<span dir="auto">Sad</span>' in html
        assert '<svg class="picture"' in html


@pytest.mark.parametrize("tap", ["worried", "scared", "hurt"])
def test_whoever_taps_that_they_are_afraid_is_shown_what_to_do_when_it_cannot_wait(cast: Cast, amara: Client, tap: str) -> None:
    save(amara, page(amara), words="", taps=[f"feelings/{tap}"], then="check")
    afraid, glad = send(amara, Contribution.objects.get()), a_sent(cast.amara, "The rabbit.", kind="celebrate")
    question = "Is it too long to wait?"
    assert question in text(amara, "stories:sent", afraid.pk)
    assert question not in text(amara, "stories:sent", glad.pk)


def test_words_saved_on_the_page_without_boards_leave_the_taps_alone(cast: Cast, amara: Client) -> None:
    save(amara, page(amara), words="", taps=["feelings/sad"])
    draft = Contribution.objects.get()
    save(amara, page(amara, "stories:write", draft=str(draft.pk)), words="I miss him.")
    draft.refresh_from_db()
    assert (draft.words, len(draft.board)) == ("I miss him.", 1)
    save(amara, page(amara, draft=str(draft.pk)), words="I miss him.", taps=[])
    draft.refresh_from_db()
    assert (draft.words, draft.board) == ("I miss him.", [])


@pytest.mark.need("R41")
def test_taps_that_arrive_after_the_session_ended_wait_for_their_author(cast: Cast, amara: Client) -> None:
    open_page = page(amara)
    amara.logout()
    save(amara, open_page, words="", taps=["feelings/scared"])
    kept = amara.session["words_that_wait"]
    assert cast.amara.user
    sign_in(amara, cast.amara.user)
    session = amara.session
    session["words_that_wait"] = kept
    session.save()
    amara.get(reverse("stories:kept"))
    assert [row["words"] for row in Contribution.objects.get().board] == ["Scared"]


def test_a_press_on_another_way_keeps_what_is_there_and_takes_along_what_it_is_about(cast: Cast, amara: Client) -> None:
    person = nan(cast, known=True)
    answer = save(amara, page(amara, "stories:write", person=str(person.pk), kind="want"), words="", then="taps")
    assert f"person={person.pk}" in answer.url
    assert not Contribution.objects.exists()
    answer = save(amara, page(amara, "stories:write", person=str(person.pk)), words="Hello", then="taps")
    assert answer.url == f"{reverse('stories:taps')}?draft={Contribution.objects.get().pk}"


@pytest.mark.need("R36")
def test_what_somebody_thinks_and_what_they_want_are_two_kinds_to_choose_and_to_read(cast: Cast, amara: Client) -> None:
    draft = a_draft(cast.amara)
    html = text(amara, "stories:check", draft.pk)
    assert html.index("What I think or feel") < html.index("Something I want to happen")
    assert "For my meeting" not in html
    sent = send(amara, draft, kind="want")
    staff = text(sign_in(Client(), cast.ben), "moderation:reading", sent.pk)
    assert "Something I want to happen. Sent on" in staff


@pytest.mark.need("R39")
def test_it_may_be_about_somebody_they_know_a_meeting_or_nothing(cast: Cast, amara: Client) -> None:
    person, meeting = nan(cast, known=True), a_meeting(cast)
    about_nan = send(amara, a_draft(cast.amara), subject=f"person:{person.pk}", language="Tigrinya")
    assert (about_nan.about_person, about_nan.about_person_words, about_nan.language) == (person, "Nan", "Tigrinya")
    assert send(amara, a_draft(cast.amara), subject=f"meeting:{meeting.pk}").meeting == meeting
    nothing = send(amara, a_draft(cast.amara), subject="")
    assert (nothing.about_person, nothing.meeting, nothing.about) == (None, None, None)
    assert "Nan" in text(amara, "stories:one", about_nan.pk)
    assert "Nan" in text(sign_in(Client(), cast.ben), "moderation:reading", about_nan.pk)


def test_somebody_nobody_confirmed_is_not_there_to_choose_nor_to_tap(cast: Cast, amara: Client) -> None:
    person = nan(cast, known=False)
    draft = a_draft(cast.amara)
    assert "Nan" not in text(amara, "stories:check", draft.pk)
    answer = amara.post(reverse("stories:send", args=[draft.pk]), {"version": draft.version, "subject": f"person:{person.pk}"})
    assert answer.status_code == 422
    save(amara, page(amara, person=str(person.pk)), words="x", taps=[f"people/known/{person.pk}"])
    made = Contribution.objects.exclude(pk=draft.pk).get()
    assert (made.about_person, made.board) == (None, [])


@pytest.mark.need("R35", "R37")
def test_taps_for_a_meeting_are_at_the_meeting(cast: Cast, amara: Client) -> None:
    meeting = a_meeting(cast)
    save(amara, page(amara, meeting=str(meeting.pk)), words="", taps=["feelings/worried", "places/school"], then="check")
    sent = send(amara, Contribution.objects.get())
    assert (sent.meeting, sent.prompt) == (meeting, "")
    html = text(sign_in(Client(), cast.ben), "portal:meeting", meeting.pk)
    for words in ("How I feel", "Worried", "Where it is about", "School"):
        assert words in html


@pytest.mark.need("R45", "R34")
def test_who_helped_is_said_wherever_it_is_shown(cast: Cast, amara: Client) -> None:
    sent = send(amara, a_draft(cast.amara), helped_by="Gran")
    entry = file_words(reading=a_reading(sent, cast.ben), reply="Thank you.", by=cast.ben, now=NOW)
    ben = sign_in(Client(), cast.ben)
    for html in (text(amara, "stories:list"), text(amara, "stories:one", sent.pk), text(amara, "portal:entry", entry.pk)):
        assert "These are your own words. Gran helped you." in html
    for html in (text(ben, "moderation:reading", sent.pk), text(ben, "portal:staff_entry", entry.pk)):
        assert "Their own words, with help from Gran." in html


@pytest.mark.need("R31", "R47")
@pytest.mark.parametrize(("kind", "said"), [("added", "You added this to"), ("changed_mind", "You changed your mind about")])
def test_what_is_in_the_file_can_be_added_to_and_stays_as_it_is(cast: Cast, amara: Client, kind: str, said: str) -> None:
    first = contribution_at(Status.FILED, cast)
    assert f"?follows={first.pk}&amp;kind={kind}" in text(amara, "stories:one", first.pk)
    save(amara, page(amara, "stories:write", follows=str(first.pk), kind=kind), words="And one thing more.")
    later = send(amara, Contribution.objects.get(words="And one thing more."))
    assert (later.follows, later.kind, later.about) == (first, kind, first.about)
    assert list(following(first)) == [later]
    assert "And one thing more." in text(amara, "stories:one", first.pk)
    assert said in text(amara, "stories:one", later.pk)
    assert first.words in text(sign_in(Client(), cast.ben), "moderation:reading", later.pk).replace("&#x27;", "'")
    first.refresh_from_db()
    assert first.standing is Status.FILED


def test_what_is_not_in_the_file_cannot_be_followed_and_hidden_words_are_not_shown(cast: Cast, amara: Client) -> None:
    waiting = a_sent(cast.amara)
    save(amara, page(amara, "stories:write", follows=str(waiting.pk), kind="added"), words="More.")
    assert Contribution.objects.get(words="More.").follows is None
    hidden = contribution_at(Status.FILED, cast)
    Contribution.objects.filter(pk=hidden.pk).update(hidden_by_author=True)
    html = amara.get(reverse("stories:write"), {"follows": str(hidden.pk), "kind": "added"}).content.decode()
    assert "is hidden on this phone" in html
    assert hidden.words.splitlines()[0] not in html
