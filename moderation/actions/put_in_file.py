"""From sent to filed: words, pictures and recordings go into the official file as they are, and are open to their author at once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from law.working_time import london_day
from moderation.actions.owe_way_back import owe_way_back
from official_file.actions.append import append_entry
from official_file.drafts import EntryDraft, SourceRef
from official_file.models import Entry, EntryFile, EntryNow, Sharing
from official_file.plain_language.when import When
from official_file.projection import refresh
from official_file.searching import index_entries
from people.models import User
from stories.lifecycle import Status
from stories.models import Attachment, Contribution, signed

SYSTEM = "contribution"  # what the person reads under their entry: "You sent it yourself."


@transaction.atomic
def put_in_file(*, contribution: Contribution, limited: bool, by: User, now: datetime) -> Entry:
    """Add the entry, open it to its author, limit its readers where that was confirmed. `by` decided; the caller writes the audit.

    Nothing is copied by hand on the way: the entry's text is the contribution's, and the digest goes with it. A photo, a drawing or
    a recording stands in this one entry, with its caption in the facts that the chain covers; its original hangs on the entry.
    """
    made = list(contribution.attachments.filter(file__isnull=False).select_related("file", "making").order_by("position", "pk"))
    entry = append_entry(child=contribution.child, draft=_entry_draft(contribution, made), by=by.who(now), now=now)
    EntryFile.objects.bulk_create([EntryFile(entry=entry, file=one.file, position=place) for place, one in enumerate(made, start=1)])
    Sharing.objects.create(entry=entry, decision=Sharing.Decision.SHARED, opens_at=now, **signed(by, now))
    if limited:
        Sharing.objects.create(entry=entry, decision=Sharing.Decision.LIMITED, **signed(by, now))
    refresh(entry)
    contribution.entry = entry
    moved = contribution.move_to(Status.FILED_LIMITED if limited else Status.FILED, by=by.who(now), now=now)
    contribution.save(update_fields=[*moved, "entry"])
    index_entries([entry], now=now)  # only now is it known which contribution's descriptions and translations are its own
    owe_way_back(contribution=contribution, by=by.who(now), now=now)
    return entry


def _entry_draft(contribution: Contribution, made: Sequence[Attachment]) -> EntryDraft:
    """The entry the contribution becomes: its words, whole; what was made with them; who sent them and when; what they are about."""
    if contribution.sent_at is None:
        raise ValueError("A draft does not go into the file.")
    day = london_day(contribution.sent_at)
    return EntryDraft(
        kind="own_words",
        when=When(day),
        source=SourceRef(SYSTEM, str(contribution.pk), as_of=day),
        facts=_facts(contribution, made),
        text=contribution.words,
        sections=_sections(contribution),
        author_name=str(contribution.child),
        author_role="young_person",
        written_on=day,
    )


def _facts(contribution: Contribution, made: Sequence[Attachment]) -> dict[str, Any]:
    """The facts of official_file/kinds.py. `about` and `follows` name entries of this file; what was left empty is left out."""
    facts: dict[str, Any] = {
        "contribution": str(contribution.pk),
        "kind": contribution.kind,
        "digest": contribution.digest,
        "about": str(contribution.about_id) if contribution.about_id else None,
        "helped_by": contribution.helped_by or None,
        "sent_at": contribution.sent_at.isoformat() if contribution.sent_at else None,
    }
    followed = contribution.follows.entry_id if contribution.follows else None
    further = {
        "about_person": contribution.about_person_words,
        "follows": str(followed) if followed else "",
        "language": contribution.language,
        "board": contribution.board,
        "attachments": [_attached(one) for one in made],
    }
    return facts | {name: said for name, said in further.items() if said}


def _attached(one: Attachment) -> dict[str, Any]:
    """One photo, drawing or recording as its author sent it: which original, their caption, and how they asked for it to be shown."""
    if one.file is None:
        raise ValueError("Only what was sealed goes into the file.")
    return {
        "id": str(one.pk),
        "kind": one.kind,
        "sha256": one.file.sha256,
        "media_type": one.file.content_type,
        "caption": one.caption,
        "in_words": one.in_words,
        "others_shown": one.others_shown,
        "recipe": one.making.recipe,
    }


def _sections(contribution: Contribution) -> tuple[str, ...]:
    about = EntryNow.objects.filter(pk=contribution.about_id).first()
    return ("my_words",) if about is None or about.section == "my_words" else ("my_words", about.section)
