"""Following a request like a parcel: signed in and with a code, the same page; nothing about a record before it is known who asks."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from access_requests.actions.ask_for_identity import ask_for_identity
from access_requests.actions.make_status_code import make_status_code
from access_requests.actions.match import tie_to
from access_requests.actions.name_officer import name_officer
from access_requests.actions.withdraw_request import withdraw_request
from access_requests.actions.write_letter import write_letter
from access_requests.actions.write_message import write_message
from access_requests.letters.kinds import LetterKind
from access_requests.lifecycle import ENDED, State
from access_requests.models import AccessRequest, IdentityStep, RequestLetter, StatusCode
from access_requests.queries.next_action import next_action
from access_requests.queries.tracker import tracker_of
from access_requests.tracker_stages import NEXT, Standing, stages
from audit.events import Event
from people.models import Notice
from tests.cast import NOW, Cast, sign_in
from tests.factories.packs import a_pack
from tests.factories.requests import Route, a_request
from tests.views.things_of_requests import a_plain_request

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _the_day_they_asked() -> Iterator[None]:
    with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
        yield


def with_code(request: AccessRequest, client: Client | None = None) -> Client:
    """Somebody who came in by the door of those without an account."""
    client = client or Client()
    code = make_status_code(request=request, way=StatusCode.Way.SCREEN, now=NOW)
    answer = client.post("/ask/status/door/", {"reference": request.reference, "code": code})
    assert answer.status_code == 302, answer.content.decode()
    return client


def page_of(client: Client, url: str = "/ask/status/") -> str:
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_stages_are_done_one_after_the_other() -> None:
    assert [one.standing for one in stages(State.READING)] == [Standing.DONE] * 4 + [Standing.NOW] + [Standing.LATER] * 2
    assert [one.standing for one in stages(State.GIVEN)] == [Standing.DONE] * 7
    assert stages(State.WITHDRAWN) == ()
    assert [one.slug for one in stages(State.ASKED, known=True) if one.standing is Standing.NOW] == ["searching"]
    skipped = [one.slug for one in stages(State.REFUSED, proposed_from=State.IDENTITY) if one.standing is Standing.SKIPPED]
    assert skipped == ["searching", "gathering", "reading"]


@pytest.mark.need("R70")
def test_a_young_person_follows_their_request_signed_in(cast: Cast, client: Client) -> None:
    asked = a_request(cast, child=cast.amara)
    page = page_of(sign_in(client, cast.amara.user), f"/my-file/{asked.pk}/")
    assert asked.reference in page
    for wanted in ("How far it is", "We must reply by 18 December 2026.", "One of us talks to you by", "Childline", "Stop this request"):
        assert wanted in page, wanted


def test_every_state_says_what_is_done_now_or_how_it_ended(cast: Cast, client: Client) -> None:
    """Whatever the state, whoever asks: one page that says where it stands, whom to talk to, and what one can do."""
    mine = sign_in(client, cast.idris.user)
    for number, state in enumerate(State):
        asked = a_plain_request(cast.idris, state, f"S-{number:04}")
        page = page_of(mine, f"/my-file/{asked.pk}/")
        wanted = ["Samaritans", "Complain, or ask us to look again", "Your message", NEXT[state] if state in ENDED else "How far it is"]
        for words in (*wanted, *(["Stop this request"] if state not in ENDED else [])):
            assert words in page, (state, words)
        assert ("Stop this request" in page) is (state not in ENDED)


def test_a_stranger_and_a_worker_get_the_answer_for_nothing(cast: Cast) -> None:
    asked = a_request(cast, child=cast.amara)
    letter = write_letter(request=asked, kind=LetterKind.ACKNOWLEDGED, by=cast.sana, now=NOW)
    for user in (cast.noor.user, cast.ben, cast.imani):
        client = sign_in(Client(), user)
        for path in (f"/my-file/{asked.pk}/", f"/my-file/{asked.pk}/stop/", f"/my-file/letters/{letter.pk}/"):
            assert client.get(path).status_code == 404, (user, path)


def test_what_somebody_else_asks_about_a_young_person_is_not_theirs_to_follow(cast: Cast, client: Client) -> None:
    asked = a_request(cast, route=Route.PUBLIC_FORM, asker="parent", child=cast.amara)
    assert sign_in(client, cast.amara.user).get(f"/my-file/{asked.pk}/").status_code == 404


@pytest.mark.parametrize("asker", ["self", "parent", "solicitor"])
@pytest.mark.parametrize("asked_who", [False, True])
def test_before_identity_is_settled_the_page_is_the_same_byte_for_byte_with_a_record_and_without(
    cast: Cast, asker: str, *, asked_who: bool
) -> None:
    """Everything that follows from finding a record (a hold, tasks, places to search, the child's own say) leaves no trace here."""
    pages = []
    for child in (None, cast.noor):
        asked = a_request(cast, route=Route.PUBLIC_FORM, asker=asker)
        name_officer(request=asked, officer=cast.imani, by=cast.imani, now=NOW)
        if asked_who:
            way, why = IdentityStep.Way.VOUCHED, "You wrote from an address we do not know."
            ask_for_identity(request=asked, way=way, why=why, by=cast.imani, now=NOW)
        if child:
            asked.refresh_from_db()
            tie_to(request=asked, child=child, event=Event.REQUEST_MATCHED, by=cast.imani, now=NOW)
        letters = [page_of(with_code(asked), f"/ask/status/letters/{letter.pk}/") for letter in asked.letters.order_by("at", "kind")]
        pages.append([_without_names(page, asked) for page in (page_of(with_code(asked)), *letters)])
    assert len(pages[0]) == 2 + asked_who
    assert pages[0] == pages[1]


def _without_names(page: str, asked: AccessRequest) -> str:
    """The page without what is drawn by lot for each request: its number, its code, ids of letters and form tokens."""
    page = page.replace(asked.reference, "REFERENCE")
    page = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "ID", page)
    page = re.sub(r'(<p class="code-word"><bdi>)[^<]*', r"\1CODE", page)
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "TOKEN", page)


@pytest.mark.need("M12")
def test_the_letter_that_we_have_it_is_made_at_once_and_once(cast: Cast) -> None:
    asked = a_request(cast, route=Route.PUBLIC_FORM)
    first = write_letter(request=asked, kind=LetterKind.ACKNOWLEDGED, by=cast.sana, now=NOW)
    again = write_letter(request=asked, kind=LetterKind.ACKNOWLEDGED, by=cast.sana, now=NOW + timedelta(days=1))
    assert first == again
    page = page_of(with_code(asked), f"/ask/status/letters/{first.pk}/")
    assert ".." not in str(first.blocks)
    for wanted in ("We have your request", asked.reference, "18 November 2026", "You can complain to us.", "Samaritans"):
        assert wanted in page, wanted


def test_messages_go_both_ways_and_say_whether_they_were_read(cast: Cast, client: Client) -> None:
    asked = a_request(cast, child=cast.amara)
    mine, desk = sign_in(client, cast.amara.user), sign_in(Client(), cast.imani)
    assert mine.post(f"/my-file/{asked.pk}/write/", {"text": "  Is my school in it?\n"}).status_code == 302
    assert asked.messages.get().text == "  Is my school in it?\n"
    assert "Is my school in it?" in page_of(desk, f"/work/requests/{asked.pk}/")
    assert desk.post(f"/work/requests/{asked.pk}/write/", {"text": "Yes, it is."}).status_code == 302
    assert "They have not read your last message yet." in page_of(desk, f"/work/requests/{asked.pk}/")
    assert Notice.objects.filter(user=cast.amara.user, about_type="access_request", seen_at__isnull=True).exists()
    page = page_of(mine, f"/my-file/{asked.pk}/")
    assert "Yes, it is." in page
    assert "They have read it" in page_of(desk, f"/work/requests/{asked.pk}/")
    assert not Notice.objects.filter(user=cast.amara.user, about_type="access_request", seen_at__isnull=True).exists()


def test_an_empty_message_says_what_to_do_and_sent_twice_it_is_one(cast: Cast, client: Client) -> None:
    asked = a_request(cast, child=cast.amara)
    mine = sign_in(client, cast.amara.user)
    answer = mine.post(f"/my-file/{asked.pk}/write/", {"text": "  "})
    assert answer.status_code == 422
    assert "Write something first." in answer.content.decode()
    for _turn in range(2):
        write_message(request=asked, text="Hello", by=cast.amara.user, now=NOW)
    assert asked.messages.count() == 1


def test_stopping_is_asked_once_more_and_done_by_whoever_asked(cast: Cast) -> None:
    asked = a_request(cast, route=Route.PUBLIC_FORM)
    client = with_code(asked)
    assert "Do you want to stop this request?" in page_of(client, "/ask/status/stop/")
    assert client.post("/ask/status/stop/").status_code == 302
    asked.refresh_from_db()
    assert asked.standing is State.WITHDRAWN
    page = page_of(client)
    assert "You stopped this request." in page
    assert "Stop this request" not in page


@pytest.mark.need("R70")
def test_we_say_that_we_are_late_before_they_ask(cast: Cast) -> None:
    asked = a_request(cast, route=Route.BY_WORKER, received_on=date(2026, 1, 5), now=NOW - timedelta(days=300))
    page = page_of(with_code(asked))
    for wanted in ("We are late. Sorry.", "5 February 2026", "This is our fault.", "We are sorry. You can write to us here."):
        assert wanted in page, wanted


@pytest.mark.need("M10")
def test_a_letter_prints_in_two_sizes_and_is_a_pdf_that_names_nobody(cast: Cast) -> None:
    asked = a_request(cast, route=Route.PUBLIC_FORM)
    letter = write_letter(request=asked, kind=LetterKind.ACKNOWLEDGED, by=cast.sana, now=NOW)
    client = with_code(asked)
    for points in (12, 18):
        assert f'data-print="{points}"' in page_of(client, f"/ask/status/letters/{letter.pk}/?print={points}")
        assert f'data-print="{points}"' in page_of(client, f"/ask/status/?print={points}")
    made = client.get(f"/ask/status/letters/{letter.pk}/file/?size=18")
    assert made.content.startswith(b"%PDF")
    assert made.headers["Content-Disposition"] == 'attachment; filename="letter.pdf"'


def test_a_letter_left_on_paper_is_written_down_once_and_told(cast: Cast) -> None:
    asked = a_request(cast, child=cast.amara)
    letter = write_letter(request=asked, kind=LetterKind.ACKNOWLEDGED, by=cast.sana, now=NOW)
    desk = sign_in(Client(), cast.imani)
    page = page_of(desk, f"/work/requests/letters/{letter.pk}/")
    assert "It has left on paper" in page
    assert desk.post(f"/work/requests/letters/{letter.pk}/left/", {"how": "tracked", "tracking": "QX 1"}).status_code == 302
    assert "QX 1" in page_of(desk, f"/work/requests/letters/{letter.pk}/")
    assert "We sent it by post on" in page_of(sign_in(Client(), cast.amara.user), f"/my-file/{asked.pk}/")


def test_a_letter_stays_as_it_was_sent(cast: Cast) -> None:
    asked = a_request(cast, child=cast.amara)
    letter = write_letter(request=asked, kind=LetterKind.ACKNOWLEDGED, by=cast.sana, now=NOW)
    AccessRequest.objects.filter(pk=asked.pk).update(officer=cast.imani, known_as="Somebody else")
    assert RequestLetter.objects.get(pk=letter.pk).blocks == letter.blocks
    assert "Imani" not in str(letter.blocks)


LEFT_ALONE: list[dict[str, Any]] = [{"not_on": "My birthday"}, {"by_code": True}, {"how": "post"}]
TELLS = ("pat", "school", "file", "council", "care")


@pytest.mark.parametrize(("contact", "told"), [({}, True), *((one, False) for one in LEFT_ALONE)])
def test_somebody_without_an_account_is_told_that_something_is_new_and_never_what(
    cast: Cast, mailoutbox: list[Any], django_capture_on_commit_callbacks: Any, contact: dict[str, Any], *, told: bool
) -> None:
    asked = a_request(cast, route=Route.PUBLIC_FORM, contact={"email": "pat@example.org", "by_code": False, **contact})
    for minutes, text in enumerate(("Pat, which school?", "And when?")):
        with django_capture_on_commit_callbacks(execute=True):
            write_message(request=asked, text=text, by=cast.imani, now=NOW + timedelta(minutes=minutes))
    assert len(mailoutbox) == told, "once, however much is new"
    for mail in mailoutbox:
        assert mail.to == ["pat@example.org"]
        said = f"{mail.subject} {mail.body}".lower()
        assert not any(word in said for word in (*TELLS, asked.reference.lower()))


def test_whoever_writes_after_the_answer_is_answered_by_somebody_who_may_see_it(cast: Cast) -> None:
    """An answer brings questions, and with it the officers' reach had ended."""
    asked = name_officer(request=a_request(cast), officer=cast.imani, by=cast.imani, now=NOW)
    asked = withdraw_request(request=asked, by=cast.idris.user, now=NOW)
    seen = AccessRequest.objects.visible_to(cast.imani, NOW)
    assert not seen.filter(pk=asked.pk).exists()
    write_message(request=asked, text="What does page 3 mean?", by=cast.idris.user, now=NOW)
    assert seen.filter(pk=asked.pk).exists()
    assert next_action(asked, NOW).text == "Answer their message."
    write_message(request=asked, text="It is the day you moved.", by=cast.imani, now=NOW)
    assert not seen.filter(pk=asked.pk).exists()


def test_somebody_who_asked_for_another_reads_no_number_of_pages(cast: Cast) -> None:
    """From it and from what they are given they could tell that something was there which leaves no trace."""
    pack = a_pack(cast)
    assert "pages" in str(tracker_of(pack, now=NOW))
    pack.asker = AccessRequest.Asker.PARENT
    assert "We found" not in str(tracker_of(pack, now=NOW))
    assert "We have read" not in str(tracker_of(pack, now=NOW))
