"""What a young person said is wrong about an entry, and what we answered: shown beside it for good, also when nothing was changed."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext, gettext_noop

from law.calendar_words import say_date
from law.working_time import london_day
from moderation.wrong import looks_again
from official_file.covered import for_subject
from official_file.models import Entry, EntryNow, Rectification
from official_file.models.now import State
from official_file.presentation import show
from official_file.versions import versions_of
from people.models import Child, Task, TaskKind, User
from portal.queries.asked import promise

SAID = {
    Rectification.Kind.WRONG: gettext_noop("You said that this is wrong."),
    Rectification.Kind.DISAGREE: gettext_noop("You said that you do not agree with this."),
}
SAID_OF_THEM = {
    Rectification.Kind.WRONG: gettext_noop("They say that this is wrong."),
    Rectification.Kind.DISAGREE: gettext_noop("They do not agree with this."),
}
SOMEONE_ELSE = gettext_noop("You asked someone else to look at it.")
OUTCOMES = {
    Rectification.Outcome.CORRECTED: gettext_noop("We put it right."),
    Rectification.Outcome.PARTLY: gettext_noop("We put a part of it right."),
    Rectification.Outcome.BESIDE: gettext_noop("We left it as it was. What you said stays beside it."),
}
OPEN_STATES = (State.BY_RULE, State.SHARED)


@dataclass(frozen=True, slots=True)
class SaidWrong:
    """One time they said so. `state`: who answers and by when, or who answered; `again_url`: to ask someone else to look."""

    said: str
    on: str
    state: str
    longer: str
    outcome: str
    explanation: str
    done: bool
    again_url: str
    at_the_end: bool


@dataclass(frozen=True, slots=True)
class Before:
    """What an older version said, for whoever wants to read it still."""

    heading: str
    text: str
    until: str


def said_wrong(row: EntryNow, at: datetime, *, to_staff: bool = False) -> list[SaidWrong]:
    """All that was said to be wrong about this entry or a version of it, oldest first."""
    found = list(Rectification.objects.filter(entry__in=versions_of(row.entry)).select_related("child", "decided_by").order_by("asked_at"))
    if not found:
        return []
    again = set(looks_again().filter(child=row.child_id).values_list("about_id", flat=True))
    return [_one(one, found, again, at, to_staff=to_staff) for one in found]


def said_before(row: EntryNow, user: User, at: datetime) -> list[Before]:
    """What earlier versions said that were put right because of what they said, and that they could read; newest first.

    Only what no choice of theirs hides, and with labels where words are covered.
    """
    put_right = Rectification.objects.filter(child=row.child_id, correction__isnull=False)
    older = [one.pk for one in versions_of(row.entry) if one.position < row.entry.position]
    corrected = set(put_right.filter(entry__in=older).values_list("entry", flat=True)) & set(older)
    if not corrected:
        return []
    rows = EntryNow.objects.filter(pk__in=corrected, child__user=user.pk, state__in=OPEN_STATES, opens_at__lte=at, part_of__isnull=True)
    rows = rows.not_of_a_kind_never_shown(user).not_set_aside(user, at).select_related("entry__payload").order_by("-entry__position")
    return [said for one in rows if (said := _before(one, row.child, at))]


def _before(row: EntryNow, child: Child, at: datetime) -> Before | None:
    entry = show(row, child=child, today=london_day(at))
    if entry is None:
        return None
    newer = row.superseded_by
    until = say_date(london_day(newer.recorded_at), gettext) if newer else ""
    return Before(entry.heading, for_subject(row.entry) or " ".join((*entry.sentences, entry.when_words)), until)


def _one(one: Rectification, found: list[Rectification], again: set[UUID], at: datetime, *, to_staff: bool) -> SaidWrong:
    done, words = one.decided_at is not None, SAID_OF_THEM if to_staff else SAID
    asked_again = one.pk in again
    later = any(other.pk in again and one.decided_at and other.asked_at >= one.decided_at for other in found)
    said = gettext(SOMEONE_ELSE if asked_again and not to_staff else words[Rectification.Kind(one.kind)])
    kept = done and one.outcome != Rectification.Outcome.CORRECTED
    return SaidWrong(
        said=said,
        on=say_date(one.asked_on, gettext),
        state=_answered(one) if done else _waits(one, at, asked_again=asked_again),
        longer=one.extended_why,
        outcome=gettext(OUTCOMES[Rectification.Outcome(one.outcome)]) if done else "",
        explanation=one.explanation,
        done=done,
        again_url="" if to_staff or not done or asked_again or later else reverse("portal:wrong_again", args=[one.pk]),
        at_the_end=kept and not to_staff,
    )


def _answered(one: Rectification) -> str:
    day = say_date(london_day(one.decided_at), gettext) if one.decided_at else ""
    return gettext("%(who)s answered on %(day)s.") % {"who": one.decided_by_name, "day": day}


def _waits(one: Rectification, at: datetime, *, asked_again: bool) -> str:
    tasks = Task.objects.open().filter(child=one.child_id).select_related("child", "for_user")
    if asked_again:
        task = tasks.filter(kind=TaskKind.LOOK_AGAIN, about_id=one.pk).first()
    else:
        task = tasks.filter(kind=TaskKind.ENTRY_IS_WRONG, about_id=one.entry_id).first()
    return promise(task, at) if task else ""


def entry_row(said: Rectification, user: User, at: datetime) -> Entry | None:
    """The newest version of the entry that is open to its reader, to go back to."""
    rows = EntryNow.objects.visible_to(user, at).filter(pk__in=[one.pk for one in versions_of(said.entry)])
    found = rows.select_related("entry").order_by("-entry__position").first()
    return found.entry if found else None


def days_of(row: EntryNow) -> tuple[date | None, date | None]:
    """The days an entry has now, which a worker may put right when both are known to the day."""
    return (row.day, row.end_day) if row.precision == "day" else (None, None)
