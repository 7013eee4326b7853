"""The pages about imports when there is much on them: runs, what was left out, who somebody is, and what is gone."""

import pytest
from playwright.sync_api import BrowserContext, Page

from people.actions.answer_match import answer_match
from people.doubting import doubt_match
from tests.browser.page_rules import faults_of
from tests.browser.pictures import Pictures
from tests.browser.sizes import LAPTOP
from tests.browser.world import World
from tests.cast import NOW
from tests.importers.test_vanishing import home, night
from tests.views.test_import_pages import REPORT, a_run

pytestmark = pytest.mark.django_db(transaction=True)
NOTHING = {"rows_read": 1200, "entries": {"added": 0, "superseded": 0, "unchanged": 900}, "problems": [], "children": {"unchanged": 40}}


def test_full_pages_about_imports_keep_the_rules(context: BrowserContext, page: Page, world: World, pictures: Pictures) -> None:
    """At the size of a laptop; each is looked at on a phone and by night as well when pictures are taken."""
    amara, ben = world.cast.amara, world.cast.ben
    gone = [home(world.cast, f"placements/{number}") for number in (1, 2)]
    night(world.cast, -1)
    run = a_run(report=REPORT)
    a_run(days_ago=1, report=NOTHING)
    a_run("ssda903", days_ago=210, report=NOTHING)
    a_run("case_notes", days_ago=60, report=REPORT)
    a_run("documents", days_ago=2, ended=False)
    doubt_match(source="ssd", key="P100123", child=amara, why="born_differs", now=NOW)
    settled = doubt_match(source="ssd", key="P100456", child=amara, why="same_name", now=NOW)
    answer_match(match=settled, same=False, by=ben, now=NOW)
    page.set_viewport_size(LAPTOP)
    seen: dict[str, list[str]] = {}
    for who, name, ids in (
        ("joan", "portal:imports", ()),
        ("joan", "portal:import_run", (run.pk,)),
        ("joan", "portal:who_is_this", ()),
        ("ben", "portal:gone", (amara.pk,)),
        ("ben", "portal:staff_entry", (gone[0].pk,)),
        ("ben", "portal:desk", ()),
    ):
        world.sign_in(context, who)
        world.go(page, name, *ids)
        pictures.take(page, f"full-{name}")
        seen[name] = faults_of(page, names=world.names)
    assert not any(seen.values()), seen
