"""Names over time: what a source says about them, and what becomes of the name somebody is called.

    bring_known_as(child=child, known_as="Amara", as_of=day)            ->   True: "Joy" is now a name of before
    bring_names(child=child, said=[SaidName("Amara Okafor", "legal")])  ->   True

A source adds and corrects; it takes no name away. What a worker wrote down stands above it: a name that ended stays ended, one
that was never theirs stays so, and nobody is called again by a name they gave up because a system still has it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from people.errors import NotAllowed
from people.models import Child, ChildName, Notice
from people.written_names import folded

KNOWN_AS_CHANGED, ABOUT = "known_as_changed", "name"  # kind and subject of the notice


@dataclass(frozen=True, slots=True)
class SaidName:
    """A name as a source has it; `kind` is one of ChildName.Kind."""

    name: str
    kind: str
    starts: date | None = None
    ends: date | None = None


def bring_names(*, child: Child, said: Sequence[SaidName]) -> bool:
    """Add and correct names. A name that now has another kind (a legal name that became a former one) moves; none is deleted."""
    stored = {(one.name, one.kind): one for one in ChildName.objects.filter(child=child)}
    never_theirs = {folded(one.name) for one in stored.values() if one.mistaken}
    wanted = {(one.name, one.kind) for one in said}
    changed = False
    for one in said:
        if folded(one.name) in never_theirs:
            continue
        known = stored.pop((one.name, one.kind), None)
        moved = next((pair for pair in stored if pair[0] == one.name and pair not in wanted), None)
        name = known or (stored.pop(moved) if moved else ChildName(child=child, name=one.name))
        fresh = (one.kind, one.starts or name.starts, one.ends or name.ends)
        if (name.kind, name.starts, name.ends) != fresh or name._state.adding:
            name.kind, name.starts, name.ends = fresh
            name.save()
            changed = True
    return changed


def bring_known_as(*, child: Child, known_as: str, as_of: date, now: datetime) -> bool:
    """Call them as the source does, unless that is a name they have given up here. True when it changed."""
    if not known_as or known_as == child.known_as or folded(known_as) in given_up(child):
        return False
    set_known_as(child, known_as, on=as_of, now=now)
    return True


def given_up(child: Child) -> set[str]:
    """Names, folded, by which a worker or a source said that they are no longer called, or never were."""
    rows = ChildName.objects.filter(child=child)
    return {folded(one.name) for one in rows if one.mistaken or (one.kind == ChildName.Kind.KNOWN_AS and one.ends)}


def set_known_as(child: Child, known_as: str, *, on: date, now: datetime) -> None:
    """Call them so from that day on, everywhere; the name until then is kept as one of before. They are told of it.

    Call inside a transaction. A first name (a return brings none) is no news.
    """
    before = child.known_as
    child.known_as = known_as
    child.save(update_fields=["known_as"])
    ChildName.objects.filter(child=child, kind=ChildName.Kind.KNOWN_AS, name=known_as).update(ends=None, mistaken=False)
    if not before:
        return
    former, _made = ChildName.objects.get_or_create(child=child, kind=ChildName.Kind.KNOWN_AS, name=before)
    former.ends = on
    former.save(update_fields=["ends"])
    if child.user:
        child.user.display_name = known_as
        child.user.save(update_fields=["display_name"])
        told = {"about_type": ABOUT, "at": now, "seen_at": None}
        Notice.objects.update_or_create(user=child.user, kind=KNOWN_AS_CHANGED, about_id=child.pk, defaults=told)


def check_days(starts: date | None, ends: date | None) -> None:
    """Raise NotAllowed when the last day comes before the first."""
    if starts and ends and ends < starts:
        raise NotAllowed("ends_first", _("The last day comes before the first. Look at both days again."))


def check_new(child: Child, name: str, kind: str) -> None:
    """Raise NotAllowed when this name of this kind is written down already."""
    if ChildName.objects.filter(child=child, name=name, kind=kind, mistaken=False).exists():
        raise NotAllowed("name_is_there", _("This name is written down already. Change that one instead."))
