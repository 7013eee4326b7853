"""What words may be about, besides an entry: somebody they know, a plan, a meeting to come, or words of theirs in the file.

A subject is chosen by its key, as in "person:<id>", "entry:<id>", "meeting:<id>"; "" is nothing in particular. Only what is open
to the young person can be chosen: somebody of whom nobody has confirmed that they know is not there to choose.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from law.calendar_words import say_day
from law.working_time import london_day
from official_file.meetings import YOURS, known_to
from official_file.models import Connection, EntryNow, Meeting
from official_file.plans import PLAN
from official_file.presentation import show
from people.errors import NotAllowed
from people.models import Child, User
from stories.lifecycle import IN_FILE
from stories.models import Contribution

PERSON, ENTRY, MEETING = "person", "entry", "meeting"
MOST_PLANS, MOST_MEETINGS = 3, 3


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing that words can be about. `fields`: what a contribution then holds."""

    key: str
    words: str
    fields: dict[str, Any]


def people_known(child: Child) -> list[Connection]:
    """Family and important people of whom a worker confirmed that they know, by the name they use."""
    rows = child.connections.filter(known_confirmed_at__isnull=False, professional=False)
    return sorted((row for row in rows if row.names), key=lambda row: called(row).casefold())


def called(person: Connection) -> str:
    """What the young person calls somebody: their own word, else the name."""
    return str(person.own_word or person.names[0])


def names_known(child: Child) -> dict[str, str]:
    """The same as names by id, for the boards."""
    return {str(person.pk): called(person) for person in people_known(child)}


def person_known(child: Child, person_id: object) -> Connection | None:
    """One of the people they know; None for somebody unconfirmed exactly as for nobody."""
    return next((person for person in people_known(child) if str(person.pk) == str(person_id)), None)


def followed(user: User, child: Child, contribution_id: object, at: datetime) -> Contribution | None:
    """Their own words with this id that are in the file: what something can be added to. None for any other."""
    try:
        wanted = UUID(str(contribution_id))
    except ValueError:
        return None
    mine = Contribution.objects.visible_to(user, at).filter(child=child, status__in=IN_FILE)
    return mine.filter(pk=wanted).select_related("about", "meeting", "about_person").first()


def subjects_of(user: User, child: Child, at: datetime) -> list[Subject]:
    """What this young person can choose to write about: plans of now, meetings to come, people they know."""
    today = london_day(at)
    plans = EntryNow.objects.visible_to(user, at).filter(kind=PLAN).select_related("entry__payload")
    shown = [(row, show(row, child=child, today=today)) for row in plans.order_by("-day", "-recorded_at")[:MOST_PLANS]]
    coming = meetings_to_come(user, child, at)[:MOST_MEETINGS]
    return [
        *(Subject(f"{MEETING}:{one.pk}", meeting_in_words(one, at), {"meeting": one}) for one in coming),
        *(Subject(f"{ENTRY}:{row.pk}", entry.heading, {"about": row.entry}) for row, entry in shown if entry),
        *(Subject(f"{PERSON}:{one.pk}", called(one), about_person(one)) for one in people_known(child)),
    ]


def meetings_to_come(user: User, child: Child, at: datetime) -> "QuerySet[Meeting]":
    """The meetings they know of that are still to come."""
    return known_to(user, child, at).filter(on__gte=london_day(at), cancelled_at__isnull=True)


def meeting_to_write_about(user: User, child: Child, meeting_id: object, at: datetime) -> Meeting | None:
    """A meeting of theirs that is to come; None for any other id, and for none."""
    try:
        return meetings_to_come(user, child, at).filter(pk=UUID(str(meeting_id))).first()
    except ValueError:
        return None


def meeting_in_words(meeting: Meeting, at: datetime) -> str:
    """Which meeting, and when."""
    return f"{gettext(YOURS[meeting.kind])}, {say_day(meeting.on, today=london_day(at), translate=gettext)}"


def about_person(person: Connection) -> dict[str, Any]:
    """What a contribution about this person holds: who it is, and what they were called on the page."""
    return {"about_person": person, "about_person_words": called(person)}


def key_of(draft: Contribution) -> str:
    """The key of what a draft is about; "" for nothing."""
    if draft.about_person_id:
        return f"{PERSON}:{draft.about_person_id}"
    if draft.about_id:
        return f"{ENTRY}:{draft.about_id}"
    return f"{MEETING}:{draft.meeting_id}" if draft.meeting_id and not draft.prompt else ""


def can_choose_subject(draft: Contribution) -> bool:
    """Whether it may be said at sending what it is about: not of an answer on a sheet, nor of what follows other words."""
    return not draft.prompt and draft.follows_id is None


def be_about(draft: Contribution, key: str, user: User, at: datetime) -> None:
    """Let the unsaved draft be about what was chosen. Raises NotAllowed when that is not theirs to choose (any more)."""
    if key == key_of(draft) or not can_choose_subject(draft):
        return
    chosen = next((one for one in subjects_of(user, draft.child, at) if one.key == key), None)
    if key and chosen is None:
        raise NotAllowed("not_to_choose", _("You cannot choose that just now. Choose something else, or leave it."))
    nothing = {"about": None, "meeting": None, "about_person": None, "about_person_words": ""}
    for name, value in (nothing | (chosen.fields if chosen else {})).items():
        setattr(draft, name, value)


def in_words(contribution: Contribution, at: datetime) -> str:
    """The person or the meeting that it is about, as its author is told; "" when it is about neither."""
    if contribution.about_person_words:
        return contribution.about_person_words
    meeting = contribution.meeting
    if meeting is None or contribution.prompt:
        return ""
    return meeting_in_words(meeting, at)
