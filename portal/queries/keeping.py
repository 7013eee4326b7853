"""How long one record is kept and by which law, what holds it, what was decided, and who can see it; and every record that is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from law.retention import Retention
from law.working_time import london_day
from official_file.models import RetentionHold
from official_file.retention import adoption_orders, retention_of
from people.models import Child, Task, TaskKind, User
from people.reach import Reader, readers_of
from portal.queries.when_words import one_date

GROUNDS = {
    RetentionHold.Ground.ACCESS_REQUEST: _("Somebody asked for this file"),
    RetentionHold.Ground.COMPLAINT: _("A complaint"),
    RetentionHold.Ground.CLAIM: _("A legal claim"),
    RetentionHold.Ground.INQUIRY: _("A public inquiry"),
    RetentionHold.Ground.POLICE: _("A police investigation"),
}


@dataclass(frozen=True, slots=True)
class Held:
    """One hold in words."""

    hold: RetentionHold
    ground: str

    @property
    def placed_by(self) -> str:
        """Who placed it. Somebody without an account asked for the file: then the portal did."""
        return str(self.hold.placed_by or gettext("The portal"))

    @property
    def lifted_by(self) -> str:
        """Who lifted it, or let it be lifted by ending the request."""
        return str(self.hold.lifted_by or gettext("The portal"))


@dataclass(frozen=True, slots=True)
class Keeping:
    """Everything about keeping one record. `over`: its time is over, so people may decide about it."""

    sentence: str
    because: str
    law: str
    over: bool
    holds: list[Held]
    lifted: list[Held]
    appraisal: Task | None
    decided: list[Task]
    readers: list[Reader]


def keeping_of(child: Child, at: datetime) -> Keeping:
    """How the record of this child is kept."""
    kept = retention_of(child, adoption_orders([child.pk]).get(child.pk))
    rows = child.retention_holds.select_related("placed_by", "lifted_by")
    holds = [Held(hold, str(GROUNDS[RetentionHold.Ground(hold.ground)])) for hold in rows]
    tasks = list(Task.objects.filter(child=child, kind=TaskKind.APPRAISE_RECORD).select_related("done_by").order_by("-made_at"))
    return Keeping(
        sentence=_sentence(kept, at),
        because=gettext(kept.message).format(years=kept.years) if kept else "",
        law=kept.law if kept else "",
        over=bool(kept and london_day(at) >= kept.dispose_from),
        holds=[one for one in holds if one.hold.lifted_at is None],
        lifted=[one for one in holds if one.hold.lifted_at],
        appraisal=next((task for task in tasks if task.done_at is None), None),
        decided=[task for task in tasks if task.done_at],
        readers=readers_of(child, at),
    )


def records_due(user: User, at: datetime) -> Sequence[Task]:
    """Every record whose time is over and about which nobody has decided, longest due first: those in this user's reach."""
    tasks = Task.objects.open().filter(kind=TaskKind.APPRAISE_RECORD, child__in=Child.objects.visible_to(user, at))
    return list(tasks.select_related("child").order_by("child__retention_until", "made_at"))


def _sentence(kept: Retention | None, at: datetime) -> str:
    if kept is None:
        return gettext("We keep this record. Nobody knows when they were born, so its time is never over.")
    day = one_date(kept.until)
    if london_day(at) < kept.dispose_from:
        return gettext("We keep this record until %(day)s at least.") % {"day": day}
    return gettext("The time for which the law makes us keep this record ended on %(day)s. Nothing goes by itself.") % {"day": day}
