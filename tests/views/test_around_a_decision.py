"""The reading page whole: pictures, taps, who has it, who signed it; and everything a worker does around a decision."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from cms.models import KinderWord
from moderation.actions.keep_saved_reply import keep_saved_reply
from moderation.models import HandOver, MediaOpened, Reading, SavedReply
from people.models import Task, TaskKind, User
from stories.actions.send import Choices, send
from stories.lifecycle import Status
from stories.models import Contribution, Description
from tests.cast import NOW, Cast, sign_in
from tests.factories.attachments import a_sent_with_media
from tests.factories.contributions import a_draft, a_reading, a_sent, an_entry, contribution_at

HARD = "Furthermore, the multi-agency professionals involved have indicated that " + "additional considerations " * 14 + "remain."
GLUED = re.compile(r"\s+")


def read(user: User, contribution: Contribution) -> str:
    html = sign_in(Client(), user).get(reverse("moderation:reading", args=[contribution.pk])).content.decode()
    return GLUED.sub(" ", html)


def do(user: User, verb: str, pk: Any, **said: Any) -> Any:
    return sign_in(Client(), user).post(reverse(f"moderation:{verb}", args=[pk]), said)


@pytest.mark.need("R54")
def test_everything_about_one_decision_is_on_one_screen(cast: Cast) -> None:
    about = an_entry(cast.amara, date(2024, 3, 4))
    a_sent(cast.amara, "Earlier words")
    sent = a_sent_with_media(cast.amara, "photo", "sound", caption="Bramble on the beach", helped_by="Gran")
    html = read(cast.ben, sent)
    for part in (
        "I want to see my brother more.",
        "Bramble on the beach",
        '<audio controls preload="none"',
        "with help from Gran",
    ):
        assert part in html, part
    for control in ("Put in the file</button>", "Talk first</button>", "Ask a manager</button>", "Hand it over</button>", "Cannot add"):
        assert control in html, control
    assert "What they sent before" in html
    linked = a_sent(cast.amara, about=about)
    assert "Living with foster carers" in read(cast.ben, linked)


@pytest.mark.need("R35")
def test_taps_are_read_as_they_were_made(cast: Cast) -> None:
    draft = a_draft(cast.amara, "I feel this")
    draft.board = [{"board": "feelings", "pick": "sad", "words": "Sad"}]
    draft.save(update_fields=["board"])
    sent = contribution_of(draft)
    assert "Sad" in read(cast.ben, sent)


def contribution_of(draft: Contribution) -> Contribution:
    return send(draft=draft, choices=Choices(), by=draft.author, now=NOW)


def test_asking_for_a_picture_is_opening_it_and_a_small_one_is_not(cast: Cast) -> None:
    sent = a_sent_with_media(cast.amara)
    photo = sent.attachments.get()
    ben = sign_in(Client(), cast.ben)
    small = ben.get(reverse("moderation:attachment_copy", args=[photo.pk, "small"]))
    assert (small.status_code, MediaOpened.objects.count()) == (200, 0)
    heard = a_sent_with_media(cast.amara, "sound")
    assert "Nobody has listened to all of it yet." in read(cast.ben, heard)
    whole = ben.get(reverse("moderation:attachment_copy", args=[photo.pk, "photo"]))
    assert (whole.status_code, whole.headers["Content-Type"], MediaOpened.objects.get().by) == (200, "image/jpeg", cast.ben)
    assert whole.headers["X-Content-Type-Options"] == "nosniff"
    assert not Task.objects.open().filter(kind=TaskKind.OPEN_MEDIA, about_id=sent.pk).exists()
    assert ben.get(reverse("moderation:attachment_copy", args=[photo.pk, "original"])).status_code == 404
    assert sign_in(Client(), cast.carys).get(reverse("moderation:attachment_copy", args=[photo.pk, "photo"])).status_code == 404


@pytest.mark.need("R33")
def test_what_a_worker_writes_down_stands_beside_it_with_their_name(cast: Cast) -> None:
    sent = a_sent_with_media(cast.amara, "sound")
    sound = sent.attachments.get()
    do(cast.ben, "describe", sound.pk, text="La la la")
    html = read(cast.joan, sent)
    assert "La la la" in html
    assert "Ben Hughes, Social worker, on" in html
    do(cast.ben, "describe", sound.pk, text=" ")
    assert Description.objects.count() == 1


@pytest.mark.need("R53")
def test_handed_over_from_the_page_the_colleague_reads_why(cast: Cast) -> None:
    sent = a_sent(cast.amara)
    assert do(cast.ben, "hand_over", sent.pk, reply="Half", colleague="", why_them="You know her.").status_code == 422
    answer = do(cast.ben, "hand_over", sent.pk, reply="Half", colleague=str(cast.joan.pk), why_them="")
    assert (answer.status_code, "Half</textarea>" in answer.content.decode()) == (422, True)
    assert do(cast.ben, "hand_over", sent.pk, colleague=str(cast.joan.pk), why_them="You know her.").status_code == 302
    html = read(cast.joan, sent)
    assert "Ben Hughes handed this to you" in html
    assert "You know her." in html
    assert HandOver.objects.get().to == cast.joan
    assert do(cast.joan, "hand_over", sent.pk, colleague=str(cast.carys.pk), why_them="Hers.").status_code == 422


@pytest.mark.need("R49")
def test_asked_from_the_page_the_manager_has_it_first_on_the_desk(cast: Cast) -> None:
    sent = a_sent(cast.amara)
    assert do(cast.ben, "escalate", sent.pk, worry=" ").status_code == 422
    with time_machine.travel(NOW, tick=False):
        assert do(cast.ben, "escalate", sent.pk, worry="She may run tonight.").status_code == 302
        html = read(cast.joan, sent)
        desk = sign_in(Client(), cast.joan).get(reverse("moderation:queue")).content.decode()
        today = sign_in(Client(), cast.joan).get(reverse("portal:desk")).content.decode()
    assert "Joan Mills was asked to look at this now" in html
    assert "She may run tonight." in html
    assert "A manager looks: due today at 11am." in desk
    assert "a worker asks you to look at this now" in today
    assert "Put in the file</button>" not in read(cast.ben, sent)
    assert do(cast.ben, "file_words", sent.pk, reply="Thank you.").status_code == 422


def test_hard_words_are_asked_about_once_and_go_when_the_worker_says_so(cast: Cast) -> None:
    sent = a_sent(cast.amara)
    answer = do(cast.ben, "file_words", sent.pk, reply=HARD)
    html = answer.content.decode()
    assert (answer.status_code, "send it anyway" in html, "Send it anyway" in html) == (422, True, True)
    assert Contribution.objects.get(pk=sent.pk).standing is Status.SENT
    assert do(cast.ben, "file_words", sent.pk, reply=HARD, anyway="on").status_code == 302


def test_a_word_the_council_never_says_is_asked_about_even_in_a_short_answer(cast: Cast) -> None:
    KinderWord.objects.update_or_create(term="attention seeking", defaults={"instead": "asking for help", "banned": True})
    sent = a_sent(cast.amara)
    answer = do(cast.ben, "reply", sent.pk, reply="That was attention seeking.")
    assert answer.status_code == 422
    assert "We never say this to a young person: attention seeking." in answer.content.decode()
    assert not sent.replies.exists()


@pytest.mark.parametrize(
    "kind",
    [
        "Thank you.",
        "I am so sorry. You are right. I will ring you tomorrow at four.",
        "Diolch am ddweud wrthym. Fe wnaf dy ffonio di yfory am bedwar o'r gloch ar ôl yr ysgol os yw hynny'n iawn.",
        "شكرا لك. سأتصل بك غدا بعد المدرسة.",
        "💛",
    ],
)
def test_a_kind_short_answer_is_never_held_up(cast: Cast, kind: str) -> None:
    sent = a_sent(cast.amara)
    assert do(cast.ben, "file_words", sent.pk, reply=kind).status_code == 302


@pytest.mark.need("R57")
def test_what_to_look_at_again_is_shown_as_it_is_typed_and_typing_starts_the_reading(cast: Cast) -> None:
    sent = a_sent(cast.amara)
    said = do(cast.ben, "keep_reply", sent.pk, reply=f"Your placement changed. {HARD}").json()
    assert "words in one sentence" in said["advice"]
    assert "placement" in said["advice"]
    assert Reading.objects.get(contribution=sent).reply_draft.startswith("Your placement")
    assert 'spellcheck="true"' in read(cast.ben, sent)
    assert do(cast.david, "keep_reply", sent.pk, reply="Hello").status_code == 409


def test_saved_words_begin_an_answer_without_any_script(cast: Cast) -> None:
    sent = a_sent(cast.amara)
    mine = keep_saved_reply(title="Thanks", text="Thank you for telling me, [name].", by=cast.ben, now=NOW)
    councils = keep_saved_reply(title="Ours", text="We read it.", everybody=True, by=cast.joan, now=NOW)
    html = read(cast.ben, sent)
    assert ("Thanks</button>" in html, "Ours</button>" in html) == (True, True)
    answer = do(cast.ben, "begin_with", sent.pk, saved=str(mine.pk), reply="Hi.", note="My note")
    html = answer.content.decode()
    assert "Hi.\n\nThank you for telling me, Amara.</textarea>" in html
    assert "My note</textarea>" in html
    assert Contribution.objects.get(pk=sent.pk).standing is Status.SENT
    assert "Thanks</button>" not in read(cast.joan, sent)
    assert do(cast.joan, "begin_with", sent.pk, saved=str(mine.pk)).status_code == 302
    assert do(cast.joan, "begin_with", sent.pk, saved=str(councils.pk)).status_code == 200


def test_a_worker_keeps_their_own_words_and_a_manager_the_councils(cast: Cast) -> None:
    ben, joan = sign_in(Client(), cast.ben), sign_in(Client(), cast.joan)
    page = reverse("moderation:saved_replies")
    assert ben.post(page, {"title": "", "text": "Hello"}).status_code == 422
    assert ben.post(page, {"title": "Ours", "text": "Hello", "everybody": "on"}).status_code == 422
    ben.post(page, {"title": "Mine", "text": "Hello"})
    joan.post(page, {"title": "Ours", "text": "Hello from us", "everybody": "on"})
    mine, ours = SavedReply.objects.get(owner=cast.ben), SavedReply.objects.get(owner=None)
    ben.post(reverse("moderation:saved_reply", args=[mine.pk]), {"title": "Mine", "text": "Hello again"})
    mine.refresh_from_db()
    assert mine.text == "Hello again"
    assert ben.get(reverse("moderation:saved_reply", args=[ours.pk])).status_code == 404
    assert "Hello from us" in ben.get(page).content.decode()
    ben.post(reverse("moderation:throw_away_saved_reply", args=[mine.pk]))
    assert list(SavedReply.objects.all()) == [ours]


@pytest.mark.need("R56")
def test_who_signed_what_and_when_on_which_words_is_on_the_page(cast: Cast) -> None:
    filed = contribution_at(Status.FILED, cast)
    html = read(cast.joan, filed)
    assert "Signed off" in html
    assert "Ben Hughes, Social worker, on 18 November 2026 at 10am." in html
    assert filed.digest in html
    assert filed.entry is not None
    assert filed.entry.link in html
    limited = contribution_at(Status.FILED_LIMITED, cast)
    assert "Confirmed: Joan Mills, Team manager, on 18 November 2026 at 10am." in read(cast.ben, limited)


@pytest.mark.need("R53")
def test_what_nobody_opened_in_a_day_is_told_to_the_manager(cast: Cast) -> None:
    sent = a_sent_with_media(cast.amara, now=NOW - timedelta(days=2))
    a_reading(sent, cast.ben)
    with time_machine.travel(NOW, tick=False):
        html = sign_in(Client(), cast.joan).get(reverse("moderation:queue")).content.decode()
    assert "Late since 17 November 2026." in html
