"""What a question is, and a page of questions; who asks, and in which way. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from access_requests.asking_choices import Choices

LONGEST_LINE = 300
LONGEST_WORDS = 20_000


class Route(StrEnum):
    """How a request comes in (AccessRequest.Route)."""

    SIGNED_IN = "signed_in"
    PUBLIC_FORM = "public_form"
    BY_WORKER = "by_worker"


class Asker(StrEnum):
    """For whom somebody asks (AccessRequest.Asker)."""

    SELF = "self"
    PARENT = "parent"
    ADVOCATE = "advocate"
    SOLICITOR = "solicitor"
    SUPPORTER = "supporter"
    BODY = "body"
    ATTORNEY = "attorney"


class Kind(StrEnum):
    """What kind of box a question has."""

    LINE = "line"
    WORDS = "words"
    ONE_OF = "one_of"
    ANY_OF = "any_of"
    TICK = "tick"
    DAY = "day"


OTHERS = frozenset(Asker) - {Asker.SELF}
FROM_A_BODY = frozenset({Asker.ADVOCATE, Asker.SOLICITOR, Asker.BODY})
CONTACT = frozenset({"email", "phone", "address", "by_code", "how", "when", "not_on"})  # kept encrypted, apart from the answers


@dataclass(frozen=True, slots=True)
class Question:
    """One box. `for_others`, `hint_others`: as said to somebody who asks for another. `askers`, `routes`: who is asked (empty: all)."""

    key: str
    label: str
    kind: Kind = Kind.LINE
    hint: str = ""
    for_others: str = ""
    hint_others: str = ""
    choices: Choices = ()
    needed: str = ""
    autocomplete: str = ""
    askers: frozenset[Asker] = frozenset()
    routes: frozenset[Route] = frozenset()

    def is_for(self, route: Route, asker: Asker) -> bool:
        """Whether this person is asked it."""
        return (not self.askers or asker in self.askers) and (not self.routes or route in self.routes)

    def label_for(self, asker: Asker) -> str:
        """The label, as it is said to this person."""
        return self.for_others if self.for_others and asker in OTHERS else self.label

    def hint_for(self, asker: Asker) -> str:
        """The hint, as it is said to this person."""
        return self.hint_others if self.hint_others and asker in OTHERS else self.hint


@dataclass(frozen=True, slots=True)
class Step:
    """One page: one thing. `why`: why we ask, in a sentence. `for_others`, `why_others`: as it is said to somebody who asks for another."""

    slug: str
    heading: str
    questions: tuple[Question, ...]
    why: str = ""
    for_others: str = ""
    why_others: str = ""
    routes: frozenset[Route] = frozenset()
    askers: frozenset[Asker] = frozenset()

    def is_for(self, route: Route, asker: Asker) -> bool:
        """Whether this person comes to this page."""
        allowed = (not self.routes or route in self.routes) and (not self.askers or asker in self.askers)
        return allowed and any(question.is_for(route, asker) for question in self.questions)

    def heading_for(self, asker: Asker) -> str:
        """The heading, as it is said to this person."""
        return self.for_others if self.for_others and asker in OTHERS else self.heading

    def why_for(self, asker: Asker) -> str:
        """Why we ask, as it is said to this person."""
        return self.why_others if self.why_others and asker in OTHERS else self.why

    def asked_of(self, route: Route, asker: Asker) -> tuple[Question, ...]:
        """The boxes this person sees."""
        return tuple(question for question in self.questions if question.is_for(route, asker))
