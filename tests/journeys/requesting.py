"""The steps of a request for a file, each at the pages a person uses; the test files tell which steps come in which story.

story = Story(cast, clock)
pat = asks_openly(story, {"name": {"Your name": "Pat Lowe"}})
officer = takes_it_on(story, "Pat Lowe")
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from access_requests.actions.gather_on import gather_on
from access_requests.models import AccessRequest, Gathering
from audit.who import THE_PORTAL
from people.models import Child
from tests.cast import NOW, Cast, sign_in
from tests.journeys.visitor import Visitor

BY_CODE = "I will come back to this website with my code"
CODE = re.compile(r"[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}")
REFERENCE = re.compile(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b(?!-)")


@dataclass
class Story:
    """The council of the cast, and its clock."""

    cast: Cast
    clock: Any

    def browser(self, user: Any) -> Visitor:
        """Somebody who is signed in now."""
        visitor = Visitor()
        sign_in(visitor.client, user)
        return visitor

    def waits(self, **time: float) -> None:
        """Some time passes: a minute, where nothing is said."""
        self.clock.shift(time.get("days", 0) * 86_400 + time.get("minutes", 0 if "days" in time else 1) * 60)


def request_() -> AccessRequest:
    """The newest request there is."""
    found: AccessRequest = AccessRequest.objects.order_by("-sent_at").first()
    return found


def fills(visitor: Visitor, button: str, **said: str) -> None:
    """Fill in the form of this button by the names of its boxes, for pages on which two forms ask the same; and press it."""
    pressed = next(one for one in visitor.page.find_all("button") if button in one.get_text(" ", strip=True))
    for box in visitor._form_of(pressed).find_all(["input", "select", "textarea"]):
        if box.get("name") in said:
            value = said[str(box["name"])]
            visitor.filled[id(box)] = box.get("value") == value if box.get("type") in ("radio", "checkbox") else value
    visitor.press(button)


def asks_openly(story: Story, says: Mapping[str, Mapping[str, str]], *, whose: str = "Myself: the file is about me") -> Visitor:
    """Ask by the public form. `says`: by the last part of each page's address, what is written under which label ("" is ticked)."""
    visitor = Visitor()
    visitor.open("/ask/")
    visitor.press("Begin")
    visitor.choose(whose)
    visitor.press("Go on")
    answers(visitor, says)
    visitor.follow("Go on and look over my answers")
    visitor.press("Send it")
    assert visitor.sees("We have your request")
    return visitor


def answers(visitor: Visitor, says: Mapping[str, Mapping[str, str]]) -> None:
    """Go through the pages of asking, one after the other."""
    for _page in range(20):
        if "/about/" not in visitor.path:
            return
        slug = visitor.path.rstrip("/").split("/")[-1]
        before = visitor.path
        for label, words in {**({BY_CODE: ""} if slug == "reach" and "reach" not in says else {}), **says.get(slug, {})}.items():
            visitor.write(label, words) if words else visitor.choose(label)
        visitor.press("Go on")
        assert visitor.path != before, visitor.text()


def code_and_reference(visitor: Visitor) -> tuple[str, str]:
    """What the last page says to write down: the reference, and the code for next time."""
    text = visitor.text()
    code = CODE.search(text)
    reference = REFERENCE.search(CODE.sub("", text))
    assert code
    assert reference
    return reference[0], code[0]


def comes_back(reference: str, code: str) -> Visitor:
    """At another browser, with what they wrote down."""
    visitor = Visitor()
    visitor.open("/ask/status/door/")
    visitor.write("Your reference", reference)
    visitor.write("Your code", code)
    visitor.press(visitor.page.find("main").find("button").get_text(" ", strip=True))
    return visitor


def takes_it_on(story: Story, who: str, user: Any = None) -> Visitor:
    """An officer finds it on the board, deals with it, and talks with whoever asked."""
    officer = story.browser(user or story.cast.imani)
    officer.open("/work/requests/")
    officer.follow(who)
    officer.press("I deal with it")
    officer.select("How", "By phone")
    officer.press("We talked")
    return officer


def a_record_of(name: str, born: date, **more: Any) -> Child:
    """A record that came in long ago, of somebody without an account."""
    child: Child = Child.objects.create(known_as=name, date_of_birth=born, notice_acknowledged_at=NOW, **more)
    child.names.create(name=name, kind="legal")
    return child


def finds_the_record(officer: Visitor) -> None:
    """By names over time and the birthday."""
    officer.open(f"/work/requests/{request_().pk}/record/")
    officer.press("Look")
    officer.press("It is this one")


def knows_who_it_is(story: Story, officer: Visitor, words: str) -> None:
    """Without a paper: by a call to the number of the letter."""
    story.waits()
    officer.open(f"/work/requests/{request_().pk}/identity/")
    fills(officer, "That is enough", **{"seen-way": "other", "seen-words": words})


def looks_everywhere(story: Story, officer: Visitor) -> None:
    """Every place has an answer; then it is put together, and gathered."""
    pk = request_().pk
    story.waits()
    officer.open(f"/work/requests/{pk}/")
    officer.press("Begin to look for it")
    officer.open(f"/work/requests/{pk}/places/several/")
    for box in officer.page.find_all("input", {"name": "places"}):
        officer.filled[id(box)] = True
    officer.choose("Searched, something is there")
    officer.press("Write it down for each")
    story.waits()
    officer.open(f"/work/requests/{pk}/")
    officer.press("Begin to put it together")
    gathers(story)


def gathers(story: Story) -> None:
    """What the worker in the background does, until it is done."""
    run = Gathering.objects.order_by("-asked_at").first()
    assert run
    for _turn in range(50):
        story.waits()
        run = gather_on(gathering=run, by=THE_PORTAL, now=run.moved_at)
        if run.ended_at:
            return
    message = f"It is still {run.state}: {run.reason}"
    raise AssertionError(message)
