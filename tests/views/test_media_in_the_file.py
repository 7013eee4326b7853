"""Photos, drawings and recordings in the file: in the entry they belong to, on every page that shows it, for those who may see it."""

import re
from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from files.actions.shut import shut
from moderation.actions.confirm_proposal import confirm_proposal
from moderation.actions.describe import describe
from official_file.actions.set_aside import set_aside
from official_file.media import media_of
from official_file.models import Entry
from people.models import Cover
from stories.actions.hide import hide
from stories.actions.send import Choices, send
from stories.models import Attachment, Contribution
from tests.cast import NOW, Cast, sign_in
from tests.factories.contributions import a_draft, a_proposal_to_limit, a_sent, an_entry
from tests.factories.filed_media import ORIGINAL, PICTURE, PLAYS, a_filed_photo, a_filed_recording, an_attachment, filed

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def at_the_time_of_the_cast() -> Iterator[None]:
    """Every page is asked for at NOW."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def amara(cast: Cast) -> Client:
    """Amara's browser."""
    return sign_in(Client(), cast.amara.user)


@pytest.fixture
def ben(cast: Cast) -> Client:
    """Her worker's."""
    return sign_in(Client(), cast.ben)


def address(entry: Entry, form: str, name: str = "portal:media") -> str:
    """Where a copy of the first photo or recording of this entry is handed out."""
    return reverse(name, args=[entry.pk, media_of(entry)[0].id, form])


def page(browser: Client, name: str, *args: object, **query: str) -> str:
    """A page as text."""
    answer = browser.get(reverse(name, args=args), query)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.need("R32", "M17")
def test_a_photo_shows_in_the_entry_it_belongs_to_and_on_its_line_in_my_story(cast: Cast, amara: Client) -> None:
    entry = a_filed_photo(cast.amara, cast.ben)
    for shown in (page(amara, "portal:entry", entry.pk), page(amara, "portal:my_story")):
        assert "My dog Bramble." in shown
        assert address(entry, "small") in shown or address(entry, "photo") in shown
    answer = amara.get(address(entry, "photo"))
    assert (answer.status_code, answer.content, answer.headers["X-Content-Type-Options"]) == (200, PICTURE, "nosniff")


@pytest.mark.need("R32", "M17")
def test_a_recording_plays_on_its_line_in_my_story_and_in_its_entry(cast: Cast, amara: Client) -> None:
    entry = a_filed_recording(cast.amara, cast.ben)
    for shown in (page(amara, "portal:entry", entry.pk), page(amara, "portal:my_story")):
        assert "<audio controls" in shown
        assert address(entry, "opus") in shown
    assert amara.get(address(entry, "opus"), headers={"range": "bytes=0-3"}).content == PLAYS[:4]


@pytest.mark.need("R31", "R33")
def test_the_caption_stands_with_it_word_for_word_and_a_workers_words_apart(cast: Cast, amara: Client) -> None:
    sent = a_sent(cast.amara, "Look.")
    made = an_attachment(sent, "photo", caption="  bramble & me <3 \u202emirror", in_words="He is brown.")
    made.descriptions.create(kind="alt", text="A dog at the sea.", by=cast.ben, by_name="Ben Hughes", by_role="social_worker", at=NOW)
    shown = page(amara, "portal:entry", filed(sent, cast.ben).pk)
    assert "  bramble &amp; me &lt;3 \u202emirror" in shown
    assert "Ben Hughes, " in shown[shown.index("A dog at the sea.") :]
    assert shown.index("He is brown.") < shown.index("A dog at the sea.")


@pytest.mark.need("M17")
def test_what_stands_beside_an_entry_shows_there_before_and_after_it_is_filed(cast: Cast, amara: Client) -> None:
    about = an_entry(cast.amara)
    sent = a_sent(cast.amara, "This was my room.", about=about)
    an_attachment(sent, "drawing", caption="My room", ready=False)
    assert "being made ready" in page(amara, "portal:entry", about.pk)
    filed(sent, cast.ben)
    assert "My room" in page(amara, "portal:entry", about.pk)


def test_nobody_gets_it_but_who_may_see_its_entry_and_never_the_original(cast: Cast, amara: Client, ben: Client) -> None:
    entry = a_filed_photo(cast.amara, cast.ben)
    stranger, colleague = sign_in(Client(), cast.noor.user), sign_in(Client(), cast.carys)
    assert ben.get(address(entry, "photo", "portal:staff_media")).content == PICTURE
    for browser, name in ((stranger, "portal:media"), (colleague, "portal:staff_media"), (ben, "portal:media")):
        assert browser.get(address(entry, "photo", name)).status_code == 404
    for form in ("original", "opus", "x"):
        assert amara.get(address(entry, form)).status_code == 404
    assert amara.get(reverse("portal:media", args=[entry.pk, uuid4(), "photo"])).status_code == 404
    assert ben.get(reverse("portal:staff_original", args=[entry.pk])).status_code == 404
    assert ORIGINAL not in amara.get(address(entry, "photo")).content


@pytest.mark.need("R32")
def test_staff_see_it_in_the_record_and_on_the_entrys_page(cast: Cast, ben: Client) -> None:
    entry = a_filed_photo(cast.amara, cast.ben)
    for shown in (page(ben, "portal:staff_entry", entry.pk), page(ben, "portal:child", cast.amara.pk)):
        assert reverse("portal:staff_media", args=[entry.pk, media_of(entry)[0].id, "small"]).removesuffix("small/") in shown
    assert "In their words" in page(ben, "portal:staff_entry", entry.pk)


def test_what_is_hidden_on_the_phone_shows_no_picture_and_hands_none_out(cast: Cast, amara: Client) -> None:
    about = an_entry(cast.amara)
    entry = a_filed_photo(cast.amara, cast.ben, about=about)
    hide(contribution=Contribution.objects.get(entry=entry), by=cast.amara.user, now=NOW)
    for shown in (page(amara, "portal:my_story"), page(amara, "portal:entry", about.pk), page(amara, "portal:home")):
        assert "Bramble" not in shown
        assert str(media_of(entry)[0].id) not in shown
    assert amara.get(address(entry, "photo")).status_code == 404


@pytest.mark.need("R31")
def test_what_was_added_later_stands_beside_what_it_follows(cast: Cast, amara: Client, ben: Client) -> None:
    first = a_filed_photo(cast.amara, cast.ben)
    draft = a_draft(cast.amara, "I want to stay now.")
    Contribution.objects.filter(pk=draft.pk).update(follows=first.contribution)
    draft.refresh_from_db()
    later = send(draft=draft, choices=Choices(kind="changed_mind"), by=cast.amara.user, now=NOW + timedelta(minutes=1))
    assert "I want to stay now." in page(amara, "portal:entry", first.pk)
    entry = filed(later, cast.ben)
    assert entry.facts["follows"] == str(first.pk)
    shown = page(amara, "portal:entry", first.pk)
    assert shown.index("My dog Bramble.") < shown.index("I changed my mind about this") < shown.index("I want to stay now.")
    assert reverse("portal:entry", args=[first.pk]) in page(amara, "portal:entry", entry.pk)
    assert "What they said later" in page(ben, "portal:staff_entry", first.pk)


@pytest.mark.need("M16")
def test_captions_and_what_others_wrote_of_it_are_found(cast: Cast, amara: Client) -> None:
    sent = a_sent(cast.amara, "Look.")
    made = an_attachment(sent, "sound", caption="Lullaby", in_words="Sleep now.")
    made.descriptions.create(kind="transcript", text="Twinkle", by=cast.ben, by_name="Ben", by_role="social_worker", at=NOW)
    entry = filed(sent, cast.ben)
    describe(attachment=Attachment.objects.get(pk=made.pk), text="A lamb bleats.", by=cast.ben, now=NOW)
    for word in ("lullaby", "sleep", "twinkle", "bleats"):
        answer = amara.post(reverse("portal:search"), {"words": word}, follow=True)
        assert str(entry.pk) in answer.content.decode(), word
        assert "<mark>" in answer.content.decode(), word


@pytest.mark.need("M17")
def test_the_life_line_shows_a_picture_and_a_play_button_where_they_were_sent(cast: Cast, amara: Client) -> None:
    an_entry(cast.amara)
    photo = a_filed_photo(cast.amara, cast.ben, now=NOW - timedelta(days=200))
    a_filed_recording(cast.amara, cast.ben)
    shown = page(amara, "portal:my_story", by="time")
    assert shown.count('class="sign"') == 2
    assert "A square is a picture of yours. A triangle is a recording of yours." in " ".join(shown.split())
    assert re.search(rf'<a href="{reverse("portal:entry", args=[photo.pk])}"><span>A photo, \d+ \w+ 2026</span>', shown)


@pytest.mark.need("R44")
def test_what_they_sent_says_where_it_stands_with_who_and_when_and_its_picture_stays_with_it(cast: Cast, amara: Client) -> None:
    sent = a_sent(cast.amara, "My dog Bramble.")
    made = an_attachment(sent, caption="Bramble")
    assert "will read it" in page(amara, "stories:one", sent.pk)
    filed(sent, cast.ben)
    shown = page(amara, "stories:one", sent.pk)
    assert "In your file, in your words. Ben Hughes put it there on" in shown
    assert str(made.pk) in shown


@pytest.mark.need("M17", "R32")
def test_on_paper_a_picture_is_printed_and_a_recording_says_what_it_says_or_that_it_is_one(cast: Cast, amara: Client) -> None:
    photo = a_filed_photo(cast.amara, cast.ben)
    unwritten = a_filed_recording(cast.amara, cast.ben)
    written = a_filed_recording(cast.amara, cast.ben, in_words="La la la, sleep now.")
    for size in ("12", "18"):
        assert address(photo, "small") in page(amara, "portal:my_story", by="time", print=size)
        assert "<audio" not in page(amara, "portal:my_story", by="time", print=size)
        assert "This is a recording." in page(amara, "portal:entry", unwritten.pk, print=size)
        assert "La la la, sleep now." in page(amara, "portal:entry", written.pk, print=size)
    listed = page(amara, "portal:my_story", by="time", print="12")
    assert "Nobody has written down what it says." in listed
    assert "La la la, sleep now." in listed


def test_what_fewer_people_may_read_hands_its_picture_to_those_alone(cast: Cast, ben: Client) -> None:
    sent = a_sent(cast.amara, "Only for you.")
    an_attachment(sent)
    entry = confirm_proposal(decision=a_proposal_to_limit(sent, cast.ben), by=cast.joan, now=NOW).entry
    asked = address(entry, "photo", "portal:staff_media")
    stands_in = {"worker": cast.ben, "covering": cast.carys, "recorded_by": cast.joan}
    Cover.objects.create(**stands_in, starts=NOW - timedelta(days=1), ends=NOW + timedelta(days=1))
    manager, colleague = sign_in(Client(), cast.joan), sign_in(Client(), cast.carys)
    other = a_filed_photo(cast.amara, cast.ben)
    assert colleague.get(address(other, "photo", "portal:staff_media")).status_code == 200
    assert [browser.get(asked).status_code for browser in (ben, manager, colleague)] == [200, 200, 404]


def test_what_is_shut_is_said_plainly_and_handed_to_nobody(cast: Cast, amara: Client, ben: Client) -> None:
    entry = a_filed_photo(cast.amara, cast.ben)
    shut(file=media_of(entry)[0].file, by=cast.joan.who(NOW), now=NOW)
    for browser, names in ((amara, ("portal:entry", "portal:media")), (ben, ("portal:staff_entry", "portal:staff_media"))):
        assert "Nobody may open this. It is the law." in page(browser, names[0], entry.pk)
        assert browser.get(address(entry, "photo", names[1])).status_code == 404
    assert "<img class" not in page(amara, "portal:my_story", by="time")


def test_words_set_aside_for_a_time_hand_out_no_picture(cast: Cast, amara: Client) -> None:
    entry = a_filed_photo(cast.amara, cast.ben)
    set_aside(child=cast.amara, entry=entry, by=cast.amara.user, now=NOW)
    assert amara.get(address(entry, "photo")).status_code == 404
    assert "Bramble" not in page(amara, "portal:my_story", by="time")


@pytest.mark.need("M16")
def test_captions_of_what_is_not_in_the_file_yet_are_found_too(cast: Cast, amara: Client, ben: Client) -> None:
    an_attachment(a_sent(cast.amara, "Look."), caption="Bramble at the lighthouse")
    for browser, name, more in ((amara, "portal:search", ()), (ben, "portal:search_child", (cast.amara.pk,))):
        answer = browser.post(reverse(name, args=more), {"words": "lighthouse"}, follow=True)
        assert "<mark>lighthouse</mark>" in answer.content.decode()
