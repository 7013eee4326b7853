"""Photos, drawings and recordings before they are sent: added without a script, said something about, changed, thrown away."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from files.models import File, Held, Making
from files.storages import sealed
from stories.actions.add_media import MOST_MEDIA
from stories.models import Attachment, Contribution
from tests.cast import NOW, Cast, sign_in
from tests.factories.attachments import a_sent_with_media, added
from tests.factories.contributions import a_draft
from tests.factories.media import jpeg
from tests.views.test_writing_pages import AS_KEPT, HARD

pytestmark = pytest.mark.usefixtures("fresh_storages")
FIELDS = ("draft", "about", "kind", "version", "tab", "turn", "meeting", "prompt", "person", "follows")


@pytest.fixture(autouse=True)
def _wednesday() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def amara(cast: Cast, client: Client) -> Client:
    assert cast.amara.user
    return sign_in(client, cast.amara.user)


def page(client: Client, way: str = "picture", **query: str) -> dict[str, Any]:
    """What the open page sends along with the files."""
    answer = client.get(reverse(f"stories:{way}"), query)
    assert answer.status_code == 200
    values = {name: answer.context["form"][name].value() for name in FIELDS}
    given = {name: "" if value is None else value for name, value in values.items()}
    return {**given, "author": answer.context["author"], "upload": answer.context["add"]["upload"].value(), "way": way}


def add(client: Client, sent: dict[str, Any], *contents: bytes, script: bool = False) -> Any:
    files = [SimpleUploadedFile(f"IMG_{number}.jpg", content) for number, content in enumerate(contents)]
    headers = {"Accept": "application/json"} if script else {}
    return client.post(reverse("stories:add_media"), {**sent, "files": files}, headers=headers)


def at(name: str, attachment: Attachment, query: str = "") -> str:
    return reverse(f"stories:{name}", args=[attachment.pk]) + query


# --- adding ---------------------------------------------------------------------------------------------------


@pytest.mark.need("R32")
def test_several_photos_are_added_at_once_without_a_script_in_the_order_in_which_they_were_chosen(amara: Client) -> None:
    sent = page(amara)
    answer = add(amara, sent, jpeg(60, 40), jpeg(50, 40), jpeg(40, 40))
    assert answer.url == f"{reverse('stories:picture')}?draft={sent['draft']}"
    draft = Contribution.objects.get()
    assert [one.making.held.size for one in draft.attachments.all()] == [len(jpeg(width, 40)) for width in (60, 50, 40)]
    html = amara.get(answer.url).content.decode()
    assert html.count("This is being made ready to show. It is kept safe.") == 3
    assert "A photo, 3 of 3" in html


@pytest.mark.need("R42")
def test_the_same_upload_twice_is_one(amara: Client) -> None:
    sent = page(amara)
    first, again = add(amara, sent, jpeg(), script=True), add(amara, sent, jpeg(), script=True)
    assert first.json() == again.json()
    assert first.json()["page"] == at("media", Attachment.objects.get())
    assert Held.objects.count() == 1


def test_one_that_came_late_stands_in_its_place(amara: Client) -> None:
    sent = page(amara)
    for place in (1, 3, 2):
        add(amara, {**sent, "place": place}, jpeg(40 + place, 40), script=True)
    assert [one.making.held.size for one in Attachment.objects.all()] == [len(jpeg(40 + place, 40)) for place in (1, 2, 3)]


def test_a_photo_goes_with_words_that_are_there_and_changes_nothing_of_them(amara: Client, cast: Cast) -> None:
    draft = a_draft(cast.amara, "My words")
    add(amara, page(amara, draft=str(draft.pk)), jpeg())
    kept = Contribution.objects.get()
    assert (kept.words, kept.version, kept.attachments.count()) == ("My words", draft.version, 1)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7", "This is a document. Take a photo of each page"),
        (b"hello", "We cannot open this kind of file."),
        (b"", "There is nothing in this file."),
    ],
)
def test_what_cannot_be_taken_is_a_sentence_that_says_what_to_do(amara: Client, content: bytes, said: str) -> None:
    sent = page(amara)
    answer = add(amara, sent, content, script=True)
    assert answer.status_code == 422
    assert answer.json()["sentence"].startswith(said)
    assert said in amara.get(add(amara, sent, content).url).content.decode()
    assert not Attachment.objects.exists()
    assert not amara.get(reverse("stories:list")).context["drafts"]  # a draft with nothing in it is none


def test_one_bad_file_among_several_loses_none_of_the_others(amara: Client) -> None:
    answer = add(amara, page(amara), jpeg(60, 40), b"%PDF-1.7", jpeg(50, 40))
    assert [one.making.held.size for one in Attachment.objects.all()] == [len(jpeg(width, 40)) for width in (60, 50)]
    assert "This is a document." in amara.get(answer.url).content.decode()


def test_more_than_one_can_look_at_is_refused_and_nothing_is_lost(amara: Client, cast: Cast) -> None:
    draft = a_draft(cast.amara)
    for _ in range(MOST_MEDIA):
        added(draft)
    sent = {**page(amara, draft=str(draft.pk))}
    answer = add(amara, sent, jpeg(), script=True)
    assert (answer.status_code, draft.attachments.count()) == (409, MOST_MEDIA)
    assert answer.json()["sentence"] == "You can send 10 at once. Send these first, then start a new one."


def test_when_the_session_ended_the_page_is_told_to_keep_the_file(amara: Client) -> None:
    sent = page(amara)
    answer = add(Client(), sent, jpeg(), script=True)
    assert answer.status_code == 401
    assert "Sign in, then add it again." in answer.json()["sentence"]
    assert not Held.objects.exists()


def test_a_large_file_is_read_only_from_somebody_who_is_signed_in(amara: Client) -> None:
    sent = page(amara)
    large = b"x" * 3_100_000
    assert add(Client(), sent, large, script=True).status_code == 401
    assert add(amara, sent, large, script=True).status_code == 422  # read, and not a photo


def test_nobody_adds_to_somebody_elses_draft(cast: Cast, amara: Client) -> None:
    draft = a_draft(cast.amara)
    noor = sign_in(Client(), cast.noor.user)
    answer = add(noor, {**page(noor), "draft": draft.pk}, jpeg())
    assert answer.status_code == 404
    assert not draft.attachments.exists()


@pytest.mark.parametrize("way", ["picture", "voice"])
def test_limits_and_who_sees_it_are_said_before(amara: Client, way: str) -> None:
    html = amara.get(reverse(f"stories:{way}")).content.decode()
    assert "Up to 30 minutes. Nobody hears it until you send it." in html if way == "voice" else "Up to 10 at once." in html
    assert "until you send" in html


def test_only_the_page_that_records_may_play_what_was_not_sent_and_no_other_site_may_listen(amara: Client) -> None:
    voice, picture, words = (amara.get(reverse(f"stories:{way}")) for way in ("voice", "picture", "write"))
    assert "media-src 'self' blob:" in voice["Content-Security-Policy"]
    assert "blob:" not in words["Content-Security-Policy"]
    assert "img-src 'self' data: blob:" in picture["Content-Security-Policy"]
    assert "microphone=(self)" in voice["Permissions-Policy"]


# --- saying something about it --------------------------------------------------------------------------------


@pytest.mark.need("R33")
def test_a_caption_is_kept_byte_for_byte(amara: Client, cast: Cast) -> None:
    photo = added(a_draft(cast.amara, ""))
    said = {"words": HARD, "in_words": "My dog", "is_drawing": "on"}
    assert amara.post(at("media", photo), said).url == reverse("stories:check", args=[photo.contribution_id])
    photo.refresh_from_db()
    assert (photo.caption, photo.in_words, photo.kind) == (AS_KEPT, "My dog", "drawing")
    saved = amara.post(at("media", photo), {"words": "New"}, headers={"Accept": "application/json"})
    assert saved.json()["sentence"].startswith("Saved at ")
    check = amara.get(reverse("stories:check", args=[photo.contribution_id])).content.decode()
    assert "<blockquote" in check
    assert "New" in check


def test_a_caption_that_is_too_long_is_not_cut(amara: Client, cast: Cast) -> None:
    photo = added(a_draft(cast.amara))
    answer = amara.post(at("media", photo), {"words": "x" * 20_001})
    assert answer.status_code == 422
    assert "This is 20001 letters long." in answer.content.decode()
    assert "x" * 20_001 in answer.content.decode()


def test_other_people_in_it_can_be_blurred_and_nobody_is_asked_for_permission(amara: Client, cast: Cast) -> None:
    photo = added(a_draft(cast.amara))
    said = {"words": "", "others_shown": "on", "then": "check"}
    asked = amara.post(at("media", photo), said)
    html = amara.get(asked.url).content.decode()
    assert "You can blur them" in html
    assert "You need nobody&#x27;s permission to send it." in html or "You need nobody's permission to send it." in html
    assert "consent" not in html
    after = amara.post(at("media", photo), {**said, "asked": "1"}).url
    assert after == reverse("stories:check", args=[photo.contribution_id])
    assert "Other people are in it." in amara.get(after).content.decode()


def test_photos_are_put_in_another_order(amara: Client, cast: Cast) -> None:
    draft = a_draft(cast.amara)
    one, two, three = added(draft), added(draft), added(draft)
    amara.post(at("move_media", three), {"where": "earlier"})
    amara.post(at("move_media", one), {"where": "later"})
    amara.post(at("move_media", three), {"where": "earlier"})
    assert list(draft.attachments.all()) == [three, one, two]


def test_a_recording_is_asked_what_it_says_and_is_neither_drawn_nor_cut(amara: Client) -> None:
    add(amara, page(amara, "voice"), b"OggS a voice")
    sound = Attachment.objects.get()
    html = amara.get(at("media", sound)).content.decode()
    assert (sound.kind, "What do you say in it?" in html, "Other people are in it" in html) == ("sound", True, False)
    assert amara.get(at("shape_picture", sound)).status_code == 404
    amara.post(at("media", sound), {"words": "", "in_words": "I like it here.", "is_drawing": "on", "then": "picture"})
    sound.refresh_from_db()
    assert (sound.kind, sound.in_words) == ("sound", "I like it here.")


# --- turning, cutting, blurring; without a script and without dragging -------------------------------------------


def a_held_photo(amara: Client) -> Attachment:
    add(amara, page(amara), jpeg(80, 40))
    photo = Attachment.objects.get()
    Making.objects.filter(pk=photo.making_id).update(state="ready", width=80, height=40)
    return photo


def test_a_photo_is_turned_cut_and_blurred_with_presses_alone(amara: Client) -> None:
    photo = a_held_photo(amara)
    steps = ({"turn": "right"}, {"cut": "top"}, {"square": "0-0"})
    recipes = []
    for step in steps:
        assert amara.post(at("shape_picture", photo, "?way=blur"), step).status_code == 302
        Making.objects.update(state="ready", width=80, height=40)
        recipes.append(Making.objects.get().recipe)
    assert recipes[0] == {"turn": 90}
    assert recipes[1] == {"turn": 90, "crop": [0, 1000, 10000, 10000]}
    assert recipes[2] == {**recipes[1], "blur": [[0, 1000, 2000, 5500]]}
    html = amara.get(at("shape_picture", photo, "?way=blur")).content.decode()
    assert "Clear all of it" in html
    for step in ({"undo": "blur"}, {"undo": "cut"}, {"turn": "left"}):
        amara.post(at("shape_picture", photo), step)
    assert Making.objects.get().recipe == {}


def test_a_part_is_named_by_numbers_and_wrong_ones_change_nothing(amara: Client) -> None:
    photo = a_held_photo(amara)
    part = {"part": "blur", "left": 10, "top": 20, "right": 50, "bottom": 60}
    amara.post(at("shape_picture", photo, "?way=blur"), part)
    assert Making.objects.get().recipe == {"blur": [[1000, 2000, 5000, 6000]]}
    for wrong in ({"right": 5}, {"right": ""}, {"right": 101}):
        answer = amara.post(at("shape_picture", photo, "?way=blur"), {**part, **wrong})
        assert answer.status_code == 422
    assert amara.post(at("shape_picture", photo), {"square": "x"}).status_code == 302
    assert Making.objects.get().recipe == {"blur": [[1000, 2000, 5000, 6000]]}


# --- throwing away, sending --------------------------------------------------------------------------------------


@pytest.mark.need("R47")
def test_what_is_thrown_away_before_sending_leaves_nothing(
    amara: Client, fresh_storages: Path, django_capture_on_commit_callbacks: Any
) -> None:
    photo = a_held_photo(amara)
    held = photo.making.held.stored_as
    assert sealed().exists(held)
    with django_capture_on_commit_callbacks(execute=True):
        amara.post(at("throw_media_away", photo))
    assert not sealed().exists(held)
    assert not any(model.objects.exists() for model in (Attachment, Making, Held, File))
    add(amara, page(amara, draft=str(photo.contribution_id)), jpeg())
    with django_capture_on_commit_callbacks(execute=True):
        amara.post(reverse("stories:throw_away", args=[photo.contribution_id]))
    assert not any(model.objects.exists() for model in (Attachment, Making, Held, File))
    assert not [there for there in fresh_storages.rglob("*") if there.is_file()]


@pytest.mark.need("R32")
def test_a_photo_alone_is_a_whole_contribution_and_is_sealed_as_it_arrived(amara: Client) -> None:
    content = jpeg(70, 50)
    add(amara, page(amara), content)
    draft = Contribution.objects.get()
    check = amara.get(reverse("stories:check", args=[draft.pk]))
    form = {"version": draft.version, "kind": "keep", "attached": check.context["attached"]}
    assert amara.post(reverse("stories:send", args=[draft.pk]), form).url == reverse("stories:sent", args=[draft.pk])
    photo = Attachment.objects.get()
    with sealed().open(photo.file.stored_as) as stored:
        assert stored.read() == content
    assert photo.sealed_at == NOW
    mine = amara.get(reverse("stories:list")).content.decode()
    assert "A photo" in mine
    for name in ("media", "shape_picture", "throw_media_away"):
        assert amara.get(at(name, photo)).url == reverse("stories:one", args=[draft.pk])
    assert amara.post(at("move_media", photo), {"where": "later"}).status_code == 403


def test_what_was_not_looked_at_is_not_sent(amara: Client, cast: Cast) -> None:
    draft = a_draft(cast.amara)
    seen = amara.get(reverse("stories:check", args=[draft.pk])).context["attached"]
    added(draft)
    answer = amara.post(reverse("stories:send", args=[draft.pk]), {"version": draft.version, "attached": seen})
    assert answer.status_code == 422
    assert "Look at" in answer.context["refusal"]
    assert Contribution.objects.get().status == "draft"


def test_one_that_could_not_be_taken_is_for_its_author_to_decide_and_never_holds_up_a_worry(amara: Client, cast: Cast) -> None:
    draft = a_draft(cast.amara)
    add(amara, page(amara, draft=str(draft.pk)), jpeg())
    Making.objects.update(state="refused", reason="This picture is broken, or only a part of it came. Choose it again, or take it again.")
    assert "This picture is broken" in amara.get(reverse("stories:check", args=[draft.pk])).content.decode()
    send = reverse("stories:send", args=[draft.pk])
    assert "could not be taken" in amara.post(send, {"version": draft.version}).context["refusal"]
    assert amara.post(send, {"version": draft.version, "urgent": "on"}).status_code == 302
    assert not Attachment.objects.exists()


@pytest.mark.need("R33")
def test_each_photo_stands_with_its_own_caption_under_my_words_and_its_bytes_are_handed_to_its_author_alone(
    amara: Client, cast: Cast
) -> None:
    sent = a_sent_with_media(cast.amara, "photo", "sound", caption="Bramble", words="")
    html = amara.get(reverse("stories:one", args=[sent.pk])).content.decode()
    assert html.count("Bramble") == 2
    photo, sound = sent.attachments.all()
    for one, form, kind in ((photo, "photo", "image/jpeg"), (sound, "opus", "audio/ogg")):
        address = reverse("stories:attachment_copy", args=[one.pk, form])
        assert address in html
        answer = amara.get(address, headers={"Range": "bytes=0-1"})
        assert (answer.status_code, answer["Content-Type"], len(answer.content)) == (206, kind, 2)
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert sign_in(Client(), cast.noor.user).get(address).status_code == 404
        assert sign_in(Client(), cast.ben).get(address).status_code == 404
    assert amara.get(reverse("stories:attachment_copy", args=[photo.pk, "original"])).status_code == 404
    assert amara.get(reverse("stories:attachment_copy", args=[uuid4(), "photo"])).status_code == 404
    amara.post(reverse("stories:hide", args=[sent.pk]))
    assert amara.get(reverse("stories:attachment_copy", args=[photo.pk, "photo"])).status_code == 302  # the passphrase first


def test_the_page_for_a_worry_stays_one_field(amara: Client) -> None:
    html = amara.get(reverse("stories:worried")).content.decode()
    assert html.count("<textarea") == 1
    assert 'type="file"' not in html
    assert 'class="way"' not in html
