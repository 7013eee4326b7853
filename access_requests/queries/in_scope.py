"""What of a file a request may be about at all: everything but adoption, which has rules of its own (DPA 2018 Sch 4 para 3).

Every count, coverage, list and copy that is made for a request starts here, so that adoption is in none of them.
"""

from uuid import UUID

from official_file.models import Entry, EntryNow
from official_file.models.now import EntryNowQuerySet, State
from official_file.theme_index import known_of
from people.models import Child

ADOPTION = "adoption"


def in_scope(child: Child) -> EntryNowQuerySet:
    """Every version of every entry that still says something and is not about adoption. `.current()` leaves the newest of each."""
    rows: EntryNowQuerySet = EntryNow.objects.filter(child=child).exclude(state=State.DISPOSED)
    return rows.exclude(pk__in=about_adoption(child))


def about_adoption(child: Child) -> set[UUID]:
    """The entries of an adoption record, by their kind, mark or code; and every older version of such an entry.

    What was marked only when it was corrected was so before that as well. That a worker named adoption as a theme of an ordinary
    note does not take it out of the file: most files speak of it somewhere.
    """
    named = Entry.objects.filter(now__themes__theme=ADOPTION, child=child).select_related("payload")
    found = {entry.pk for entry in named if ADOPTION in known_of(entry.body).themes}
    newest = set(found)
    while newest:
        newest = set(EntryNow.objects.filter(child=child, superseded_by__in=newest).values_list("pk", flat=True)) - found
        found |= newest
    return found
