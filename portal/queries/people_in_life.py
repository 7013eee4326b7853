"""The people a child's file speaks of, as a worker meets them: who, from where, where they are named, and whether they are known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext, gettext_noop

from law.working_time import london_day
from official_file.models import Connection, EntryNow
from official_file.naming_entries import entries_naming
from official_file.queries import entries_for
from people.models import Child, User
from people.permissions import decides_for
from people.roles import Permission
from portal.queries.relation_words import added_words, relation_words
from portal.queries.staff_lines import StaffLine, staff_lines
from portal.queries.when_words import one_date

MOST_LINES = 4
SYSTEMS = {
    "ssd": gettext_noop("The council's case system"),
    "case_notes": gettext_noop("Case notes"),
    "ssda903": gettext_noop("The yearly return"),
    "portal": gettext_noop("Written here"),
}


@dataclass(frozen=True, slots=True)
class PersonInLife:
    """One person. `relation` as the source writes it, `reads` as the young person reads it; `naming`: how many entries name them."""

    id: UUID
    names: list[str]
    relation: str
    reads: str
    own_word: str
    source: str
    days: str
    linked: Child | None
    lines: list[StaffLine]
    naming: int
    opened: int
    answer: str
    answered: str

    @property
    def first(self) -> str:
        """What to call them in a sentence."""
        return self.names[0] if self.names else gettext("Somebody without a name")


@dataclass(frozen=True, slots=True)
class PeopleInLife:
    """Everybody, by what is to be done about them."""

    ask: list[PersonInLife]
    later: list[PersonInLife]
    known: list[PersonInLife]
    not_known: list[PersonInLife]
    in_their_job: list[PersonInLife]
    decides: bool

    @property
    def anybody(self) -> bool:
        """Whether the file speaks of anybody at all."""
        return bool(self.ask or self.later or self.known or self.not_known or self.in_their_job)


def people_in_life(user: User, child: Child, at: datetime) -> PeopleInLife:
    """Everybody the file speaks of, as far as this member of staff may see it."""
    people = list(child.connections.select_related("known_confirmed_by", "other_child").order_by("relation", "key"))
    named = entries_naming(entries_for(user, child, at), people)
    linked = [person.other_child_id for person in people if person.other_child_id]
    in_reach = {other.pk: other for other in Child.objects.visible_to(user, at).filter(pk__in=linked)}
    added = added_words()
    shown = [(one, _person(one, child, named[one.pk], in_reach, relation_words(one, added), at)) for one in people]
    today = london_day(at)
    return PeopleInLife(
        ask=[told for one, told in shown if _state(one, today) == "ask"],
        later=[told for one, told in shown if _state(one, today) == "later"],
        known=[told for one, told in shown if _state(one, today) == "known"],
        not_known=[told for one, told in shown if _state(one, today) == "not_known"],
        in_their_job=[told for one, told in shown if _state(one, today) == "job"],
        decides=decides_for(user, child, at) and user.may(Permission.OPEN_ENTRIES, at),
    )


def to_ask_about(people: Iterable[Connection], today: date) -> int:
    """Of how many people a worker has still to say something, or to ask again."""
    return sum(1 for one in people if _state(one, today) == "ask")


def _state(one: Connection, today: date) -> str:
    if one.professional:
        return "job"
    if one.known_confirmed_at:
        return "known"
    if one.answer == Connection.Answer.LATER and one.ask_again_on and one.ask_again_on <= today:
        return "ask"
    return one.answer or "ask"


def _person(one: Connection, child: Child, rows: Iterable[EntryNow], in_reach: dict[UUID, Child], reads: str, at: datetime) -> PersonInLife:
    naming = list(rows)
    return PersonInLife(
        id=one.pk,
        names=[str(name) for name in one.names],
        relation=one.relation,
        reads=reads,
        own_word=one.own_word,
        source=_source(one),
        days=_days(one),
        linked=in_reach.get(one.other_child_id) if one.other_child_id else None,
        lines=staff_lines(naming[:MOST_LINES], child=child, at=at),
        naming=len(naming),
        opened=sum(1 for row in naming if row.opens_at and row.opens_at <= at),
        answer=one.answer,
        answered=_answered(one),
    )


def _source(one: Connection) -> str:
    said = gettext(SYSTEMS.get(one.source, gettext_noop("Another of the council's systems")))
    return f"{said}, {one_date(one.as_of)}" if one.as_of else said


def _days(one: Connection) -> str:
    if one.starts and one.ends:
        return gettext("%(start)s to %(end)s") % {"start": one_date(one.starts), "end": one_date(one.ends)}
    if one.ends:
        return gettext("until %(end)s") % {"end": one_date(one.ends)}
    return gettext("since %(day)s") % {"day": one_date(one.starts)} if one.starts else ""


def _answered(one: Connection) -> str:
    if one.known_confirmed_at and one.known_confirmed_by:
        places = {"name": str(one.known_confirmed_by), "day": one_date(london_day(one.known_confirmed_at))}
        return gettext("%(name)s wrote on %(day)s that they know of this person.") % places
    if one.answer == Connection.Answer.LATER and one.ask_again_on:
        return gettext("Ask again on %(day)s.") % {"day": one_date(one.ask_again_on)}
    return gettext("They do not know of this person. Nothing that names them opens.") if one.answer else ""
