"""What happens by itself below requests for files; portal/jobs.py is the whole sweep. Running it twice changes nothing more."""

from datetime import datetime

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.urls import reverse

from audit.who import THE_PORTAL
from files.jobs import look_after_media
from moderation.actions.tell_managers_of_overdue import tell_managers_of_overdue
from moderation.way_back.sending import send_what_waits
from official_file.actions.ask_for_paper import remind_of_papers
from official_file.actions.chase_meetings import chase_meetings
from official_file.actions.invite_to_prepare import KIND as INVITED
from official_file.actions.open_appraisals import open_appraisals
from official_file.jobs import ask_for_what_waits
from official_file.retention import reckon_retention
from official_file.search.indexing import index_missing
from people.actions.tell_of_notices import tell_of_notices
from people.models import Notice

MOST_INDEXED = 20_000  # entries in one sweep: some ten seconds; the next goes on


def sweep_now(now: datetime) -> dict[str, int]:
    """Everything that is due to happen by itself. Returns how many of each were done.

    Sessions that are over go too: words may wait in one for somebody who signs in again, and must not wait for ever.
    """
    SessionStore.clear_expired()
    return {
        "papers_reminded_of": remind_of_papers(by=THE_PORTAL, now=now),
        "meetings_chased": chase_meetings(by=THE_PORTAL, now=now),
        "told_of_overdue": tell_managers_of_overdue(by=THE_PORTAL, now=now),
        "retention_reckoned": reckon_retention(),
        "appraisals_opened": open_appraisals(by=THE_PORTAL, now=now),
        "documents_asked_for": ask_for_what_waits(now),
        **look_after_media(now),
        "made_searchable": index_missing(now, most=MOST_INDEXED),
        "told_outside": tell_of_notices(link_of=link_of, by=THE_PORTAL, now=now),
        **send_what_waits(now),  # last: it may have to wait for another system
    }


def link_of(notice: Notice | None) -> str:
    """Where a message leads: to the sheet they are invited to fill in, else to the first page. "" where no address is set."""
    if not settings.PORTAL_URL:
        return ""
    invited = notice is not None and notice.kind == INVITED
    path = reverse("stories:prepare", args=[notice.about_id]) if notice is not None and invited else "/"
    return settings.PORTAL_URL.rstrip("/") + path
