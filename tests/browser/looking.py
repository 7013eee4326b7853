"""Looking at a page that somebody has come to: its picture, and every rule it breaks, collected until all were looked at."""

from dataclasses import dataclass, field

from playwright.sync_api import Page

from tests.browser.page_rules import faults_of
from tests.browser.pictures import Pictures
from tests.browser.visitor import BrowserVisitor
from tests.browser.world import World


@dataclass
class Looking:
    """One browser page that wanders through the world as different people, and what was found wrong on the way."""

    page: Page
    world: World
    pictures: Pictures
    found: list[str] = field(default_factory=list)

    @property
    def visitor(self) -> BrowserVisitor:
        """Presses and fills in by words."""
        return BrowserVisitor(self.page, self.world.url)

    def at(self, name: str) -> None:
        """Look at the page as it stands; `name` says which it is."""
        self.pictures.take(self.page, name)
        self.found += [f"{name}: {fault}" for fault in faults_of(self.page, names=self.world.names)]

    def nothing_is_wrong(self) -> None:
        """Fail with everything that was found."""
        assert self.found == [], "\n".join(self.found)
