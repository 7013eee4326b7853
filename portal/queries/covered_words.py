"""Why some words of an entry are read as a label: said to the person it is about, in the words of each ground."""

from django.utils.translation import gettext

from law.exemptions import ground
from official_file.covered import KEPT, passages_in_force
from official_file.models import Entry


def why_covered(entry: Entry) -> list[str]:
    """One sentence for each ground on which something is covered, in the order of the text; none for a ground that is not told."""
    passages = getattr(entry, KEPT, None)
    found = passages_in_force().filter(entry=entry.pk) if passages is None else passages
    said = [ground(code).words_for_subject for code in dict.fromkeys(one.ground for one in found)]
    return [gettext(words) for words in said if words]
