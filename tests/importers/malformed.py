"""Returns with one thing wrong in each, made here so that everybody can read what is wrong.

Each begins as a good return of two children: 900001, whose rows are always right, and 900002.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

HEADER = """CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB
900001,F,02/03/2013,BAFR,,0,
900002,M,18/09/2010,WBRI,,0,
"""
EPISODES = """CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
900001,16/05/2017,S,C2,N3,U4,PR1,,,,QX3 7BD,QX4 3JB,XXXXXXX
900002,01/04/2019,S,C2,N3,U6,PR1,01/06/2020,X1,CARPL,QX3 7BD,QX4 3JB,XXXXXXX
900002,01/06/2020,P,C2,N3,U4,PR1,,,,QX3 7BD,QX4 3JB,XXXXXXX
"""
OC2 = """CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE
900001,02/03/2013,11,,0,,1,1,1,0
900002,18/09/2010,12,,0,,1,1,1,0
"""
XML = """<?xml version="1.0" encoding="UTF-8"?>
<SSDA903>
  <HEADER><CHILDID>900001</CHILDID><SEX>F</SEX><DOB>02/03/2013</DOB><ETHNIC>BAFR</ETHNIC></HEADER>
  <EPISODE><CHILDID>900001</CHILDID><DECOM>16/05/2017</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N3</CIN><PL>U4</PL></EPISODE>
</SSDA903>
"""
BOTH, ONLY_THE_FIRST, NOBODY = ("900001", "900002"), ("900001",), ()

Files = dict[str, bytes]


@dataclass(frozen=True)
class Malformed:
    """One return: how to make it, the problem it must name, and who is imported all the same."""

    name: str
    files: Callable[[], Files]
    problem: tuple[str, int, str, str]  # table, row, column, code
    imported: tuple[str, ...] = BOTH

    def write(self, folder: Path) -> Path:
        """Write the files and return the folder."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in self.files().items():
            (folder / name).write_bytes(content)
        return folder


def good(**other: str | bytes | None) -> Files:
    """The good return, with some tables other than they should be (None: not there)."""
    tables: dict[str, str | bytes | None] = {"header": HEADER, "episodes": EPISODES, "oc2": OC2, **other}
    return {f"{name}.csv": text.encode() if isinstance(text, str) else text for name, text in tables.items() if text is not None}


def episodes(old: str, new: str) -> Callable[[], Files]:
    """The good return with something replaced in its episodes."""
    assert old in EPISODES
    return lambda: good(episodes=EPISODES.replace(old, new))


def oc2(old: str, new: str) -> Callable[[], Files]:
    """The good return with something replaced in its health checks."""
    assert old in OC2
    return lambda: good(oc2=OC2.replace(old, new))


def xml(text: str) -> Callable[[], Files]:
    """A return that is one XML file."""
    return lambda: {"return.xml": text.encode()}


BOMB = XML.replace("<SSDA903>", '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>\n<SSDA903>&b;', 1)
SNEAK = XML.replace("<SSDA903>", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<SSDA903>&a;', 1)
DEEP = "<A>" * 5000 + "</A>" * 5000
E, H = "Episodes", "Header"
IN_OLD_WINDOWS = HEADER.replace("WBRI,", "WBRI,caf\xe9").encode("cp1252")
WITHOUT_THE_SECOND = HEADER[: HEADER.index("900002")]
BIG_LINES = ("U" * 1000 + "\n") * 5000
SECOND_ENDS = "PR1,01/06/2020,X1"
AFTER_THE_NEED = f",U6,{SECOND_ENDS},CARPL,QX3 7BD,QX4 3JB,XXXXXXX\n9"

RETURNS = [
    Malformed("the episodes are missing", lambda: good(episodes=None), (E, 1, "", "missing_table")),
    Malformed("the header is missing", lambda: good(header=None), (H, 1, "", "missing_table")),
    Malformed("a column has another name", episodes("DECOM", "STARTED"), (E, 1, "DECOM", "missing_column")),
    Malformed("there is no column for the child", episodes("CHILD,DECOM", "PERSON,DECOM"), (E, 1, "CHILD", "missing_column")),
    Malformed("a column is there twice", episodes("PL_POST,URN", "PL_POST,LS"), (E, 1, "LS", "column_twice")),
    Malformed("the file is empty", lambda: good(episodes=b""), ("episodes.csv", 1, "", "empty_file")),
    Malformed("a file is no table", lambda: good() | {"notes.csv": b"dear,diary\n1,2\n"}, ("notes.csv", 1, "", "ignored_file")),
    Malformed("a file is not text", lambda: good() | {"scan.pdf": bytes(range(256)) * 50}, ("scan.pdf", 1, "", "ignored_file")),
    Malformed("the old Windows encoding", lambda: good(header=IN_OLD_WINDOWS), (H, 3, "", "encoding")),
    Malformed("UTF-16", lambda: good(episodes=EPISODES.encode("utf-16")), (E, 1, "", "encoding")),
    Malformed("UTF-16 without a mark", lambda: good(episodes=EPISODES.encode("utf-16-be")), (E, 1, "", "encoding")),
    Malformed("semicolons", lambda: good(episodes=EPISODES.replace(",", ";")), (E, 1, "", "separator")),
    Malformed("31 February", episodes("01/04/2019", "31/02/2020"), (E, 3, "DECOM", "unreadable_date"), ONLY_THE_FIRST),
    Malformed("the month first", episodes("01/04/2019", "12/25/2019"), (E, 3, "DECOM", "unreadable_date"), ONLY_THE_FIRST),
    Malformed("a date in words", episodes("01/04/2019", "last spring"), (E, 3, "DECOM", "unreadable_date"), ONLY_THE_FIRST),
    Malformed("the year 19", episodes("01/04/2019", "01/04/0019"), (E, 3, "DECOM", "unreadable_date"), ONLY_THE_FIRST),
    Malformed("the end before the start", episodes(SECOND_ENDS, "PR1,01/03/2019,X1"), (E, 3, "DEC", "end_before_start"), ONLY_THE_FIRST),
    Malformed("no start", episodes("900002,01/04/2019", "900002,"), (E, 3, "DECOM", "missing_value"), ONLY_THE_FIRST),
    Malformed("no child", episodes("900002,01/04/2019", " ,01/04/2019"), (E, 3, "CHILD", "missing_value")),
    Malformed("a child that is no number", episodes("900002,01/04", "<script>,01/04"), (E, 3, "CHILD", "unreadable_child")),
    Malformed("the same row twice", lambda: good(episodes=EPISODES + EPISODES.splitlines()[3] + "\n"), (E, 5, "", "duplicate_row")),
    Malformed("a child only in the episodes", lambda: good(header=WITHOUT_THE_SECOND, oc2=None), (E, 3, "CHILD", "not_in_header")),
    Malformed("two open episodes", episodes(SECOND_ENDS, "PR1,,"), (E, 4, "DEC", "two_open_episodes")),
    Malformed("a death, then life", episodes(SECOND_ENDS, "PR1,01/05/2020,E2"), (E, 3, "REC", "life_after_death")),
    Malformed("an unknown code", episodes("U6", "Q9"), (E, 3, "PLACE", "unknown_code")),
    Malformed("a code as long as a letter", episodes("U6", "U" * 90), (E, 3, "PLACE", "too_long"), ONLY_THE_FIRST),
    Malformed("a cell of five megabytes", episodes("U6", "U" * 5_000_000), (E, 3, "", "too_long"), ONLY_THE_FIRST),
    Malformed("a quoted cell of five megabytes", episodes("U6", f'"{BIG_LINES}"'), (E, 3, "", "open_quotation_mark"), ONLY_THE_FIRST),
    Malformed("a line break in a code", episodes("U6", '"U\n6 and more than codes hold"'), (E, 3, "PLACE", "too_long"), ONLY_THE_FIRST),
    Malformed("a quotation mark left open", episodes("U6", '"U6'), (E, 3, "", "open_quotation_mark"), ONLY_THE_FIRST),
    Malformed("too many cells", episodes(SECOND_ENDS, "PR1,,01/06/2020,X1"), (E, 3, "", "too_many_cells"), ONLY_THE_FIRST),
    Malformed("too few cells", episodes(AFTER_THE_NEED, "\n9"), (E, 3, "", "too_few_cells"), ONLY_THE_FIRST),
    Malformed("a zero byte", episodes("U6", "U\x006"), (E, 3, "PLACE", "unreadable_character"), ONLY_THE_FIRST),
    Malformed("a negative score", oc2("12,,0", "-5,,0"), ("OC2", 3, "SDQ_SCORE", "number_out_of_range")),
    Malformed("a score in words", oc2("12,,0", "high,,0"), ("OC2", 3, "SDQ_SCORE", "unreadable_number"), ONLY_THE_FIRST),
    Malformed("an entity bomb", xml(BOMB), ("return.xml", 2, "", "forbidden_entity"), NOBODY),
    Malformed("an entity that fetches a file", xml(SNEAK), ("return.xml", 2, "", "forbidden_entity"), NOBODY),
    Malformed("XML that breaks off", xml(XML[:220]), ("return.xml", 4, "", "broken_xml"), NOBODY),
    Malformed("XML without a bottom", xml(DEEP), ("return.xml", 1, "", "broken_xml"), NOBODY),
]
