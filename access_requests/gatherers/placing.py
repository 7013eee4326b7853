"""Folding copies and putting the items of a request in order: what may change about an item, made from what may not."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from access_requests.gathering import likeness
from access_requests.gathering.ordering import Place, order
from access_requests.models import AccessRequest, Item
from access_requests.sources import OWN_FILE

MOST_PAIRS = 20_000  # compared word by word in one run
BATCH = 500
ATTACHMENT = "attachment"
NOT_A_COPY = 0  # of `alike`: a person said that it is a thing of its own


def put_in_order(request: AccessRequest) -> int:
    """Give every item its place. Returns how many stand somewhere else than before."""
    columns = ("pk", "key", "placed_on", "precision", "parent_id", "frozen__version", "frozen__recorded_on", "position", "set_aside")
    rows = list(Item.objects.filter(request=request).order_by().values(*columns))
    keys = {row["pk"]: row["key"] for row in rows if row["set_aside"] != Item.SetAside.TAKEN_APART}  # parts stand by their own dates
    wanted = {key: number for number, key in enumerate(order(_place(row, keys) for row in rows), 1)}
    moved = [Item(pk=row["pk"], position=wanted[row["key"]]) for row in rows if row["position"] != wanted[row["key"]]]
    Item.objects.bulk_update(moved, ["position"], batch_size=BATCH)
    return len(moved)


def _place(row: dict[str, Any], keys: dict[UUID, str]) -> Place:
    return Place(
        key=row["key"],
        on=row["placed_on"],
        precision=row["precision"],
        parent=keys.get(row["parent_id"], ""),
        version=row["frozen__version"] or 1,
        recorded=row["frozen__recorded_on"] or "",
    )


def fold_copies(request: AccessRequest) -> int:
    """Fold what repeats another thing. What a person folded or unfolded stays as they left it. Returns how many were folded."""
    rows = _Rows(request)
    for one, other, score in [*rows.same_file(), *rows.same_words_sent(), *rows.same_words()]:
        rows.fold(one, other, score)
    Item.objects.bulk_update(rows.folded.values(), ["same_as", "alike"], batch_size=BATCH)
    return len(rows.folded)


class _Rows:
    """What decides about copies, of every item of one request that is not set aside; never its words."""

    COLUMNS = (
        "pk", "key", "source", "file_id", "first_page", "last_page", "likeness", "when_from", "same_as_id", "alike", "parent_id",
        "about_type", "frozen__facts__contribution", "frozen__author", "frozen__version", "frozen__cut",
    )  # fmt: skip

    def __init__(self, request: AccessRequest) -> None:
        found = Item.objects.filter(request=request, set_aside="").order_by().values(*self.COLUMNS)
        self.rows: dict[UUID, dict[str, Any]] = {row["pk"]: row for row in sorted(found, key=_first_choice)}
        self.folded: dict[UUID, Item] = {}
        self.same_as: dict[UUID, UUID] = {pk: row["same_as_id"] for pk, row in self.rows.items() if row["same_as_id"]}
        self.targets = set(self.same_as.values())

    def same_file(self) -> Iterator[tuple[UUID, UUID, int]]:
        """The same pages of the same bytes. A photo they sent twice stays two: they said something else about it each time."""
        pairs = self._alike_by(lambda row: row["file_id"] and (row["file_id"], row["first_page"] or 1, row["last_page"] or 1))
        yield from (pair for pair in pairs if not all(self.rows[pk]["about_type"] == ATTACHMENT for pk in pair[:2]))

    def same_words_sent(self) -> Iterator[tuple[UUID, UUID, int]]:
        """Words they sent, and the same words put in the file."""
        yield from self._alike_by(lambda row: row["frozen__facts__contribution"])

    def _alike_by(self, of: Any) -> Iterator[tuple[UUID, UUID, int]]:
        first: dict[Any, UUID] = {}
        for pk, row in self.rows.items():
            same = of(row)
            if same and first.setdefault(same, pk) != pk:
                yield first[same], pk, likeness.SAME

    def same_words(self) -> Iterator[tuple[UUID, UUID, int]]:
        """Nearly the same words, of the same day as far as both say one, and by the same person as far as both name one."""
        named = ((str(pk), row["likeness"]) for pk, row in self.rows.items() if not row["frozen__cut"])
        count = 0
        for first, second in likeness.candidates(named):
            one, other = UUID(first), UUID(second)
            if not self._may_be_one(self.rows[one], self.rows[other]):
                continue
            if (count := count + 1) > MOST_PAIRS:
                return
            texts = dict(Item.objects.filter(pk__in=(one, other)).values_list("pk", "frozen__text"))
            if (score := likeness.alike(texts[one], texts[other])) is not None:
                yield one, other, score

    def _may_be_one(self, one: dict[str, Any], other: dict[str, Any]) -> bool:
        days = {row["when_from"] for row in (one, other) if row["when_from"]}
        authors = {row["frozen__author"].casefold() for row in (one, other) if row["frozen__author"]}
        related = one["parent_id"] == other["pk"] or other["parent_id"] == one["pk"]
        return len(days) < 2 and len(authors) < 2 and not related

    def fold(self, one: UUID, other: UUID, score: int) -> None:
        """Let `other` repeat `one`, or what that repeats; never what something repeats itself, so that no chain or ring grows."""
        row = self.rows[other]
        target = self.same_as.get(one, one)
        if row["alike"] is not None or other in self.same_as or other in self.targets or target == other:
            return
        self.same_as[other] = target
        self.targets.add(target)
        self.folded[other] = Item(pk=other, same_as_id=target, alike=score)


def _first_choice(row: dict[str, Any]) -> tuple[object, ...]:
    """Sorts first what should be read: from the file itself, its newest version, with a date of its own."""
    return row["source"] != OWN_FILE, -(row["frozen__version"] or 1), row["when_from"] is None, row["key"]
