"""A plan as somebody reads it: its items with labels in the place of what is covered, and its versions.

Only versions that were opened to its subject are theirs to read; they are numbered among those, so that no number tells of
a version that is closed. Staff read and number all of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from uuid import UUID

from official_file.covered import NOTHING, Cover, cover_of
from official_file.covering_rules import places_of
from official_file.former_names import in_the_name_of_now
from official_file.models import Entry, EntryNow
from official_file.models.now import State
from official_file.plan_rules import WORDS, Change, PlanItem, changes, in_writing, items_in
from official_file.queries import entry_for
from official_file.versions import this_and_newer, versions_of
from people.models import User

PLAN = "plan"
ANSWERED = frozenset({PLAN, "review_minutes", "care_plan"})  # of these a reader may say whether they agree
OPENED = (State.SHARED, State.WITH_SUPPORT)


@dataclass(frozen=True, slots=True)
class Plan:
    """One version of a plan. `number`: from 1; `changed`: since the version before it, nothing for the first."""

    entry: Entry
    number: int
    items: tuple[PlanItem, ...]
    strengths: str
    changed: tuple[Change, ...] = ()


def plan_of(entry: Entry, *, cover: Cover = NOTHING, number: int = 1) -> Plan:
    """What this version says. `cover`: what its reader reads as a label."""
    items, strengths = items_in(entry.facts), str(entry.facts.get("strengths") or "")
    if cover is NOTHING:
        return Plan(entry, number, items, strengths)
    if _is_cut_in_two(cover, items, strengths):
        return Plan(entry, number, (), "")
    hidden = [item.in_other_words(cover.hide) for item in items]
    return Plan(entry, number, tuple(item for item in hidden if item.says_something), cover.hide(strengths))


def as_its_subject_reads(entry: Entry, also: Cover = NOTHING) -> Plan:
    """This version with labels for what is covered of it, and for what `also` covers: that of a newer version."""
    plan = plan_of(entry, cover=_both(cover_of(entry), also))
    told = partial(in_the_name_of_now, entry.child)
    return replace(plan, items=tuple(item.in_other_words(told) for item in plan.items), strengths=told(plan.strengths))


def versions_for_subject(user: User, entry_id: UUID, at: datetime) -> list[Plan]:
    """Every version of the plan that its subject may read, oldest first; none unless the newest of them is open to them now."""
    found = EntryNow.objects.filter(pk=entry_id, kind=PLAN, child__user=user.pk).select_related("entry__payload", "entry__child").first()
    now_open = next((one for one in reversed(this_and_newer(found.entry)) if entry_for(user, one.pk, at)), None) if found else None
    if now_open is None:
        return []
    rows = EntryNow.objects.filter(pk__in=[one.pk for one in versions_of(now_open)], child__user=user.pk, kind=PLAN)
    rows = rows.filter(opens_at__lte=at, part_of__isnull=True, state__in=OPENED)
    readable = set(rows.with_company(user, at).not_of_a_kind_never_shown(user).not_set_aside(user, at).values_list("pk", flat=True))
    cover = cover_of(now_open)
    return _numbered([as_its_subject_reads(one, cover) for one in versions_of(now_open) if one.pk in readable])


def versions_for_staff(entry: Entry) -> list[Plan]:
    """Every version there is, oldest first. The caller fetched the entry through reach."""
    return _numbered([plan_of(one) for one in versions_of(entry) if one.body])


def _numbered(plans: Sequence[Plan]) -> list[Plan]:
    found: list[Plan] = []
    for number, plan in enumerate(plans, start=1):
        changed = tuple(changes(found[-1].items, plan.items)) if found else ()
        found.append(replace(plan, number=number, changed=changed))
    return found


def _both(one: Cover, other: Cover) -> Cover:
    if other is NOTHING or one is other:
        return one
    covers = tuple(dict.fromkeys((*one.covers, *other.covers)))
    return Cover(covers, one.closes_pages or other.closes_pages, one.lost or other.lost)


def _is_cut_in_two(cover: Cover, items: Sequence[PlanItem], strengths: str) -> bool:
    """Whether something is covered that reaches over the end of what one box says: then only the text is shown, where it is whole."""
    boxes = [strengths, *(getattr(item, name) for item in items for name in WORDS)]
    whole = in_writing(items, strengths)
    return any(len(places_of(one.words, whole)) != sum(len(places_of(one.words, box)) for box in boxes) for one in cover.covers)
