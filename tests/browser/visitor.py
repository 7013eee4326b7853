"""The visitor of tests/journeys/visitor.py in a real browser: the same words, so that one story is told in both."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page


class BrowserVisitor:
    """One person at one browser. What cannot be seen cannot be pressed or filled in."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url

    @property
    def path(self) -> str:
        """The path of the page they are on."""
        return urlsplit(self.page.url).path

    def open(self, address: str) -> None:
        """Type an address."""
        self.page.goto(f"{self.url}{address}")

    def follow(self, words: str) -> None:
        """Press a link by its words, in the main part of the page when it is there."""
        near = self.page.get_by_role("main").get_by_role("link", name=words)
        self._go(self._best(near if near.count() else self.page.get_by_role("link", name=words), words))

    def write(self, label: str, words: str) -> None:
        """Type into the box with this label, over what stands there."""
        self.page.get_by_label(label, exact=True).fill(words)

    def choose(self, label: str) -> None:
        """Tick the box, or take the choice, with this label."""
        self._best(self.page.get_by_label(label), label).check()

    def select(self, label: str, option: str) -> None:
        """Take an option of a list."""
        box = self.page.get_by_label(label, exact=True)
        box.select_option(box.locator("option", has_text=option).first.get_attribute("value"))

    def unfold(self, words: str) -> None:
        """Open a part that is folded; one that is open stays open."""
        part = self.page.locator("details", has=self.page.locator("summary", has_text=words)).last
        if part.get_attribute("open") is None:
            part.locator("summary").first.click()

    def press(self, button: str) -> None:
        """Press a button, and wait for the page it leads to."""
        self._go(self._best(self.page.get_by_role("button", name=button), button))

    def sees(self, words: str) -> bool:
        """Whether these words can be seen on the page."""
        return words in self.text()

    def text(self) -> str:
        """The words of the page that can be seen, with single spaces."""
        return re.sub(r"\s+", " ", self.page.locator("body").inner_text()).strip()

    def quotes(self) -> list[str]:
        """Every text that is shown word for word, with its own spaces and lines."""
        return [quote.text_content() or "" for quote in self.page.locator(".verbatim").all()]

    def _go(self, part: Locator) -> None:
        with self.page.expect_navigation():
            part.click()

    def _best(self, found: Locator, words: str) -> Locator:
        """The first with exactly these words, else the first that holds them."""
        exact = found.filter(has_text=re.compile(rf"^\s*{re.escape(words)}\s*$"))
        return (exact if exact.count() else found).first
