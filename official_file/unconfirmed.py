"""Who an entry names of whom nobody has confirmed that the young person knows: until then it does not open.

A sister they were never told of must not be met in a note. Whole names are found in any spelling of capitals; a first name
alone only with its capital, so that "grace" in a sentence is not Grace.
"""

import re

from official_file.models import Connection, Entry

TITLES = frozenset({"Mr", "Mrs", "Miss", "Ms", "Mx", "Dr", "Prof", "Rev"})  # these alone name nobody


def unconfirmed_in(entry: Entry) -> list[Connection]:
    """The people in private life whom this entry names, and of whom nobody confirmed that they are known."""
    body = entry.body
    if not body:
        return []
    facts = body.get("facts", {})
    versions = " ".join(entry.plain_versions.values_list("text", flat=True))
    text = " ".join([body.get("text", ""), str(facts.get("title") or ""), str(facts.get("summary") or ""), versions])
    unknown = Connection.objects.filter(child=entry.child_id, professional=False, known_confirmed_at__isnull=True)
    return [one for one in unknown if any(_names(text, name) for name in one.names)]


def _names(text: str, name: str) -> bool:
    words = name.split()
    if not words:
        return False
    whole = r"\b" + r"\s+".join(map(re.escape, words)) + r"\b"
    if re.search(whole, text, re.IGNORECASE):
        return True
    first = words[0]
    return first.rstrip(".") not in TITLES and bool(re.search(rf"\b{re.escape(first)}\b", text))
