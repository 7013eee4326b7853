"""What kinds of things there are in a pack beside those of the official file, as an officer reads them."""

from law.wording import gettext_noop
from official_file.kinds import KINDS

OWN: dict[str, str] = {
    "own_words": gettext_noop("Their own words"),
    "photo": gettext_noop("A photo of theirs"),
    "drawing": gettext_noop("A drawing of theirs"),
    "recording": gettext_noop("A recording"),
    "reply": gettext_noop("An answer to their words"),
    "note_beside": gettext_noop("A note beside their words"),
    "decided": gettext_noop("A decision about their words"),
    "checked": gettext_noop("A second person's look"),
    "handed_over": gettext_noop("Words that were passed on"),
    "looks": gettext_noop("Who looked at the record"),
    "mail": gettext_noop("An e-mail"),
    "picture": gettext_noop("A scan or a picture"),
    "paper": gettext_noop("A paper"),
}


def name_of(kind: str) -> str:
    """What a kind is called, in English; the kind itself for one nobody named."""
    return OWN.get(kind) or (KINDS[kind].name if kind in KINDS else kind)
