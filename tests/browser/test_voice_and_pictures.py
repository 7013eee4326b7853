"""A voice recorded in the page and heard again; photos that keep their place when one does not get through, and a face made unknowable."""

from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import BrowserContext, FilePayload, Page, Route, expect

from files.models import Held
from stories.models import Attachment, Contribution
from tests.browser.page_rules import ask
from tests.browser.pictures import Pictures
from tests.browser.world import World
from tests.factories.filed_media import filed
from tests.factories.media import jpeg

pytestmark = pytest.mark.django_db(transaction=True)
PLAYS = "async audio => { audio.muted = true; await audio.play(); await new Promise(r => setTimeout(r, 300)); return audio.currentTime; }"


def a_photo(name: str, width: int = 900, height: int = 1200) -> FilePayload:
    return {"name": name, "mimeType": "image/jpeg", "buffer": jpeg(width, height)}


@pytest.mark.need("R32", "R83", "M17")
def test_a_voice_is_recorded_heard_back_kept_sent_and_heard_again(
    context: BrowserContext, page: Page, small_world: World, fresh_storages: Path, pictures: Pictures
) -> None:
    small_world.sign_in(context, "amara")
    small_world.go(page, "stories:list")
    page.get_by_role("link", name="Voice").click()
    pictures.take(page, "voice-before")
    page.get_by_role("button", name="Start recording").click()
    expect(page.get_by_text("Your phone did not let us use the microphone.")).to_be_visible()
    pictures.take(page, "voice-refused", night=False)
    context.grant_permissions(["microphone"], origin=small_world.url)
    page.get_by_role("button", name="Start recording").click()
    expect(page.get_by_text("We are recording now.")).to_be_visible()
    expect(page.locator("[data-clock]")).to_have_text("0:01")
    pictures.take(page, "voice-recording")
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_text("Paused. Go on when you like.")).to_be_visible()
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Stop").click()
    assert page.get_by_label("What you recorded").evaluate(PLAYS) > 0
    pictures.take(page, "voice-listen")
    assert not Held.objects.exists()  # nothing left the phone until it is kept
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("heading", name="Your recording")).to_be_visible()
    page.get_by_label("What do you want to say about it?").fill("What I think about school.")
    pictures.take(page, "voice-kept")
    page.get_by_role("button", name="Next: see who will read it").click()
    expect(page.get_by_text("What I think about school.")).to_be_visible()
    pictures.take(page, "voice-check", night=False)
    page.get_by_role("button", name="Send", exact=True).click()
    page.get_by_role("link", name="See my words").click()
    pictures.take(page, "voice-list")
    page.get_by_role("link", name="More about this").click()
    expect(page.get_by_text("What I think about school.")).to_be_visible()
    assert page.locator("main audio").evaluate(PLAYS) > 0
    pictures.take(page, "voice-one")
    assert ask(page, "kept") == []
    sent = Contribution.objects.get()
    assert (sent.status, sent.words, sent.attachments.get().kind) == ("sent", "", "sound")
    filed(sent, small_world.cast.ben, now=timezone.now())
    small_world.go(page, "portal:my_story", query="?by=time")
    assert page.locator(".line-media audio").evaluate(PLAYS) > 0  # in its place on the timeline
    expect(page.locator(".is-own")).to_contain_text("What I think about school.")
    pictures.take(page, "voice-in-my-story")


@pytest.mark.need("R32", "R42")
def test_photos_keep_their_place_when_one_does_not_get_through_and_a_face_is_blurred_by_a_tap(
    context: BrowserContext, page: Page, small_world: World, fresh_storages: Path, pictures: Pictures
) -> None:
    small_world.sign_in(context, "amara")
    small_world.go(page, "stories:picture")
    pictures.take(page, "picture-before")
    lost = []

    def lose_the_first(route: Route) -> None:
        lost.append(1)
        route.abort() if len(lost) == 1 else route.continue_()

    page.route("**/my-words/add/", lose_the_first)
    page.get_by_label("Choose from my phone").set_input_files([a_photo("one.jpg"), a_photo("two.jpg", 800, 600)])
    expect(page.get_by_text("It did not get through.")).to_be_visible()
    expect(page.locator(".attached > li")).to_have_count(1)
    pictures.take(page, "picture-failed")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".attached > li")).to_have_count(2)
    expect(page.locator(".on-the-way > li")).to_have_count(0)
    first, second = Attachment.objects.order_by("position")
    assert (first.making.width, second.making.width) == (900, 800)
    pictures.take(page, "picture-two")
    page.get_by_role("link", name="A photo, 1 of 2").click()
    page.get_by_label("What do you want to say about it?").fill("Me and Ŵyn 💛")
    page.get_by_label("Other people are in it").check()
    pictures.take(page, "picture-page")
    page.get_by_role("button", name="Next: see who will read it").click()
    expect(page.get_by_text("You need nobody's permission to send it.")).to_be_visible()
    pictures.take(page, "picture-others")
    page.get_by_role("button", name="Blur something").click()
    page.get_by_role("button", name="Row 2, square 2").click()
    expect(page.get_by_role("button", name="Row 2, square 2")).to_have_attribute("aria-pressed", "true")
    pictures.take(page, "picture-blur")
    page.get_by_role("button", name="Row 2, square 3").click()
    page.get_by_role("link", name="Cut").click()
    pictures.take(page, "picture-cut")
    page.get_by_role("link", name="Done").click()
    page.get_by_role("button", name="Next: see who will read it").click()
    expect(page.get_by_role("heading", name="Before you send it")).to_be_visible()
    pictures.take(page, "picture-check")
    page.get_by_role("button", name="Send", exact=True).click()
    page.get_by_role("link", name="See my words").click()
    expect(page.locator(".media-small img")).to_have_count(2)
    pictures.take(page, "picture-list")
    assert ask(page, "kept") == []
    assert first.making.__class__.objects.get(pk=first.making_id).recipe == {"blur": [[2000, 1428, 6000, 2857]]}
    assert [one.caption for one in Contribution.objects.get().attachments.order_by("position")] == ["Me and Ŵyn 💛", ""]
