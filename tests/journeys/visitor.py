"""Somebody with a browser that has no scripts: they see a page, follow links by their words, fill in forms by their labels.

    ben = Visitor()
    ben.open("/sign-in/")
    ben.write("Your passphrase", "maple-rocket-violin")
    ben.press("Sign in")
    assert ben.sees("Today")

It sends only what the forms on the page hold, the token against forgery included; a link or a button that is not there
cannot be pressed. `tests/browser/visitor.py` does the same in a real browser, so that one story is told in both.
"""

import re
from typing import Any, Protocol
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from django.test import Client

TYPED = ("input", "textarea", "select")


class Browsing(Protocol):
    """What a person can do with a page, whatever it is shown with."""

    def open(self, address: str) -> None: ...
    def follow(self, words: str) -> None: ...
    def write(self, label: str, words: str) -> None: ...
    def choose(self, label: str) -> None: ...
    def select(self, label: str, option: str) -> None: ...
    def unfold(self, words: str) -> None: ...
    def press(self, button: str) -> None: ...
    def sees(self, words: str) -> bool: ...
    def text(self) -> str: ...
    def quotes(self) -> list[str]: ...
    @property
    def path(self) -> str: ...


class Visitor:
    """One person at one browser without scripts, as Django's test client. Tokens against forgery are asked for."""

    def __init__(self) -> None:
        self.client = Client(enforce_csrf_checks=True)
        self.page = BeautifulSoup("", "html.parser")
        self.status = 0
        self.address = "/"
        self.filled: dict[int, str | bool] = {}

    def again(self) -> "Visitor":
        """The same person at another browser that is signed in as this one is, before any page was opened."""
        other = Visitor()
        other.client.cookies.load({name: cookie.value for name, cookie in self.client.cookies.items()})
        return other

    @property
    def path(self) -> str:
        """The path of the page they are on."""
        return urlsplit(self.address).path

    def open(self, address: str) -> None:
        """Type an address."""
        self._take(self.client.get(address.split("#")[0], follow=True), address)

    def follow(self, words: str) -> None:
        """Press a link by its words, in the main part of the page when it is there."""
        main = self.page.find("main") or self.page
        near = [link for link in main.select("a[href]") if words in _words(link)]
        self.open(urljoin(self.address, str(self._pick(near or self.page.select("a[href]"), words, "link")["href"])))

    def write(self, label: str, words: str) -> None:
        """Type into the box with this label, over what stands there."""
        self.filled[id(self._box(label))] = words

    def choose(self, label: str) -> None:
        """Tick the box, or take the choice, with this label."""
        box = self._box(label)
        if box.get("type") == "radio":
            for other in self._form_of(box).find_all("input", {"type": "radio", "name": box["name"]}):
                self.filled[id(other)] = False
        self.filled[id(box)] = True

    def select(self, label: str, option: str) -> None:
        """Take an option of a list."""
        box = self._box(label)
        self.filled[id(box)] = str(self._pick(box.find_all("option"), option, "option")["value"])

    def unfold(self, words: str) -> None:
        """Nothing to do but to see that it can be unfolded: without a real browser every part is there."""
        self._pick(self.page.find_all("summary"), words, "part to unfold")

    def press(self, button: str) -> None:
        """Press a button: send its form, as it is filled in, to where the button or the form says."""
        pressed = self._pick(self.page.find_all("button"), button, "button")
        form = self._form_of(pressed)
        sent = self._filled_in(form)
        if pressed.get("name"):
            sent.setdefault(str(pressed["name"]), []).append(str(pressed.get("value", "")))
        address = urljoin(self.address, str(pressed.get("formaction") or form.get("action") or self.address))
        method = self.client.get if str(form.get("method", "get")).lower() == "get" else self.client.post
        self._take(method(address, sent, follow=True), address)

    def sees(self, words: str) -> bool:
        """Whether these words stand on the page."""
        return words in self.text()

    def text(self) -> str:
        """The words of the page, with single spaces."""
        return _words(self.page.find("body") or self.page)

    def quotes(self) -> list[str]:
        """Every text that is shown word for word, with its own spaces and lines."""
        return [quote.get_text() for quote in self.page.select(".verbatim")]

    def _take(self, answer: Any, address: str) -> None:
        self.address = answer.redirect_chain[-1][0] if answer.redirect_chain else address
        self.address = urljoin(address, self.address)
        self.status = answer.status_code
        self.page = BeautifulSoup(answer.content.decode(), "html.parser")
        self.filled = {}

    def _box(self, label: str) -> Tag:
        found = self._pick(self.page.find_all(["label", "legend"]), label, "label")
        box = self.page.find(id=found["for"]) if found.get("for") else found.find(TYPED)
        assert isinstance(box, Tag), f"The label {label!r} belongs to no box."
        return box

    def _form_of(self, part: Tag) -> Tag:
        form = self.page.find(id=str(part["form"])) if part.get("form") else part.find_parent("form")
        assert isinstance(form, Tag), f"{part} stands in no form."
        return form

    def _filled_in(self, form: Tag) -> dict[str, list[str]]:
        sent: dict[str, list[str]] = {}
        for box in form.find_all(TYPED):
            value = self._value_of(box)
            if box.get("name") and value is not None:
                sent.setdefault(str(box["name"]), []).append(value)
        return sent

    def _value_of(self, box: Tag) -> str | None:
        """What this box sends: what was typed, else what stood there; nothing when it is not ticked."""
        typed = self.filled.get(id(box))
        if box.get("type") in ("checkbox", "radio"):
            return str(box.get("value", "on")) if (box.has_attr("checked") if typed is None else typed) else None
        if typed is not None:
            return str(typed)
        if box.name == "textarea":
            return box.get_text().removeprefix("\r\n").removeprefix("\n")  # browsers leave out the first line break
        if box.name == "select":
            options = box.find_all("option")
            chosen = next((one for one in options if one.has_attr("selected")), options[0] if options else None)
            return str(chosen["value"]) if chosen else None
        return str(box.get("value", ""))

    def _pick(self, found: list[Tag], words: str, what: str) -> Tag:
        """The first with exactly these words, else the first that holds them."""
        fitting = [one for one in found if _words(one) == words] or [one for one in found if words in _words(one)]
        assert fitting, f"There is no {what} {words!r} on {self.address} ({self.status}):\n{self.text()}"
        return fitting[0]


def _words(part: Tag) -> str:
    return re.sub(r"\s+", " ", part.get_text(" ")).strip().replace(" .", ".").replace(" ,", ",")
