"""A worker writes a plan, or the next version of one: an entry like any other, which takes the place of the one before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from law.working_time import london_day
from official_file.actions.append import append_entry
from official_file.actions.open_entry import open_entry
from official_file.actions.write_to_child import SYSTEM
from official_file.drafts import EntryDraft, SourceRef
from official_file.models import Entry, EntrySource
from official_file.permissions import check_can_decide
from official_file.plain_language.when import When
from official_file.plan_rules import MOST_ITEMS, PlanItem, in_writing, items_in
from official_file.plans import PLAN
from people.errors import NotAllowed
from people.models import Child, User
from people.permissions import check_decides_for, check_role
from people.roles import Permission, display_name


@dataclass(frozen=True, slots=True)
class Written:
    """What a worker wrote: a heading, what goes before the items, what they and their family are good at, the items."""

    title: str
    about: str = ""
    strengths: str = ""
    items: tuple[PlanItem, ...] = ()


@transaction.atomic
def write_plan(
    *, child: Child, written: Written, of: Entry | None = None, opens: bool = False, with_them: bool = False, by: User, now: datetime
) -> Entry:
    """Add a plan to the file; `of`: the version it takes the place of, which stays in the file. With `opens` it is opened to them.

    Raises NotAllowed without an item, when something is said to have happened on a day to come, and for a next version that
    says nothing new.
    """
    check_role(by, Permission.OPEN_ENTRIES, now)
    check_decides_for(by, child, now)
    today, who = london_day(now), by.who(now)
    items = _with_keys(written.items)
    _check(written, items, now)
    if of is not None and check_can_decide(by, of, now).kind != PLAN:
        raise NotAllowed("not_a_plan", _("This is not a plan."))
    if of is not None and _says_the_same(of, written, items):
        raise NotAllowed("nothing_new", _("Nothing is different from the version before. Change something first."))
    draft = EntryDraft(
        kind=PLAN,
        when=When(today),
        source=_source(of, now),
        facts=_facts(written, items),
        text=_text(written, items),
        author_name=who.name,
        author_role=display_name(who.role).lower(),
        written_on=today,
        supersedes=of.pk if of else None,
        sections=tuple(of.body["sections"]) if of else (),
        sensitivity=of.body["sensitivity"] if of else None,
        restricted=of.body["restricted"] if of else "",
    )
    entry = append_entry(child=child, draft=draft, by=who, now=now)
    if opens:
        open_entry(entry=entry, with_them=with_them, by=by, now=now)
    return entry


def _with_keys(items: Sequence[PlanItem]) -> tuple[PlanItem, ...]:
    """Each item with a key of its own, so that the next version knows which it was."""
    return tuple(item if item.key else replace(item, key=uuid4().hex[:12]) for item in items if item.says_something)


def _check(written: Written, items: Sequence[PlanItem], now: datetime) -> None:
    if not written.title.strip():
        raise NotAllowed("no_title", _("Write a heading of a few words."))
    if not items or any(not item.need.strip() for item in items):
        raise NotAllowed("no_need", _("Write what is needed: one need at least, and one for each thing in the plan."))
    if len(items) > MOST_ITEMS:
        raise NotAllowed("too_many", _("A plan holds 60 things at most. Nobody can keep more in mind."))
    if any(item.happened_on and item.happened_on.day > london_day(now) for item in items):
        raise NotAllowed("not_yet", _("What happened cannot have happened on a day to come."))


def _says_the_same(of: Entry, written: Written, items: Sequence[PlanItem]) -> bool:
    return items_in(of.facts) == tuple(items) and of.facts == _facts(written, items) and of.text == _text(written, items)


def _facts(written: Written, items: Sequence[PlanItem]) -> dict[str, object]:
    facts: dict[str, object] = {"title": written.title.strip(), "items": [item.as_fact() for item in items]}
    return facts | ({"strengths": written.strengths.strip()} if written.strengths.strip() else {})


def _text(written: Written, items: Sequence[PlanItem]) -> str:
    return "\n\n".join(filter(None, (written.about.strip(), in_writing(items, written.strengths.strip()))))


def _source(of: Entry | None, now: datetime) -> SourceRef:
    """A plan of its own key; a next version keeps that of the one before, when it was written here."""
    before = EntrySource.objects.filter(entry=of, system=SYSTEM).first() if of else None
    return SourceRef(SYSTEM, before.key if before else str(uuid4()), london_day(now))
