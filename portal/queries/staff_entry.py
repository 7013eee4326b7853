"""One entry with everything that a worker needs to decide about it, on one screen."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from law.exemptions import ground as ground_of
from law.working_time import london_day
from official_file.actions.open_entry import is_health
from official_file.held_for import event_held_for
from official_file.models import Connection, EntryNow, PlainVersion, Sharing
from official_file.models.now import State
from official_file.opening_rules import Opens, rule_for
from official_file.permissions import can_check, can_decide
from official_file.plain_language.jargon import Span, find_banned
from official_file.plain_language.reading import grade, longest_sentence
from official_file.presentation import Shown, show
from official_file.shared_events import EnteredOnce, entered_once
from official_file.unconfirmed import unconfirmed_in
from official_file.withheld import standing_withholding
from people.models import Child, User
from portal.queries.opening import when_it_opens
from portal.queries.own_words import OwnWords, own_words_in
from portal.queries.papers import Paper, paper
from portal.queries.plans import ForStaff, for_staff
from portal.queries.staff_lines import StaffLine, official_words, staff_line
from portal.queries.where_from import WhereFrom, where_from

NOT_CODES = frozenset(
    {"title", "summary", "key", "sha256", "media_type", "contribution", "digest", "items", "strengths", "voice"}
    | {"attachments", "board", "follows"}  # these stand on the page as they were made
)
FIRST_YEAR_OF_SCHOOL = 5  # an American grade of 4 is read at 9


@dataclass(frozen=True, slots=True)
class Measures:
    """How hard the plain words are to read."""

    age: int
    longest: int
    avoid: list[Span]

    @property
    def easy(self) -> bool:
        """Whether a reader of 11 manages it: the anchor of this product."""
        return self.age <= 11 and self.longest <= 20 and not self.avoid


@dataclass(frozen=True, slots=True)
class StaffEntry:
    """What the entry's page shows to staff."""

    row: EntryNow
    child: Child
    line: StaffLine
    shown: Shown | None
    official: str
    codes: list[tuple[str, str]]
    original: str
    decides: bool
    open_already: bool
    can_tell: bool
    needs_because: str
    opens: str
    unknown: list[Connection]
    decisions: list[Sharing]
    withheld: Sharing | None
    checks: bool
    ground: str
    versions: list[PlainVersion]
    paper: Paper | None
    measures: Measures | None
    where_from: WhereFrom
    shared: EnteredOnce | None
    held_event: str
    plan: ForStaff | None
    own: OwnWords | None


def staff_entry(row: EntryNow, user: User, at: datetime) -> StaffEntry:
    """Everything about one decision."""
    body = row.entry.body
    shown = show(row, child=row.child, today=london_day(at), whole=True)
    decides = can_decide(user, row.entry, at)
    withheld = standing_withholding(row)
    open_already = bool(row.opens_at and row.opens_at <= at)
    routine = rule_for(body["kind"], body["facts"], body["restricted"]).opens is Opens.AFTER_A_TIME and row.sensitivity < 2
    return StaffEntry(
        row=row,
        child=row.child,
        line=staff_line(row, child=row.child, at=at),
        shown=shown,
        official=official_words(row),
        codes=[(key.replace("_", " "), str(value)) for key, value in body["facts"].items() if key not in NOT_CODES and value is not None],
        original=body["text"],
        decides=decides,
        open_already=open_already,
        can_tell=decides and routine and not open_already,
        needs_because=because_for(row),
        opens=when_it_opens(at, row),
        unknown=unconfirmed_in(row.entry) if decides else [],
        decisions=list(row.entry.sharings.select_related("check_made").order_by("-at")),
        withheld=withheld,
        checks=can_check(user, withheld, at),
        ground=gettext(ground_of(withheld.ground).title) if withheld else "",
        versions=list(row.entry.plain_versions.order_by("-at")),
        paper=paper(row, reader="staff"),
        measures=measured(shown.plain) if shown and decides and not shown.own_words else None,
        where_from=where_from(row, row.child, at),
        shared=entered_once(row, user, at),
        held_event=event_held_for(row),
        plan=for_staff(row, at, writes=decides),
        own=own_words_in(row, user=user, at=at),
    )


def because_for(row: EntryNow) -> str:
    """What a worker must write before this opens, as a question; "" when nothing is asked."""
    if is_health(row):
        return gettext("They already know this, because")
    if row.no_trace and row.state != State.SHARED:
        return gettext("Who in the adoption team agreed, and when")
    return ""


def measured(text: str) -> Measures | None:
    """The age at which this is read, its longest sentence, and words to say otherwise. None for no words."""
    if not text.strip():
        return None
    return Measures(age=round(grade(text)) + FIRST_YEAR_OF_SCHOOL, longest=longest_sentence(text), avoid=find_banned(text))
