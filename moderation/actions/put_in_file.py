"""From sent to filed: the words go into the official file as they are, and are open to their author at once."""

from datetime import datetime

from django.db import transaction

from law.working_time import london_day
from moderation.actions.owe_way_back import owe_way_back
from official_file.actions.append import append_entry
from official_file.drafts import EntryDraft, SourceRef
from official_file.models import Entry, EntryNow, Sharing
from official_file.plain_language.when import When
from official_file.projection import refresh
from people.models import User
from stories.lifecycle import Status
from stories.models import Contribution, signed

SYSTEM = "contribution"  # what the person reads under their entry: "You sent it yourself."


@transaction.atomic
def put_in_file(*, contribution: Contribution, limited: bool, by: User, now: datetime) -> Entry:
    """Add the entry, open it to its author, limit its readers where that was confirmed. `by` decided; the caller writes the audit.

    The words are not copied by hand anywhere on the way: the entry's text is the contribution's, and the digest goes with it.
    """
    entry = append_entry(child=contribution.child, draft=_entry_draft(contribution), by=by.who(now), now=now)
    Sharing.objects.create(entry=entry, decision=Sharing.Decision.SHARED, opens_at=now, **signed(by, now))
    if limited:
        Sharing.objects.create(entry=entry, decision=Sharing.Decision.LIMITED, **signed(by, now))
    refresh(entry)
    contribution.entry = entry
    moved = contribution.move_to(Status.FILED_LIMITED if limited else Status.FILED, by=by.who(now), now=now)
    contribution.save(update_fields=[*moved, "entry"])
    owe_way_back(contribution=contribution, by=by.who(now), now=now)
    return entry


def _entry_draft(contribution: Contribution) -> EntryDraft:
    """The entry the contribution becomes: its words, whole; who sent them and when; what they are about."""
    if contribution.sent_at is None:
        raise ValueError("A draft does not go into the file.")
    day = london_day(contribution.sent_at)
    return EntryDraft(
        kind="own_words",
        when=When(day),
        source=SourceRef(SYSTEM, str(contribution.pk), as_of=day),
        facts={
            "contribution": str(contribution.pk),
            "kind": contribution.kind,
            "digest": contribution.digest,
            "about": str(contribution.about_id) if contribution.about_id else None,
            "helped_by": contribution.helped_by or None,
            "sent_at": contribution.sent_at.isoformat(),
        },
        text=contribution.words,
        sections=_sections(contribution),
        author_name=str(contribution.child),
        author_role="young_person",
        written_on=day,
    )


def _sections(contribution: Contribution) -> tuple[str, ...]:
    about = EntryNow.objects.filter(pk=contribution.about_id).first()
    return ("my_words",) if about is None or about.section == "my_words" else ("my_words", about.section)
