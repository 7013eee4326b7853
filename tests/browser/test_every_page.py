"""Every page that anybody in the cast can open keeps the rules of page_rules.py. The pages come from the table of addresses,
so that a new page is looked at, or this file says where it is looked at instead.
"""

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.page_rules import faults_of
from tests.browser.pictures import Pictures
from tests.browser.sizes import LAPTOP, LARGE_PHONE
from tests.browser.world import World
from tests.views.address_table import ANYBODY, STAFF, TABLE, YOUNG

pytestmark = pytest.mark.django_db(transaction=True)

# Looked at in test_pages_after_a_step.py, because an address alone does not lead there; or not a page at all.
ELSEWHERE = {
    "healthz": "two letters for a machine",
    "cms_picture": "a picture",
    "portal:join_name": "after the code",
    **dict.fromkeys((f"access_requests:ask_{name}" for name in ("step", "expect", "check", "away")), "after the first page of asking"),
    "access_requests:ask_sent": "after it is sent",
    "access_requests:complain_sent": "after it is sent",
    **dict.fromkeys(("access_requests:status_complain", "access_requests:status_complaint"), "after a reference and a code"),
    **dict.fromkeys((f"access_requests:status{name}" for name in ("", "_stop", "_letter")), "after a reference and a code"),
    **dict.fromkeys((f"access_requests:{name}_letter_file" for name in ("my", "status", "staff")), "a file to keep"),
    "portal:data_protection_document": "a file to keep",
    **dict.fromkeys((f"access_requests:{name}_picture" for name in ("pack", "my_room", "status_room")), "a picture, not a page"),
    **dict.fromkeys((f"access_requests:status_room{name}" for name in ("", "_list", "_whole", "_item")), "after a reference and a code"),
    "portal:propose_disposal": "only while something is asked of information governance",
    "portal:welcome": "at the first sign-in",
    **dict.fromkeys(("portal:paper_picture", "portal:paper_small", "portal:paper_sound"), "a picture or a sound, not a page"),
    **dict.fromkeys(("portal:staff_paper_picture", "portal:staff_paper_small", "portal:staff_paper_sound"), "a picture or a sound"),
    "portal:staff_original": "a file to keep",
    **dict.fromkeys(
        ("moderation:attachment_copy", "stories:attachment_copy", "portal:media", "portal:staff_media"), "a picture or a sound"
    ),
    "portal:telling_add": "after the passphrase",
    "portal:book_file": "a file to keep",
    "portal:begin_child_book": "only for a child who does not sign in",
    "stories:kept": "sends on",
    "stories:hidden": "after the passphrase",
    "second_factor": "sends on",
    "mfa_authenticate": "in the middle of signing in",
    "mfa_activate_totp": "at the first sign-in",
    "mfa_view_recovery_codes": "after they are made",
    "portal:emergency_take": "after the record is found",
    "account_reauthenticate": "before something that keeps the account safe",
    "mfa_reauthenticate": "before something that keeps the account safe",
    **dict.fromkeys(("account_signup", "account_email", "account_set_password", "account_reset_password"), "does not exist"),
}
SEND_SOME_ON = (  # staff to their desk, who is signed in to the first page, a sheet with nothing to send to the sheet
    "portal:home",
    "portal:join",
    "portal:ask_for_my_file",
    "account_login",
    "stories:prepare_send",
)
ORDER = ("amara", "ben", "joan", "ruth", "tom", "imani", "sana", "david", "noor", "idris", "ellie", "carys", "dev", "gwen", "olu")
SEEN_BY_ALL = {"portal:home": YOUNG, "portal:my_story": YOUNG, "portal:desk": STAFF}  # they differ from reader to reader
GROUPS = (("amara",), ("noor", "idris", "nobody"), ("ben",), ("joan", "ruth"), ORDER[4:8] + ORDER[10:])
SHARES = [(group, share, shares) for group in GROUPS for shares in (2 if group[0] in ("amara", "ben") else 1,) for share in range(shares)]


def visitors_of(name: str) -> set[str]:
    """Who looks at this page for all: one young person, one member of staff, somebody who is not signed in."""
    allowed = TABLE[name].allowed
    first = {next((who for who in ORDER if who in allowed & kind), "") for kind in (YOUNG, STAFF)}
    return (first | SEEN_BY_ALL.get(name, frozenset()) | (allowed & {"nobody"} if allowed == ANYBODY else set())) - {""}


PAGES = {name: visitors_of(name) for name, row in TABLE.items() if not row.post and row.allowed and name not in ELSEWHERE}


def test_no_page_is_left_out() -> None:
    """Every address that shows something is looked at here or in a step, and everybody looks at something."""
    shows = {name for name, row in TABLE.items() if not row.post}
    assert shows - set(PAGES) == set(ELSEWHERE)
    assert {who for visitors in PAGES.values() for who in visitors} == {who for group in GROUPS for who in group} == ANYBODY


@pytest.mark.need("R82")
@pytest.mark.parametrize(("group", "share", "shares"), SHARES, ids=lambda one: one[0] if isinstance(one, tuple) else str(one))
def test_every_page_somebody_can_open_keeps_the_rules(
    group: tuple[str, ...], share: int, shares: int, context: BrowserContext, page: Page, world: World, pictures: Pictures
) -> None:
    found: dict[tuple[str, str], list[str]] = {}
    for who in group:
        world.sign_in(context, who)
        page.set_viewport_size(LAPTOP if who in STAFF else LARGE_PHONE)
        for name in [name for name in PAGES if who in PAGES[name]][share::shares]:
            address = world.url + world.things.address(name, TABLE[name].thing)
            answer = page.goto(address)
            assert answer is not None
            assert (answer.status, page.url) == (200, address) or name in SEND_SOME_ON
            assert "no-store" in answer.headers["cache-control"], name
            pictures.take(page, f"{who}-{name}")
            found[who, name] = faults_of(page, names=world.names)
    said = [f"{who} {name}: {fault}" for (who, name), faults in found.items() for fault in faults]
    assert not said, "\n".join(said)
