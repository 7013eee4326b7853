"""What somebody who asks for a file is asked: one thing on a page, and which pages are for whom. Pure.

    [step.slug for step in steps_for(Route.SIGNED_IN, Asker.SELF)]   ->   ["what", "known", "formats", "company", "reach", "dates"]

Nothing is needed but a name, and one way to be reached or "I will come back with my code". Everything else only helps to find a
file from long ago, or makes the answer fit the person. The words speak to whoever asks, of any age; somebody at the council who
writes a request down for another asks in these words too.
"""

from collections.abc import Mapping
from typing import Any

from access_requests.asking_kinds import CONTACT, LONGEST_LINE, LONGEST_WORDS, OTHERS, Asker, Kind, Question, Route, Step
from access_requests.asking_pages import STEPS

__all__ = ["BY_SLUG", "CONTACT", "LONGEST_LINE", "LONGEST_WORDS", "OTHERS", "STEPS", "Asker", "Kind", "Question", "Route", "Step"]

FINDING = frozenset({"names", "born", "then", "places", "people"})  # pages that help to find a file
BY_SLUG: dict[str, Step] = {step.slug: step for step in STEPS}


def steps_for(route: Route, asker: Asker, *, child_known: bool = False) -> tuple[Step, ...]:
    """The pages this person goes through, in order. Of a child we know already nothing is asked that finds their file."""
    found = tuple(step for step in STEPS if step.is_for(route, asker))
    return tuple(step for step in found if step.slug not in FINDING) if child_known else found


def next_after(slug: str, steps: tuple[Step, ...]) -> str:
    """The page after this one, or "" after the last; the first for one that is not among them."""
    slugs = [step.slug for step in steps]
    if slug not in slugs:
        return slugs[0]
    at = slugs.index(slug) + 1
    return slugs[at] if at < len(slugs) else ""


def before(slug: str, steps: tuple[Step, ...]) -> str:
    """The page before this one, or "" before the first."""
    slugs = [step.slug for step in steps]
    at = slugs.index(slug) if slug in slugs else 0
    return slugs[at - 1] if at else ""


def can_be_reached(said: Mapping[str, Any]) -> bool:
    """Whether there is one way: an address of any kind, or the promise to come back."""
    return any(str(said.get(key) or "").strip() for key in ("email", "phone", "address")) or said.get("by_code") is True


def still_needed(said: Mapping[str, Any], steps: tuple[Step, ...], route: Route, asker: Asker) -> list[str]:
    """The pages that have to be filled in before it can be sent, in order: the few needed boxes, and one way to be reached."""
    return [step.slug for step in steps if _is_needed(step, said, route, asker)]


def _is_needed(step: Step, said: Mapping[str, Any], route: Route, asker: Asker) -> bool:
    if step.slug == "reach":
        return route is not Route.SIGNED_IN and not can_be_reached(said)
    return any(question.needed and not str(said.get(question.key) or "").strip() for question in step.asked_of(route, asker))
