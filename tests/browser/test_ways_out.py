"""Pages about what leaves: whether words are in the council's system, and a young person's own copy."""

import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page

from audit.who import THE_PORTAL
from moderation.actions.keep_failure import TRIES_BEFORE_A_TASK, keep_failure
from moderation.models import WriteBack
from tests.browser.looking import Looking
from tests.browser.pictures import Pictures
from tests.browser.sizes import LAPTOP
from tests.browser.world import World
from tests.cast import NOW

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.need("R89")
def test_a_manager_reads_why_words_did_not_arrive_and_tries_again(
    context: BrowserContext, page: Page, world: World, pictures: Pictures, settings: Any, tmp_path: Path
) -> None:
    settings.WRITE_BACK_URL = tmp_path.as_uri()
    row = WriteBack.objects.order_by("made_at")[0]
    for _time in range(TRIES_BEFORE_A_TASK):
        keep_failure(write_back=row, why="The council's system answered 500.", by=THE_PORTAL, now=NOW)
    world.sign_in(context, "joan")
    page.set_viewport_size(LAPTOP)
    looking = Looking(page, world, pictures)
    world.go(page, "portal:desk")
    page.get_by_role("link", name="wrote words that did not reach the council's system").click()
    looking.at("joan-words-did-not-arrive")
    page.get_by_role("button", name="Try again now").click()
    page.get_by_text("We try again in a few minutes.", exact=True).wait_for()
    looking.at("joan-words-go-again")
    looking.nothing_is_wrong()


@pytest.mark.need("L2")
def test_a_young_person_saves_a_copy_and_reads_it_without_the_internet(
    context: BrowserContext, page: Page, world: World, pictures: Pictures, tmp_path: Path
) -> None:
    world.sign_in(context, "amara")
    looking = Looking(page, world, pictures)
    world.go(page, "portal:settings")
    page.get_by_role("link", name="Get a copy of what I can see").click()
    looking.at("amara-copy")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save the copy on this device").click()
    assert saved.value.suggested_filename == "my-copy.zip"
    saved.value.save_as(tmp_path / "copy.zip")
    with zipfile.ZipFile(tmp_path / "copy.zip") as archive:
        archive.extractall(tmp_path)
    page.goto((tmp_path / "my-copy/my-copy.html").as_uri())
    pictures.take(page, "amara-copy-itself")
    assert page.get_by_role("heading", name="A copy of what I can see").is_visible()
    assert reverse("portal:my_copy") not in page.content()
    looking.nothing_is_wrong()
