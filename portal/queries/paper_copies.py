"""Printed copies a young person asked for: what each is of, in words, and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext, gettext_noop

from law.calendar_words import say_date
from law.working_time import london_day
from official_file.queries import entry_for
from people.models import Child, ReadingPreference, Task, TaskKind, User
from portal.copies import OF_WHICH, WHOLE, Copy
from portal.queries.asked import promise
from portal.queries.my_entries import my_entries
from portal.queries.sections import BY_SLUG
from portal.queries.years import WITHOUT_DATE

NAMES: Mapping[str, str] = {
    "home": gettext_noop("My first page"),
    "story": gettext_noop("My story, all of it"),
    "why": gettext_noop("Why I am in care"),
    "people": gettext_noop("My people"),
    "papers": gettext_noop("My papers"),
    "entry": gettext_noop("One thing in my story"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """One copy that was asked for and has not come. `said` is what it is of; `state` says who answers, and by when."""

    id: UUID
    said: str
    asked_on: str
    state: str


def name_of(what: str, which: str) -> str | None:
    """What a view is called, or None when there is no such view."""
    if what == "section":
        return BY_SLUG[which].title if which in BY_SLUG else None
    if what == "year":
        if which == WITHOUT_DATE:
            return gettext("What has no date in my story")
        return gettext("The year %(year)s in my story") % {"year": which} if which.isdecimal() and len(which) == 4 else None
    return gettext(NAMES[what]) if what in WHOLE | OF_WHICH else None


def subject_of(user: User, child: Child, what: str, which: str, at: datetime) -> UUID | None:
    """What the task is about: the entry while it is open to them, the child for any other view; None when there is nothing to print."""
    if what != "entry":
        return child.pk if name_of(what, which) else None
    try:
        wanted = UUID(which)
    except ValueError:
        return None
    return my_entries(user, child, at).filter(pk=wanted).values_list("pk", flat=True).first()


def in_words(copy: Copy, user: User, about_id: UUID, at: datetime) -> str:
    """What was asked for, as both read it: "My story, all of it. Plain words. 18 point. English." """
    name = name_of(copy.what, copy.which) or gettext(NAMES["entry"])
    if copy.what == "entry" and (row := entry_for(user, about_id, at)) is not None and row.day:
        name = gettext("%(name)s, from %(day)s") % {"name": name, "day": say_date(row.day, gettext)}
    level = ReadingPreference.Level(copy.level).label
    language = dict(settings.LANGUAGES).get(copy.language, copy.language)
    return gettext("%(name)s. %(level)s. %(points)s point. %(language)s.") % {
        "name": name,
        "level": level,
        "points": copy.points,
        "language": gettext(language),
    }


def wanted_by(child: Child, at: datetime) -> list[Wanted]:
    """Copies they wait for, oldest first."""
    tasks = Task.objects.open().filter(child=child, kind=TaskKind.PRINT_COPY).select_related("for_user").order_by("made_at")
    return [Wanted(task.pk, task.words, say_date(london_day(task.made_at), gettext), promise(task, at)) for task in tasks]
