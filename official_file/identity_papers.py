"""Papers that say who somebody is: which there are, who has them, and which run out soon. No number of any is kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from django.conf import settings

from official_file.models import EntryNow
from official_file.plain_language.facts import text_of
from official_file.plain_language.paper_lines import HELD_BY, PAPERS, day_of
from official_file.queries import entries_for
from people.models import Child, User

KIND, ABOUT = "identity_paper", "identity_paper"
NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class IdentityPaper:
    """One sort of paper. `entry` None: nobody has written anything down about it. `soon`: it runs out soon; `over`: it did."""

    type: str
    held_by: str
    expires_on: date | None
    entry: UUID | None
    written_on: date | None
    soon: bool
    over: bool

    @property
    def name(self) -> str:
        """What it is called to them, in the language of the messages."""
        return PAPERS[self.type]

    @property
    def held(self) -> str:
        """Who has it, as a sentence in the language of the messages."""
        return HELD_BY[self.held_by]


def papers_of(user: User, child: Child, at: datetime, today: date) -> list[IdentityPaper]:
    """Each sort of paper once, as this reader may see it; what nobody wrote down is not known."""
    newest = _newest(entries_for(user, child, at).filter(kind=KIND))
    shown = [kind for kind in PAPERS if kind != "other" or "other" in newest]
    return [_paper(kind, newest.get(kind), today) for kind in shown]


def runs_out_soon(facts: dict[str, object], today: date) -> bool:
    """Whether a paper is good for less than the days set by PAPER_REMINDER_DAYS."""
    until = day_of(facts, "expires_on")
    return until is not None and until <= today + timedelta(days=settings.PAPER_REMINDER_DAYS)


def asked_paper_id(child: Child, kind: str) -> UUID:
    """The id under which a young person asks for a sort of paper: one open question for each."""
    return uuid5(child.pk, f"paper/{kind}")


def _newest(rows: Iterable[EntryNow]) -> dict[str, EntryNow]:
    found: dict[str, EntryNow] = {}
    for row in sorted(rows, key=lambda one: (one.recorded_at, one.entry.position)):
        kind = text_of(row.entry.facts, "type")
        found[kind if kind in PAPERS else "other"] = row
    return found


def _paper(kind: str, row: EntryNow | None, today: date) -> IdentityPaper:
    if row is None:
        return IdentityPaper(kind, NOT_KNOWN, None, None, None, soon=False, over=False)
    facts, held = row.entry.facts, text_of(row.entry.facts, "held_by")
    until = day_of(facts, "expires_on")
    over = until is not None and until < today
    soon = not over and runs_out_soon(facts, today)
    return IdentityPaper(kind, held if held in HELD_BY else NOT_KNOWN, until, row.pk, row.day, soon=soon, over=over)
