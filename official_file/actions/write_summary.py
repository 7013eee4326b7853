"""After a meeting: what was said and decided, written for the young person, linked to the meeting and opened to them (R16)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from law.working_time import london_day
from official_file.actions.append import append_entry
from official_file.actions.open_entry import open_entry
from official_file.actions.write_key_summary import write_key_summary
from official_file.actions.write_to_child import SYSTEM
from official_file.drafts import EntryDraft, SourceRef
from official_file.meetings import ABOUT
from official_file.models import Entry, Meeting
from official_file.plain_language.when import When
from people.actions.finish_task import finish_task
from people.errors import NotAllowed
from people.models import Task, TaskKind, User
from people.permissions import check_decides_for, check_role
from people.roles import Permission, display_name


@dataclass(frozen=True, slots=True)
class InShort:
    """What stands at the head of the summary."""

    what_it_is: str
    what_was_decided: str = ""
    what_happens_next: str = ""


@transaction.atomic
def write_summary(
    *, meeting: Meeting, title: str, text: str, in_short: InShort, opens: bool = False, with_them: bool = False, by: User, now: datetime
) -> Entry:
    """Add the summary to the file and link it; with `opens` it is opened to them as well.

    Raises NotAllowed before the day of the meeting, for one that was called off, without words, and when there is one already.
    """
    check_role(by, Permission.OPEN_ENTRIES, now)
    check_decides_for(by, meeting.child, now)
    meeting = Meeting.objects.select_for_update().select_related("child").get(pk=meeting.pk)
    today = london_day(now)
    if meeting.cancelled_at or meeting.on > today:
        raise NotAllowed("not_held", _("This meeting has not taken place. Its summary is written after it."))
    if meeting.summary_id:
        raise NotAllowed("already_done", _("Somebody has written the summary. Open the page again to read it."))
    if not text.strip():
        raise NotAllowed("no_words", _("Write the summary first."))
    who = by.who(now)
    draft = EntryDraft(
        kind="review_minutes",
        when=When(meeting.on),
        source=SourceRef(SYSTEM, str(uuid4()), today),
        facts={"title": title.strip()},
        text=text,
        author_name=who.name,
        author_role=display_name(who.role).lower(),
        written_on=today,
    )
    entry = append_entry(child=meeting.child, draft=draft, by=who, now=now)
    if in_short.what_it_is.strip():
        given = {"what_was_decided": in_short.what_was_decided, "what_happens_next": in_short.what_happens_next}
        write_key_summary(entry=entry, what_it_is=in_short.what_it_is, by=by, now=now, **given)
    meeting.summary = entry
    meeting.save(update_fields=["summary"])
    record(Event.SUMMARY_WRITTEN, child=meeting.child_id, by=who, at=now, about_type=ABOUT, about_id=meeting.pk)
    if opens:
        open_entry(entry=entry, with_them=with_them, by=by, now=now)
        for task in Task.objects.open().filter(kind=TaskKind.REVIEW_SUMMARY, about_type=ABOUT, about_id=meeting.pk):
            finish_task(task=task, outcome="", by=by, now=now)
    return entry
