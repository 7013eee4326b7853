"""The tables of the return and their columns: one readable list, and how a file is recognised by its first row.

    recognise(["CHILD", "DOB", "REVIEW", "REVIEW_CODE"])   ->   Recognised(table=REVIEWS, missing=())

Column names are those of the national return since 2016-17. What each year changed is here or in the lists of codes
(official_file/plain_language/codes.json), which keep every code that was ever used.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Form(StrEnum):
    """How a cell is read."""

    CODE = "code"
    DAY = "day"
    PART_OF_A_DAY = "part of a day"  # "zz/03/2015": only the month is known
    NUMBER = "number"
    TEXT = "text"
    CHILD = "child"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `codes`: its list of codes. `needed`: no table without it. `filled`: no row without a value in it.

    `dates_the_return`: its days say which year the return is about.
    """

    name: str
    form: Form
    codes: str = ""
    needed: bool = False
    filled: bool = False
    dates_the_return: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One table. `first`, `last`: columns of days in the order in which they must come. `left_out`: column to reason."""

    name: str
    columns: tuple[Column, ...]
    first: str = ""
    last: str = ""
    left_out: Mapping[str, str] = field(default_factory=dict)
    expected: bool = False

    @property
    def signs(self) -> frozenset[str]:
        """The columns by which it is recognised: those that few other tables have."""
        return frozenset(column.name for column in self.columns) - SHARED | frozenset(self.left_out) - SHARED


SHARED = frozenset({"CHILD", "DOB", "SEX"})
WHERE_PEOPLE_LIVE = "Where people live is never shown to anybody here."
ABOUT_OTHERS = "It is about the adopters and not about the young person."
NOT_ASKED_FOR = "The portal has no use for it."
NOT_OF_THE_RETURN = "It is not a column of this table."

_CHILD = Column("CHILD", Form.CHILD, needed=True, filled=True)
_BORN = Column("DOB", Form.DAY)
_SEX = {"SEX": NOT_ASKED_FOR}


def _code(name: str, codes: str = "", *, needed: bool = False) -> Column:
    return Column(name, Form.CODE, codes or name, needed=needed)


def _start(name: str) -> Column:
    return Column(name, Form.DAY, needed=True, filled=True, dates_the_return=True)


def _end(name: str) -> Column:
    return Column(name, Form.DAY, needed=True, dates_the_return=True)


def _numbers(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, Form.NUMBER) for name in names)


HEADER = Table(
    "Header",
    (
        _CHILD,
        Column("DOB", Form.DAY, needed=True),
        _code("ETHNIC"),
        Column("UPN", Form.TEXT),
        Column("MOTHER", Form.NUMBER),
        Column("MC_DOB", Form.DAY),
    ),
    left_out=_SEX,
    expected=True,
)
EPISODES = Table(
    "Episodes",
    (
        _CHILD,
        _start("DECOM"),
        _code("RNE", needed=True),
        _code("LS", needed=True),
        _code("CIN", needed=True),
        _code("PLACE", needed=True),
        _code("PLACE_PROVIDER"),
        _end("DEC"),
        _code("REC", needed=True),
        _code("REASON_PLACE_CHANGE"),
    ),
    first="DECOM",
    last="DEC",
    left_out={
        "HOME_POST": WHERE_PEOPLE_LIVE,
        "PL_POST": WHERE_PEOPLE_LIVE,
        "URN": WHERE_PEOPLE_LIVE,
        "PL_LA": WHERE_PEOPLE_LIVE,
        "PL_DISTANCE": WHERE_PEOPLE_LIVE,
        "PL_LOCATION": WHERE_PEOPLE_LIVE,
    },
    expected=True,
)
REVIEWS = Table("Reviews", (_CHILD, _BORN, Column("REVIEW", Form.DAY, needed=True, filled=True), _code("REVIEW_CODE", needed=True)))
UASC = Table("UASC", (_CHILD, _BORN, Column("DUC", Form.DAY, needed=True)), left_out=_SEX)
OC2 = Table(
    "OC2",
    (
        _CHILD,
        _BORN,
        *_numbers("SDQ_SCORE"),
        _code("SDQ_REASON"),
        *_numbers("CONVICTED", "HEALTH_CHECK", "IMMUNISATIONS", "TEETH_CHECK", "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE"),
        *_numbers("INTERVENTION_RECEIVED", "INTERVENTION_OFFERED"),
    ),
)
OC3 = Table("OC3", (_CHILD, _BORN, _code("IN_TOUCH", needed=True), _code("ACTIV", needed=True), _code("ACCOM", needed=True)))
AD1 = Table(
    "AD1",
    (_CHILD, _BORN, Column("DATE_INT", Form.DAY, needed=True), Column("DATE_MATCH", Form.DAY, needed=True), *_numbers("FOSTER_CARE")),
    left_out={"NB_ADOPTR": ABOUT_OTHERS, "SEX_ADOPTR": ABOUT_OTHERS, "LS_ADOPTR": ABOUT_OTHERS},
)
PLACED_FOR_ADOPTION = Table(
    "PlacedAdoption",
    (
        _CHILD,
        _BORN,
        Column("DATE_PLACED", Form.DAY, needed=True, filled=True),
        Column("DATE_PLACED_CEASED", Form.DAY, needed=True),
        _code("REASON_PLACED_CEASED"),
    ),
    first="DATE_PLACED",
    last="DATE_PLACED_CEASED",
)
EARLIER_ORDERS = Table(
    "PrevPerm",
    (_CHILD, _BORN, _code("PREV_PERM", needed=True), Column("LA_PERM", Form.TEXT), Column("DATE_PERM", Form.PART_OF_A_DAY)),
)
MISSING = Table("Missing", (_CHILD, _BORN, _code("MISSING", needed=True), _start("MIS_START"), _end("MIS_END")), "MIS_START", "MIS_END")
WORKERS = Table(
    "SWEpisodes",
    (_CHILD, _BORN, Column("SW_ID", Form.TEXT, needed=True, filled=True), _start("SW_DECOM"), _end("SW_DEC"), _code("SW_REASON")),
    "SW_DECOM",
    "SW_DEC",
)
LIBERTY = Table("DoLo", (_CHILD, _BORN, _start("DOLO_START"), _end("DOLO_END")), "DOLO_START", "DOLO_END")

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        HEADER,
        EPISODES,
        REVIEWS,
        UASC,
        OC2,
        OC3,
        AD1,
        PLACED_FOR_ADOPTION,
        EARLIER_ORDERS,
        MISSING,
        WORKERS,
        LIBERTY,
    )
}

# Other names the same columns have had, in exports and in the XML form of the return.
SYNONYMS = {
    "CHILDID": "CHILD",
    "CHILD_ID": "CHILD",
    "LA_CHILD_ID": "CHILD",
    "PL": "PLACE",
    "PLACEMENT": "PLACE",
    "PLACEMENT_PROVIDER": "PLACE_PROVIDER",
    "DATE_OF_BIRTH": "DOB",
    "ETHNICITY": "ETHNIC",
    "REVIEW_DATE": "REVIEW",
    "SWID": "SW_ID",
}


@dataclass(frozen=True, slots=True)
class Recognised:
    """The table a first row belongs to, and which columns it needs are not there."""

    table: Table
    missing: tuple[str, ...] = ()


def column_name(cell: str) -> str:
    """A heading as this list writes it: capitals, no spaces around it, one name for one column."""
    name = cell.strip().strip("\ufeff\"'").strip().upper().replace(" ", "_")
    return SYNONYMS.get(name, name)


def recognise(headings: Iterable[str]) -> Recognised | None:
    """The table with the most signs among these headings, or None when they are those of no table."""
    names = {column_name(heading) for heading in headings}
    found = max(TABLES.values(), key=lambda table: len(table.signs & names))
    signs = len(found.signs & names)
    if signs == 0 or (signs == 1 and "CHILD" not in names):
        return None
    return Recognised(found, tuple(column.name for column in found.columns if column.needed and column.name not in names))
