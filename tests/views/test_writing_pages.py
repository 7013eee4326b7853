"""The pages on which words are written: nothing typed is ever lost, and nobody else sees a draft."""

import json
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from official_file.models import Sharing
from official_file.projection import refresh
from stories.lifecycle import Status
from stories.models import Contribution, signed
from tests.cast import NOW, Cast, sign_in
from tests.factories.contributions import a_draft, an_entry, contribution_at

HARD = "  Ŵyn \u200bsaid \u202eabc\u202c:\r\n\r\n<b>no</b> 👩🏽‍👧\t\r\n أخي "
AS_KEPT = HARD.replace("\r\n", "\n")


@pytest.fixture
def amara(cast: Cast, client: Client) -> Client:
    assert cast.amara.user
    return sign_in(client, cast.amara.user)


def page(client: Client, **query: str) -> dict[str, Any]:
    """What the open page would send, before anything is typed."""
    answer = client.get(reverse("stories:write"), query)
    assert answer.status_code == 200
    return {**on_the_page(answer), "author": answer.context["author"]}


def on_the_page(answer: Any) -> dict[str, Any]:
    values = {name: answer.context["form"][name].value() for name in ("draft", "about", "kind", "version", "tab", "turn", "words")}
    return {name: "" if value is None else value for name, value in values.items()}


def keep(client: Client, sent: dict[str, Any], *, then: str = "list", script: bool = False) -> Any:
    """Send a page, as a browser does."""
    headers = {"Accept": "application/json"} if script else {}
    body = urlencode({**sent, "then": then}, encoding="utf-8")
    return client.post(reverse("stories:save"), body, content_type="application/x-www-form-urlencoded", headers=headers)


def draft_of(sent: dict[str, Any]) -> Contribution:
    return Contribution.objects.get(pk=sent["draft"])


@pytest.mark.need("R31")
def test_words_are_kept_byte_for_byte_and_come_back_into_the_box(amara: Client) -> None:
    sent = {**page(amara), "words": HARD}
    assert keep(amara, sent).url == reverse("stories:list")
    assert draft_of(sent).words == AS_KEPT
    assert page(amara, draft=str(sent["draft"]))["words"] == AS_KEPT


def test_words_that_begin_with_an_empty_line_keep_it_in_the_page(amara: Client) -> None:
    sent = {**page(amara), "words": "\r\nafter an empty line"}
    keep(amara, sent)
    html = amara.get(reverse("stories:write"), {"draft": sent["draft"]}).content.decode()
    assert ">\n\nafter an empty line</textarea>" in html


@pytest.mark.need("R41")
def test_the_script_is_told_when_it_was_saved_and_that_it_is_private(amara: Client) -> None:
    answer = keep(amara, {**page(amara), "words": "One"}, script=True)
    said = answer.json()
    assert said["sentence"].startswith("Saved at ")
    assert said["sentence"].endswith("Only you can see this draft.")
    assert said["version"] == 1


def test_the_last_words_of_a_closing_page_are_kept(amara: Client) -> None:
    sent = {**page(amara), "words": "One", "turn": 1}
    keep(amara, sent, script=True)
    body = urlencode({**sent, "words": "One, two", "turn": 2, "quiet": "1"})
    answer = amara.post(reverse("stories:save"), body, content_type="application/x-www-form-urlencoded;charset=UTF-8")
    assert (answer.status_code, draft_of(sent).words) == (200, "One, two")


def test_two_windows_show_both_and_lose_neither(amara: Client) -> None:
    first = {**page(amara), "words": "Begun"}
    keep(amara, first)
    old, new = page(amara, draft=first["draft"]), page(amara, draft=first["draft"])
    keep(amara, {**new, "words": "The newer words", "turn": 1}, script=True)
    answer = keep(amara, {**old, "words": "The older window", "turn": 1})
    html = answer.content.decode()
    assert answer.status_code == 409
    assert "The newer words" in html
    assert "The older window" in html
    assert draft_of(first).words == "The newer words"
    keep(amara, on_the_page(answer))
    assert draft_of(first).words == "The older window"


def test_the_script_of_an_old_window_is_told_so(amara: Client) -> None:
    first = {**page(amara), "words": "Begun"}
    keep(amara, first)
    old = page(amara, draft=first["draft"])
    keep(amara, {**page(amara, draft=first["draft"]), "words": "Newer", "turn": 1}, script=True)
    answer = keep(amara, {**old, "words": "Older", "turn": 1}, script=True)
    assert (answer.status_code, "another window" in answer.json()["sentence"]) == (409, True)


@pytest.mark.parametrize("broken", [b"a%00b", b"a%ED%A0%80b", b"%FF"], ids=["null", "half a character", "not utf-8"])
def test_what_cannot_be_kept_is_said_and_the_page_comes_back(amara: Client, broken: bytes) -> None:
    sent = page(amara)
    sent.pop("words")
    body = urlencode(sent).encode() + b"&words=" + broken
    answer = amara.post(reverse("stories:save"), body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 422
    assert "came to us broken" in answer.content.decode()
    assert not Contribution.objects.exists()


@pytest.mark.need("R40")
def test_more_than_can_be_sent_is_kept_and_said(amara: Client) -> None:
    sent = {**page(amara), "words": "a" * 20_431}
    answer = keep(amara, sent, then="check")
    shown = amara.get(answer.url, follow=True).content.decode()
    assert "This is 20431 letters long. We can take 20000 at once." in shown
    assert len(draft_of(sent).words) == 20_431


def test_more_than_a_draft_holds_comes_back_whole(amara: Client) -> None:
    answer = keep(amara, {**page(amara), "words": "a" * 200_001})
    assert answer.status_code == 422
    assert len(answer.context["form"]["words"].value()) == 200_001


@pytest.mark.need("R41")
def test_words_that_arrive_after_the_session_ended_wait_for_their_author(cast: Cast, amara: Client) -> None:
    sent = {**page(amara), "words": HARD}
    amara.logout()
    answer = keep(amara, sent)
    assert answer.url == "/sign-in/?next=%2Fmy-words%2Fkept%2F"
    assert not Contribution.objects.exists()
    _sign_in_by_hand(amara, "amara")
    landed = amara.get(reverse("stories:kept"), follow=True)
    assert "You were away for 15 minutes" in landed.content.decode()
    assert draft_of(sent).words == AS_KEPT


def test_somebody_else_who_signs_in_there_gets_nothing(cast: Cast, amara: Client) -> None:
    sent = {**page(amara), "words": "Only mine"}
    amara.logout()
    keep(amara, sent)
    _sign_in_by_hand(amara, "noor")
    landed = amara.get(reverse("stories:kept"), follow=True)
    assert "Only mine" not in landed.content.decode()
    assert not Contribution.objects.exists()


def test_a_page_left_open_by_one_is_never_kept_for_another(cast: Cast, amara: Client) -> None:
    sent = {**page(amara), "words": "Only mine"}
    assert cast.noor.user
    sign_in(amara, cast.noor.user)
    assert keep(amara, sent, script=True).status_code == 401
    answer = keep(amara, sent)
    assert "If these are your words" in answer.content.decode()
    assert str(answer.context["form"]["draft"].value()) != str(sent["draft"])
    assert not Contribution.objects.exists()


def test_a_script_is_told_that_the_session_has_ended(amara: Client) -> None:
    sent = {**page(amara), "words": "One"}
    amara.logout()
    assert keep(amara, sent, script=True).status_code == 401


def test_a_stranger_can_leave_no_words_here(client: Client, db: None) -> None:
    keep(client, {"draft": uuid4(), "version": 0, "turn": 0, "tab": "x", "words": "spam", "author": "forged"})
    assert "words_that_wait" not in client.session


def test_a_page_whose_draft_was_sent_meanwhile_keeps_its_words_as_a_new_one(cast: Cast, amara: Client) -> None:
    contribution = contribution_at(Status.SENT, cast)
    answer = keep(amara, {**page(amara), "draft": contribution.pk, "words": "An afterthought"})
    html = answer.content.decode()
    assert "You have sent this already" in html
    assert "An afterthought</textarea>" in html
    assert str(answer.context["form"]["draft"].value()) != str(contribution.pk)


@pytest.mark.parametrize("who", ["noor", "ben", "joan", "carys"])
def test_somebody_elses_draft_is_not_there(cast: Cast, client: Client, who: str) -> None:
    draft = a_draft(cast.amara)
    user = getattr(cast, who)
    sign_in(client, getattr(user, "user", user))
    sent = {"draft": draft.pk, "version": 1, "turn": 9, "tab": "a tab", "words": "mine now"}
    for answer in (
        client.get(reverse("stories:write"), {"draft": draft.pk}),
        client.get(reverse("stories:check", args=[draft.pk])),
        client.post(reverse("stories:send", args=[draft.pk]), {"version": 1}),
        client.post(reverse("stories:throw_away", args=[draft.pk])),
        keep(client, sent),
    ):
        assert answer.status_code == 404
    assert Contribution.objects.get(pk=draft.pk).words == draft.words


def test_one_can_write_about_an_entry_that_is_open_and_about_no_other(cast: Cast, amara: Client) -> None:
    entry, closed = an_entry(cast.amara), an_entry(cast.noor)
    Sharing.objects.create(entry=entry, decision="shared", opens_at=NOW, **signed(cast.ben, NOW))
    refresh(entry)
    html = amara.get(reverse("stories:write"), {"about": entry.pk, "kind": "wrong"}).content.decode()
    assert "You are saying what is wrong in this: " in html
    sent = {**page(amara, about=str(entry.pk), kind="wrong"), "words": "It was in June"}
    keep(amara, sent)
    assert (draft_of(sent).about, draft_of(sent).kind) == (entry, "wrong")
    other = {**page(amara, about=str(closed.pk)), "about": str(closed.pk), "words": "Hello"}
    keep(amara, other)
    assert draft_of(other).about is None


def test_an_empty_page_makes_no_draft(amara: Client) -> None:
    answer = keep(amara, page(amara))
    assert "There is nothing here yet." in answer.content.decode()
    assert not Contribution.objects.exists()


def test_a_draft_is_thrown_away_after_asking_once(cast: Cast, amara: Client) -> None:
    draft = a_draft(cast.amara, "Half a thought")
    address = reverse("stories:throw_away", args=[draft.pk])
    assert "Half a thought" in amara.get(address).content.decode()
    assert Contribution.objects.get(pk=draft.pk).words == "Half a thought"
    amara.post(address)
    assert Contribution.objects.get(pk=draft.pk).words == ""
    assert amara.get(address).status_code == 404


def test_staff_have_no_page_to_write_on(cast: Cast, client: Client) -> None:
    sign_in(client, cast.ben)
    assert client.get(reverse("stories:write")).status_code == 404
    assert keep(client, {"draft": uuid4(), "version": 0, "turn": 0, "tab": "x", "words": "Hello"}).status_code == 404


def test_nothing_of_the_words_stands_in_an_address(amara: Client) -> None:
    answer = keep(amara, {**page(amara), "words": "secretword"}, then="check")
    assert "secretword" not in answer.url
    assert "secretword" not in json.dumps(dict(answer.headers))


def _sign_in_by_hand(client: Client, username: str) -> None:
    answer = client.post(reverse("account_login"), {"login": username, "password": "maple-rocket-violin"})
    assert answer.status_code == 302, answer.content.decode()
