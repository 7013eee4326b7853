"""An entry as one line for staff: what its subject reads of it, or what it says officially, and how it stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import gettext

from law.calendar_words import say_moment
from law.working_time import london_day
from official_file.kinds import KINDS
from official_file.media import OWN_WORDS
from official_file.models import EntryNow, Sharing
from official_file.models.now import EntryNowQuerySet, State
from official_file.plain_language.codes import meaning
from official_file.plain_language.facts import CODE_LISTS, code_of, text_of
from official_file.plain_language.twelve_services import BY_KEY, Status
from official_file.presentation import Shown, show
from people.models import Child
from portal.queries.media import STAFF, media_in, sent_without_words
from portal.queries.when_words import one_date
from stories.media import ShownMedia

A_LINE = 280


@dataclass(frozen=True, slots=True)
class Standing:
    """How an entry stands towards its subject, in a sentence; `kind` is that of components/state.html."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class StaffLine:
    """One entry in a list. `own`: the young person's own words; `late`: how late it is to be read for them, where a list tells it.

    `media`: photos and recordings in it, where the list shows them.
    """

    id: UUID
    url: str
    kind: str
    title: str
    text: str
    when: str
    day: date | None
    own: bool
    free: bool
    standing: Standing
    needs_words: bool
    gone: str = ""
    late: str = ""
    media: tuple[ShownMedia, ...] = ()


def with_days(rows: EntryNowQuerySet) -> EntryNowQuerySet:
    """The rows, each with `held_until`, the day of its newest hold, and `look_again`, the day its withholding is looked at again."""
    newest = Sharing.objects.filter(entry=OuterRef("pk")).order_by("-at")
    held, withheld = (newest.filter(decision=decision) for decision in (Sharing.Decision.HELD, Sharing.Decision.WITHHELD))
    return rows.annotate(held_until=Subquery(held.values("held_until")[:1]), look_again=Subquery(withheld.values("review_on")[:1]))


def staff_lines(rows: Iterable[EntryNow], *, child: Child, at: datetime) -> list[StaffLine]:
    """The lines of these entries, in their order. Every entry has one, also those of which its subject is told nothing."""
    found = list(rows)
    media = media_in((row.entry for row in found), reader=STAFF)
    return [staff_line(row, child=child, at=at, media=media.get(row.pk, ())) for row in found]


def staff_line(row: EntryNow, *, child: Child, at: datetime, media: Sequence[ShownMedia] = ()) -> StaffLine:
    """One entry as a line."""
    shown = show(row, child=child, today=london_day(at), whole=True)
    return StaffLine(
        id=row.pk,
        url=reverse("portal:staff_entry", args=[row.pk]),
        kind=KINDS[row.kind].name,
        title=_title(row, shown),
        text=_short(_text(row, shown)),
        when=(shown.when_words if shown else "") or (one_date(row.day) if row.day else gettext("No date")),
        day=row.day,
        own=row.kind == OWN_WORDS,
        free=KINDS[row.kind].free,
        standing=standing_of(row, at),
        gone=gone_words(row),
        media=tuple(media),
        needs_words=row.no_trace or row.kind == "health_check" or "|health|" in row.sections,
    )


def official_words(row: EntryNow) -> str:
    """What the code of this entry means officially, or "" for a kind without a code."""
    if row.kind not in CODE_LISTS:
        return ""
    code_list, code = code_of(row.kind, row.entry.body.get("facts", {}))
    return meaning(code_list, code).official if code else ""


def gone_words(row: EntryNow) -> str:
    """Since when the council's system no longer holds it, or ""."""
    return gettext("No longer in the council's system since %(day)s.") % {"day": one_date(row.gone_since)} if row.gone_since else ""


def standing_of(row: EntryNow, at: datetime) -> Standing:
    """How the entry stands at that moment, said to a worker."""
    if row.closes_at and row.closes_at <= at:
        return Standing(gettext("A newer version has taken its place."), "plain")
    if is_no_service(row) and not (_is_told_as_none(row) and row.opens_at):
        return Standing(gettext("They read nothing about it."), "plain")
    if is_no_service(row) and row.opens_at and row.opens_at <= at:
        return Standing(gettext("They read on their page My people that there is none."), "done")
    if row.opens_at and row.opens_at <= at:
        together = row.state == State.WITH_SUPPORT
        return Standing(gettext("Open to them, to read together.") if together else gettext("Open to them."), "done")
    if row.opens_at:
        when = say_moment(row.opens_at, now=at, translate=gettext)
        by_rule = row.state == State.BY_RULE
        said = gettext("Opens by itself %(when)s.") if by_rule else gettext("Opens %(when)s.")
        return Standing(said % {"when": when}, "")
    return _closed(row)


def _closed(row: EntryNow) -> Standing:
    if row.state == State.HELD:
        until = getattr(row, "held_until", None)
        held = gettext("Held until %(day)s.") % {"day": one_date(until)} if until else gettext("Held.")
        return Standing(held, "plain")
    if row.state == State.WITHHELD:
        again = getattr(row, "look_again", None)
        said_so = gettext("Withheld. To be looked at again on %(day)s.") % {"day": one_date(again)} if again else gettext("Withheld.")
        return Standing(said_so, "plain")
    said = {
        State.NOT_MINE: (gettext("They say it is not about them. Hidden."), "careful"),
        State.DISPOSED: (gettext("Lawfully destroyed."), "plain"),
        State.WAITING: (gettext("Waits for you to read it."), "careful"),
    }
    text, kind = said.get(State(row.state), (gettext("Has rules of its own. It leaves no trace for them."), "plain"))
    return Standing(text, kind)


def _text(row: EntryNow, shown: Shown | None) -> str:
    if shown is None and row.kind == "service":
        return _no_service(row)
    if shown is None:
        words = official_words(row)
        return gettext("They read nothing about this. In the record: %(words)s") % {"words": words} if words else ""
    if shown.warning:
        return gettext("It carries a name they no longer have. Open it to read.")
    if row.kind == OWN_WORDS:
        return shown.original or sent_without_words(row.entry)
    return shown.original or shown.plain if shown.free else shown.plain


def _title(row: EntryNow, shown: Shown | None) -> str:
    if shown is None and row.kind == "service":
        return _no_service(row)
    return shown.heading if shown and row.kind != OWN_WORDS else KINDS[row.kind].name


def is_no_service(row: EntryNow) -> bool:
    """Whether it says of a service that there is none, or that nobody knows."""
    return row.kind == "service" and text_of(row.entry.facts, "status") != Status.RECORDED


def _is_told_as_none(row: EntryNow) -> bool:
    """Whether the young person reads that there is none: of a service that is most often about a parent only when a worker opened it."""
    service = BY_KEY.get(text_of(row.entry.facts, "service"))
    told = service is not None and (not service.closed or row.state in (State.SHARED, State.WITH_SUPPORT))
    return told and text_of(row.entry.facts, "status") == Status.NONE_RECORDED


def _no_service(row: EntryNow) -> str:
    """That a service has nothing, or that nobody knows: no page of theirs is about it."""
    facts = row.entry.facts
    service = BY_KEY.get(text_of(facts, "service"))
    places = {"service": gettext(service.staff_name) if service else text_of(facts, "service")}
    none = text_of(facts, "status") == Status.NONE_RECORDED
    return (gettext("%(service)s: none recorded") if none else gettext("%(service)s: not known")) % places


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= A_LINE else flat[: A_LINE - 1].rsplit(" ", 1)[0] + "…"
