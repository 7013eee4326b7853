"""Three parts of the reading page: what asked a human to look soon, pictures that are reported, and words nobody understands yet."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from cms.queries import this_council, what_risks_mean
from law.calendar_words import say_date, say_moment
from law.working_time import london_day
from moderation.looking_after import (
    PICTURES,
    asked_to_interpret,
    check_can_answer_flags,
    parts_not_understood,
    reports_of,
    shut_in,
)
from moderation.models import ImageReport, RiskOutcome
from moderation.permissions import can
from people.models import User
from people.roles import display_name
from stories.flags import open_flags
from stories.meanings import THE_WORDS, Meant, shown_meanings
from stories.media import in_order, shown
from stories.models import Attachment, Contribution, RiskFlag


@dataclass(frozen=True, slots=True)
class Flags:
    """What asked for a look. `asked`: its author did; `may_be`: what the words may mean; `answered`: what was found, by whom."""

    open: bool
    asked: bool
    by_words: bool
    by_worker: bool
    may_be: list[str]
    answered: list[str]
    can_answer: bool
    can_raise: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: reported here, shut because it was reported elsewhere, or neither."""

    attachment: Attachment
    label: str
    report: ImageReport | None
    is_shut: bool


@dataclass(frozen=True, slots=True)
class Part:
    """The words or one recording, and whether somebody was asked for who understands them."""

    key: str
    label: str
    waits: bool


@dataclass(frozen=True, slots=True)
class Interpreting:
    """`language`: what its author calls the language; `due`: until when somebody has to understand what waits."""

    language: str
    parts: list[Part]
    due: str
    meanings: list[Meant]

    @property
    def waits(self) -> bool:
        """Whether a part waits for somebody who understands it."""
        return any(part.waits for part in self.parts)

    @property
    def more(self) -> bool:
        """Whether there is a part for which nobody was asked."""
        return any(not part.waits for part in self.parts)


def looked_after(contribution: Contribution, user: User, now: datetime) -> dict[str, Any]:
    """What moderation/parts/flags.html, image_report.html and interpreter.html show."""
    pictures = _pictures(contribution)
    return {
        "flags": _flags(contribution, user, now),
        "must_report": this_council().mandatory_reporting,
        "pictures": pictures,
        "can_report": any(not one.report and not one.is_shut for one in pictures),
        "interpreting": interpreting_of(contribution, now),
    }


def _flags(contribution: Contribution, user: User, now: datetime) -> Flags:
    flags = list(contribution.risk_flags.select_related("outcome"))
    still = list(open_flags(contribution))
    sources = {flag.source for flag in still}
    meant = what_risks_mean()
    return Flags(
        open=bool(still),
        asked=RiskFlag.Source.OWN in sources,
        by_words=RiskFlag.Source.WORDS in sources,
        by_worker=RiskFlag.Source.WORKER in sources,
        may_be=[meant[group] for flag in still for group in flag.groups if group in meant],
        answered=_once(_answered(flag.outcome) for flag in flags if flag not in still),
        can_answer=can(check_can_answer_flags, user, contribution, RiskOutcome.Outcome.LOOKED_AFTER, _("Yes"), now),
        can_raise=not still and not any(flag.source == RiskFlag.Source.WORKER for flag in flags),
    )


def _answered(outcome: RiskOutcome) -> str:
    places = {
        "what": outcome.get_outcome_display(),
        "who": outcome.by_name,
        "role": display_name(outcome.by_role),
        "day": say_date(london_day(outcome.at), _),
    }
    said = _("%(what)s. %(who)s, %(role)s, on %(day)s.") % places
    return f"{said} {outcome.sentence}".strip()


def _once(said: Any) -> list[str]:
    return list(dict.fromkeys(said))


def labelled(contribution: Contribution) -> dict[Attachment, str]:
    """Each picture and recording with what it is called on the page: "A photo, 2 of 3"."""
    rows = in_order(contribution)
    total = len(rows)
    return {row: shown(row, address=_nowhere, mine=False, number=number, total=total).label for number, row in enumerate(rows, 1)}


def _nowhere(attachment: Attachment, form: str) -> str:
    return ""


def _pictures(contribution: Contribution) -> list[Picture]:
    reports = {report.attachment_id: report for report in reports_of(contribution)}
    shut = set(shut_in(contribution).values_list("pk", flat=True))
    rows = labelled(contribution).items()
    return [Picture(row, label, reports.get(row.pk), row.pk in shut) for row, label in rows if row.kind in PICTURES]


def interpreting_of(contribution: Contribution, now: datetime) -> Interpreting:
    """What its author calls the language, which parts wait for somebody who understands them, and what others said they mean."""
    task = asked_to_interpret(contribution)
    waiting = parts_not_understood(task)
    named = [(THE_WORDS, _("The words"))] if contribution.words.strip() else []
    named += [(str(row.pk), label) for row, label in labelled(contribution).items() if row.kind == Attachment.Kind.SOUND]
    return Interpreting(
        language=contribution.language,
        parts=[Part(key, label, key in waiting) for key, label in named],
        due=say_moment(task.due_at, now=now, translate=_) if task and task.due_at > now else "",
        meanings=shown_meanings(contribution),
    )
