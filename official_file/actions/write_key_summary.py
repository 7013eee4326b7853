"""What stands at the head of a document: what it is, what was decided, what happens next."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from official_file.models import Entry, KeySummary
from official_file.permissions import check_can_decide
from official_file.searching import index_entries
from official_file.unconfirmed import check_all_known, unconfirmed_in_text
from people.errors import NotAllowed
from people.models import User


@transaction.atomic
def write_key_summary(
    *,
    entry: Entry,
    what_it_is: str,
    what_was_decided: str = "",
    what_happens_next: str = "",
    language: str = "en-gb",
    by: User,
    now: datetime,
) -> KeySummary:
    """Add a key summary; the newest counts and earlier ones stay. It opens nothing.

    Raises NotAllowed without a word about what it is, for their own words, and, of what they can read, when it names somebody
    of whom nobody has confirmed that they know.
    """
    row = check_can_decide(by, entry, now)
    if row.kind == "own_words":
        raise NotAllowed("own_words", _("These are their own words. Nobody writes them anew."))
    if not what_it_is.strip():
        raise NotAllowed("no_words", _("Say first what this is, in one plain sentence."))
    if row.opens_at:
        check_all_known(unconfirmed_in_text(entry.child_id, " ".join((what_it_is, what_was_decided, what_happens_next))))
    made = KeySummary.objects.create(
        entry=entry,
        what_it_is=what_it_is.strip(),
        what_was_decided=what_was_decided.strip(),
        what_happens_next=what_happens_next.strip(),
        language=language,
        by=by,
        by_name=str(by),
        at=now,
    )
    index_entries([entry], now=now)
    record(Event.KEY_SUMMARY_WRITTEN, child=entry.child_id, by=by.who(now), at=now, about_type="entry", about_id=entry.pk)
    return made
