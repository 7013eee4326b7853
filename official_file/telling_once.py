"""Entries that a person called one event: which of them tells it, and which are told by another. Replayed from the answers.

    told_by({child.pk})   ->   {the hidden entry: the entry that tells it}, every version of the hidden ones included

An answer is about two stories, not about two versions: what supersedes either of them stays in the same place. Where three are
one event, the first of the first tells it.
"""

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from official_file.models import EntryNow, PossibleDuplicate


def told_by(children: Collection[UUID], newer: Mapping[UUID, UUID] | None = None) -> dict[UUID, UUID]:
    """For every version of every entry that another tells: the newest version of the one that tells it.

    `newer` maps each older version to the next; without it, as the index has it.
    """
    answers = PossibleDuplicate.objects.filter(child__in=children, answer=PossibleDuplicate.Answer.SAME)
    pairs = list(answers.order_by("answered_at", "pk").values_list("first_id", "second_id"))
    if not pairs:
        return {}
    if newer is None:
        replaced = EntryNow.objects.filter(child__in=children, superseded_by__isnull=False).order_by()
        newer = dict(replaced.values_list("pk", "superseded_by_id"))
    tells = roots((newest_in(newer, first), newest_in(newer, second)) for first, second in pairs)
    found = dict(tells)
    for older in newer:
        if (last := newest_in(newer, older)) in tells:
            found[older] = tells[last]
    return found


def roots(pairs: Iterable[tuple[UUID, UUID]]) -> dict[UUID, UUID]:
    """From (tells, is told) to: is told -> who tells it in the end. Answers that would make a circle change nothing. Pure."""
    above: dict[UUID, UUID] = {}
    for first, second in pairs:
        top, low = _top(above, first), _top(above, second)
        if top != low:
            above[low] = top
    return {one: _top(above, one) for one in above}


def newest_in(newer: Mapping[UUID, UUID], entry: UUID) -> UUID:
    """The version that no other has replaced; `newer` maps each older version to the next."""
    while entry in newer:
        entry = newer[entry]
    return entry


def tell_once(child_id: UUID) -> None:
    """Bring the file of one child into the state that the answers ask for. Call inside the transaction that changes an answer."""
    wanted = told_by({child_id})
    rows = EntryNow.objects.select_for_update().filter(child=child_id)
    stands = dict(rows.filter(part_of__isnull=False).order_by().values_list("pk", "part_of_id"))
    changed = {pk for pk in wanted.keys() | stands.keys() if wanted.get(pk) != stands.get(pk)}
    moved = list(EntryNow.objects.filter(pk__in=changed))
    for row in moved:
        row.part_of_id = wanted.get(row.pk)
    EntryNow.objects.bulk_update(moved, ["part_of"])


def follow(newer: Mapping[UUID, UUID]) -> None:
    """Entries that an older version told are told by the one that replaced it."""
    moved = list(EntryNow.objects.filter(part_of__in=list(newer)))
    for row in moved:
        row.part_of_id = newer[row.part_of_id] if row.part_of_id else None
    EntryNow.objects.bulk_update(moved, ["part_of"])


def parts_of(entry_id: UUID) -> list[UUID]:
    """The newest versions of the entries that this one tells."""
    return list(EntryNow.objects.filter(part_of=entry_id, superseded_by__isnull=True).order_by("day", "pk").values_list("pk", flat=True))


def _top(above: Mapping[UUID, UUID], one: UUID) -> UUID:
    while one in above:
        one = above[one]
    return one
