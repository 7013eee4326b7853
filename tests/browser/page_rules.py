"""What must hold for every page: each rule takes a page in the browser and gives a sentence for every fault it finds."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.sizes import LAPTOP, NARROW, WITH_DOUBLED_LETTERS

STANDARD = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
COLOURS = ("color-contrast", "link-in-text-block")
MAIN_CONTROLS = ".button, .door, .hide-page, .worried a, .last a, .last button, main input:not([type=hidden]), main select, main textarea"
RULES = (Path(__file__).parent / "page_rules.js").read_text(encoding="utf-8").split("\n", 1)[1]
TOUCH, STAFF_TOUCH = 48, 44  # staff sit at a laptop and see more at once
DOUBLE = "(to) => { const root = document.documentElement; root.style.fontSize = to * parseFloat(getComputedStyle(root).fontSize) + 'px' }"


def ask(page: Page, rule: str, *arguments: str | int) -> list[str]:
    """The answer of one of the rules in page_rules.js."""
    given = ", ".join(f"{one!r}" for one in arguments)
    answer: list[str] = page.evaluate(f"{RULES.strip()}.{rule}({given})")
    return answer


def axe_faults(page: Page, *, only: Iterable[str] = ()) -> list[str]:
    """The accessibility rules the page breaks, and where. `only`: these rules and no others."""
    rules: Any = {"type": "rule", "values": list(only)} if only else {"type": "tag", "values": list(STANDARD)}
    found = Axe().run(page, options={"runOnly": rules, "resultTypes": ["violations"]}).response["violations"]
    return [f"{rule['id']}: {rule['help']} at {[node['target'] for node in rule['nodes'][:4]]}" for rule in found]


def faults_of(page: Page, *, names: Iterable[str] = ()) -> list[str]:
    """Everything that is wrong with the page as it stands, in both colour schemes, narrow, and with doubled letters.

    `names`: of people, which no title may hold.
    """
    size, on_paper_of_staff = page.viewport_size, page.locator("html.staff").count() > 0
    page.evaluate("window.scrollTo(0, 0)")  # what a sticky header covers just now is no fault
    faults = [*axe_faults(page), *_head_faults(page, names)]
    faults += [f"two parts have the id {one}" for one in ask(page, "twins")]
    faults += [
        f"a control is too small to touch: {one}" for one in ask(page, "small", MAIN_CONTROLS, STAFF_TOUCH if on_paper_of_staff else TOUCH)
    ]
    faults += [f"moves though less motion was asked for: {one}" for one in ask(page, "moves")]
    page.keyboard.press("Tab")  # from here on focus is shown, as for anybody who uses keys
    faults += ask(page, "focus")
    page.emulate_media(color_scheme="dark")
    faults += [f"in the dark: {fault}" for fault in axe_faults(page, only=COLOURS)]
    page.emulate_media(color_scheme="light")
    faults += _room_faults(page)
    if size:
        page.set_viewport_size(size)
    return faults


def _head_faults(page: Page, names: Iterable[str]) -> list[str]:
    root, title = page.locator("html"), page.title()
    faults = [f"the title names {name}: {title}" for name in names if name in title]
    if not title.strip():
        faults.append("there is no title")
    if not root.get_attribute("lang") or root.get_attribute("dir") not in ("ltr", "rtl"):
        faults.append("the language or its direction is not said")
    return faults


def _room_faults(page: Page) -> list[str]:
    """Nothing scrolls sideways on a laptop and at 320 pixels, and nothing is lost when letters are twice as large."""
    faults = []
    for size in (LAPTOP, NARROW):
        page.set_viewport_size(size)
        faults += [f"too wide at {size['width']}: {one}" for one in ask(page, "tooWide")]
    page.evaluate(DOUBLE, 2)
    page.set_viewport_size(WITH_DOUBLED_LETTERS)
    faults += [f"too wide with doubled letters: {one}" for one in ask(page, "tooWide")]
    faults += [f"cut off with doubled letters: {one}" for one in ask(page, "cutOff")]
    page.evaluate(DOUBLE, 0.5)
    return faults
