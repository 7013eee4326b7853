"""A worker decides ten mixed contributions: every click and every page is counted, and told in docs/how-to/read-and-answer.md."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from moderation.models import Decision, HandOver, MediaOpened, Verdict
from people.models import Task, TaskKind
from stories.actions.send import Choices, send
from stories.models import Contribution
from tests.browser.page_rules import faults_of
from tests.browser.pictures import Pictures
from tests.browser.sizes import LAPTOP
from tests.browser.world import World
from tests.cast import NOW
from tests.factories.attachments import a_sent_with_media
from tests.factories.contributions import a_draft, a_sent, an_entry

pytestmark = pytest.mark.django_db(transaction=True)
MOST_CLICKS, MOST_PAGES = 39, 20  # for ten decisions, the clicks into each box and the desk between them counted
MOST_ACTIONS = 3  # to open one, and to answer and decide it


@dataclass
class Counting:
    """Somebody at the desk whose clicks, into boxes too, and whose pages are counted."""

    page: Page
    pages: int = 0
    clicks: int = 0
    each: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("domcontentloaded", self._one_more)

    def _one_more(self, _page: Page) -> None:
        self.pages += 1

    def press(self, button: str) -> None:
        """A button."""
        self.clicks += 1
        self.page.get_by_role("button", name=button, exact=True).click()

    def unfold(self, words: str) -> None:
        """A part that is folded."""
        self.clicks += 1
        self.page.locator("summary", has_text=words).click()

    def write(self, label: str, words: str) -> None:
        """Into a box: one click, then keys."""
        self.clicks += 1
        self.page.get_by_label(label, exact=True).fill(words)

    def choose(self, label: str) -> None:
        """One of several."""
        self.clicks += 1
        self.page.get_by_label(label).check()

    def open_first(self) -> None:
        """What stands first on the desk."""
        self.clicks += 1
        self.page.locator(".queue h3 a").first.click()

    def done(self) -> None:
        """Back at the desk: how many clicks this one took."""
        expect(self.page.get_by_role("heading", name="Waiting to be read")).to_be_visible()
        self.each.append(self.clicks - sum(self.each))


def ten_contributions(world: World) -> None:
    """A worry, a photo, a recording, taps, words about an entry, a wish, a song, a friend, the worker, and one that frightens."""
    amara = world.cast.amara
    a_sent(amara, "I cannot sleep. Somebody bangs on the door at night.", urgent=True)
    a_sent_with_media(amara, "photo", words="", caption="Bramble on the beach")
    a_sent_with_media(amara, "sound", words="", caption="My song")
    draft = a_draft(amara, "At school")
    draft.board = [{"board": "feelings", "pick": "sad", "words": "Sad"}]
    draft.save(update_fields=["board"])
    send(draft=draft, choices=Choices(), by=draft.author, now=NOW)
    a_sent(amara, "It was not like that at Sam and Jo's.", about=an_entry(amara), kind="my_side")
    a_sent(amara, "I want to move to Leeds.", kind="want")
    a_sent(amara, "Twinkle, twinkle, little star")
    a_sent(amara, "Kai at school takes tablets. He told me not to tell.")
    a_sent(amara, "My social worker never listens to me.")
    a_sent(amara, "I am going to my dad's tonight whatever you say.")


def file_it(desk: Counting) -> None:
    """Answer, and put it in the file."""
    desk.write("Your answer", "Thank you for telling us. I will ring you tomorrow.")
    desk.press("Put in the file")


def listen_and_file(desk: Counting) -> None:
    """Play it, answer, and put it in the file."""
    desk.clicks += 1
    with desk.page.expect_response(lambda answer: "/copy/" in answer.url):
        desk.page.locator("audio").evaluate("one => { one.play().catch(() => 0); }")
    file_it(desk)


def talk_first(desk: Counting) -> None:
    """A conversation before anything is decided."""
    desk.write("Your answer", "I want to hear more. Can we talk on Thursday after school?")
    desk.press("Talk first")


def not_theirs(desk: Counting) -> None:
    """A song by somebody else: proposed."""
    desk.write("Your answer", "It is a lovely song. Somebody else wrote it.")
    desk.unfold("Cannot add")
    desk.choose("These words or this picture are not theirs")
    desk.write("What did you find?", "A nursery rhyme.")
    desk.press("Propose not to add it")


def limit(desk: Counting) -> None:
    """It tells of a friend: proposed."""
    desk.write("Your answer", "Thank you for telling me. It will be kept between few people.")
    desk.unfold("Put in the file and limit who sees it")
    desk.write("Why should fewer people see it?", "It tells of a friend's health.")
    desk.press("Propose to limit it")


def hand_over(desk: Counting) -> None:
    """It is about the reader."""
    assert "You are named in this, or it is about you." in desk.page.locator("main").inner_text()
    desk.unfold("Hand it over by name")
    desk.clicks += 1
    desk.page.get_by_label("Who reads it now?").select_option(label="Joan Mills, Team manager")
    desk.write("Why is it theirs?", "It is about me.")
    desk.press("Hand it over")


def ask_manager(desk: Counting) -> None:
    """It frightens the reader."""
    desk.unfold("Ask a manager to look now")
    desk.write("What worries you?", "She may go to her dad's tonight. He may not see her alone.")
    desk.press("Ask a manager")


def how(page: Page) -> Callable[[Counting], None]:
    """What the worker does with what is on the page."""
    text = page.locator("main").inner_text()
    ways = {
        "dad's tonight": ask_manager,
        "never listens": hand_over,
        "Kai at school": limit,
        "Twinkle": not_theirs,
        "move to Leeds": talk_first,
        "My song": listen_and_file,
    }
    head = text[: text.index("What they sent before")]
    return next((way for words, way in ways.items() if words in head), file_it)


@pytest.mark.need("R53", "R54", "R56")
@pytest.mark.browser_context_args(viewport=LAPTOP)
def test_ten_mixed_contributions_are_decided_with_few_clicks_and_pages(
    context: BrowserContext, page: Page, small_world: World, pictures: Pictures
) -> None:
    ten_contributions(small_world)
    small_world.sign_in(context, "ben")
    small_world.go(page, "moderation:queue")
    desk, faults = Counting(page), []
    for number in range(1, 11):
        desk.open_first()
        expect(page.get_by_label("Your answer", exact=True)).to_be_visible()
        pictures.take(page, f"deciding-{number}", night=False)
        faults += faults_of(page, names=small_world.names) if number in (3, 4, 5) else []
        way = how(page)
        way(desk)
        desk.done()
        if way is file_it:
            assert desk.each[-1] <= MOST_ACTIONS
    sys.stdout.write(f"Ten decisions: {desk.clicks} clicks, {desk.pages} pages; each {desk.each}\n")
    assert not faults, "\n".join(faults)
    assert desk.clicks <= MOST_CLICKS
    assert desk.pages <= MOST_PAGES
    assert MediaOpened.objects.count() == 2
    assert HandOver.objects.count() == Task.objects.filter(kind=TaskKind.ESCALATED).count() == 1
    verdicts = sorted(Decision.objects.values_list("verdict", flat=True))
    assert verdicts.count(Verdict.FILE) >= 4
    assert {Verdict.TALK_FIRST, Verdict.CANNOT_ADD, Verdict.FILE_LIMITED} <= set(verdicts)
    assert Contribution.objects.filter(status="sent").count() == 2  # with the colleague, and with the manager
