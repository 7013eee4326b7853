"""The columns of a manifest, by every name a council may give them. One readable table; docs/how-to/import.md lists it. Pure."""

import re
from collections.abc import Mapping

CHILD, FILE = "child", "file"
NEEDED = (CHILD, FILE)

# column -> other names it may have, written without spaces, dashes and capitals
COLUMNS: Mapping[str, tuple[str, ...]] = {
    CHILD: ("childid", "childnumber", "childidentifier", "person", "personid", "perspersonid", "ssda903"),
    "child_source": ("source", "childsystem", "identifiersource"),
    FILE: ("filename", "filepath", "path", "document", "documentfile"),
    "key": ("id", "documentid", "reference", "ref"),
    "date": ("documentdate", "datefrom", "day", "when"),
    "date_precision": ("precision", "dateprecision"),
    "date_to": ("dateto", "enddate", "until"),
    "type": ("kind", "documenttype", "category", "doctype"),
    "title": ("name", "subject", "documenttitle", "heading"),
    "summary": ("keysummary", "description", "abstract"),
    "author": ("writer", "authorname", "from", "by", "createdby", "writtenby"),
    "author_role": ("role", "authorrole", "jobtitle"),
    "written_on": ("writtenon", "written", "datewritten", "signedon"),
    "sections": ("section",),
    "sensitivity": (),
}
_BY_NAME = {name: column for column, names in COLUMNS.items() for name in (column.replace("_", ""), *names)}
NOT_A_LETTER = re.compile(r"[^a-z0-9]")

# the council's word for a paper -> our word for it, and the section it stands in unless the manifest says otherwise
TYPES: Mapping[str, tuple[str, str]] = {
    "letter": ("letter", "papers"),
    "email": ("email", "papers"),
    "certificate": ("certificate", "papers"),
    "photo": ("photo", "about_me"),
    "recording": ("recording", "papers"),
    "plan": ("plan", "plans"),
    "careplan": ("plan", "plans"),
    "pathwayplan": ("plan", "leaving_care"),
    "review": ("review", "plans"),
    "minutes": ("review", "plans"),
    "assessment": ("assessment", "plans"),
    "report": ("report", "plans"),
    "court": ("court", "decisions"),
    "courtorder": ("court", "decisions"),
    "decision": ("court", "decisions"),
    "health": ("health", "health"),
    "healthreport": ("health", "health"),
    "school": ("school", "school"),
    "pep": ("school", "school"),
    "other": ("other", "papers"),
}


def column_of(heading: str) -> str:
    """The column a heading means; "" for one we have no place for."""
    return _BY_NAME.get(plain(heading), "")


def plain(word: str) -> str:
    """A word without capitals, spaces and signs."""
    return NOT_A_LETTER.sub("", word.lower())
