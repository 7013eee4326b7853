"""The gaps of one child as a worker meets them: what is missing, how we know, what was said, what the young person reads."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext, gettext_noop, ngettext

from law.working_time import london_day
from official_file.conflict_rules import QUESTIONS, Fact, conflicts
from official_file.gap_words import BLANKS, NOT_FOR_YOU, NOT_OPEN, REASONS
from official_file.gaps import Found, GapsOf, search_id, title_of
from official_file.models import EntryNow, Gap
from official_file.plain_language.when import Precision
from official_file.queries import entries_for
from people.models import Child, Task, User
from portal.queries.blanks import Blank, blank_of, marks_of
from portal.queries.sections import SECTIONS_IN_ORDER, Section
from portal.queries.staff_lines import StaffLine, staff_lines, with_days
from portal.queries.when_words import one_date

HOW_WE_KNOW = {
    "stretch": gettext_noop("They were in care, and nothing from any source touches these years."),
    "lasting": gettext_noop("The file says where they lived. It holds nothing else of these years."),
    "review": gettext_noop(
        "The first review is due within 20 working days, the second within three months, then one every six months "
        "(Care Planning Regulations 2010, regulation 33). A late review counts."
    ),
    "notes": gettext_noop("The file says that it was held. No notes are dated from a week before to four weeks after."),
    "notes of some": gettext_noop(
        "The file says that they were held. No notes are dated from a week before to four weeks after any of them."
    ),
    "why_letter": gettext_noop("They came into care, and no letter in the file tells them what happened."),
    "document": gettext_noop("The file speaks of it, and holds nothing of that day or with that name."),
}
# The two or three words a young person reads over an empty part, said about them. Those that are not here speak to nobody.
SAID_TO_STAFF = {
    NOT_OPEN: gettext_noop("Not open to them"),
    NOT_FOR_YOU: gettext_noop("Not for them now"),
    BLANKS["not_applicable"].plain_label: gettext_noop("Not about them"),
}
CONFLICT_KINDS = (
    "home", "came_into_care", "legal_status", "left_care", "review_held", "review_minutes", "worker_period", "visit", "health_check",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StaffGap:
    """One gap. `state`: whether it is explained, in words; `reads`: what the young person reads about it, or ""."""

    id: UUID
    gap: Found
    title: str
    how: str
    state: str
    done: bool
    reads: str
    asked: Task | None

    @property
    def is_why(self) -> bool:
        """Whether writing the letter answers it."""
        return self.gap.of == "why_letter"


@dataclass(frozen=True, slots=True)
class EmptyPart:
    """One section in which nothing is open, and what it says to its subject now."""

    section: Section
    blank: Blank
    said: Gap | None

    @property
    def label(self) -> str:
        """Which blank it is, said to a worker."""
        words = {gettext(theirs): gettext(ours) for theirs, ours in SAID_TO_STAFF.items()}
        return words.get(self.blank.label, self.blank.label)


@dataclass(frozen=True, slots=True)
class Question:
    """Entries that cannot all be true, and what to ask."""

    text: str
    lines: list[StaffLine]


def staff_gaps(child: Child, found: GapsOf) -> list[StaffGap]:
    """Every gap: what nobody has explained first, each pile in date order."""
    gaps = [_staff_gap(child, gap) for gap in found.found]
    return sorted(gaps, key=lambda one: one.done)


def outdated_words(found: GapsOf) -> list[str]:
    """What workers said of gaps in which something has come in since."""
    said = gettext("%(name)s said on %(day)s: %(what)s. Something has come in since. The young person reads it no longer where it shows.")
    return [said % {"name": gap.by_name, "day": one_date(london_day(gap.at)), "what": gap.what} for gap in found.outdated]


def empty_parts(child: Child, at: datetime) -> list[EmptyPart]:
    """The sections of which nothing is open to the child, with what they read there."""
    marks = EntryNow.objects.filter(child=child).open_at(at).order_by().values_list("sections", flat=True).distinct()
    open_now = {slug for sections in marks for slug in sections.split("|")}
    said = marks_of(child)
    return [
        EmptyPart(section, blank_of(section, child, said, at), said.get(section.slug))
        for section in SECTIONS_IN_ORDER
        if section.slug not in open_now
    ]


def questions(user: User, child: Child, at: datetime) -> list[Question]:
    """The dates and workers in this file that do not fit together, as questions with their entries. Only what this user may see."""
    rows = entries_for(user, child, at).prefetch_related(None).filter(kind__in=CONFLICT_KINDS, precision=Precision.DAY, day__isnull=False)
    rows = rows.prefetch_related("entry__sources")
    found = GapsOf(child, london_day(at))
    asked = conflicts(map(_fact, rows), care=found.care, left=found.left, born=child.date_of_birth)
    ids = {one for conflict in asked for one in conflict.ids}
    shown = with_days(entries_for(user, child, at)).filter(pk__in=ids)
    lines = {str(line.id): line for line in staff_lines(shown, child=child, at=at)}
    return [Question(gettext(QUESTIONS[one.rule]) % {"who": one.who}, [lines[pk] for pk in one.ids if pk in lines]) for one in asked]


def speaking_lines(user: User, child: Child, ids: Sequence[UUID], at: datetime) -> list[StaffLine]:
    """The entries that speak of a paper, as lines: those this user may see."""
    rows = with_days(entries_for(user, child, at)).filter(pk__in=list(ids))
    return staff_lines(rows, child=child, at=at)


def reasons() -> list[tuple[str, str]]:
    """The reasons a worker chooses from."""
    return [(one.code, gettext(one.label)) for one in REASONS.values()]


def blanks() -> list[tuple[str, str]]:
    """What may be said of an empty section."""
    return [(one.code, gettext(one.label)) for one in BLANKS.values()]


def staff_title(gap: Found) -> str:
    """What is missing, said to a worker."""
    if gap.of in ("stretch", "lasting") and gap.starts and gap.ends:
        years = str(gap.starts.year) if gap.starts.year == gap.ends.year else f"{gap.starts.year} - {gap.ends.year}"
        said = gettext("%(years)s: nothing at all") if gap.of == "stretch" else gettext("%(years)s: a home, and nothing else")
        return said % {"years": years}
    days = {"count": gap.count, "first": _day(gap.starts), "last": _day(gap.ends)}
    if gap.of == "review":
        return ngettext("A review, due by %(first)s", "%(count)s reviews, due from %(first)s to %(last)s", gap.count) % days
    if gap.of == "notes":
        return ngettext("Notes of the review on %(first)s", "Notes of %(count)s reviews, %(first)s to %(last)s", gap.count) % days
    return gettext("The letter about what happened") if gap.of == "why_letter" else _paper(gap)


def _staff_gap(child: Child, gap: Found) -> StaffGap:
    reads = f"{title_of(gap)}. {gap.said.words}" if gap.said and gap.said.words else ""
    return StaffGap(
        id=search_id(child, gap.key),
        gap=gap,
        title=staff_title(gap),
        how=gettext(HOW_WE_KNOW["notes of some" if gap.of == "notes" and gap.count > 1 else gap.of]),
        state=_state(gap),
        done=gap.explained,
        reads=reads,
        asked=gap.asked,
    )


def _state(gap: Found) -> str:
    if gap.said and gap.said.reason:
        words = {"reason": gettext(REASONS[gap.said.reason].label), "name": gap.said.by_name, "day": one_date(london_day(gap.said.at))}
        return gettext("%(reason)s. %(name)s, %(day)s.") % words
    if gap.asked:
        return gettext("%(name)s is looking for it.") % {"name": gap.asked.for_user or gettext("The access team")}
    return gettext("Nobody has said why.")


def _paper(gap: Found) -> str:
    reference = gap.reference
    if reference is None:
        return gettext("A document")
    when = "" if reference.day is None else reference.day.strftime("%m/%Y") if reference.whole_month else one_date(reference.day)
    return ", ".join(part for part in (reference.paper.capitalize(), when, reference.who) if part)


def _day(day: date | None) -> str:
    return one_date(day) if day else ""


def _fact(row: EntryNow) -> Fact:
    body = row.entry.body
    facts: Mapping[str, str] = body.get("facts", {})
    author, written = row.entry.author, body.get("written_on")
    start, end = row.day or date.min, row.end_day
    if row.kind == "left_care":
        start, end = end or start, None
    return Fact(
        id=str(row.pk),
        kind=row.kind,
        start=start,
        end=end,
        place=facts.get("place") or "",
        who=_who(row, facts, author),
        role=(facts.get("role") or "") if row.kind == "worker_period" else author.get("role", ""),
        written_on=date.fromisoformat(written) if written else None,
        systems=frozenset(source.system for source in row.entry.sources.all()),
        short_break=bool(facts.get("short_break")),
    )


def _who(row: EntryNow, facts: Mapping[str, str], author: Mapping[str, str]) -> str:
    return (facts.get("name") or "") if row.kind == "worker_period" else author.get("name", "")


def gap_address(child: Child, gap_id: UUID) -> str:
    """The page with this gap open."""
    return f"{reverse('portal:gaps', args=[child.pk])}?gap={gap_id}#here"


def chosen(gaps: Iterable[StaffGap], wanted: str) -> StaffGap | None:
    """The gap asked for."""
    return next((one for one in gaps if str(one.id) == wanted), None)
