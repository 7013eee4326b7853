"""What one child's file should hold and does not, found by rule, with what a worker said about each; and what the child reads of it.

The rules are pure (gap_rules.py, references.py). This asks the file for what they need: at most seven queries, however long it is.
Everything in the file counts here, also what its subject may not read: so nothing found here may reach a young person except a
worker's own words (`said_to_child`). What they see by rule is found from what is open to them (portal/queries/story_silence.py).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from uuid import NAMESPACE_URL, UUID, uuid5

from django.conf import settings
from django.db.models import QuerySet, Value
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext

from law.ages import ADULT, turns
from law.bank_holidays import bank_holidays
from law.working_time import StaffedHours, next_opening
from official_file.gap_rules import Missing, Span, Years, missing_reviews, silent_years, times_in_care, without_notes
from official_file.gap_words import gap_title
from official_file.kinds import KINDS
from official_file.models import EntryNow, EntryPayload, Gap
from official_file.models.now import EntryNowQuerySet, State
from official_file.projection import hours_of_council
from official_file.references import Held, Reference, is_held, references_in
from people.models import Child, Task, TaskKind

ABOUT = "gap"
STANDING = frozenset({"home", "legal_status", "worker_period"})  # facts that cover a time in which nothing else need be written
GO_ON = frozenset({"home", "legal_status"})  # of those, the ones that go on while they have no end
SAID = "said"
YearSpans = dict[bool, set[Span]]
FRAME = ("home", "came_into_care", "left_care", "review_held", "review_minutes", "why_letter")
PAPERS = ("letter", "assessment", "plan", "review_minutes", "decision", "document", "why_letter")
SPEAKS_OF_A_PAPER = r"(letter|report|assessment|statement|plan|certificate|minutes)[^.]{0,60}((19|20)[0-9][0-9]|Dr|Mr|Ms|Miss|Prof|Judge)"


@dataclass(frozen=True, slots=True)
class Found:
    """One gap. `of` says which rule: stretch, lasting, review, notes, why_letter, document. `said`: the newest a worker said of it.

    `key` names it while it stays the same; `reference` and `named_in`: the paper spoken of, and the entries that speak of it.
    """

    key: str
    kind: Gap.Kind
    of: str
    starts: date | None = None
    ends: date | None = None
    count: int = 1
    reference: Reference | None = None
    named_in: tuple[UUID, ...] = ()
    said: Gap | None = None
    asked: Task | None = None

    @property
    def explained(self) -> bool:
        """Whether somebody has said why."""
        return bool(self.said and self.said.reason)


class GapsOf:
    """The gaps of one child on one day. `frame` and `spans`: what a caller has read already (`FRAME`; `year_spans`).

    `texts`: the entries whose words may be looked through for papers they speak of; without it all of the file.
    """

    def __init__(
        self,
        child: Child,
        today: date,
        *,
        frame: Sequence[EntryNow] | None = None,
        spans: YearSpans | None = None,
        texts: EntryNowQuerySet | None = None,
    ) -> None:
        self.child, self.today = child, today
        self.rows: EntryNowQuerySet = EntryNow.objects.current().filter(child=child).exclude(state=State.NOT_MINE)
        self._frame, self._spans = frame, spans
        self.texts = self.rows if texts is None else texts

    @cached_property
    def frame(self) -> list[EntryNow]:
        """The entries that shape a time in care, and its reviews."""
        if self._frame is not None:
            return [row for row in self._frame if row.kind in FRAME and row.state != State.NOT_MINE]
        return list(self.rows.filter(kind__in=FRAME).select_related("entry__payload").order_by("day"))

    @cached_property
    def spans(self) -> YearSpans:
        """The years the file touches."""
        return year_spans(self.rows, self.child)[0] if self._spans is None else self._spans

    @cached_property
    def care(self) -> list[Span]:
        """The times in care, to growing up at the latest."""
        born = self.child.date_of_birth
        until = min(self.today, turns(born, ADULT)) if born else self.today
        begun = [row.day for row in self.frame if row.kind in ("home", "came_into_care") and row.day and not _is_short_break(row)]
        return times_in_care(begun, self.left, until=until)

    @property
    def left(self) -> list[date]:
        """The days on which care ended."""
        return [day for row in self.frame if row.kind == "left_care" and (day := row.end_day or row.day)]

    @cached_property
    def said(self) -> dict[str, Gap]:
        """The newest a worker said, by gap."""
        return {gap.key: gap for gap in self.child.gaps.order_by("at").exclude(kind=Gap.Kind.SECTION)}

    @cached_property
    def by_dates(self) -> list[Found]:
        """Every gap that dates alone show (rules 1 to 5), in order, with what was said about it."""
        return self._told([*self._years(), *self._reviews(), *self._why_letter()])

    @cached_property
    def found(self) -> list[Found]:
        """The same, and the papers that texts speak of; each with who is looking for it."""
        asked = open_searches(self.child)
        gaps = self._told([*self.by_dates, *(_of_reference(*one) for one in self._spoken_of())])
        return [replace(gap, asked=asked.get(search_id(self.child, gap.key))) for gap in gaps]

    @cached_property
    def outdated(self) -> list[Gap]:
        """What a worker said of gaps that are gaps no more: something has come in since."""
        here = {gap.key for gap in self.found}
        return [gap for key, gap in self.said.items() if key not in here and gap.reason]

    def _told(self, gaps: Iterable[Found]) -> list[Found]:
        ordered = sorted(gaps, key=lambda gap: (gap.starts or date.max, gap.key))
        return [replace(gap, said=self.said.get(gap.key)) for gap in ordered]

    def _years(self) -> list[Found]:
        """Rules 1 and 2."""
        nothing = silent_years(self.care, self.spans[True] | self.spans[False])
        empty = {year for one in nothing for year in range(one.first, one.last + 1)}
        lasting = [one for one in silent_years(self.care, self.spans[False]) if not set(range(one.first, one.last + 1)) & empty]
        return [_stretch(one, "stretch") for one in nothing] + [_stretch(one, "lasting") for one in lasting]

    def _reviews(self) -> list[Found]:
        """Rules 3 and 4."""
        held = [row.day for row in self.frame if row.kind == "review_held" and row.day]
        notes = [row.day for row in self.frame if row.kind == "review_minutes" and row.day]
        missing = missing_reviews(self.care, [*held, *notes], today=self.today, nation=self.child.nation)
        return [_reviews(one, Gap.Kind.REVIEW, "review") for one in missing] + [
            _reviews(one, Gap.Kind.DOCUMENT, "notes") for one in without_notes(held, notes)
        ]

    def _why_letter(self) -> list[Found]:
        """Rule 5."""
        if not self.care or any(row.kind == "why_letter" for row in self.frame):
            return []
        return [Found("document/why_letter", Gap.Kind.DOCUMENT, "why_letter", starts=self.care[0].start)]

    def _spoken_of(self) -> list[tuple[Reference, list[UUID]]]:
        """References that no paper of the file answers, each with the entries that make it."""
        rows = self.texts.filter(kind__in=FREE).order_by().values("pk")
        texts = EntryPayload.objects.filter(entry__in=rows, body__iregex=SPEAKS_OF_A_PAPER)
        spoken: dict[str, tuple[Reference, list[UUID]]] = {}
        for payload in texts:
            for reference in references_in(str(payload.parsed.get("text", ""))):
                spoken.setdefault(reference.key, (reference, []))[1].append(payload.entry_id)
        if not spoken:
            return []
        papers = [_held(row) for row in self.rows.filter(kind__in=PAPERS).select_related("entry__payload")]
        return [one for one in spoken.values() if not is_held(one[0], papers)]


def title_of(gap: Found) -> str:
    """What is missing, as the young person reads it, in the reader's language."""
    first, last = (gap.starts.year, gap.ends.year) if gap.starts and gap.ends else ("", "")
    return gap_title(gap.of, first=first, last=last, count=gap.count, translate=gettext)


def gap_by_key(child: Child, key: str, today: date) -> Found | None:
    """The gap with this key, while it is one."""
    return next((gap for gap in GapsOf(child, today).found if gap.key == key), None)


def said_to_child(child: Child, at: datetime, kinds: Iterable[Gap.Kind]) -> list[Gap]:
    """What workers wrote for the child to read about gaps of these kinds: the newest of each that is open at that moment.

    Like everything newly shared it opens in staffed hours, not from Friday noon. A newer one that says nothing takes it back at once.
    """
    rows = list(child.gaps.filter(kind__in=list(kinds), at__lte=at).order_by("at"))
    newest: dict[str, Gap] = {}
    hours, holidays = hours_of_council() if rows else StaffedHours(), bank_holidays(settings.NATION)
    for gap in rows:
        if not gap.words:
            newest.pop(gap.key, None)
        elif next_opening(gap.at, hours, holidays) <= at:
            newest[gap.key] = gap
    return sorted(newest.values(), key=lambda gap: (gap.starts or date.max, gap.key))


def search_id(child: Child, key: str) -> UUID:
    """The id by which a task names this gap."""
    return uuid5(NAMESPACE_URL, f"gap:{child.pk}:{key}")


def open_searches(child: Child) -> dict[UUID, Task]:
    """Who is looking for what: the open tasks, by the id of the gap."""
    tasks = Task.objects.open().filter(child=child, kind=TaskKind.ASK_FOR_DOCUMENT, about_type=ABOUT).select_related("for_user")
    return {task.about_id: task for task in tasks}


def year_spans(rows: "QuerySet[EntryNow]", child: Child) -> tuple[YearSpans, bool]:
    """The years these entries touch, each pair once: under True those of standing facts, under False of all others; one query.

    And whether anybody ever said something about a gap of this child, so that it need not be asked for nothing.
    """
    dated = rows.order_by().filter(day__isnull=False).annotate(first=ExtractYear("day"), last=ExtractYear("end_day"))
    said = child.gaps.order_by().annotate(said=Value(SAID), first=Value(0), last=Value(0)).values_list("said", "first", "last")
    touched = list(dated.values_list("kind", "first", "last").union(said))
    return spans_of(one for one in touched if one[0] != SAID), any(one[0] == SAID for one in touched)


def spans_of(touched: Iterable[tuple[str, int, int | None]]) -> YearSpans:
    """Kinds with the years of their first and last day, as spans of whole years."""
    found: YearSpans = {True: set(), False: set()}
    for kind, first, last in touched:
        end = date(last or first, 12, 31) if last or kind not in GO_ON else None
        found[kind in STANDING].add(Span(date(first, 1, 1), end))
    return found


FREE = tuple(key for key, kind in KINDS.items() if kind.free and key != "own_words")


def _stretch(years: Years, of: str) -> Found:
    return Found(f"{of}/{years.first}-{years.last}", Gap.Kind.STRETCH, of, years.start, years.end)


def _reviews(missing: Missing, kind: Gap.Kind, of: str) -> Found:
    return Found(f"{of}/{missing.first}/{missing.last}", kind, of, missing.first, missing.last, missing.count)


def _of_reference(reference: Reference, named_in: list[UUID]) -> Found:
    day = reference.day
    return Found(reference.key[:200], Gap.Kind.DOCUMENT, "document", day, day, reference=reference, named_in=tuple(dict.fromkeys(named_in)))


def _held(row: EntryNow) -> Held:
    body = row.entry.body
    facts, author = body.get("facts", {}), body.get("author", {})
    return Held(row.day, f"{facts.get('title') or ''} {author.get('name') or ''}")


def _is_short_break(row: EntryNow) -> bool:
    return bool(row.entry.body.get("facts", {}).get("short_break"))
