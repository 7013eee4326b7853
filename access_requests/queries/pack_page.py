"""The officers' pages of a pack: the list with how far reading is, one thing with what was said of it, and the second person's list."""

from collections.abc import Callable, Set
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.translation import gettext

from access_requests.health_gate import is_health, known_from_file
from access_requests.lifecycle import Answer, State
from access_requests.models import AccessRequest, Item, ItemReading
from access_requests.pack import Counts, Says, answer_of
from access_requests.pack_permissions import check_checks, check_reads
from access_requests.permissions import can, check_handles
from access_requests.queries.earlier import Earlier, earlier_decisions
from access_requests.queries.item_lines import Line, Whole, lines_of, whole
from access_requests.queries.pack import left_to_open, newest_readings, opened_by, pack_fingerprint, progress, to_read, unread_like
from access_requests.queries.pack_conflicts import answers_for, open_conflicts
from access_requests.queries.part_pack import answer_words, progress_words
from law.exemptions import ground
from law.holding_back import AGREES, questions
from law.refusing import REASONS
from law.working_time import london_day
from people.models import User

A_PAGE = 50
FILTERS = ("all", "unread", "give", "hide_parts", "hold_back", "new")


@dataclass(frozen=True, slots=True)
class Row:
    """One thing in the list. `said`: what was said of it, in words; `kind`: how that is coloured; `earlier`: of an earlier request."""

    line: Line
    said: str
    kind: str
    earlier: Earlier | None
    is_new: bool
    must_open: bool = False
    opened: bool = False


@dataclass(frozen=True, slots=True)
class PackPage:
    """The list of a pack. `follows`: they asked before, so what is new is marked; `answers`: what can be proposed now."""

    counts: Counts
    sentence: str
    rows: list[Row]
    page: Page[Any]
    chosen: str
    tabs: list[dict[str, Any]]
    conflicts: int
    follows: bool
    carried: int
    next_unread: UUID | None
    may_read: bool
    begins: bool

    @property
    def query(self) -> str:
        """What stands before the number of the page in an address."""
        return f"?show={self.chosen}&"


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of a thing, as it stands: for its reader, and for the second person (never what was said before it)."""

    words: str
    says: Says
    by: str
    why: str
    ground: str
    basis: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ItemPage:
    """One thing to be read. `seen`: the id of what was said last, sent back so that nobody decides over another."""

    item: Item
    whole: Whole
    said: Said | None
    seen: str
    earlier: Earlier | None
    conflicts: list[Any]
    alike: int
    health: bool
    known: str
    before: UUID | None
    after: UUID | None
    number: int
    counts: Counts
    copies: int
    may_read: bool
    begins: bool


@dataclass(frozen=True, slots=True)
class CheckPage:
    """What the second person looks at: what is proposed, what must be opened first, and the fingerprint they would agree to."""

    answer: str
    proposed_by: str
    why: str
    reason: str
    cite: str
    pack: str
    counts: Counts
    rows: list[Row]
    left: int
    may_check: bool


def pack_page(request: AccessRequest, user: User, now: datetime, *, chosen: str, number: int) -> PackPage:
    """The list as this officer sees it."""
    chosen = chosen if chosen in FILTERS else "all"
    counts, before = progress(request), earlier_decisions(request)
    rows = _filtered(request, chosen, before)
    page = Paginator(rows, A_PAGE).get_page(number)
    unread = to_read(request).filter(newest__isnull=True).values_list("pk", flat=True).first()
    carried = to_read(request).filter(newest__isnull=True, pk__in=[pk for pk, one in before.items() if one.given and one.same]).count()
    return PackPage(
        counts=counts,
        sentence=progress_words(counts),
        rows=_rows(list(page.object_list), request, before),
        page=page,
        chosen=chosen,
        tabs=_tabs(chosen, counts, follows=request.follows_id is not None),
        conflicts=len(open_conflicts(request, london_day(now))) if request.standing is State.READING else 0,
        follows=request.follows_id is not None,
        carried=carried,
        next_unread=unread,
        may_read=can(check_reads, user, request, now),
        begins=counts.total > 0 and may_begin_reading(request, user, now),
    )


def may_begin_reading(request: AccessRequest, user: User, now: datetime) -> bool:
    """Whether this reader can say that everything is gathered, so that reading begins."""
    return request.standing is State.GATHERING and can(check_handles, user, request, now)


def item_page(item: Item, user: User, now: datetime, *, first: int = 0) -> ItemPage:
    """One thing, with what was said of it and what an earlier request said."""
    request = item.request
    order = list(to_read(request).values_list("pk", flat=True))
    place = order.index(item.pk) if item.pk in order else -1
    newest = newest_readings([item.pk]).get(item.pk)
    return ItemPage(
        item=item,
        whole=whole(item, picture_at(item), first=first),
        said=said_of(newest) if newest else None,
        seen=str(newest.pk) if newest else "",
        earlier=earlier_decisions(request).get(item.pk),
        conflicts=answers_for(request, [item.pk]).get(item.pk, []),
        alike=len([one for one in unread_like(item) if one.pk != item.pk]),
        health=is_health(item),
        known=known_from_file(item),
        before=order[place - 1] if place > 0 else None,
        after=order[place + 1] if 0 <= place < len(order) - 1 else None,
        number=place + 1,
        counts=progress(request),
        copies=item.copies.count(),
        may_read=can(check_reads, user, request, now) and not item.set_aside,
        begins=not item.set_aside and may_begin_reading(request, user, now),
    )


def picture_at(item: Item) -> Callable[[int], str]:
    """Where staff are handed the picture of a page of this thing."""
    return lambda number: reverse("access_requests:pack_picture", args=[item.request_id, item.pk, number])


def check_page(request: AccessRequest, user: User, now: datetime) -> CheckPage:
    """The second person's page."""
    pack = pack_fingerprint(request)
    left = left_to_open(request, user, pack)
    opened = opened_by(request, user)
    shown = to_read(request).filter(pk__in={*left, *opened})
    reason = REASONS.get(request.proposed_ground)
    return CheckPage(
        answer=answer_words(request.proposes),
        proposed_by=str(request.proposed_by or ""),
        why=request.proposed_why,
        reason=gettext(reason.title) if reason else "",
        cite=reason.cite if reason else "",
        pack=pack,
        counts=progress(request),
        rows=_rows(list(shown), request, {}, left=set(left), opened=opened),
        left=len(left),
        may_check=can(check_checks, user, request, now),
    )


def answers_there_are(request: AccessRequest) -> list[tuple[str, str]]:
    """What can be proposed from where it stands: what the readings come to, or that nothing is held, or no."""
    counts = progress(request)
    found = answer_of(counts)
    answers = [found] if request.standing is State.READING and found is not Answer.REFUSE else []
    if not counts.total and request.standing is not State.IDENTITY:
        answers.append(Answer.NOTHING_HELD)
    return [(str(one), answer_words(one)) for one in (*answers, Answer.REFUSE)]


def said_of(reading: ItemReading) -> Said:
    """What was said, in words, with the answers to what the ground asks."""
    labels = {one.name: gettext(one.label) for one in questions(reading.ground)} if reading.ground else _health_labels()
    rows = [(str(labels.get(name, name)), answer) for name, answer in reading.basis.items() if name != "health"]
    return Said(
        words=said_words(Says(reading.says)),
        says=Says(reading.says),
        by=reading.by_name,
        why=reading.why,
        ground=ground_words(reading.ground) if reading.ground else "",
        basis=rows,
    )


def _health_labels() -> dict[str, str]:
    return {
        "known": gettext("They know it already: how do we know that?"),
        "opinion_by": gettext("The health worker who says that it does no serious harm"),
        "opinion_on": gettext("The day they said it"),
    }


def ground_words(code: str) -> str:
    """A ground as staff read it, with its law."""
    one = ground(code)
    return f"{gettext(one.title)} ({one.cite})"


def who_agrees(code: str) -> str:
    """Who else has to agree to this ground, in words; "" for nobody."""
    return ", ".join(gettext(AGREES[role]) for role in ground(code).approve if role in AGREES)


def said_words(says: Says | None) -> str:
    """What was said of a thing, to staff."""
    return {
        Says.GIVE: gettext("Give it whole"),
        Says.HIDE_PARTS: gettext("Parts have to be hidden first"),
        Says.HOLD_BACK: gettext("All of it held back"),
        None: gettext("Not read yet"),
    }[says]


def _filtered(request: AccessRequest, chosen: str, before: dict[UUID, Earlier]) -> Any:
    rows = to_read(request).defer("likeness")
    if chosen == "unread":
        return rows.filter(newest__isnull=True)
    if chosen == "new":
        return rows.exclude(pk__in=[pk for pk, one in before.items() if one.same])
    return rows if chosen == "all" else rows.filter(says=chosen)


def _rows(
    items: list[Any],
    request: AccessRequest,
    before: dict[UUID, Earlier],
    *,
    left: Set[UUID] = frozenset(),
    opened: Set[UUID] = frozenset(),
) -> list[Row]:
    said = {one.pk: Says(one.says) if getattr(one, "says", None) else None for one in items}
    return [
        Row(
            line=line,
            said=said_words(said[line.id]),
            kind=COLOURS[said[line.id]],
            earlier=before.get(line.id),
            is_new=request.follows_id is not None and line.id not in before,
            must_open=line.id in left,
            opened=line.id in opened,
        )
        for line in lines_of(items)
    ]


def _tabs(chosen: str, counts: Counts, *, follows: bool) -> list[dict[str, Any]]:
    titles = [
        ("all", gettext("All %(count)s") % {"count": counts.total}),
        ("unread", gettext("Not read: %(count)s") % {"count": counts.left}),
        ("hide_parts", gettext("Parts to hide: %(count)s") % {"count": counts.hide}),
        ("hold_back", gettext("Held back: %(count)s") % {"count": counts.hold}),
        *([("new", gettext("New since last time"))] if follows else []),
    ]
    return [{"title": title, "url": f"?show={slug}", "here": slug == chosen} for slug, title in titles]


COLOURS: dict[Says | None, str] = {None: "careful", Says.GIVE: "done", Says.HIDE_PARTS: "", Says.HOLD_BACK: "plain"}
