"""Where a contribution stands, in a sentence for its author: who reads it and by when, what was decided, by whom, on which day."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext, gettext_noop

from law.bank_holidays import bank_holidays
from law.calendar_words import say_by, say_date, say_moment, say_next_read, say_time
from law.working_time import StaffedHours, is_staffed, london_day, next_staffed
from official_file.projection import hours_of_council
from people.models import Child, Task, TaskKind
from people.task_clocks import due_for
from stories.lifecycle import UNDECIDED, Status
from stories.models import Contribution, NotAddedReason

NOT_ADDED: dict[str, str] = {
    NotAddedReason.NOT_THEIRS: gettext_noop("%(who)s could not add this to your file, because it is not your own."),
    NotAddedReason.ILLEGAL_IMAGE: gettext_noop(
        "%(who)s could not add this to your file, because nobody may keep that picture. It is the law."
    ),
    NotAddedReason.TECHNICAL: gettext_noop("%(who)s could not add this to your file, because it is broken and cannot be opened."),
}
SOMEBODY = gettext_noop("Somebody who works here")
STILL_YOURS = gettext_noop("A second person checked this. It is still yours to keep. You can ask someone else to look.")


@dataclass(frozen=True, slots=True)
class State:
    """A sentence or two, and how the component shows it: "" under way, done, careful, plain."""

    text: str
    kind: str = ""


def state_of(contribution: Contribution, *, clock: Task | None, reader: str, now: datetime) -> State:
    """The state in words. `clock`: what is owed about it; `reader`: the name of who is expected to read it, "" when nobody is named."""
    status = contribution.standing
    if status in UNDECIDED:
        return _undecided(contribution, clock, reader, now)
    places = {"who": contribution.moved_by_name, "day": _day(contribution.moved_at)}
    if status is Status.NOT_ADDED:
        return State(f"{gettext(NOT_ADDED[contribution.not_added_reason]) % places} {gettext(STILL_YOURS)}", "careful")
    if status is Status.FILED:
        return State(gettext("In your file, in your words. %(who)s put it there on %(day)s.") % places, "done")
    if status is Status.FILED_LIMITED:
        said = gettext(
            "In your file, in your words. Only the people who work with you and their manager can read it. %(who)s put it there on %(day)s."
        )
        return State(said % places, "done")
    if status is Status.WITHDRAWN:
        return State(gettext("You took it back on %(day)s. Nobody who works here can read it now.") % places, "plain")
    return State(saved_sentence(contribution.saved_at), "plain")


def saved_sentence(at: datetime) -> str:
    """What a draft says when it is saved: "Saved at 4.05pm. Only you can see this draft."."""
    return gettext("Saved at %(time)s. Only you can see this draft.") % {"time": say_time(StaffedHours().local(at).time(), gettext)}


def saved_on(at: datetime, now: datetime) -> str:
    """The same in a list, where the day matters too."""
    if london_day(at) == london_day(now):
        return saved_sentence(at)
    return gettext("Saved on %(day)s. Only you can see this draft.") % {"day": _day(at)}


def will_read(contribution: Contribution, *, clock: Task | None, reader: str, now: datetime) -> str:
    """Who will read it and by when: "Priya will read it by Thursday."."""
    who = reader or gettext(SOMEBODY)
    if clock is None:
        return gettext("%(who)s will read it.") % {"who": who}
    if clock.kind in (TaskKind.URGENT_WORRY, TaskKind.ESCALATED):
        hours = hours_of_council()
        moment = say_moment(clock.due_at, now=now, hours=hours, translate=gettext)
        if is_staffed(now, hours, bank_holidays(settings.NATION)):
            return gettext("Somebody will read it before %(moment)s.") % {"moment": say_time(hours.local(clock.due_at).time(), gettext)}
        return gettext("Nobody is at work just now. Somebody will read it %(moment)s.") % {"moment": moment}
    by = say_by(london_day(clock.due_at), today=london_day(now), translate=gettext)
    if clock.kind == TaskKind.CONFIRM_DECISION:
        return gettext("You will have an answer %(by)s.") % {"by": by}
    return gettext("%(who)s will read it %(by)s.") % {"who": who, "by": by}


def would_read(child: Child, *, reader: str, now: datetime) -> str:
    """The promise that stands once it is sent, before it is: who will read it and by when, and whether nobody is at work now."""
    due = london_day(due_for(TaskKind.READ_CONTRIBUTION, now, child.nation))
    places = {"who": reader or gettext(SOMEBODY), "by": say_by(due, today=london_day(now), translate=gettext)}
    promise = gettext("%(who)s will read it %(by)s.") % places
    return promise if is_anybody_here(now) else f"{gettext('Nobody is at work just now.')} {promise}"


def next_read_sentence(now: datetime) -> str:
    """When somebody next reads what is sent now."""
    hours = hours_of_council()
    moment = next_staffed(now, hours, bank_holidays(settings.NATION))
    return say_next_read(moment, now=now, hours=hours, translate=gettext)


def is_anybody_here(now: datetime) -> bool:
    """Whether somebody is at work at this moment."""
    return is_staffed(now, hours_of_council(), bank_holidays(settings.NATION))


def _undecided(contribution: Contribution, clock: Task | None, reader: str, now: datetime) -> State:
    said = _where_it_is(contribution, clock, reader, now)
    if clock is None or clock.due_at > now:
        return State(said)
    late = gettext("We are late. Sorry. We said we would read it by %(day)s.")
    if clock.kind == TaskKind.TALK:
        late = gettext("We are late. Sorry. We said we would talk with you by %(day)s.")
    late = late % {"day": _day(clock.due_at)}
    if clock.told_manager_at:
        late = f"{late} {gettext('A manager knows.')}"
    return State(f"{late} {said}" if contribution.status != Status.SENT else late, "careful")


def _where_it_is(contribution: Contribution, clock: Task | None, reader: str, now: datetime) -> str:
    places = {"who": contribution.moved_by_name, "day": _day(contribution.moved_at)}
    status = contribution.standing
    if status is Status.BEING_READ:
        said = gettext("%(who)s is reading it, since %(day)s.") % places
        waits = clock is not None and clock.kind == TaskKind.CONFIRM_DECISION and clock.due_at > now
        return f"{said} {will_read(contribution, clock=clock, reader='', now=now)}" if waits else said
    if status is Status.LETS_TALK:
        return gettext("%(who)s wants to talk with you about it first. They said so on %(day)s.") % places
    if status is Status.ASKED_AGAIN:
        asked = gettext("You asked someone else to look.")
        return f"{asked} {will_read(contribution, clock=clock, reader=reader, now=now)}"
    return f"{gettext('Sent.')} {will_read(contribution, clock=clock, reader=reader, now=now)}"


def _day(at: datetime | None) -> str:
    return say_date(london_day(at), gettext) if at else ""
