"""Who an entry names of whom nobody has confirmed that the young person knows: until then it does not open.

A sister they were never told of must not be met in a note. Whole names are found in any spelling of capitals; a first name
alone only with its capital (or all in capitals, as notes often are), so that "grace" in a sentence is not Grace. Accents do
not matter.
"""

import re
import unicodedata
from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from official_file.models import Connection, Entry
from people.errors import NotAllowed

TITLES = frozenset({"Mr", "Mrs", "Miss", "Ms", "Mx", "Dr", "Prof", "Rev"})  # these alone name nobody


def unconfirmed_in(entry: Entry) -> list[Connection]:
    """The people in private life whom this entry or a plain version of it names, and of whom nobody confirmed that they are known."""
    body = entry.body
    if not body:
        return []
    facts = body.get("facts", {})
    versions = " ".join(entry.plain_versions.values_list("text", flat=True))
    return unconfirmed_in_text(
        entry.child_id, " ".join([body.get("text", ""), str(facts.get("title") or ""), str(facts.get("summary") or ""), versions])
    )


def unconfirmed_in_text(child_id: UUID, text: str) -> list[Connection]:
    """The same for words that are about to stand before the young person."""
    plain = _unaccented(text)
    unknown = Connection.objects.filter(child=child_id, professional=False, known_confirmed_at__isnull=True)
    return [one for one in unknown if any(_names(plain, _unaccented(name)) for name in one.names)]


def check_all_known(unknown: Sequence[Connection]) -> None:
    """Raise NotAllowed, naming them, when there is anybody of whom nobody confirmed that the young person knows."""
    if unknown:
        sentence = _("This names %(names)s. Before they read it, write down that the young person knows of them.")
        raise NotAllowed("names_somebody", sentence % {"names": ", ".join(str(one.names[0]) for one in unknown)})


def _names(text: str, name: str) -> bool:
    words = name.split()
    if not words:
        return False
    whole = r"\b" + r"\s+".join(map(re.escape, words)) + r"\b"
    if re.search(whole, text, re.IGNORECASE):
        return True
    if words[0].rstrip(".") in TITLES:
        return False
    first = "|".join({re.escape(words[0]), re.escape(words[0].upper())})
    return bool(re.search(rf"\b(?:{first})\b", text))


def _unaccented(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text)
    kept = "".join(sign for sign in spread if unicodedata.category(sign) not in {"Mn", "Cf"})
    return unicodedata.normalize("NFKC", kept)
