"""What somebody said when they asked, in rows one can read: on the page to check it, and for whoever answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext

from access_requests.asking import Asker, Kind, Question, Route, Step
from access_requests.asking_choices import words_of


@dataclass(frozen=True, slots=True)
class Line:
    """One answer: the question's words, and what was said ("" for nothing)."""

    label: str
    said: str
    is_words: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """One page's answers. `needed`: it has to be filled in before anything can be sent."""

    slug: str
    heading: str
    lines: list[Line]
    needed: bool

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said on it."""
        return not any(line.said for line in self.lines)


def asked_lines(
    said: Mapping[str, Any], steps: tuple[Step, ...], route: Route, asker: Asker, needed: list[str] | None = None
) -> list[Asked]:
    """Every page in order, with what was said on it."""
    return [
        Asked(step.slug, gettext(step.heading_for(asker)), _lines(said, step, route, asker), step.slug in (needed or ())) for step in steps
    ]


def in_words(question: Question, value: Any) -> str:
    """One answer as it is read: choices in the reader's language, words as they were written."""
    if not value:
        return ""
    match question.kind:
        case Kind.TICK:
            return gettext("Yes")
        case Kind.ONE_OF:
            return gettext(words_of(question.choices, str(value)))
        case Kind.ANY_OF:
            return "; ".join(gettext(words_of(question.choices, one)) for one in value)
        case Kind.DAY:
            return date_format(date.fromisoformat(str(value)), "DATE_FORMAT")
    return str(value)


def _lines(said: Mapping[str, Any], step: Step, route: Route, asker: Asker) -> list[Line]:
    asked = step.asked_of(route, asker)
    return [Line(gettext(one.label_for(asker)), in_words(one, said.get(one.key)), one.kind in (Kind.WORDS, Kind.LINE)) for one in asked]
