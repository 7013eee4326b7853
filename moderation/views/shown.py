"""The reading desk in words: one line for each that waits, and the page on which one is read."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from law.calendar_words import say_by, say_date, say_moment
from law.working_time import london_day
from moderation.models import Decision
from moderation.permissions import can, check_can_claim, check_can_confirm, check_can_release, check_not_about, may_decide
from moderation.queries import Waiting, desk_of, earlier_of, open_reading, waiting_proposal
from moderation.views.beside import around
from moderation.way_back.words import way_back_of
from official_file.models import EntryNow
from official_file.presentation import Shown, show
from people.errors import NotAllowed
from people.models import Task, TaskKind, User
from people.permissions import decides_for
from people.roles import display_name
from stories.models import Contribution, Note, Reply
from stories.prompts import question_of
from stories.queries import open_clocks
from stories.verbatim import digest_of


@dataclass(frozen=True, slots=True)
class Line:
    """One contribution on the desk."""

    contribution: Contribution
    title: str
    what: str
    due: str
    late: bool
    reader: str
    url: str
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """What was written back before, by whom and when."""

    text: str
    who: str


def line_of(waiting: Waiting, user: User, now: datetime) -> Line:
    """One line: who, since when, and when an answer is due or how late it is. Never the words."""
    contribution = waiting.contribution
    return Line(
        contribution=contribution,
        title=str(contribution.child),
        what=_what(contribution),
        due=due_in_words(waiting.clock, now),
        late=waiting.is_late(now),
        reader=str(waiting.reader) if waiting.reader and waiting.reader != user else "",
        url=reverse("moderation:reading", args=[contribution.pk]),
        urgent=waiting.look_now or waiting.waits_for_interpreter,
    )


def due_in_words(clock: Task | None, now: datetime) -> str:
    """ "Answer by Thursday", or "Late since Thursday 12 November"."""
    if clock is None:
        return ""
    today, due = london_day(now), london_day(clock.due_at)
    if clock.due_at <= now:
        late = _("Late since %(day)s.") % {"day": say_date(due, _)}
        return f"{late} {_('A manager was told.')}" if clock.told_manager_at else late
    if clock.kind == TaskKind.URGENT_WORRY:
        return _("Urgent: due %(moment)s.") % {"moment": say_moment(clock.due_at, now=now, translate=_)}
    if clock.kind == TaskKind.ESCALATED:
        return _("A manager looks: due %(moment)s.") % {"moment": say_moment(clock.due_at, now=now, translate=_)}
    if clock.kind == TaskKind.INTERPRET:
        return _("Find somebody who understands it: due %(moment)s.") % {"moment": say_moment(clock.due_at, now=now, translate=_)}
    if clock.kind == TaskKind.OPEN_MEDIA:
        return _("Open what they sent %(by)s.") % {"by": say_by(due, today=today, translate=_)}
    return _("Due %(by)s.") % {"by": say_by(due, today=today, translate=_)}


def reading_context(contribution: Contribution, user: User, now: datetime) -> dict[str, Any]:
    """Everything the reading page shows, on one screen."""
    reading, proposal = open_reading(contribution), waiting_proposal(contribution)
    return {
        "contribution": contribution,
        "child": contribution.child,
        "what": _what(contribution),
        "question": question_of(contribution.prompt),
        "due": due_in_words(open_clocks([contribution]).get(contribution.pk), now),
        "unchanged": digest_of(contribution.words) == contribution.digest,
        "about": _about(contribution, user, now),
        "earlier": [(one, _what(one)) for one in earlier_of(contribution, user, now)[:5]],
        "said": [_said(row) for row in contribution.replies.all()] + [_said(row) for row in contribution.notes.all()],
        "returned": _returned(contribution, mine=reading is not None and reading.reader == user),
        "reading": reading,
        "is_mine": reading is not None and reading.reader == user and proposal is None,
        "can_claim": can(check_can_claim, user, contribution, now),
        "can_release": reading is not None and can(check_can_release, user, reading, now),
        "may_decide": may_decide(user, contribution, now),
        "about_me": not can(check_not_about, user, contribution),
        "proposal": proposal,
        "why_not_confirm": _why_not_confirm(user, proposal, now) if proposal else "",
        "way_back": way_back_of(contribution, now),
        "can_send_again": decides_for(user, contribution.child, now),
        **around(contribution, user, now),
        **_neighbours(contribution, user, now),
    }


def _what(contribution: Contribution) -> str:
    day = say_date(london_day(contribution.sent_at), _) if contribution.sent_at else ""
    return _("%(kind)s. Sent on %(day)s.") % {"kind": contribution.get_kind_display(), "day": day}


def _about(contribution: Contribution, user: User, now: datetime) -> Shown | None:
    if contribution.about_id is None:
        return None
    row = EntryNow.objects.visible_to(user, now).filter(pk=contribution.about_id).select_related("entry__payload").first()
    return show(row, child=contribution.child, today=london_day(now), whole=True) if row else None


def _said(row: Reply | Note) -> Said:
    places = {"who": row.by_name, "role": display_name(row.by_role), "day": say_date(london_day(row.at), _)}
    said = _("%(who)s, %(role)s, wrote this note on %(day)s.") if isinstance(row, Note) else _("%(who)s, %(role)s, answered on %(day)s.")
    return Said(row.text, said % places)


def _returned(contribution: Contribution, *, mine: bool) -> Decision | None:
    if not mine:
        return None
    newest: Decision | None = contribution.decisions.order_by("-at").select_related("check_made").first()
    return newest if newest and hasattr(newest, "check_made") and newest.check_made.answer == "returned" else None


def _why_not_confirm(user: User, proposal: Decision, now: datetime) -> str:
    try:
        check_can_confirm(user, proposal, now)
    except NotAllowed as refusal:
        return refusal.sentence
    return ""


def _neighbours(contribution: Contribution, user: User, now: datetime) -> dict[str, str]:
    """Where j and k go: the next and the one before on this person's desk."""
    desk = desk_of(user, now)
    ids = [one.contribution.pk for one in [*desk.mine_open, *desk.to_read, *desk.to_talk]]
    here = ids.index(contribution.pk) if contribution.pk in ids else -1
    after = ids[here + 1] if here + 1 < len(ids) else None
    before = ids[here - 1] if here > 0 else None
    return {
        "next_url": reverse("moderation:reading", args=[after]) if after else "",
        "previous_url": reverse("moderation:reading", args=[before]) if before else "",
    }
