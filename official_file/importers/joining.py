"""One story, once: what an import would add, beside what the file already holds from other systems.

    joined = join(system="ssd", found={child.pk: changes}, run=run, now=now)   ->   {child.pk: 3}

Called just before `append_entries`. A draft whose event the file holds already (official_file/joining_rules.py) makes no second
entry: the entry gets one more source and what that source said. Where the two together say more than the entry did (an end that
only one of them knows), the draft becomes a correction that keeps every source. A source that later says something the rule does
not fit any more gets an entry of its own, and what was decided to keep closed stays closed there. Of words and of what only lists them,
the words keep the entry: whoever reads them goes on reading them.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from operator import itemgetter
from typing import Any
from uuid import UUID, uuid4

from django.db.models import Q

from audit.canonical import canonical
from audit.insert import insert_rows
from official_file.drafts import EntryDraft, FurtherSource, SourceRef, body_of, draft_from
from official_file.importers.comparing import Changes
from official_file.joining_rules import JOINED_KINDS, MOST_DAYS_APART, Rule, Told, kinds_beside, likeness, merged, rule_for
from official_file.models import EntryNow, EntrySource, ImportRun, SourceSaid
from official_file.models.now import State

MOST_DAYS_ASKED = 800  # days named in one question; for more of them, all days are read
FIRST = "first"  # instead of a rule's number: the source the entry was made from


@dataclass(frozen=True, slots=True)
class Teller:
    """One source of an entry that stands in the file, and what it said."""

    ref: SourceRef
    rule: str
    told: Told


@dataclass(frozen=True, slots=True)
class Standing:
    """An entry as it stands, with everybody who tells it."""

    entry_id: UUID
    child_id: UUID
    body: Mapping[str, Any]
    tellers: tuple[Teller, ...]

    def told(self) -> Told:
        """The one story, said by none of its systems in particular."""
        return Told("", self.body)


@dataclass(frozen=True, slots=True)
class Pair:
    """A draft and the entry that already tells its event."""

    draft: EntryDraft
    standing: Standing
    rule: Rule
    likeness: int


def join(
    *, system: str, found: Mapping[UUID, Changes], run: ImportRun | None, now: datetime, listed: Collection[str] = ()
) -> Mapping[UUID, int]:
    """Join what can be joined, and change `found` accordingly. Returns, for each child, how many drafts found their entry.

    Call inside the transaction that appends. A second source without anything new is written here; everything else goes the way
    of every entry. `listed`: the keys this list names; what one list names twice stays two, whatever the rule.
    """
    further = {child: [draft for draft in changes.added if draft.kind in JOINED_KINDS] for child, changes in found.items()}
    standing = _standing_beside({child: drafts for child, drafts in further.items() if drafts})
    joined: Counter[UUID] = Counter()
    sources: list[tuple[EntryDraft, Standing, Rule]] = []
    for child, entries in standing.items():
        told = list(pairs(further[child], entries, system, listed))
        joined[child], gone = len(told), {id(pair.draft) for pair in told}
        found[child].added = [draft for draft in found[child].added if id(draft) not in gone]
        for pair in told:
            whole = _whole(pair)
            if whole is None:
                sources.append((pair.draft, pair.standing, pair.rule))
            else:
                found[child].corrected.append(whole)
    _add_sources(sources, run)
    _keep_whole(system, found)
    return joined


def join_each(*, system: str, found: Sequence[tuple[UUID, Changes]], run: ImportRun | None, now: datetime) -> list[int]:
    """`join` for what may name one child several times, under several numbers. Returns how many joined, in the same order."""
    counts, waiting = [0] * len(found), list(range(len(found)))
    while waiting:
        once = {found[place][0]: place for place in reversed(waiting)}
        joined = join(system=system, found={child: found[place][1] for child, place in once.items()}, run=run, now=now)
        for child, place in once.items():
            counts[place] = joined.get(child, 0)
        waiting = [place for place in waiting if once[found[place][0]] != place]
    return counts


def pairs(drafts: list[EntryDraft], entries: list[Standing], system: str, listed: Collection[str] = ()) -> Iterator[Pair]:
    """Each draft with the one entry it fits best. A draft that fits two equally well, or whose entry another one fits as well, has none."""
    crowded = _crowded(drafts, entries)
    fitting = [
        Pair(draft, entry, rule, likeness(told, entry.told()))
        for draft, told, entry in _near(drafts, entries, system)
        if (rule := rule_for(told, entry.told())) and _may_tell(rule, entry, system, listed)
        if not rule.across or crowded.isdisjoint(((draft.kind, draft.when.start), (entry.told().kind, entry.told().when.start)))
    ]
    fitting.sort(key=lambda pair: -pair.likeness)
    while fitting:
        best = [pair for pair in fitting if pair.likeness == fitting[0].likeness]
        rest = fitting[len(best) :]
        drafts_of, entries_of = Counter(id(one.draft) for one in best), Counter(one.standing.entry_id for one in best)
        yield from (one for one in best if drafts_of[id(one.draft)] == entries_of[one.standing.entry_id] == 1)
        fitting = [one for one in rest if id(one.draft) not in drafts_of and one.standing.entry_id not in entries_of]


def _near(drafts: list[EntryDraft], entries: list[Standing], system: str) -> Iterator[tuple[EntryDraft, Told, Standing]]:
    """Drafts beside the entries of their kind that begin on nearly the same day, through an index: never all with all."""
    by_day: dict[tuple[str, date | None], list[Standing]] = defaultdict(list)
    for entry in entries:
        by_day[entry.body["kind"], entry.told().when.start].append(entry)
    for draft in drafts:
        told = Told(system, body_of(draft), draft.source.as_of)
        for day in _days_around(draft.when.start):
            for entry in (one for kind in kinds_beside(draft.kind) for one in by_day.get((kind, day), ())):
                yield draft, told, entry


def _may_tell(rule: Rule, entry: Standing, system: str, listed: Collection[str]) -> bool:
    """Whether this system does not tell the entry yet; or did, in another list, and the rule does not mind."""
    own = [one.ref.key for one in entry.tellers if one.ref.system == system]
    return not own or (rule.again and not any(key in listed for key in own))


def _crowded(drafts: list[EntryDraft], entries: list[Standing]) -> set[tuple[str, date | None]]:
    """Kinds and days of which there is more than one: told by anybody, and joined or not."""
    counted = Counter((draft.kind, draft.when.start) for draft in drafts)
    for entry in entries:
        counted.update({(one.told.kind, one.told.when.start) for one in entry.tellers})
    return {place for place, number in counted.items() if number > 1}


def _days_around(day: date | None) -> list[date | None]:
    if day is None:
        return [None]
    return [day + timedelta(days=number) for number in range(-MOST_DAYS_APART, MOST_DAYS_APART + 1)]


def _whole(pair: Pair) -> EntryDraft | None:
    """The newer version in which both tell the event, or None when the entry says all of it already."""
    tellers = [*pair.standing.tellers, Teller(pair.draft.source, pair.rule.number, _told_by(pair.draft))]
    if _says_all(pair.standing.body, tellers):
        return None
    return replace(_together(tellers, pair.standing, pair.draft.source), shared_event=pair.draft.shared_event)


def _together(tellers: list[Teller], standing: Standing, source: SourceRef) -> EntryDraft:
    further = tuple(FurtherSource(one.ref, one.rule, one.told.body) for one in tellers)
    whole = draft_from(_merged(tellers), source)
    alone = len(tellers) == 1  # then the entry says what its one source said, and that is not kept twice
    return replace(whole, supersedes=standing.entry_id, further=() if alone else further)


def _says_all(body: Mapping[str, Any], tellers: list[Teller]) -> bool:
    whole = _merged(tellers)
    return all(_content(whole[name]) == _content(body[name]) for name in whole if name != "supersedes")


def _merged(tellers: Sequence[Teller]) -> dict[str, Any]:
    """What they tell together; of one system, the source from which the entry was made is heard first."""
    return merged([one.told for one in sorted(tellers, key=lambda one: one.rule != FIRST)])


def _content(value: Any) -> Any:
    return {key: inner for key, inner in value.items() if inner is not None} if isinstance(value, dict) else value


def _told_by(draft: EntryDraft) -> Told:
    return Told(draft.source.system, body_of(replace(draft, supersedes=None)), draft.source.as_of)


def _add_sources(joined: list[tuple[EntryDraft, Standing, Rule]], run: ImportRun | None) -> None:
    """Write one more source, and what it said, for each of these entries."""
    ids = [uuid4() for _one in joined]
    rows = [
        (pk, standing.entry_id, draft.source.system, draft.source.key, draft.source.as_of, run.pk if run else draft.source.run_id)
        for pk, (draft, standing, _rule) in zip(ids, joined, strict=True)
    ]
    insert_rows(EntrySource, ("id", "entry_id", "system", "key", "as_of", "run_id"), rows)
    said = [(pk, rule.number, canonical(_told_by(draft).body).decode()) for pk, (draft, _standing, rule) in zip(ids, joined, strict=True)]
    insert_rows(SourceSaid, ("source_id", "rule", "body"), said)


def _keep_whole(system: str, found: Mapping[UUID, Changes]) -> None:
    """Corrections of entries that other systems tell as well: together with them as long as a rule fits, else apart."""
    replaced = {draft.supersedes for changes in found.values() for draft in changes.corrected if draft.supersedes and not draft.further}
    others = {one.entry_id: one for one in _standing(EntryNow.objects.filter(pk__in=replaced)) if len(one.tellers) > 1} if replaced else {}
    for changes in found.values() if others else ():
        corrected, changes.corrected = changes.corrected, []
        for draft in corrected:
            standing = None if draft.further or draft.supersedes is None else others.get(draft.supersedes)
            if standing is None:
                changes.corrected.append(draft)
            else:
                _correct(draft, standing, system, changes)


def _correct(draft: EntryDraft, standing: Standing, system: str, changes: Changes) -> None:
    """One source of a story that several tell says something new."""
    mine = [one for one in standing.tellers if (one.ref.system, one.ref.key) == (system, draft.source.key)]
    rest = [one for one in standing.tellers if one not in mine]
    rule = rule_for(_told_by(draft), Told("", merged([one.told for one in rest])))
    if rule:
        number = FIRST if mine and mine[0].rule == FIRST else rule.number
        whole = _together([*rest, Teller(draft.source, number, _told_by(draft))], standing, draft.source)
        changes.corrected.append(replace(whole, shared_event=draft.shared_event))
    elif _only_list(rest, standing):
        changes.corrected.append(draft)
        changes.added.append(replace(_together(rest, standing, rest[0].ref), supersedes=None, parted_from=standing.entry_id))
    else:
        changes.corrected.append(_together(rest, standing, rest[0].ref))
        changes.added.append(replace(draft, supersedes=None, parted_from=standing.entry_id))


def _only_list(tellers: Sequence[Teller], standing: Standing) -> bool:
    """Whether nothing of what is read is theirs: they only list what another wrote about."""
    return all(one.told.kind != standing.body["kind"] for one in tellers)


def to_part(standing: Standing, mine: Teller) -> Teller:
    """Which of two to take out so that both stand alone: not the words, when the other only lists them. They stay where they are read."""
    rest = [one for one in standing.tellers if one is not mine]
    return rest[0] if len(rest) == 1 and _only_list(rest, standing) else mine


def apart(standing: Standing, mine: Teller) -> tuple[EntryDraft, EntryDraft | None]:
    """One teller of a story on its own, and what the others tell without it: None when they tell it as it stands."""
    own = replace(draft_from(mine.told.body, mine.ref), parted_from=standing.entry_id)
    rest = [one for one in standing.tellers if one is not mine]
    return own, None if _says_all(standing.body, rest) else _together(rest, standing, rest[0].ref)


def _standing_beside(drafts: Mapping[UUID, list[EntryDraft]]) -> dict[UUID, list[Standing]]:
    """The entries of these children that any of these drafts might be about, or that stand beside those."""
    if not drafts:
        return {}
    kinds = frozenset[str]().union(*(kinds_beside(draft.kind) for of_child in drafts.values() for draft in of_child))
    days = {day for of_child in drafts.values() for draft in of_child for day in _days_around(draft.when.start)}
    rows = EntryNow.objects.filter(child_id__in=list(drafts), kind__in=kinds, superseded_by__isnull=True).exclude(state=State.DISPOSED)
    if len(days) <= MOST_DAYS_ASKED:
        rows = rows.filter(Q(day__in=days - {None}) | (Q(day__isnull=True) if None in days else Q()))
    found: dict[UUID, list[Standing]] = defaultdict(list)
    for one in _standing(rows):
        found[one.child_id].append(one)
    return found


def _standing(rows: Any) -> list[Standing]:
    """These entries with everybody who tells them, in two questions."""
    stored = rows.order_by().values_list("pk", "child_id", "entry__payload__body")
    bodies = {pk: (child, json.loads(body)) for pk, child, body in stored if body}
    sources = EntrySource.objects.filter(entry_id__in=list(bodies), parted__isnull=True) if bodies else EntrySource.objects.none()
    tellers: dict[UUID, list[Teller]] = defaultdict(list)
    columns = ("entry_id", "system", "key", "as_of", "run_id", "said__rule", "said__body")
    for entry, system, key, as_of, run, rule, said in sorted(sources.values_list(*columns), key=itemgetter(1, 2)):
        body = json.loads(said) if said else {**bodies[entry][1], "supersedes": None}
        tellers[entry].append(Teller(SourceRef(system, key, as_of, run), rule or FIRST, Told(system, body, as_of)))
    return [Standing(pk, child, body, tuple(tellers[pk])) for pk, (child, body) in bodies.items()]


def standing_of(entry_id: UUID) -> Standing:
    """One entry with everybody who tells it. Raises IndexError when what it said was lawfully destroyed."""
    return _standing(EntryNow.objects.filter(pk=entry_id))[0]
