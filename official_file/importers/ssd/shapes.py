"""The shapes of the table map: a table of the dataset, a field of it, and what becomes of the field.

fact("cla_placement_type", Form.CODE, "home.place", codes="PLACE")   ->   the field feeds the fact `place` of a home
no("cla_placement_postcode", WHERE_PEOPLE_LIVE)                      ->   never imported, and why
"""

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """How a cell is read."""

    KEY = "number or name that the system gave"
    DAY = "day"
    PART_OF_A_DAY = "part of a day"
    CODE = "code"
    TEXT = "text"
    YES_NO = "yes or no"
    NUMBER = "number"
    JSON = "list of codes (JSON)"


@dataclass(frozen=True, slots=True)
class Field:
    """One field, without the prefix of its table. `feeds`: "<kind>.<fact>" or what else it becomes; `left_out`: why it is not imported.

    `codes`: the list of codes in official_file/plain_language/codes.json.
    """

    name: str
    form: Form = Form.TEXT
    feeds: tuple[str, ...] = ()
    codes: str = ""
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class Via:
    """A way to the person for a row that does not name one: `field` holds what `table` has in its own field `target`."""

    field: str
    table: str
    target: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table. `key`: the field that tells its rows apart; `person`: whose row it is; `target`: what other tables point at.

    `first`, `last`: days that must come in this order. `off`: why it is read only when the council switches it on.
    `with_tables`: what it tells needs these tables as well, so without them nothing of it counts as gone.
    """

    name: str
    prefix: str
    fields: tuple[Field, ...]
    key: str = ""
    person: str = ""
    via: tuple[Via, ...] = ()
    target: str = ""
    first: str = ""
    last: str = ""
    off: str = ""
    with_tables: tuple[str, ...] = ()

    @property
    def is_read(self) -> bool:
        """Whether anything of it is ever imported."""
        return any(field.feeds for field in self.fields)

    def full(self, name: str) -> str:
        """The field as the dataset writes it."""
        return f"{self.prefix}{name}"

    def position(self, name: str) -> int:
        """Where a field stands among the fields. Raises KeyError when there is none of this name."""
        for number, field in enumerate(self.fields):
            if field.name == name:
                return number
        raise KeyError(name)


def fact(name: str, form: Form, *feeds: str, codes: str = "") -> Field:
    """A field that is imported."""
    return Field(name, form, feeds, codes)


def key(name: str, *feeds: str) -> Field:
    """A field that ties rows together."""
    return Field(name, Form.KEY, feeds or ("key",))


def no(name: str, why: str) -> Field:
    """A field that is not imported."""
    return Field(name, left_out=why)


WHERE_PEOPLE_LIVE = "Where people live is never shown to anybody here."
NOT_ABOUT_THEM = "It is about how the council works and not about the young person."
ABOUT_STAFF = "It is about the member of staff and not about the young person."
ABOUT_ADOPTERS = "It is about the adopters and not about the young person."
WHO_TOLD = "It could tell who told the council something. Nobody is ever told that here."
ONE_SOURCE_OF_WORKERS = "Workers and their dates come from ssd_involvements alone, so that no two pages disagree."
IN_THE_PAPERS = "Codes about the whole family. What was decided for the young person stands in the papers themselves."
ABOUT_OTHERS = "It is about other people in the family."
A_DAY_TO_COME = "A day that was planned says nothing about what happened."
NO_USE = "The portal has no use for it."
TWICE = "Another field says the same."
NOT_OF_THE_DATASET = "It is not a field of this table in the dataset."

OFF_ENQUIRIES = "Enquiries about harm come in only when the council switches them on: --with ssd_s47_enquiry."
OFF_TOLD = "What others told the council comes in only when the council switches it on: --with ssd_contacts."
OFF_CONFERENCES = "Conferences come in only when the council switches them on: --with {table}."
OFF_BEFORE_COURT = "What went before a court comes in only when the council switches it on: --with ssd_pre_proceedings."
OFF_FACTORS = "Worries about parents come in only when the council switches them on: --with ssd_assessment_factors."
