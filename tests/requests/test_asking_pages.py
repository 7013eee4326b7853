"""The pages of asking: without an account, signed in, and taken down by somebody at the council."""

import re
from datetime import timedelta

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from access_requests.actions.make_status_code import make_status_code
from access_requests.models import AccessRequest, AskDraft, Authority
from access_requests.queries.contact import contact_of
from access_requests.queries.drafts import said_in
from tests.cast import Cast, sign_in
from tests.factories.requests import Route, a_request

CODE = re.compile(r'class="join-code" dir="ltr">([A-Z0-9-]{14})<')


def text_of(response: object) -> str:
    return response.content.decode()


def url(name: str, *args: object) -> str:
    return reverse(f"access_requests:{name}", args=args)


def begun(client: Client) -> str:
    """Begin without an account; the address of the first page."""
    return client.post(url("ask_begin")).headers["Location"]


def say(client: Client, slug: str, **said: object) -> str:
    """Fill in one page; the address of the next."""
    answer = client.post(url("ask_step", slug), said)
    assert answer.status_code == 302, text_of(answer)
    return answer.headers["Location"]


@pytest.mark.need("M11", "M12")
def test_a_name_and_a_promise_to_come_back_is_all_it_takes(client: Client, cast: Cast) -> None:
    assert begun(client) == url("ask_step", "who")
    following = say(client, "who", asker="self")
    slugs = []
    while "/about/" in following:
        slugs.append(following.rstrip("/").split("/")[-1])
        assert client.get(following).status_code == 200
        said = {"name": {"name": "Pat Lowe"}, "reach": {"by_code": "on"}}.get(slugs[-1], {})
        following = say(client, slugs[-1], **said)
    assert slugs == ["name", "names", "born", "then", "places", "people", "what", "known", "formats", "company", "reach", "dates"]
    assert following == url("ask_expect")
    expected = text_of(client.get(following))
    assert "Nobody may make you ask" in expected
    assert "Article 17 of the Convention on the Rights of the Child" in expected
    assert "Something is still needed" not in text_of(client.get(url("ask_check")))
    page = text_of(client.post(url("ask_send"), follow=True))
    made = AccessRequest.objects.get()
    assert made.reference in page
    assert "This page does not say whether we have a file" in page
    assert "Samaritans" in page
    assert CODE.search(page)
    assert not AskDraft.objects.exists()


def test_what_is_needed_is_said_where_it_is_missing_and_nothing_typed_is_lost(client: Client, cast: Cast) -> None:
    begun(client)
    say(client, "who", asker="self")
    wrong = client.post(url("ask_step", "reach"), {"email": "pat at home", "when": "Never before ten", "not_on": ""})
    assert "It needs an @" in text_of(wrong)
    assert "Never before ten" in text_of(wrong)
    assert "pat at home" in text_of(wrong)
    assert "Give one way to reach you" in text_of(client.post(url("ask_step", "reach"), {}))
    assert "choose another way" in text_of(client.post(url("ask_step", "reach"), {"how": "post", "by_code": "on"}))
    check = text_of(client.get(url("ask_check")))
    assert "Something is still needed" in check
    assert 'action="' + url("ask_send") in check
    client.post(url("ask_send"))
    assert not AccessRequest.objects.exists()
    assert AskDraft.objects.count() == 1


def test_back_and_later_keep_what_was_typed_and_a_code_brings_it_back_on_another_phone(client: Client, cast: Cast) -> None:
    begun(client)
    say(client, "who", asker="self")
    assert say(client, "name", name="Pat", back="1") == url("ask_step", "who")
    assert 'value="Pat"' in text_of(client.get(url("ask_step", "name")))
    page = text_of(client.post(url("ask_step", "born"), {"born": "1965, in spring", "later": "1"}, follow=True))
    found = CODE.search(page)
    assert found
    assert "Pat" not in AskDraft.objects.get().sealed_answers
    assert client.get(url("ask_step", "name")).headers["Location"] == url("ask_come_back"), "a library's computer forgets it"
    assert not CODE.search(text_of(client.get(url("ask_later"))))
    phone = Client()
    assert "does not open anything" in text_of(phone.post(url("ask_come_back"), {"code": "ABCD-EFGH-JKMN"}))
    back = phone.post(url("ask_come_back"), {"code": found[1].lower()})
    assert back.headers["Location"] == url("ask_step", "then")
    assert "1965, in spring" in text_of(phone.get(url("ask_step", "born")))


def test_a_page_left_open_past_the_end_of_the_session_still_keeps_its_words(client: Client, cast: Cast) -> None:
    begun(client)
    say(client, "who", asker="self")
    carried = re.search(r'name="carried" value="([^"]+)"', text_of(client.get(url("ask_step", "name"))))
    assert carried
    client.cookies.clear()
    assert say(client, "name", name="Pat Lowe", carried=carried[1]) == url("ask_step", "names")
    assert said_in(AskDraft.objects.get())["name"] == "Pat Lowe"
    other = Client()
    assert other.post(url("ask_step", "name"), {"name": "x", "carried": "made-up:token"}).headers["Location"] == url("ask_come_back")


def test_pressed_twice_it_is_one_request(client: Client, cast: Cast) -> None:
    begun(client)
    for slug, said in (("who", {"asker": "self"}), ("name", {"name": "Pat"}), ("reach", {"phone": "01632 960001", "how": "phone"})):
        say(client, slug, **said)
    carried = re.search(r'name="carried" value="([^"]+)"', text_of(client.get(url("ask_check"))))
    assert carried
    pages = [text_of(client.post(url("ask_send"), {"carried": carried[1]}, follow=True)) for _press in range(2)]
    made = AccessRequest.objects.get()
    assert all(made.reference in page for page in pages)
    assert contact_of(made).phone == "01632 960001"


def test_somebody_who_asks_for_another_says_what_lets_them_and_what_they_think(client: Client, cast: Cast) -> None:
    begun(client)
    say(client, "who", asker="advocate")
    assert "Who you work for" in text_of(client.get(url("ask_step", "name")))
    assert say(client, "name", name="Jo Swift", organisation="Voices") == url("ask_step", "about")
    assert say(client, "about", subject="Noor", relation="I am his advocate") == url("ask_step", "authority")
    assert "what do they think" in text_of(client.get(url("ask_step", "authority")))
    assert "When were they born?" in text_of(client.get(url("ask_step", "born")))
    known, company = (text_of(client.get(url("ask_step", slug))) for slug in ("known", "company"))
    assert "why they came into care" in known
    assert "why you came into care" not in known
    assert "Who is safe to be with them?" in company
    assert "I read it alone" not in company


def test_signed_in_only_what_they_want_is_asked(client: Client, cast: Cast) -> None:
    sign_in(client, cast.idris.user)
    assert client.get(reverse("portal:ask_for_my_file")).headers["Location"] == url("my_ask_begin")
    following = client.post(url("my_ask_begin")).headers["Location"]
    assert following == url("my_ask_step", "what")
    for slug in ("what", "known", "formats", "company", "reach", "dates"):
        client.post(url("my_ask_step", slug), {"what": "why", "tell_worker": "no"} if slug in ("what", "company") else {})
    page = text_of(client.post(url("my_ask_send"), follow=True))
    made = AccessRequest.objects.get()
    assert made.reference in page
    assert made.answers["what"] == "why"
    assert "Your code" not in page
    assert "We must reply by" in page
    assert "Just tell me why" in text_of(client.get(url("my_request", made.pk)))
    stranger = sign_in(Client(), cast.amara.user)
    assert stranger.get(url("my_ask_sent", made.pk)).status_code == 404


def test_any_member_of_staff_takes_a_request_down_and_the_day_it_came_counts(client: Client, cast: Cast) -> None:
    sign_in(client, cast.ruth)
    first = client.post(url("take_down_begin")).headers["Location"]
    draft = AskDraft.objects.get()
    assert first == url("take_down_step", draft.pk, "received")
    tomorrow, before = (timezone.localdate() + timedelta(days=days) for days in (1, -9))
    assert "still to come" in text_of(client.post(first, {"received_on": tomorrow.isoformat()}))
    client.post(first, {"received_on": before.isoformat(), "received_how": "A letter"})
    for slug, said in (("who", {"asker": "self"}), ("name", {"name": "Pat Lowe"}), ("reach", {"address": "1 Mill Lane"})):
        client.post(url("take_down_step", draft.pk, slug), said)
    assert sign_in(Client(), cast.ben).get(url("take_down_check", draft.pk)).status_code == 404, "a draft is its writer's alone"
    page = text_of(client.post(url("take_down_send", draft.pk), follow=True))
    made = AccessRequest.objects.get()
    assert (made.received_on, made.taken_by, made.route) == (before, cast.ruth, "by_worker")
    assert made.reference in page
    assert CODE.search(page)


def test_for_a_child_in_reach_nothing_is_asked_that_finds_their_file(client: Client, cast: Cast) -> None:
    sign_in(client, cast.ben)
    assert client.get(url("take_down_for", cast.noor.pk)).status_code == 404
    client.post(url("take_down_for", cast.amara.pk))
    draft = AskDraft.objects.get()
    assert client.get(url("take_down_step", draft.pk, "places")).status_code == 404
    assert 'value="Amara"' in text_of(client.get(url("take_down_step", draft.pk, "name")))


def test_who_deals_with_it_reads_what_they_asked_and_how_to_reach_them_and_who_checks_reads_no_address(client: Client, cast: Cast) -> None:
    made = a_request(cast, route=Route.PUBLIC_FORM, contact={"phone": "01632 960001", "when": "Never leave a message"})
    page = text_of(sign_in(client, cast.imani).get(url("request", made.pk)))
    for words in ("The Firs, near the station", "01632 960001", "Never leave a message", "Everything you have"):
        assert words in page
    assert CODE.search(text_of(client.post(url("give_code", made.pk))))
    assert "01632 960001" not in text_of(sign_in(Client(), cast.tom).get(url("request", made.pk)))


@pytest.mark.need("M12")
def test_the_letter_that_says_we_have_it_is_written_at_once_and_says_nothing_of_a_record(cast: Cast) -> None:
    matched, unmatched = a_request(cast), a_request(cast, route=Route.PUBLIC_FORM)
    for made in (matched, unmatched):
        letter = made.letters.get(kind="acknowledged")
        assert made.reference in str(letter.blocks)
        assert "Samaritans" in str(letter.blocks)
    assert "does not say if we have a file" in str(unmatched.letters.get().blocks)


def test_what_to_expect_says_what_is_asked_of_somebody_who_asks_for_another(client: Client, cast: Cast) -> None:
    begun(client)
    say(client, "who", asker="parent")
    assert "Parental responsibility" in text_of(client.get(url("ask_step", "authority")))
    page = text_of(client.get(url("ask_expect")))
    for words in ("what they think", "If they say no, that counts", "The answer goes to the person themselves"):
        assert words in page


def test_asking_again_begins_with_what_was_said_the_first_time(client: Client, cast: Cast) -> None:
    first = a_request(cast, route=Route.PUBLIC_FORM, contact={"phone": "01632 960001"})
    code = make_status_code(request=first, way="screen", now=timezone.now())
    client.post(url("status_door"), {"reference": first.reference, "code": code})
    client.post(url("ask_begin"), {"again": first.pk})
    assert "Patricia Grey" in text_of(client.get(url("ask_step", "names")))
    assert 'value="01632 960001"' in text_of(client.get(url("ask_step", "reach")))
    client.post(url("ask_send"))
    assert AccessRequest.objects.get(follows=first).answers["homes"] == "The Firs, near the station"
    nobody = Client()
    nobody.post(url("ask_begin"), {"again": first.pk})
    assert "Patricia" not in text_of(nobody.get(url("ask_step", "names")))


def test_whoever_asked_by_the_open_form_can_ask_again_signed_in_and_no_address_is_taken_over(client: Client, cast: Cast) -> None:
    first = a_request(cast, route=Route.PUBLIC_FORM, contact={"phone": "01632 960001"})
    AccessRequest.objects.filter(pk=first.pk).update(child=cast.amara.pk)
    sign_in(client, cast.amara.user)
    assert client.post(url("my_ask_begin"), {"again": first.pk}).status_code == 302
    draft = said_in(AskDraft.objects.get(user=cast.amara.user))
    assert draft["follows"] == str(first.pk)
    assert "01632 960001" not in str(draft)
    assert client.get(url("my_ask_sent", first.pk)).status_code == 404


def test_the_door_says_the_same_to_everybody_who_is_wrong_and_lets_nobody_try_for_ever(client: Client, cast: Cast) -> None:
    made = a_request(cast, route=Route.PUBLIC_FORM)
    other = a_request(cast, route=Route.PUBLIC_FORM)
    code = make_status_code(request=made, way="screen", now=timezone.now())
    tries = [(made.reference, "ABCD-EFGH-JKMN"), ("ZZZZ-ZZZZ", "ABCD-EFGH-JKMN"), (other.reference, code)]
    pages = set()
    for reference, typed in tries:
        page = text_of(Client().post(url("status_door"), {"reference": reference, "code": typed}))
        pages.add(re.sub(r'value="[^"]*"', "", page))
    assert len(pages) == 1
    sent = {re.sub(r'value="[^"]*"', "", text_of(Client().post(url("new_code"), {"reference": one}))) for one, _code in tries}
    assert len(sent) == 1
    for _again in range(12):
        Client().post(url("status_door"), {"reference": made.reference, "code": "ABCD-EFGH-JKMN"})
    assert "too often" in text_of(client.post(url("status_door"), {"reference": made.reference, "code": code}))


def test_whoever_lost_their_code_gets_one_where_they_said_and_nowhere_else(
    client: Client, cast: Cast, mailoutbox: list[EmailMessage]
) -> None:
    made = a_request(cast, route=Route.PUBLIC_FORM, contact={"email": "pat@example.org"})
    client.post(url("new_code"), {"reference": made.reference})
    (sent,) = mailoutbox
    assert sent.to == ["pat@example.org"]
    assert "file" not in sent.body.lower()
    code = re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}", str(sent.body))
    assert code
    assert client.post(url("status_door"), {"reference": made.reference, "code": code[0]}).headers["Location"] == url("status")
    assert made.reference in text_of(client.get(url("status")))
    client.post(url("status_leave"))
    assert client.get(url("status")).headers["Location"] == url("status_door")


def test_a_code_used_on_another_phone_is_never_shown_as_the_next_one(client: Client, cast: Cast) -> None:
    begun(client)
    for slug, said in {"who": {"asker": "self"}, "name": {"name": "Pat Lowe"}, "reach": {"by_code": "on"}}.items():
        say(client, slug, **said)
    page = text_of(client.post(url("ask_send"), follow=True))
    (code,) = CODE.findall(page)
    assert code in text_of(client.get(url("status")))
    back = text_of(client.get(url("ask_come_back")))
    assert "It is sent. You do not have to do it again." in back
    Client().post(url("status_door"), {"reference": AccessRequest.objects.get().reference, "code": code})
    for name in ("status", "ask_sent"):
        assert code not in text_of(client.get(url(name)))
    assert "There is a newer code" in text_of(client.get(url("status")))
    assert "It is sent" not in text_of(Client().get(url("ask_come_back")))


def test_when_what_let_them_ask_has_ended_they_are_out_at_once(client: Client, cast: Cast) -> None:
    made = a_request(cast, route=Route.PUBLIC_FORM, asker="advocate")
    code = make_status_code(request=made, way="screen", now=timezone.now())
    client.post(url("status_door"), {"reference": made.reference, "code": code})
    assert client.get(url("status")).status_code == 200
    Authority.objects.create(request=made, name="Jo", ended_at=timezone.now())
    assert client.get(url("status")).headers["Location"] == url("status_door")
    assert client.get(url("ask_sent")).headers["Location"] == url("status_door")


def test_a_form_that_came_too_late_gives_back_the_words_and_never_an_address(cast: Cast) -> None:
    strict = Client(enforce_csrf_checks=True, headers={"sec-fetch-site": "same-origin"})
    page = text_of(strict.post(url("ask_step", "places"), {"homes": "The Firs", "address": "1 Mill Lane"}))
    assert "The Firs" in page
    assert "1 Mill Lane" not in page
