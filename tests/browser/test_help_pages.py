"""The help pages on a phone, with JavaScript and without, without a fault that axe can find."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from cms import queries

pytestmark = pytest.mark.django_db(transaction=True)
PAGES = ["", "worried-now/", "what-we-keep/", "words-to-know/", "came-here-to-be-safe/", "finding-old-records/", "workers-writing-plainly/"]


@pytest.mark.parametrize("place", PAGES)
def test_a_help_page_has_no_fault(page: Page, live_server: Any, axe: Callable[[Page], None], place: str) -> None:
    page.goto(f"{live_server.url}/help/{place}")
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_a_reader_finds_whom_to_call_without_javascript(page: Page, live_server: Any) -> None:
    page.goto(f"{live_server.url}/help/")
    page.get_by_role("link", name="If you are worried now").click()
    expect(page.get_by_role("link", name="0800 1111")).to_have_attribute("href", "tel:08001111")
    page.get_by_role("link", name="All help pages").click()
    for link in queries.help_pages():
        expect(page.get_by_role("link", name=link.title, exact=True)).to_be_visible()
