"""Everything a letter may say, gathered beforehand. Plain Python: what is empty is not known, and is left out or said so."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Regulator:
    """Who hears complaints about data for the whole country, as the settings name them."""

    name: str
    web: str
    phone: str


@dataclass(frozen=True, slots=True)
class Support:
    """Somebody to talk to. `reach`: number and web address in one line; `what` and `hours`: whole sentences."""

    name: str
    reach: str
    what: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question we asked: our words, the day, whether the time stands still until it is answered."""

    words: str
    on: date
    stops: bool = False
    is_identity: bool = False


@dataclass(frozen=True, slots=True)
class MoreTime:
    """We said that we need longer: why, on which day; and until when."""

    why: str
    on: date
    until: date | None


@dataclass(frozen=True, slots=True)
class Place:
    """One place that was searched: its name, and what came of it in words (with the years it can hold)."""

    name: str
    came_of_it: str


@dataclass(frozen=True, slots=True)
class HeldBack:
    """Things held back or partly hidden for one reason, in words its reader understands."""

    count: int
    why: str


@dataclass(frozen=True, slots=True)
class Pack:
    """What was found: things and pages, the years they are from, what is missing, what is held back."""

    items: int
    pages: int
    first_year: int | None = None
    last_year: int | None = None
    undated: int = 0
    missing: tuple[str, ...] = ()
    held_back: tuple[HeldBack, ...] = ()
    ways: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Complained:
    """A complaint: its number, the day it came, until when we have to say that we have it, who decides, and how it ended in words."""

    reference: str
    received_on: date
    about_answer: bool
    decider: str = ""
    outcome: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFacts:
    """The facts of one request on one day.

    `name`: what to call the person who asks. `for_other`: they ask for somebody else's file. `page`: where to follow the request,
    as an address to type, or ""; `reach_us`: phone and address of the access team, or "". `clock`: how the day of the answer is
    reckoned, in sentences. `kept`: how long the file is kept; `abroad`: how it is safe where it goes out of the country. `why` and
    `law`: of a refusal.
    """

    reference: str
    name: str
    for_other: bool
    to_put_right: bool
    council: str
    regulator: Regulator
    today: date
    received_on: date
    signed_in: bool
    page: str
    reach_us: str
    officer: str
    talk_by: date
    identity_known: bool
    due: date | None
    clock: tuple[str, ...]
    support: tuple[Support, ...]
    asked: Asked | None = None
    more_time: MoreTime | None = None
    days_late: int = 0
    pack: Pack | None = None
    searched: tuple[Place, ...] = ()
    kept: str = ""
    abroad: str = ""
    complaint: Complained | None = None
    why: str = ""
    law: str = ""
