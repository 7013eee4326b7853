"""Pages of staff that no address alone leads to: a form with something missing, a proposal for a second person, what is shown once."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from moderation.actions.return_proposal import return_proposal
from moderation.queries import waiting_proposals
from people.actions.ask_to_talk import ask_to_talk
from people.models import Child, Task, TaskKind
from stories.models import Contribution
from tests.browser.looking import Looking
from tests.browser.pictures import Pictures
from tests.browser.sizes import LAPTOP
from tests.browser.world import World
from tests.cast import NOW

pytestmark = pytest.mark.django_db(transaction=True)
Steps = Callable[[Looking, BrowserContext], None]


def reading(look: Looking, context: BrowserContext) -> None:
    """Claimed, decided without an answer, proposed, returned; a second person looks."""
    look.world.sign_in(context, "ben")
    ben, sent = look.visitor, look.world.things.ids["sent"][0]
    look.world.go(look.page, "moderation:reading", sent)
    ben.press("Start reading")
    for part in look.page.locator("summary").all():
        part.click()
    look.at("reading-claimed-unfolded")
    ben.press("Propose not to add it")
    look.at("reading-something-missing")
    look.world.go(look.page, "moderation:reading", Contribution.objects.filter(urgent=True).first().pk)
    look.at("reading-urgent")
    proposal = waiting_proposals().get(contribution__words__startswith="Twinkle")
    look.world.sign_in(context, "joan")
    look.world.go(look.page, "moderation:reading", proposal.contribution_id)
    look.at("reading-second-person")
    ben_said = "It is not a song. Please read it again."
    return_proposal(decision=proposal, sentence=ben_said, by=look.world.cast.joan, now=NOW)
    look.world.sign_in(context, "ben")
    look.world.go(look.page, "moderation:reading", proposal.contribution_id)
    look.at("reading-sent-back")


def opening(look: Looking, context: BrowserContext) -> None:
    """An entry with every part unfolded and every form empty; a letter without words; a chapter with nothing ticked."""
    look.world.sign_in(context, "ben")
    ben = look.visitor
    look.world.go(look.page, "portal:staff_entry", look.world.things.ids["closed_entry"][0])
    for part in look.page.locator("summary").all():
        if not part.evaluate("one => one.parentElement.open"):
            part.click()
    look.at("entry-unfolded")
    ben.unfold("Withhold it: the law lets us keep it from them")
    ben.press("Withhold it")
    look.at("entry-something-missing")
    look.world.go(look.page, "portal:write_why", look.world.cast.amara.pk)
    ben.press("Put it in the file")
    look.at("letter-something-missing")
    look.world.go(look.page, "portal:opening", look.world.cast.amara.pk)
    ben.press("Open them")
    look.at("opening-nothing-ticked")


def inviting(look: Looking, context: BrowserContext) -> None:
    """Not ready yet, something missing; the code, once."""
    look.world.sign_in(context, "dev")
    dev, noor = look.visitor, look.world.cast.noor
    look.world.go(look.page, "portal:child", noor.pk)
    look.at("child-without-words")
    look.world.go(look.page, "portal:invite", noor.pk)
    dev.press("They are ready")
    look.at("invite-something-missing")
    look.world.sign_in(context, "ben")
    look.world.go(look.page, "portal:invite", look.world.cast.amara.pk)
    look.visitor.press("Make a code and show it once")
    look.at("join-code")


def answering(look: Looking, context: BrowserContext) -> None:
    """An answer without words, an answer that was given, something that is not about them."""
    look.world.sign_in(context, "ben")
    ben, task = look.visitor, look.world.things.ids["task"][0]
    look.world.go(look.page, "portal:task", task)
    ben.press("Send the answer")
    look.at("task-something-missing")
    ben.write("Your answer to them", "We talk on Thursday at the park.")
    ben.press("Send the answer")
    look.world.go(look.page, "portal:task", task)
    look.at("task-answered")
    amara = look.world.cast.amara
    ask_to_talk(child=amara, about_type="child", about_id=amara.pk, words="", by=amara.user, now=NOW)
    look.world.sign_in(context, "amara")
    look.world.go(look.page, "portal:answers")
    look.at("answers")
    look.world.sign_in(context, "imani")
    for asked in Task.objects.filter(kind=TaskKind.NOT_ABOUT_ME):
        look.world.go(look.page, "portal:task", asked.pk)
        look.at("task-not-about-me")


def finding(look: Looking, context: BrowserContext) -> None:
    """Nobody found, somebody found in an emergency, no reason given, a record read for a day."""
    look.world.sign_in(context, "carys")
    carys = look.visitor
    carys.open("/work/children/")
    carys.write("Find by any name they or their family ever had, or by number", "Nobody at all")
    carys.press("Find")
    look.at("children-nobody")
    carys.open("/work/emergency/")
    carys.press("Find the record")
    look.at("emergency-something-missing")
    carys.write("Their whole name, or their number", "900001")
    carys.press("Find the record")
    look.at("emergency-found")
    carys.follow("Amara")
    carys.press("Open it for 24 hours")
    look.at("emergency-no-reason")
    carys.write("Why do you need to see this record now?", "Found at the station at night. I need to know whom to call.")
    carys.press("Open it for 24 hours")
    look.at("child-in-an-emergency")


def staff(look: Looking, context: BrowserContext) -> None:
    """Somebody added, with something missing first; a new first passphrase; nobody of that name; a team without a name."""
    look.world.sign_in(context, "ruth")
    ruth = look.visitor
    ruth.open("/work/staff/add/")
    ruth.press("Add them")
    look.at("staff-add-something-missing")
    ruth.write("Their name, as young people read it", "Ada " + "Long" * 70)
    ruth.write("The name they sign in with", "ada")
    ruth.select("Role", "Social worker")
    ruth.select("Team", "East")
    ruth.press("Add them")
    look.at("first-passphrase-of-staff")
    ruth.open("/work/staff/?words=zzz")
    look.at("staff-nobody")
    ruth.open("/work/teams/")
    ruth.press("Make it")
    look.at("teams-something-missing")
    look.world.sign_in(context, "joan")
    look.world.go(look.page, "portal:cover")
    look.visitor.press("Write it down")
    look.at("cover-something-missing")
    Child.objects.filter(pk=look.world.cast.amara.pk).update(known_as="Amara" * 50)
    look.world.go(look.page, "portal:child", look.world.cast.amara.pk)
    look.at("child-with-a-very-long-name")


STEPS: tuple[Steps, ...] = (reading, opening, inviting, answering, finding, staff)


@pytest.mark.need("R82")
@pytest.mark.parametrize("steps", STEPS, ids=lambda steps: steps.__name__)
def test_every_page_on_the_way_keeps_the_rules(steps: Steps, context: BrowserContext, page: Page, world: World, pictures: Pictures) -> None:
    page.set_viewport_size(LAPTOP)
    look = Looking(page, world, pictures)
    steps(look, context)
    look.nothing_is_wrong()
