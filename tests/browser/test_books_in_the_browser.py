"""A life story book on a phone: chosen, moved, looked at page by page, made and saved, with nothing but links and buttons."""

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from files.queries import read
from official_file.actions.open_entry import open_entry
from official_file.models import LifeBook
from tests.browser.page_rules import faults_of
from tests.browser.pictures import Pictures
from tests.browser.world import World
from tests.cast import NOW
from tests.factories.entries import an_entry
from tests.factories.papers import a_paper

pytestmark = pytest.mark.django_db(transaction=True)
LETTER = "Dear Amara,\nyou were four when you came to us. You had a red coat, and you did not let go of it for a week."


@pytest.mark.need("L1")
def test_a_book_is_made_on_a_phone(
    context: BrowserContext, page: Page, small_world: World, pictures: Pictures, fresh_storages: Path
) -> None:
    add_things_to_tell(small_world)
    small_world.sign_in(context, "amara")
    found: dict[str, list[str]] = {}

    def look(name: str) -> None:
        pictures.take(page, f"book-{name}")
        found[name] = faults_of(page, names=small_world.names)

    small_world.go(page, "portal:books")
    look("none")
    page.get_by_role("link", name="Begin a book").click()
    page.get_by_label("First words").fill("I made this when I was thirteen.")
    look("begin")
    page.get_by_role("button", name="Begin").click()
    look("book")
    page.get_by_role("link", name="Choose what is in it").click()
    look("choose")
    page.get_by_role("button", name="Tick everything here").click()
    page.get_by_role("link", name="Words beside it").nth(1).click()
    page.get_by_label("Words beside this").fill("I still have the coat.")
    page.get_by_role("button", name="Keep").click()
    page.get_by_role("button", name="Down").first.click()
    expect(page.get_by_role("button", name="Put it back in the order it happened")).to_be_visible()
    page.get_by_role("button", name="Put it back in the order it happened").click()
    look("ordered")
    page.get_by_role("link", name="Look at it, page by page").click()
    look("first-page")
    for number in (1, 2, 3):
        page.get_by_role("link", name="Next page").click()
        look(f"page-{number}")
    page.get_by_role("link", name="The book", exact=True).click()
    page.get_by_role("button", name="Make the book").click()
    expect(page.get_by_role("link", name="Save the book (PDF)")).to_be_visible()
    look("made")
    page.get_by_role("link", name="Throw this book away").click()
    look("throw-away")
    keep_pictures(LifeBook.objects.get(title="My story", made_at__isnull=False), pictures)
    page.get_by_role("button", name="Throw it away").click()
    look("thrown-away")
    page.get_by_role("button", name="Bring it back").first.click()
    assert {name: faults for name, faults in found.items() if faults} == {}


def add_things_to_tell(world: World) -> None:
    """Two homes, a letter and a paper, all open."""
    for year in (2015, 2020):
        an_entry(world.cast.amara, "home", date(year, 3, 4), facts={"place": "U4", "provider": "PR1"})
    letter = an_entry(world.cast.amara, "why_letter", date(2019, 2, 3), text=LETTER, facts={"title": "Why you came to us"})
    for entry in (letter, a_paper(world.cast.amara, "We walked by the sea.", "It rained.")):
        open_entry(entry=entry, by=world.cast.ben, now=NOW - timedelta(days=2), with_them=True)


def keep_pictures(book: LifeBook, pictures: Pictures) -> None:
    """The pages of the PDF as pictures, to be looked at, when a folder was chosen for them."""
    assert book.file
    document = pypdfium2.PdfDocument(BytesIO(read(book.file)))
    assert len(document) > 3
    if pictures.folder:
        for number, sheet in enumerate(document):
            sheet.render(scale=1.2).to_pil().convert("L").save(pictures.folder / f"book-pdf-{number:02}.png")
