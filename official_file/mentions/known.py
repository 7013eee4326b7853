"""What goes in and what comes out: somebody this file knows of, and a stretch of text that mentions somebody or something. Pure."""

from dataclasses import dataclass

KINDS = (
    "name",
    "relation",
    "address",
    "postcode",
    "phone",
    "email",
    "nhs_number",
    "ni_number",
    "upn",
    "case_id",
    "date_of_birth",
    "vehicle",
    "school",
    "other",
)


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody this file knows of.

    `names`: the whole name and every alias, as people write them, in any script. `relation`: who they are to the young person
    ("your mum", "Half sibling"). `professional`: named in their job, which is nobody's secret (Data Protection Act 2018,
    Schedule 2 paragraph 17). `subject`: the person the file is about.
    """

    names: tuple[str, ...]
    relation: str = ""
    professional: bool = False
    subject: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text that mentions somebody: from `start` to before `end`, in code points of the text as it was given.

    `kind` is one of KINDS; `connection` the place of who is meant among those known, None when nobody can be told;
    `propose` whether it should be hidden from others unless a person decides differently.
    """

    start: int
    end: int
    text: str
    kind: str
    connection: int | None = None
    propose: bool = True
