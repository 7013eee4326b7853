"""What things of a pack are called to whoever reads it, and the parts it is sorted into. Pure.

part_of("visit")      ->   "helpers"
PARTS["helpers"]      ->   "People whose job is to help me"
"""

from law.wording import gettext_noop
from official_file.kinds import KINDS

PARTS: dict[str, str] = {
    "about_me": gettext_noop("About me"),
    "why_in_care": gettext_noop("Why I am in care"),
    "homes": gettext_noop("Where I have lived"),
    "family": gettext_noop("My family and important people"),
    "helpers": gettext_noop("People whose job is to help me"),
    "health": gettext_noop("My health"),
    "school": gettext_noop("School, college and work"),
    "money": gettext_noop("Money"),
    "plans": gettext_noop("My plans and meetings"),
    "decisions": gettext_noop("Decisions and court"),
    "papers": gettext_noop("My papers"),
    "my_words": gettext_noop("My words"),
    "leaving_care": gettext_noop("Leaving care"),
    "around": gettext_noop("Other things we keep about you"),
}
OTHER = "around"
# Things that are gathered and are no entries of the file.
THEIRS = frozenset({"own_words", "photo", "drawing", "recording", "reply"})
PAPERS = frozenset({"document", "email", "scan", "page", "picture", "attachment"})


def part_of(kind: str) -> str:
    """The part a thing of this kind stands in."""
    if kind in THEIRS:
        return "my_words"
    if kind in PAPERS:
        return "papers"
    return KINDS[kind].section if kind in KINDS else OTHER
