"""Who an entry names of whom nobody has confirmed that the young person knows: until then it does not open.

A sister they were never told of must not be met in a note. people/written_names.py says when a text names somebody.
"""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from official_file.covered import Cover, cover_of
from official_file.models import Connection, Entry
from official_file.papers import words_of_paper
from people.errors import NotAllowed
from people.written_names import is_named


def unconfirmed_in(entry: Entry, cover: Cover | None = None) -> list[Connection]:
    """The people in private life whom this entry or a plain version of it names, and of whom nobody confirmed that they are known.

    Whoever is named only in passages that are covered is not among them. `cover`: as if this were covered.
    """
    body = entry.body
    if not body:
        return []
    facts = body.get("facts", {})
    versions = " ".join(entry.plain_versions.values_list("text", flat=True))
    heads = " ".join(" ".join(row) for row in entry.key_summaries.values_list("what_it_is", "what_was_decided", "what_happens_next"))
    named = [str(facts.get("title") or ""), str(facts.get("summary") or "")]
    said = [body.get("text", ""), *named, versions, heads, words_of_paper(entry.pk)]
    cover = cover or cover_of(entry)
    return unconfirmed_in_text(entry.child_id, " ".join(cover.hide(str(one)) for one in said))


def unconfirmed_in_text(child_id: UUID, text: str) -> list[Connection]:
    """The same for words that are about to stand before the young person."""
    unknown = Connection.objects.filter(child=child_id, professional=False, known_confirmed_at__isnull=True)
    return [one for one in unknown if any(is_named(text, name) for name in one.names)]


def check_all_known(unknown: Sequence[Connection]) -> None:
    """Raise NotAllowed, naming them, when there is anybody of whom nobody confirmed that the young person knows."""
    if unknown:
        sentence = _("This names %(names)s. Cover the names, or write down that the young person knows of them.")
        raise NotAllowed("names_somebody", sentence % {"names": ", ".join(str(one.names[0]) for one in unknown)})
