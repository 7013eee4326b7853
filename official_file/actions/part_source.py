"""A rule joined two systems' facts, and a worker sees that they are two events: the source gets an entry of its own."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from audit.who import Who
from official_file.actions.append import append_entry
from official_file.drafts import EntryDraft
from official_file.importers.joining import Standing, Teller, apart, to_part
from official_file.importers.joining import standing_of as telling
from official_file.models import Entry, EntrySource, SourceParted
from official_file.papers import keep_papers
from official_file.permissions import check_can_decide
from official_file.searching import index_entries
from people.errors import NotAllowed
from people.models import Child, User


@transaction.atomic
def part_source(*, source: EntrySource, reason: str, by: User, now: datetime) -> Entry:
    """Make an entry of its own from what this source said. The next import keeps them apart.

    Of words and of what only lists them, the words stay where they are read, and the other gets the entry, whichever is named.
    What was decided to keep closed stays closed in both. Raises NotAllowed without a reason, for the only source of an entry, and
    when it was done already.
    """
    row = check_can_decide(by, source.entry, now)
    if not reason.strip():
        raise NotAllowed("no_reason", _("Write how you see that these are two events, for whoever looks next."))
    standing = telling(row.pk)
    mine = next((one for one in standing.tellers if (one.ref.system, one.ref.key) == (source.system, source.key)), None)
    if mine is None:
        raise NotAllowed("already_done", _("Somebody has done this already. Open the page again to see how it stands."))
    if len(standing.tellers) == 1:
        raise NotAllowed("only_source", _("Nothing else tells this, so there is nothing to take apart."))
    out = to_part(standing, mine)
    if out is not mine:
        source = EntrySource.objects.get(entry=row.pk, system=out.ref.system, key=out.ref.key)
    return _part(standing, out, source, reason.strip(), by, now)


def _part(standing: Standing, mine: Teller, source: EntrySource, reason: str, by: User, now: datetime) -> Entry:
    who = by.who(now)
    child = source.entry.child
    own, rest = apart(standing, mine)
    became = _added(child, own, standing, who, now)
    SourceParted.objects.create(source=source, became=became, reason=reason, by=by, by_name=who.name, at=now)
    if rest is not None:
        _added(child, rest, standing, who, now)
    record(Event.SOURCE_PARTED, child=child.pk, by=who, at=now, about_type="entry", about_id=became.pk, facts={"system": source.system})
    return became


def _added(child: Child, draft: EntryDraft, standing: Standing, by: Who, now: datetime) -> Entry:
    """One of the two, with the papers that both told of."""
    entry = append_entry(child=child, draft=draft, by=by, now=now)
    if keep_papers(entry, of=standing.entry_id):
        index_entries([entry], now=now)
    return entry
