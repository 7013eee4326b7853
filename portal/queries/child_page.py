"""A child as their worker meets them: their own words first, then who they are, why they are in care, who is around them, what waits."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext, ngettext

from access_requests.models import AccessRequest
from access_requests.queries.stages import Stage, stages_for
from law.working_time import london_day
from official_file.models import Connection, PossibleDuplicate, RetentionHold
from official_file.presentation import Shown, show
from official_file.retention import ADOPTED, retention_of
from people.models import Child, JoinCode, Relationship, Task, User
from portal.queries.about_parts import Part, told_parts, with_parts
from portal.queries.child_record import ChildRecord
from portal.queries.desk import ON_THE_BOARD, Owed, owed_of
from portal.queries.people_in_life import to_ask_about
from portal.queries.when_words import one_date

CONTRIBUTION = "contribution"
HEAD = ("pen_picture", "came_into_care", "reason_for_care", "unaccompanied", "why_letter")


@dataclass(frozen=True, slots=True)
class Waits:
    """One line of what waits: a sentence, where to go, a picture."""

    title: str
    url: str
    icon: str


@dataclass(frozen=True, slots=True)
class Why:
    """Why they are in care, as far as the file says: the days they came, the reasons, the letter about the day."""

    came: list[Shown]
    reasons: list[Shown]
    letter: Shown | None


@dataclass(frozen=True, slots=True)
class ChildPage:
    """Everything beside the record."""

    age: int | None
    names: list[str]
    decides: bool
    unread_about_me: bool
    parts: list[Part]
    pen_picture: Shown | None
    why: Why
    ties: list[Relationship]
    people: list[Connection]
    owed: list[Owed]
    waits: list[Waits]
    requests: list[Stage]
    keeping: str
    held: int


def child_with_marks(user: User, child_id: UUID, at: datetime) -> Child:
    """The child, through reach, with what is asked of it on this page: one query. Raises Http404 for a stranger as for nothing."""
    works_with = Child.objects.worked_with_by(user, at).filter(pk=OuterRef("pk"))
    holds = RetentionHold.objects.filter(child=OuterRef("pk"), lifted_at__isnull=True).order_by().values("child")
    seen_by_all = {"first__now__limited": "", "second__now__limited": ""}  # a number must not tell of what this reader may not see
    asked = PossibleDuplicate.objects.filter(child=OuterRef("pk"), answer=PossibleDuplicate.Answer.OPEN, **seen_by_all)
    alike = asked.order_by().values("child")
    found: Child | None = (
        Child.objects.visible_to(user, at)
        .filter(pk=child_id)
        .annotate(
            decides=Exists(works_with),
            asked_for=Exists(AccessRequest.objects.filter(child=OuterRef("pk"))),
            held=Coalesce(Subquery(holds.annotate(count=Count("pk")).values("count")), 0),
            alike=Coalesce(Subquery(alike.annotate(count=Count("pk")).values("count")), 0),
            **with_parts(),
        )
        .prefetch_related("names")
        .first()
    )
    if found is None:
        raise Http404
    return found


def child_page(user: User, child: Child, record: ChildRecord, at: datetime) -> ChildPage:
    """What stands beside the record of a child that came from `child_with_marks`."""
    today, decides = london_day(at), bool(getattr(child, "decides", False))
    ties = list(Relationship.objects.active(at).filter(child=child).select_related("user"))
    people = list(child.connections.order_by("professional", "relation", "key"))
    asked = Task.objects.open().filter(Q(child=child), ~Q(about_type=CONTRIBUTION)).exclude(kind__in=ON_THE_BOARD)
    tasks = asked.select_related("child", "for_user").order_by("due_at")
    others = [one.name for one in child.names.all() if one.name != child.known_as and not one.mistaken]
    shown, parts = {kind: _shown(record, kind, child) for kind in HEAD}, told_parts(child)
    return ChildPage(
        age=child.age_on(today),
        names=list(dict.fromkeys(others)),
        decides=decides,
        parts=parts,
        unread_about_me=bool(child.about_me or parts) and any(tie.user_id == user.pk and tie.about_me_read_at is None for tie in ties),
        pen_picture=shown["pen_picture"][-1] if shown["pen_picture"] else None,
        why=Why(
            came=shown["came_into_care"],
            reasons=shown["unaccompanied"] + shown["reason_for_care"],
            letter=shown["why_letter"][-1] if shown["why_letter"] else None,
        ),
        ties=ties,
        people=[one for one in people if one.names and not one.professional],
        owed=[owed_of(task, at) for task in tasks],
        waits=_waits(child, record, people),
        requests=stages_for(child, at) if decides and getattr(child, "asked_for", False) else [],
        keeping=keeping_words(child, record),
        held=int(getattr(child, "held", 0)),
    )


def keeping_words(child: Child, record: ChildRecord) -> str:
    """How long the record is kept, in one sentence."""
    left = (row for row in record.shaping if row.kind == "left_care" and row.entry.facts.get("code") in ADOPTED)
    adopted = [row.end_day or row.day for row in left]
    kept = retention_of(child, max((day for day in adopted if day), default=None))
    if kept is None:
        return gettext("We keep this record: no date of birth is known, so its time is never over.")
    return gettext("We keep this record until %(day)s at least.") % {"day": one_date(kept.until)}


def open_code(child: Child, at: datetime) -> JoinCode | None:
    """The code that works now, when there is one."""
    return child.join_codes.filter(used_at__isnull=True, cancelled_at__isnull=True, expires_at__gt=at).first()


def _shown(record: ChildRecord, kind: str, child: Child) -> list[Shown]:
    rows = (row for row in record.shaping if row.kind == kind and not row.no_trace)
    return [one for row in rows if (one := show(row, child=child, today=record.today, whole=True))]


def _waits(child: Child, record: ChildRecord, people: list[Connection]) -> list[Waits]:
    """What waits for somebody, most pressing first; what is nothing is left out."""
    to_confirm = to_ask_about(people, record.today)
    gaps = sum(1 for gap in record.gaps.by_dates if not gap.explained)
    tally, alike = record.tally, int(getattr(child, "alike", 0)) if getattr(child, "decides", False) else 0
    rows = (
        (tally.gone, "portal:gone", "circle-alert", ngettext(
            "%(count)s entry is gone from the council's system", "%(count)s entries are gone from the council's system", tally.gone)),
        (tally.waiting, "portal:opening", "book-open", ngettext(
            "%(count)s entry to read and open", "%(count)s entries to read and open", tally.waiting)),
        (to_confirm, "portal:people_in_life", "users", ngettext(
            "%(count)s person to ask them about", "%(count)s people to ask them about", to_confirm)),
        (alike, "portal:alike", "file-text", ngettext(
            "%(count)s pair that may be one event", "%(count)s pairs that may be one event", alike)),
        (gaps, "portal:gaps", "circle-question-mark", ngettext("%(count)s gap to explain", "%(count)s gaps to explain", gaps)),
    )  # fmt: skip
    return [Waits(title % {"count": count}, url, icon) for count, name, icon, title in rows if count and (url := _address(name, child))]


def _address(name: str, child: Child) -> str:
    try:
        return reverse(name, args=[child.pk])
    except NoReverseMatch:
        return ""
