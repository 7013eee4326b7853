"""The browser of these tests is a phone, finds faults, and reaches nobody else."""

import pytest
from playwright.sync_api import Page

from tests.browser.sizes import PHONE


def test_it_is_as_wide_as_a_small_phone(page: Page) -> None:
    page.set_content("<p>one</p>")
    assert page.evaluate("window.innerWidth") == PHONE["width"]


def test_axe_finds_planted_faults(page: Page, axe) -> None:
    page.set_content("<html><body><img src='data:,'><button></button></body></html>")
    with pytest.raises(AssertionError) as found:
        axe(page)
    assert {rule for rule in ("image-alt", "button-name", "html-has-lang") if rule in str(found.value)} == {
        "image-alt",
        "button-name",
        "html-has-lang",
    }


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_a_page_can_be_read_without_scripts(page: Page) -> None:
    page.set_content("<p id='text'>one</p><script>document.getElementById('text').textContent = 'two'</script>")
    assert page.text_content("#text") == "one"


def test_the_server_answers(page: Page, live_server) -> None:
    answer = page.goto(f"{live_server.url}/healthz")
    assert answer is not None
    assert answer.status == 200
