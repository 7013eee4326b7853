"""Plans and meetings in words: each thing of a plan, what changed, what somebody said of it, what comes and what is late."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext, gettext_noop

from law.calendar_words import say_date, say_day
from law.working_time import london_day
from official_file.meetings import YOURS, can_prepare, is_summary_late, known_to, summary_for
from official_file.models import Entry, EntryNow, Meeting, PlanAnswer
from official_file.plain_language.phrases import say_partial, say_when
from official_file.plain_language.when import When
from official_file.plan_rules import Change, How, PartDay, PlanItem
from official_file.plans import ANSWERED, PLAN, Plan, as_its_subject_reads, plan_of, versions_for_staff, versions_for_subject
from people.models import Child, User
from portal.queries.lines import Line, lines_of
from portal.queries.my_entries import for_lines, my_entries
from portal.queries.preferences import level_of

BOXES = {
    "need": gettext_noop("What is needed"),
    "strength": gettext_noop("What helps: you are good at"),
    "do": gettext_noop("What we will do"),
    "who": gettext_noop("Who does it"),
    "by": gettext_noop("By when"),
    "happened": gettext_noop("What happened"),
    "happened_on": gettext_noop("When it happened"),
}
HOW = {
    How.ADDED: gettext_noop("Added"),
    How.DONE: gettext_noop("What happened is written now"),
    How.CHANGED: gettext_noop("Changed"),
    How.TAKEN_OUT: gettext_noop("Taken out"),
}
SAID = {
    PlanAnswer.Answer.AGREE: gettext_noop("I agree"),
    PlanAnswer.Answer.DISAGREE: gettext_noop("I disagree"),
    PlanAnswer.Answer.TALK: gettext_noop("I want to talk"),
}
MEETINGS_AHEAD = 3


@dataclass(frozen=True, slots=True)
class ItemWords:
    """One thing of a plan. `rows`: what stands in its boxes; `state`: how it stands, `kind` that of components/state.html."""

    need: str
    rows: list[tuple[str, str]]
    state: str
    kind: str


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """One thing that is not as it was: what became of it, and each box that says something else, before and now."""

    how: str
    need: str
    boxes: list[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Said:
    """What the young person said of a version. `counts`: the newest."""

    answer: str
    words: str
    on: str
    counts: bool


@dataclass(frozen=True, slots=True)
class PlanWords:
    """One version of a plan as a page shows it."""

    id: UUID
    number: int
    items: list[ItemWords]
    strengths: str
    changed: list[ChangeWords]
    said: list[Said]
    late: int


@dataclass(frozen=True, slots=True)
class OnEntry:
    """What the page of an entry says of it as a plan or a review: its items, and what its reader said. `url`: the plan's own page."""

    items: list[ItemWords]
    strengths: str
    said: list[Said]
    url: str
    answer_url: str


@dataclass(frozen=True, slots=True)
class ForStaff:
    """The same for a worker: every version there is, with what changed, and where the next is written. `here`: this version."""

    here: PlanWords
    versions: list[PlanWords]
    next_url: str


@dataclass(frozen=True, slots=True)
class MeetingWords:
    """One meeting they know of. `prepare_url`: its sheet, while it is open; `summary_url`: its summary, once it is open.

    `write_url`: to say something about it.
    """

    title: str
    day: str
    called_off: bool
    prepare_url: str
    summary_url: str
    late: str
    write_url: str


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan in a list: its line, and the beginning of what it says unless it opens only after a warning."""

    line: Line
    plan: PlanWords


def plan_words(plan: Plan, today: date, *, with_answers: bool = True) -> PlanWords:
    """A version in words."""
    return PlanWords(
        id=plan.entry.pk,
        number=plan.number,
        items=[item_words(item, today) for item in plan.items],
        strengths=plan.strengths,
        changed=[change_words(change) for change in plan.changed],
        said=answers_to(plan.entry.pk) if with_answers else [],
        late=sum(1 for item in plan.items if item.is_late(today)),
    )


def item_words(item: PlanItem, today: date) -> ItemWords:
    """One thing of a plan, and honestly how it stands (R15)."""
    rows = [(gettext(title), _box(item, name)) for name, title in BOXES.items() if name != "need" and _box(item, name)]
    if item.is_done:
        return ItemWords(item.need, rows, gettext("We wrote what happened."), "done")
    if item.is_late(today) and item.by:
        when = say_when(When(item.by.day, None, item.by.precision), translate=gettext)
        return ItemWords(item.need, rows, gettext("This was due %(when)s. Nobody has written what happened.") % {"when": when}, "careful")
    if item.by:
        return ItemWords(item.need, rows, gettext("By %(day)s") % {"day": _day(item.by)}, "")
    return ItemWords(item.need, rows, gettext("Nobody has set a day."), "plain")


def change_words(change: Change) -> ChangeWords:
    """One change, with both wordings of each box that is different."""
    boxes = [
        (gettext(BOXES[name]), _box(change.was, name) if change.was else "", _box(change.item, name))
        for name in change.fields
        if change.was is not None
    ]
    return ChangeWords(gettext(HOW[change.how]), change.item.need or change.item.do, boxes)


def answers_to(entry_id: UUID) -> list[Said]:
    """What the young person said of this version, newest first: all of it stays."""
    rows = PlanAnswer.objects.filter(entry=entry_id).order_by("-at")
    return [
        Said(gettext(SAID[PlanAnswer.Answer(row.answer)]), row.words, say_date(london_day(row.at), gettext), counts=number == 0)
        for number, row in enumerate(rows)
    ]


def on_entry(row: EntryNow, user: User | None, at: datetime) -> OnEntry | None:
    """What the page of this entry says of it as a plan or review; None for anything else. `user` None: as a worker tries it."""
    if row.kind not in ANSWERED:
        return None
    plan = plan_words(as_its_subject_reads(row.entry), london_day(at), with_answers=user is not None)
    return OnEntry(
        items=plan.items,
        strengths=plan.strengths,
        said=plan.said,
        url=reverse("portal:plan", args=[row.pk]) if row.kind == PLAN and plan.items else "",
        answer_url=reverse("portal:plan_answer", args=[row.pk]) if user else "",
    )


def for_staff(row: EntryNow, at: datetime, *, writes: bool) -> ForStaff | None:
    """What the page of this entry says of it to a worker; None when it is neither a plan nor a review. `writes`: may write the next."""
    if row.kind not in ANSWERED:
        return None
    found = versions_for_staff(row.entry) if row.kind == PLAN else [plan_of(row.entry)]
    versions = [plan_words(plan, london_day(at)) for plan in found]
    here = next(one for one in versions if one.id == row.pk)
    return ForStaff(here, versions, reverse("portal:next_plan", args=[row.pk]) if writes and row.kind == PLAN else "")


def version_of(user: User, entry_id: UUID, at: datetime) -> tuple[PlanWords, list[PlanWords]] | None:
    """The version with this id and all that its subject may read, oldest first; None when it is not theirs to read."""
    found = [plan_words(plan, london_day(at)) for plan in versions_for_subject(user, entry_id, at)]
    here = next((one for one in found if one.id == entry_id), None)
    return (here, found) if here else None


def my_plan_lines(user: User, child: Child, at: datetime) -> list[PlanLine]:
    """The plans open to their reader, newest first, each in the version that counts now."""
    rows = list(for_lines(my_entries(user, child, at)).filter(kind=PLAN))
    entries: dict[UUID, Entry] = {row.pk: row.entry for row in rows}
    lines = lines_of(rows, child=child, today=london_day(at), level=level_of(user))
    return [PlanLine(line, plan_words(as_its_subject_reads(entries[line.id]), london_day(at))) for line in reversed(lines)]


def my_meetings(user: User, child: Child, at: datetime) -> tuple[list[MeetingWords], list[MeetingWords]]:
    """The meetings they know of: those that come, soonest first; those that were, newest first."""
    today = london_day(at)
    meetings = list(known_to(user, child, at))
    coming = [one for one in meetings if one.on >= today][:MEETINGS_AHEAD]
    been = [one for one in reversed(meetings) if one.on < today and not one.cancelled_at]
    return [meeting_words(one, user, at) for one in coming], [meeting_words(one, user, at) for one in been]


def meeting_words(meeting: Meeting, user: User, at: datetime) -> MeetingWords:
    """One meeting, said to the young person."""
    today, summary = london_day(at), summary_for(user, meeting, at)
    when = say_date(meeting.on, gettext) if meeting.on < today else say_day(meeting.on, today=today, translate=gettext)
    late = not summary and is_summary_late(meeting, at, today)
    return MeetingWords(
        title=gettext(YOURS[meeting.kind]),
        day=when,
        called_off=meeting.cancelled_at is not None,
        prepare_url=reverse("stories:prepare", args=[meeting.pk]) if can_prepare(meeting, today) else "",
        summary_url=reverse("portal:entry", args=[summary.pk]) if summary else "",
        late=gettext("What was said on %(day)s should be here by now. It is late. Sorry.") % {"day": when} if late else "",
        write_url=f"{reverse('stories:write')}?meeting={meeting.pk}",
    )


def _box(item: PlanItem, name: str) -> str:
    value = getattr(item, name)
    return _day(value) if isinstance(value, PartDay) else str(value or "")


def _day(part: PartDay) -> str:
    return say_partial(part.day, part.precision, gettext)
