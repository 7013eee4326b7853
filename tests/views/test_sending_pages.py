"""Before sending, sending, and afterwards: exactly who reads, never twice, hidden where that was asked."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from people.models import Notice, Task, User
from stories.lifecycle import Status
from stories.models import Contribution
from tests.cast import NOW, PASSPHRASE, SATURDAY, Cast, sign_in
from tests.factories.contributions import WORDS, a_draft, a_sent, contribution_at
from tests.views.story_of_amara import add


@pytest.fixture
def amara(cast: Cast, client: Client) -> Client:
    return sign_in(client, user_of(cast.amara))


def user_of(child: Any) -> User:
    assert child.user
    return child.user


def check(client: Client, draft: Contribution) -> str:
    return client.get(reverse("stories:check", args=[draft.pk])).content.decode()


def send(client: Client, draft: Contribution, **said: Any) -> Any:
    return client.post(reverse("stories:send", args=[draft.pk]), {"version": draft.version, **said})


def text(client: Client, name: str, contribution: Contribution) -> str:
    return client.get(reverse(name, args=[contribution.pk]), follow=True).content.decode()


@pytest.mark.need("R62")
@pytest.mark.need("R59")
def test_before_sending_everybody_who_will_read_it_is_named_with_their_role(cast: Cast, amara: Client) -> None:
    html = check(amara, a_draft(cast.amara))
    for name, role in (("Ben Hughes", "Social worker"), ("Joan Mills", "Team manager"), ("David Osei", "Reviewing officer")):
        assert name in html
        assert role in html
    shown = html[html.index("Who will read it") :]
    assert shown.index("Ben Hughes") < shown.index("David Osei"), "who is expected to read it is named first"
    for other in ("Carys", "Dev", "Gwen", "Imani", "Ruth"):
        assert other not in html
    assert "we will have to tell someone. We will try to talk to you first." in html
    assert "It stays yours." in html
    assert "So may a court." in html


def test_before_sending_it_promises_what_it_promises_once_it_is_sent(cast: Cast, client: Client) -> None:
    with time_machine.travel(SATURDAY, tick=False):
        sign_in(client, user_of(cast.amara))
        draft = a_draft(cast.amara)
        before = check(client, draft)
        send(client, draft)
        after = text(client, "stories:sent", draft)
    assert "Nobody is at work just now. Ben Hughes will read it by Wednesday." in before
    assert "Ben Hughes will read it by Wednesday." in after


def test_choosing_somebody_says_who_else_can_then_read_it(cast: Cast, amara: Client) -> None:
    html = check(amara, a_draft(cast.amara))
    assert "David Osei, Reviewing officer. Only Joan Mills can read it too, until it is in your file." in html


@pytest.mark.need("R39")
def test_nothing_but_the_words_must_be_given(cast: Cast, amara: Client) -> None:
    draft = a_draft(cast.amara)
    answer = send(amara, draft)
    assert answer.url == reverse("stories:sent", args=[draft.pk])
    assert Contribution.objects.get(pk=draft.pk).kind == "other"


@pytest.mark.need("R45")
def test_what_was_said_about_the_words_goes_with_them(cast: Cast, amara: Client) -> None:
    draft = a_draft(cast.amara)
    send(amara, draft, kind="want", helped_by="Gran", about_my_worker="on", chosen_reader=str(cast.joan.pk), hide="on")
    sent = Contribution.objects.get(pk=draft.pk)
    assert (sent.kind, sent.helped_by, sent.about_my_worker) == ("want", "Gran", True)
    assert (sent.chosen_reader, sent.hidden_by_author, sent.urgent) == (cast.joan, True, False)


@pytest.mark.need("R42")
def test_sent_again_it_comes_to_the_same_page_and_nothing_is_doubled(cast: Cast, amara: Client) -> None:
    draft = a_draft(cast.amara)
    first, again = send(amara, draft), send(amara, draft, kind="wrong")
    assert first.url == again.url
    assert "Ben Hughes will read it by" in amara.get(again.url).content.decode()
    assert Task.objects.filter(about_id=draft.pk).count() == 1
    assert check_redirects(amara, draft) == first.url


def check_redirects(client: Client, draft: Contribution) -> str:
    return str(client.get(reverse("stories:check", args=[draft.pk])).url)


def test_words_that_changed_in_another_window_are_shown_once_more(cast: Cast, amara: Client) -> None:
    draft = a_draft(cast.amara)
    answer = amara.post(reverse("stories:send", args=[draft.pk]), {"version": 99, "kind": "want"})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Your words changed since you saw this page." in html
    assert f'name="version" value="{draft.version}"' in html
    assert 'value="want" id="id_kind_1" checked' in html
    assert Contribution.objects.get(pk=draft.pk).standing is Status.DRAFT


def test_an_empty_draft_goes_back_to_the_page_to_write_on(cast: Cast, amara: Client) -> None:
    draft = a_draft(cast.amara, " ")
    html = amara.get(reverse("stories:check", args=[draft.pk]), follow=True).content.decode()
    assert "There is nothing here yet." in html


def test_a_kind_that_does_not_exist_loses_nothing(cast: Cast, amara: Client) -> None:
    draft = a_draft(cast.amara)
    answer = send(amara, draft, kind="nonsense", helped_by="Gran")
    assert answer.status_code == 422
    assert 'value="Gran"' in answer.content.decode()


@pytest.mark.need("R55")
def test_an_urgent_one_at_night_shows_numbers_for_their_age_at_once(cast: Cast, client: Client) -> None:
    call_command("load_cms_contents", verbosity=0)
    with time_machine.travel(SATURDAY, tick=False):
        child, adult = (_worry(Client(), person) for person in (cast.amara, cast.idris))
    assert "Nobody is at work just now. Somebody will read it on Monday at 9am." in child
    assert "999" in child
    assert "Childline" in child
    assert "999" in adult
    assert "Childline" not in adult


def _worry(client: Client, child: Any) -> str:
    sign_in(client, user_of(child))
    sent = {"draft": uuid4(), "version": 0, "turn": 1, "tab": "x", "words": "Somebody is outside"}
    return client.post(reverse("stories:worried"), sent, follow=True).content.decode()


def test_the_urgent_page_shows_numbers_before_the_field_and_does_not_wait_for_the_notice(cast: Cast, client: Client) -> None:
    call_command("load_cms_contents", verbosity=0)
    cast.amara.notice_acknowledged_at = None
    cast.amara.save(update_fields=["notice_acknowledged_at"])
    html = sign_in(client, user_of(cast.amara)).get(reverse("stories:worried")).content.decode()
    assert 0 < html.index("999") < html.index("<textarea")


def test_an_urgent_one_that_is_empty_is_asked_for_again(cast: Cast, amara: Client) -> None:
    sent = {"draft": uuid4(), "version": 0, "turn": 1, "tab": "x", "words": " "}
    answer = amara.post(reverse("stories:worried"), sent)
    assert (answer.status_code, Contribution.objects.exclude(sent_at=None).exists()) == (422, False)


def test_a_worry_that_arrives_after_the_session_ended_waits_for_its_author(cast: Cast, amara: Client) -> None:
    html = amara.get(reverse("stories:worried"))
    sent = {"draft": uuid4(), "version": 0, "turn": 1, "tab": "x", "words": "Help", "author": html.context["author"]}
    amara.logout()
    amara.post(reverse("stories:worried"), sent)
    amara.post(reverse("account_login"), {"login": "amara", "password": PASSPHRASE})
    landed = amara.get(reverse("stories:kept"), follow=True)
    assert landed.redirect_chain[-1][0].startswith("/my-words/worried/?draft=")
    assert "Help</textarea>" in landed.content.decode()


def test_a_worry_without_words_is_answered_where_she_wrote_and_not_put_off(cast: Cast, amara: Client) -> None:
    html = amara.post(reverse("stories:worried"), {"draft": str(uuid4()), "version": 0, "tab": "a", "turn": 0, "words": " "})
    said = html.content.decode()
    assert "A few words are enough. Or call somebody." in said
    assert "another day" not in said
    assert f'action="{reverse("stories:worried")}#tell"' in said  # or the answer stands a screen below what she sees
    assert said.index('id="tell"') < said.index('role="alert"')


def test_somebody_who_is_not_signed_in_is_shown_whom_to_call(client: Client, db: None) -> None:
    assert client.get(reverse("stories:worried")).url == reverse("portal:help")


@pytest.mark.need("R44")
def test_my_words_lists_each_with_its_state_and_the_answer_in_full(cast: Cast, amara: Client) -> None:
    for status in (Status.DRAFT, Status.FILED, Status.NOT_ADDED, Status.LETS_TALK):
        contribution_at(status, cast)
    html = amara.get(reverse("stories:list")).content.decode()
    for said in (
        "Only you can see this draft.",
        "In your file, in your words.",
        "Thank you.",
        "Can we talk?",
        "because it is not your own.",
    ):
        assert said in html


def test_my_words_say_what_each_is_about(cast: Cast, amara: Client) -> None:
    about = add(cast.amara, "review_held", date(2017, 3, 4), facts={"code": "PN1"})
    draft, sent = a_draft(cast.amara, about=about), a_sent(cast.amara, about=about)
    html = amara.get(reverse("stories:list")).content.decode()
    assert html.count("About: Your review meeting") == 2
    assert (draft.about_id, sent.about_id) == (about.pk, about.pk)


def test_reading_the_answers_makes_them_no_longer_new(cast: Cast, amara: Client) -> None:
    contribution_at(Status.FILED, cast)
    amara.get(reverse("stories:list"))
    assert not Notice.objects.filter(seen_at__isnull=True).exists()


def test_hidden_words_are_nowhere_in_the_list_and_ask_for_the_passphrase(cast: Cast, amara: Client) -> None:
    hidden = a_sent(cast.amara, "Nobody here may see this", hide=True)
    html = amara.get(reverse("stories:list")).content.decode()
    assert "Nobody here may see this" not in html
    assert "It is hidden on this phone." in html
    asked = amara.get(reverse("stories:one", args=[hidden.pk]), follow=True)
    assert "Nobody here may see this" not in asked.content.decode()
    assert asked.redirect_chain[-1][0].startswith(reverse("account_reauthenticate"))
    opened = amara.post(asked.redirect_chain[-1][0], {"password": PASSPHRASE}, follow=True)
    assert "Nobody here may see this" in opened.content.decode()
    amara.post(reverse("stories:show", args=[hidden.pk]))
    assert "Nobody here may see this" in amara.get(reverse("stories:list")).content.decode()


@pytest.mark.parametrize("way", ["when sending", "later", "as a worry"])
def test_words_just_hidden_ask_for_the_passphrase_however_lately_it_was_given(cast: Cast, client: Client, way: str) -> None:
    client.post(reverse("account_login"), {"login": user_of(cast.amara).username, "password": PASSPHRASE})
    if way == "when sending":
        send(client, draft := a_draft(cast.amara), hide="on")
    elif way == "later":
        draft = a_sent(cast.amara)
        client.post(reverse("stories:hide", args=[draft.pk]))
    else:
        page = {"draft": str(uuid4()), "version": 0, "tab": "a", "turn": 0, "words": WORDS, "hide": "on"}
        client.post(reverse("stories:worried"), page)
        draft = Contribution.objects.get(pk=page["draft"])
    asked = client.get(reverse("stories:hidden", args=[draft.pk]), follow=True)
    assert asked.redirect_chain[-1][0].startswith(reverse("account_reauthenticate"))
    opened = client.post(asked.redirect_chain[-1][0], {"password": PASSPHRASE}, follow=True)
    assert WORDS.splitlines()[0] in opened.content.decode()


def test_words_can_be_hidden_later(cast: Cast, amara: Client) -> None:
    sent = a_sent(cast.amara)
    amara.post(reverse("stories:hide", args=[sent.pk]))
    assert WORDS.splitlines()[0] not in amara.get(reverse("stories:list")).content.decode()


def test_what_was_sent_is_taken_back_after_asking_once(cast: Cast, amara: Client) -> None:
    sent = a_sent(cast.amara)
    address = reverse("stories:take_back", args=[sent.pk])
    assert "Take this back?" in amara.get(address).content.decode()
    assert "You took it back" in amara.post(address, follow=True).content.decode()
    assert Contribution.objects.get(pk=sent.pk).standing is Status.WITHDRAWN


def test_an_urgent_one_has_no_button_to_take_it_back(cast: Cast, amara: Client) -> None:
    urgent = a_sent(cast.amara, urgent=True)
    assert "Take it back" not in text(amara, "stories:one", urgent)
    answer = amara.post(reverse("stories:take_back", args=[urgent.pk]))
    assert (answer.status_code, "we have to keep this one" in answer.content.decode()) == (403, True)


def test_words_not_added_can_be_looked_at_again(cast: Cast, amara: Client) -> None:
    refused = contribution_at(Status.NOT_ADDED, cast)
    assert "Ask someone else to look" in text(amara, "stories:one", refused)
    html = amara.post(reverse("stories:look_again", args=[refused.pk]), follow=True).content.decode()
    assert "Somebody who has not decided about it before will look." in html


@pytest.mark.parametrize("who", ["noor", "ben", "joan", "carys", "ruth"])
def test_to_everybody_else_none_of_these_pages_is_there(cast: Cast, client: Client, who: str) -> None:
    sent, user = contribution_at(Status.NOT_ADDED, cast), getattr(cast, who)
    sign_in(client, getattr(user, "user", user))
    nothing = {name: client.get(reverse(name, args=[uuid4()])) for name in PAGES}
    for name in PAGES:
        answer = client.get(reverse(name, args=[sent.pk]))
        assert (answer.status_code, answer.content) == (nothing[name].status_code, nothing[name].content), name


PAGES = ("stories:one", "stories:sent", "stories:check", "stories:take_back", "stories:throw_away")


def test_the_list_costs_the_same_few_queries_for_one_or_for_ten(cast: Cast, amara: Client, django_assert_max_num_queries: Any) -> None:
    for _ in range(10):
        a_sent(cast.amara)
    with django_assert_max_num_queries(30):
        amara.get(reverse("stories:list"))


def test_ages_decide_the_numbers(cast: Cast) -> None:
    assert (cast.amara.age_on(date(2026, 11, 21)), cast.idris.age_on(date(2026, 11, 21))) == (13, 34)
    assert NOW < SATURDAY
