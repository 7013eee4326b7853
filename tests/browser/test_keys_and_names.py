"""Keys alone are enough, and no name or script breaks a page: Arabic runs from the right, 300 letters wrap."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from people.models import Child, User
from stories.models import Contribution
from tests.browser.looking import Looking
from tests.browser.pictures import Pictures
from tests.browser.sizes import LAPTOP
from tests.browser.world import ARABIC_WORDS, World
from tests.factories.contributions import a_sent

pytestmark = pytest.mark.django_db(transaction=True)
WHERE = "(el => el && el !== document.body ? [...document.querySelectorAll('*')].indexOf(el) : -1)(document.activeElement)"
REACHABLE = """() => { const all = [...document.querySelectorAll('*')];
  const can = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
  const seen = (el) => el.checkVisibility({ visibilityProperty: true }) && !el.disabled && el.tabIndex >= 0;
  return all.filter((el) => el.matches(can) && seen(el)).map((el) => all.indexOf(el)); }"""
HERE = "(el => `${el.tagName.toLowerCase()} ${el.innerText.trim()}`)(document.activeElement)"


def reached_by_tab(page: Page) -> list[int]:
    """Every part that Tab reaches, in order, as its place in the document."""
    reached: list[int] = []
    while len(reached) < 300:
        page.keyboard.press("Tab")
        here = page.evaluate(WHERE)
        if here < 0 or here in reached:
            break
        reached.append(here)
    return reached


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("nobody", "account_login"),
        ("amara", "portal:home"),
        ("amara", "portal:my_story"),
        ("amara", "stories:write"),
        ("amara", "stories:worried"),
        ("ben", "portal:desk"),
        ("ben", "moderation:queue"),
    ],
)
def test_tab_reaches_everything_in_the_order_of_the_page(who: str, name: str, context: BrowserContext, page: Page, world: World) -> None:
    world.sign_in(context, who)
    world.go(page, name)
    assert reached_by_tab(page) == page.evaluate(REACHABLE)


def test_the_first_key_offers_to_skip_to_the_main_part(context: BrowserContext, page: Page, small_world: World) -> None:
    small_world.sign_in(context, "amara")
    small_world.go(page, "portal:home")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the main part of the page")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Write about me")).to_be_focused()


def test_words_are_written_and_sent_with_keys_alone(context: BrowserContext, page: Page, small_world: World) -> None:
    small_world.sign_in(context, "amara")
    small_world.go(page, "stories:write")
    tab_to(page, "textarea")
    page.keyboard.type("Only keys.")
    tab_to(page, "button", "Next: see who will read it")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Before you send it")).to_be_visible()
    tab_to(page, "button", "Send")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Sent.")).to_be_visible()
    assert Contribution.objects.get(words="Only keys.").status == "sent"


def test_a_worker_decides_with_letters(context: BrowserContext, page: Page, small_world: World) -> None:
    page.set_viewport_size(LAPTOP)
    sent = [a_sent(small_world.cast.amara, f"Number {number}.") for number in (1, 2)]
    small_world.sign_in(context, "ben")
    small_world.go(page, "moderation:reading", sent[0].pk)
    for letter, shown in (("j", "Number 2."), ("k", "Number 1.")):
        letters_are_heard(page)
        page.keyboard.press(letter)
        expect(page.get_by_text(shown)).to_be_visible()
    page.get_by_role("button", name="Start reading").click()
    expect(page.get_by_role("button", name="Start reading")).to_have_count(0)
    letters_are_heard(page)
    page.get_by_label("Your answer").fill("j k a c d: letters in a box are only letters.")
    page.get_by_label("Your answer").blur()
    page.keyboard.press("a")
    expect(page.get_by_role("button", name="Put in the file")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Their words are in the file, just as they wrote them.")).to_be_visible()


def letters_are_heard(page: Page) -> None:
    """Wait for the script that listens for letters: it shows the box that switches them off."""
    expect(page.get_by_label("Use these letters")).to_be_visible()
    expect(page.get_by_label("Use these letters")).to_be_checked()


def tab_to(page: Page, tag: str, words: str = "") -> None:
    """Press Tab until a part with this tag and these words has the focus."""
    for _ in range(100):
        page.keyboard.press("Tab")
        if (
            page.evaluate("document.activeElement.tagName.toLowerCase() + ' ' + document.activeElement.innerText.trim()")
            == f"{tag} {words}"
        ):
            return
    raise AssertionError(f"Tab never reaches {tag} {words}")


@pytest.mark.need("C1")
def test_words_and_names_that_run_from_the_right_are_shown_so(context: BrowserContext, page: Page, world: World) -> None:
    arabic = a_sent(world.cast.amara, ARABIC_WORDS)
    world.sign_in(context, "amara")
    world.go(page, "stories:one", arabic.pk)
    words = page.locator(".verbatim", has_text=ARABIC_WORDS)
    assert words.get_attribute("dir") == "auto"
    assert words.evaluate("el => getComputedStyle(el).direction") == "rtl"
    world.go(page, "portal:my_people")
    expect(page.get_by_text("جوزيف", exact=True)).to_be_visible()


@pytest.mark.need("C1")
@pytest.mark.parametrize("name", ["W" * 300, "نور " * 75, "Nuala-Maria de la Cruz y " * 12], ids=["one word", "arabic", "many words"])
def test_a_name_of_300_letters_breaks_no_page(name: str, context: BrowserContext, page: Page, world: World, pictures: Pictures) -> None:
    Child.objects.filter(pk=world.cast.amara.pk).update(known_as=name.strip())
    User.objects.filter(pk=world.cast.ben.pk).update(display_name=name.strip())
    look = Looking(page, world, pictures)
    world.sign_in(context, "amara")
    for place in ("portal:home", "portal:my_people", "stories:list"):
        world.go(page, place)
        look.at(f"long-name-{place}")
    page.set_viewport_size(LAPTOP)
    world.sign_in(context, "ben")
    for place, *ids in (("portal:desk",), ("portal:child", world.cast.amara.pk), ("moderation:reading", world.things.ids["sent"][0])):
        world.go(page, place, *ids)
        look.at(f"long-name-{place}")
    look.nothing_is_wrong()
