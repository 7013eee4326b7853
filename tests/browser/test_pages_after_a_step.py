"""Pages that no address alone leads to: after a code, in the middle of signing in, with something missing, when things go wrong."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from playwright.sync_api import BrowserContext, Page

from people.actions.make_join_code import make_join_code
from people.models import Child
from portal.views import home
from stories.models import Contribution
from tests.browser.looking import Looking
from tests.browser.pictures import Pictures
from tests.browser.sizes import LAPTOP, PHONE
from tests.browser.world import HER_WORDS, World
from tests.cast import NOW, PASSPHRASE

pytestmark = pytest.mark.django_db(transaction=True)
Steps = Callable[[Looking, BrowserContext], None]


def joining(look: Looking, context: BrowserContext) -> None:
    """A wrong code, a name that does not fit, the notice."""
    look.world.sign_in(context, "nobody")
    amara = look.visitor
    amara.open("/join/")
    amara.write("What is your code?", "ABCD")
    amara.press("Go on")
    look.at("join-wrong-code")
    amara.write("What is your code?", make_join_code(child=look.world.cast.amara, by=look.world.cast.ben, now=NOW).code)
    amara.press("Go on")
    look.at("join-name")
    amara.write("A name to sign in with", "a b")
    amara.press("Go on")
    look.at("join-name-wrong")
    Child.objects.filter(pk=look.world.cast.noor.pk).update(notice_acknowledged_at=None)
    look.world.sign_in(context, "noor")
    look.world.go(look.page, "portal:welcome")
    look.at("welcome")


def signing_in(look: Looking, context: BrowserContext) -> None:
    """A wrong passphrase; the second code; a first time with the app to set up."""
    look.world.sign_in(context, "ben")  # so that he has an app
    look.world.sign_in(context, "nobody")
    somebody = look.visitor
    somebody.open("/sign-in/?away=1")
    somebody.write("The name you sign in with", "ben")
    somebody.write("Your passphrase", "wrong")
    somebody.press("Sign in")
    look.at("sign-in-wrong")
    somebody.write("The name you sign in with", "ben")
    somebody.write("Your passphrase", PASSPHRASE)
    somebody.press("Sign in")
    look.at("second-code")
    somebody.write("Six numbers", "123")
    somebody.press("Sign in")
    look.at("second-code-wrong")
    somebody.press("Stop and go back")
    somebody.write("The name you sign in with", "carys")
    somebody.write("Your passphrase", PASSPHRASE)
    somebody.press("Sign in")
    look.at("first-passphrase")
    for label, words in (
        ("The passphrase you have now", PASSPHRASE),
        ("Your new passphrase", "pebble-lantern-otter"),
        ("The new passphrase once more", "pebble-lantern-otter"),
    ):
        somebody.write(label, words)
    somebody.press("Change it")
    look.at("set-up-the-app")


def being_asked_again(look: Looking, context: BrowserContext) -> None:
    """The passphrase before hidden words; spare codes, made and counted."""
    look.world.sign_in(context, "amara")
    hidden = Contribution.objects.get(hidden_by_author=True)
    with time_machine.travel(NOW + timedelta(minutes=10), tick=True):
        look.world.go(look.page, "stories:hidden", hidden.pk)
        look.at("passphrase-again")
    look.world.sign_in(context, "ben")
    look.world.go(look.page, "mfa_generate_recovery_codes")
    look.visitor.press("Make the codes")
    look.at("spare-codes")


def writing(look: Looking, context: BrowserContext) -> None:
    """An empty page sent on, two windows with one draft, looking once more, and each state of what was sent."""
    look.world.sign_in(context, "amara")
    amara, draft = look.visitor, Contribution.objects.get(pk=look.world.things.ids["draft"][0])
    look.world.go(look.page, "stories:write", query=f"?draft={draft.pk}")
    look.at("write-draft")
    Contribution.objects.filter(pk=draft.pk).update(words="From another window.", version=draft.version + 3)
    amara.write("What do you want to say?", HER_WORDS)
    amara.press("Keep as draft")
    look.at("write-two-windows")
    look.world.go(look.page, "stories:check", draft.pk)
    for part in ("Choose who reads it first", "Say more about it, if you like", "Who can read it later"):
        amara.unfold(part)
    look.at("check-unfolded")
    for status in ("being_read", "lets_talk", "filed", "filed_limited", "not_added", "withdrawn"):
        one = Contribution.objects.filter(status=status, hidden_by_author=False, child=look.world.cast.amara).exclude(words="").first()
        assert one, status
        look.world.go(look.page, "stories:one", one.pk)
        look.at(f"one-{status}")
    look.world.go(look.page, "stories:sent", Contribution.objects.filter(urgent=True).first().pk)
    look.at("sent-urgent")


def reading_the_story(look: Looking, context: BrowserContext) -> None:
    """By section, one section, by year, printed, asked for on paper, her own words, a letter, a worker's visit unfolded."""
    look.world.sign_in(context, "amara")
    amara = look.visitor
    parts = ("?by=section", "?by=section&in=homes", "?by=section&in=school", "?by=year", "?by=year&year=2024")
    for query in (*parts, "?by=time&print=18&picture=1", "?by=section&print=12"):
        look.world.go(look.page, "portal:my_story", query=query)
        look.at(f"my_story{query}")
    for title in ("Visit at home", "A letter to keep", "My brother plays the drums."):
        amara.open("/my-story/?by=time")
        look.page.eval_on_selector_all("details.rest", "all => all.forEach(one => one.open = true)")
        amara.follow(title)
        look.page.eval_on_selector_all("details", "all => all.forEach(one => one.open = true)")
        look.at(f"entry-{title}")


STEPS: tuple[Steps, ...] = (joining, signing_in, being_asked_again, writing, reading_the_story)


@pytest.mark.need("R82")
@pytest.mark.parametrize("steps", STEPS, ids=lambda steps: steps.__name__)
def test_every_page_on_the_way_keeps_the_rules(steps: Steps, context: BrowserContext, page: Page, world: World, pictures: Pictures) -> None:
    look = Looking(page, world, pictures)
    steps(look, context)
    look.nothing_is_wrong()


@pytest.mark.parametrize("who", ["nobody", "amara", "ben"])
def test_pages_that_say_what_went_wrong_keep_the_rules(
    who: str, context: BrowserContext, page: Page, world: World, pictures: Pictures, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = Looking(page, world, pictures)
    world.sign_in(context, who)
    page.set_viewport_size(LAPTOP if who == "ben" else PHONE)
    answer = page.goto(f"{world.url}/nothing-here/")
    assert answer is not None
    assert answer.status == 404
    look.at(f"{who}-404")
    world.go(page, "account_logout" if who != "nobody" else "account_login")
    page.locator("main [name=csrfmiddlewaretoken]").evaluate_all("all => all.forEach(one => { one.value = 'old' })")
    look.visitor.press("Sign out" if who != "nobody" else "Sign in")
    look.at(f"{who}-form-expired")
    assert page.get_by_role("heading", name="Please send that again").is_visible()
    if who == "amara":
        monkeypatch.setattr(home, "news_for", lambda *_: 1 / 0)
        look.visitor.open("/")
        look.at("something-went-wrong")
        assert look.visitor.sees("It was our fault, not yours.")
    look.nothing_is_wrong()
