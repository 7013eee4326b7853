"""A named worker has read an entry for its subject and opens it: told first, and not alone."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from law.working_time import london_day
from official_file.actions.cover_passages import cover_passages
from official_file.actions.say_themes import say_themes
from official_file.actions.sharing_decision import write_decision
from official_file.covering import Passage, as_cover, carried, passages_to_cover
from official_file.health_basis import NoBasisError, Opinion, check_basis
from official_file.models import Entry, EntryNow, Sharing
from official_file.opening_rules import is_never_shown
from official_file.opening_times import opens_when
from official_file.permissions import check_can_decide
from official_file.searching import index_entries
from official_file.unconfirmed import check_all_known, unconfirmed_in
from people.actions.finish_task import finish_task
from people.errors import NotAllowed
from people.models import Task, TaskKind, User

HEALTH = "health"
NO_BASIS = {
    "say_how_they_know": _("This is about health. Write how they already know it, or ask a health worker first."),
    "who_gave_opinion": _("Write the name and the profession of the health worker who was asked."),
    "opinion_day": _("Write the day on which the health worker said it: today, or a day before."),
    "opinion_too_old": _("What a health worker said counts for six months. This is older: ask again first."),
}


@transaction.atomic
def open_entry(
    *,
    entry: Entry,
    by: User,
    now: datetime,
    with_support: bool = False,
    with_them: bool = False,
    because: str = "",
    opinion: Opinion | None = None,
    covered: Sequence[Passage] | None = None,
    themes: Collection[str] | None = None,
) -> Sharing:
    """Open it at the next staffed moment (not from Friday noon), or at once when the worker is `with_them`.

    `with_support`: to be read together. `covered`: what stands under labels; None leaves what is covered now. `themes`: what in it
    may be hard to read; None says nothing about it. Raises NotAllowed for health data without its basis in law, without `because`
    for adoption material, for a code that says they have died, for what may not be covered, and while what is not covered names
    somebody of whom nobody has confirmed that the young person knows.
    """
    row, because = check_can_decide(by, entry, now), because.strip()
    basis = _basis(row, because, opinion, now)
    passages = passages_to_cover(entry, covered)
    check_all_known(unconfirmed_in(entry, as_cover(passages)))
    made = write_decision(
        entry=entry,
        decision=Sharing.Decision.WITH_SUPPORT if with_support else Sharing.Decision.SHARED,
        event=Event.ENTRY_OPENED,
        opens_at=_moment(row, passages, with_them=with_them, now=now),
        reason=because,
        by=by,
        now=now,
        **basis,
    )
    cover_passages(sharing=made, passages=passages, by=by, now=now)
    if themes is not None:
        say_themes(entry=entry, themes=themes, by=by, now=now)
    if passages or covered is not None:
        index_entries([entry], now=now)
    if row.kind == "why_letter":
        _answer_why(entry, by, now)
    return made


def _basis(row: EntryNow, because: str, opinion: Opinion | None, now: datetime) -> dict[str, object]:
    """On what health data opens, to be kept with the decision; nothing for anything else. Raises NotAllowed for what may not open."""
    if is_never_shown(row.kind, row.entry.facts):
        raise NotAllowed("never_shown", _("This says that they have died, so it never opens. Have a mistake put right in the return."))
    if row.no_trace and not because:
        # DPA 2018 Sch 4 para 3: adoption has rules of its own.
        raise NotAllowed("say_who_agreed", _("This has rules of its own. Write who in the adoption team agreed, and when."))
    if not is_health(row):
        return {}
    try:
        basis = check_basis(because, opinion, london_day(now))
    except NoBasisError as missing:
        raise NotAllowed(missing.code, NO_BASIS[missing.code]) from missing
    if opinion is None:
        return {"health_basis": basis}
    return {"health_basis": basis, "health_opinion_by": opinion.by.strip(), "health_opinion_on": opinion.on}


def _moment(row: EntryNow, passages: Sequence[Passage], *, with_them: bool, now: datetime) -> datetime:
    """When it opens. What is open already stays open when no word is uncovered: then there is nothing new to read."""
    still = {passage.words for passage in passages}
    if row.opens_at and row.opens_at <= now and all(passage.words in still for passage in carried(row.entry)):
        return row.opens_at
    return opens_when(row, now, with_them=with_them)


def _answer_why(entry: Entry, by: User, now: datetime) -> None:
    """The letter is there to read: whoever asked for it, or promised it by a day, is done."""
    for task in Task.objects.open().filter(child=entry.child_id, kind=TaskKind.WRITE_WHY):
        finish_task(task=task, outcome=gettext("The letter is written. You find it under Why I am in care."), by=by, now=now)


def is_health(row: EntryNow) -> bool:
    """Whether it is data about health: the yearly health checks, or anything filed under health."""
    return row.kind == "health_check" or f"|{HEALTH}|" in row.sections
