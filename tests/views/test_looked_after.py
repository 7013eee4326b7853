"""Pages around somebody who may not be safe: what the young person sees after sending, and what a worker is asked and shown."""

from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from cms.models import ServiceSettings
from moderation.actions.add_translation import Meaning, add_translation
from moderation.actions.answer_flags import answer_flags
from moderation.actions.report_image import report_image
from moderation.models import ImageReport, RiskOutcome
from people.models import Task, TaskKind
from stories.models import Contribution
from tests.cast import NOW, Cast, sign_in
from tests.factories.attachments import a_sent_with_media
from tests.factories.contributions import a_draft, a_sent

FRIDAY_NIGHT = datetime(2026, 11, 20, 22, 0, tzinfo=UTC)
DANGER = "i cant go on. my uncle touches me"


def sent_by(child: Any, words: str, at: datetime) -> str:
    """The page after sending these words, through the pages."""
    with time_machine.travel(at, tick=False):
        client, draft = sign_in(Client(), child.user), a_draft(child, words, now=at)
        return client.post(reverse("stories:send", args=[draft.pk]), {"version": draft.version}, follow=True).content.decode()


def read(client: Client, sent: Contribution) -> str:
    return client.get(reverse("moderation:reading", args=[sent.pk])).content.decode()


def do(client: Client, verb: str, sent: Contribution, **said: Any) -> str:
    return client.post(reverse(f"moderation:{verb}", args=[sent.pk]), said, follow=True).content.decode()


@pytest.mark.need("R55")
def test_risky_words_at_ten_on_friday_night_show_whom_to_call_and_when_somebody_is_there_never_only_thanks(cast: Cast) -> None:
    call_command("load_cms_contents", verbosity=0)
    child, adult = (sent_by(person, DANGER, FRIDAY_NIGHT) for person in (cast.amara, cast.idris))
    for page in (child, adult):
        assert "Nobody is at work just now. Somebody will read it on Monday at 9am." in page
        assert "999" in page
        assert "we will have to tell someone" in page
        for never in ("Thank", "confidential", "secret", "uncle", "will not tell"):
            assert never not in page, never
    assert "0800 1111" in child
    assert "0800 1111" not in adult
    assert "116 123" in adult


def test_harmless_words_at_night_show_what_they_always_did(cast: Cast) -> None:
    page = sent_by(cast.amara, "I was dying of laughter at football", FRIDAY_NIGHT)
    assert "If you cannot wait" not in page


def test_in_hours_the_numbers_show_too_and_somebody_reads_within_the_hour(cast: Cast) -> None:
    call_command("load_cms_contents", verbosity=0)
    page = sent_by(cast.amara, DANGER, NOW)
    assert "Somebody will read it before 11am." in page
    assert "0800 1111" in page


def test_their_author_reads_why_it_cannot_be_taken_back_yet_and_then_can(cast: Cast, client: Client) -> None:
    sent = a_sent(cast.amara, DANGER)
    assert cast.amara.user
    sign_in(client, cast.amara.user)
    page = client.get(reverse("stories:one", args=[sent.pk])).content.decode()
    assert "So a person looks at it first. After that you can take it back" in page
    assert "Take it back</a>" not in page
    answer_flags(contribution=sent, outcome="false_alarm", by=cast.ben, now=NOW)
    page = client.get(reverse("stories:one", args=[sent.pk])).content.decode()
    assert "You cannot take it back now." not in page
    assert reverse("stories:take_back", args=[sent.pk]) in page


@pytest.mark.need("R55")
def test_a_worker_is_told_what_it_may_mean_and_never_which_word_and_ends_it_with_one_tap(cast: Cast, client: Client) -> None:
    sent = a_sent(cast.amara, "Dear diary. " + DANGER)
    html = read(sign_in(client, cast.ben), sent)
    assert "Some words here can mean that somebody is not safe." in html
    assert "Hurting themselves, or not wanting to live" in html
    assert html.count("go on") == html.count("my uncle") == 1  # only where they stand in their words
    html = do(client, "answer_flags", sent, outcome="passed_on", sentence="")
    assert "Write one sentence first: what you found, and what you did." in html
    html = do(client, "answer_flags", sent, outcome="false_alarm")
    assert "False alarm. Ben Hughes, Social worker, on" in html
    assert RiskOutcome.objects.get().outcome == "false_alarm"


def test_a_worry_somebody_looked_after_is_first_on_no_page_any_more_and_still_waits_for_an_answer(cast: Cast, client: Client) -> None:
    sent = a_sent(cast.amara, "Nobody will say where Mum is", urgent=True)
    sign_in(client, cast.ben)
    assert "They are worried about something now." in read(client, sent)
    assert "is worried about something now" in client.get(reverse("portal:desk")).content.decode()
    do(client, "answer_flags", sent, outcome="looked_after", sentence="I rang. Mum is at her sister's.")
    page, desk = read(client, sent), client.get(reverse("portal:desk")).content.decode()
    assert "Looked at: We talked and they are safe." in page
    assert "They are worried about something now." not in page
    assert "is worried about something now" not in desk
    assert "sent something to read" in desk


def test_what_is_missing_to_hand_it_over_is_not_hidden_in_a_closed_part(cast: Cast, client: Client) -> None:
    page = do(sign_in(client, cast.ben), "hand_over", a_sent(cast.amara), colleague="", why_them="")
    part = page[: page.index("Hand it over by name")].rpartition("<details")[2]
    assert "Choose who reads it now." in page
    assert " open>" in part


def test_who_is_named_sees_that_somebody_else_says_what_came_of_it(cast: Cast, client: Client) -> None:
    sent = a_sent(cast.amara, f"{DANGER} and Ben Hughes knows")
    html = read(sign_in(client, cast.ben), sent)
    assert "Somebody else says what came of this" in html
    assert "False alarm" not in html
    assert "False alarm" in read(sign_in(Client(), cast.joan), sent)


def test_the_duty_to_report_stands_where_workers_read_once_the_council_says_it_is_in_force(cast: Cast, client: Client) -> None:
    sent = a_sent(cast.amara)
    duty = "if you suspect a sexual offence against a child, tell the police"
    assert duty not in read(sign_in(client, cast.ben), sent)
    row = ServiceSettings.objects.first() or ServiceSettings()
    row.mandatory_reporting = True
    row.save()
    assert duty in read(client, sent)


def test_a_picture_is_reported_after_asking_once_and_is_never_shown_again(cast: Cast, client: Client) -> None:
    sent = a_sent_with_media(cast.amara, words="Look.")
    photo = sent.attachments.get()
    address, copy = reverse("moderation:report_image", args=[photo.pk]), reverse("moderation:attachment_copy", args=[photo.pk, "photo"])
    sign_in(client, cast.ben)
    assert address in read(client, sent)
    asked = client.get(address).content.decode()
    assert "It cannot be undone." in asked
    assert "<img" not in asked.split("<main")[1]
    assert not ImageReport.objects.exists()
    route = client.post(address, follow=True).content.decode()
    assert "Report Remove" in route
    assert client.get(copy).status_code == 404
    html = read(client, sent)
    assert copy not in html
    assert "reported, and shut for good." in html
    assert cast.amara.user
    mine = sign_in(Client(), cast.amara.user).get(reverse("stories:one", args=[sent.pk])).content.decode()
    assert "By law, nobody may keep or open this picture." in mine
    assert "Report Remove" in mine
    assert "Look." in mine


def test_the_steps_are_a_list_that_keeps_what_was_typed_when_it_says_no(cast: Cast, client: Client) -> None:
    report = report_image(attachment=a_sent_with_media(cast.amara).attachments.get(), by=cast.ben, now=NOW)
    url = reverse("moderation:image_report", args=[report.pk])
    sign_in(client, cast.joan)
    refused = client.post(url, {"step": "ended", "sentence": "All is done"})
    assert (refused.status_code, "First the police" in refused.content.decode()) == (422, True)
    for step in ("police", "safeguarding", "young_person", "ended"):
        client.post(url, {"step": step, "reference": "CRIME 1234/26" if step == "police" else ""})
    html = client.get(url).content.decode()
    assert html.count("Done. Joan Mills") == 4
    assert "Reference: CRIME 1234/26" in html
    assert not Task.objects.open().filter(kind=TaskKind.ILLEGAL_IMAGE).exists()


@pytest.mark.need("C7")
def test_what_an_interpreter_says_stands_beside_for_the_worker_and_for_their_author(cast: Cast, client: Client) -> None:
    sent = a_sent(cast.amara, "ደሓን ኣይኮንኩን", language="Tigrinya")
    html = read(sign_in(client, cast.ben), sent)
    assert "Nobody understands this yet" in html  # asked at sending: no list holds words of that language
    assert "Find somebody who understands it now" in html
    url = reverse("moderation:meaning", args=[sent.pk])
    said = {"part": "words", "from_language": "Tigrinya", "to_language": "English", "text": "I am cold.", "interpreter": ""}
    again = client.post(url, said)
    assert (again.status_code, "I am cold." in again.content.decode()) == (422, True)
    html = client.post(url, {**said, "interpreter": "Selam T."}, follow=True).content.decode()
    assert "Put into English from Tigrinya by Selam T." in html
    assert "Nobody understands this yet" not in html
    assert cast.amara.user
    mine = sign_in(Client(), cast.amara.user).get(reverse("stories:one", args=[sent.pk])).content.decode()
    for beside in ("ደሓን ኣይኮንኩን", "I am cold.", "Selam T."):
        assert beside in mine


def test_a_worker_says_that_they_understand_it_themselves(cast: Cast, client: Client) -> None:
    sent = a_sent(cast.amara, "Cześć")
    sign_in(client, cast.ben)
    do(client, "ask_for_interpreter", sent, part="words")
    assert "Written down: you understand it." in do(client, "understood", sent, part="words")
    meaning = Meaning("words", "Polish", "English", "Hello", "Jan")
    assert add_translation(contribution=sent, meaning=meaning, by=cast.ben, now=NOW).text == "Hello"
