"""What is counted, by the team that works with each child at the end of the quarter: few fields, and every one always filled.

Nothing in here is shown as it is: `moderation.figures.page` hides small numbers first.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from statistics import median
from uuid import UUID

from law.working_time import london_day
from moderation.figures.hiding import LEAST
from moderation.figures.quarters import Quarter
from official_file.kinds import KINDS
from official_file.models import EntryNow, EntryPayload, Gap, Meeting, Rectification
from official_file.models.now import EntryNowQuerySet, State
from people.models import Child, Membership, Relationship, TaskKind
from people.querysets import WORKER_ROLES
from people.task_clocks import due_for
from stories.models import Reply

NO_TEAM = ""
WRITTEN = tuple(key for key, kind in KINDS.items() if kind.free)
THEIR_VOICE = ("own", "own_with_help", "said_to_worker")
Parts = dict[str, tuple[int, int]]


class Teams:
    """Which team each child is worked with by at one moment; NO_TEAM for a child without a worker."""

    def __init__(self, at: datetime) -> None:
        of_user = dict(Membership.objects.active(at).order_by("-starts").values_list("user", "team__name"))
        ties = Relationship.objects.active(at).filter(role__in=WORKER_ROLES).order_by("starts")
        self._of = {child: of_user.get(user, NO_TEAM) for child, user in ties.values_list("child", "user")}
        self.names = sorted(set(of_user.values()) & set(self._of.values())) + [NO_TEAM]

    def of(self, child: UUID) -> str:
        """The team of this child."""
        return self._of.get(child, NO_TEAM)

    def count(self, children: Iterable[UUID]) -> dict[str, int]:
        """How many stand with each team; every team is named."""
        counted = Counter(self.of(child) for child in children)
        return {team: counted[team] for team in self.names}


def answered(quarter: Quarter) -> Iterator[tuple[UUID, int, bool]]:
    """Each contribution that was first answered in the quarter: its child, days until then, and whether that was in time.

    In time is three working days, as for every reading (people/task_clocks.py).
    """
    seen = set(Reply.objects.filter(at__lt=quarter.begins).values_list("contribution", flat=True))
    replies = Reply.objects.filter(at__gte=quarter.begins, at__lt=quarter.ends).order_by("at")
    rows = replies.values_list("contribution", "contribution__child", "contribution__child__nation", "contribution__sent_at", "at")
    for contribution, child, nation, sent, at in rows:
        if contribution in seen or sent is None:
            continue
        seen.add(contribution)
        yield child, (london_day(at) - london_day(sent)).days, at <= due_for(TaskKind.READ_CONTRIBUTION, sent, nation)


def with_own_words(quarter: Quarter) -> Iterator[tuple[UUID, bool]]:
    """Each child with a record at the end of the quarter, and whether their own words stand in it."""
    told = set(_entries(quarter.ends).filter(kind="own_words").values_list("child", flat=True))
    recorded = _entries(quarter.ends).values_list("child", flat=True).distinct()
    for child in Child.objects.filter(pk__in=recorded, died_on__isnull=True).values_list("pk", flat=True):
        yield child, child in told


def written(quarter: Quarter) -> Iterator[tuple[UUID, bool]]:
    """Each thing written in the quarter: its child, and whether it holds the child's own words."""
    rows = _entries(quarter.ends).filter(recorded_at__gte=quarter.begins, kind__in=WRITTEN)
    voiced = EntryPayload.objects.filter(entry__in=rows.exclude(kind="own_words").values("pk"), body__contains='"voice":')
    theirs = {payload.pk for payload in voiced.iterator() if payload.parsed["facts"].get("voice") in THEIR_VOICE}
    for pk, child, kind in rows.values_list("pk", "child", "kind"):
        yield child, kind == "own_words" or pk in theirs


def reviews(quarter: Quarter) -> Iterator[tuple[UUID, int | None]]:
    """Each review held in the quarter: its child, and the days until its summary was written; None while there is none."""
    held = Meeting.objects.filter(kind=Meeting.Kind.REVIEW, on__gte=quarter.first_day, on__lte=quarter.last_day, cancelled_at__isnull=True)
    for child, on, at in held.values_list("child", "on", "summary__recorded_at"):
        yield child, max(0, (london_day(at) - on).days) if at else None


def corrections(quarter: Quarter) -> Iterator[tuple[UUID, bool]]:
    """Each "this is wrong" of the quarter: its child, and whether it was settled by the end."""
    asked = Rectification.objects.filter(asked_at__gte=quarter.begins, asked_at__lt=quarter.ends)
    for child, decided in asked.values_list("child", "decided_at"):
        yield child, decided is not None and decided < quarter.ends


def blanks(quarter: Quarter) -> dict[str, int]:
    """Blanks a worker has explained, by reason: the newest word about each at the end of the quarter."""
    newest: dict[tuple[UUID, str], str] = {}
    for child, key, reason in Gap.objects.filter(at__lt=quarter.ends).order_by("at").values_list("child", "key", "reason"):
        newest[child, key] = reason
    return dict(sorted(Counter(reason for reason in newest.values() if reason).items()))


def parts_of(teams: Teams, rows: Iterable[tuple[UUID, bool]]) -> Parts:
    """How many of how many, by team."""
    rows = list(rows)
    yes, of = teams.count(child for child, said in rows if said), teams.count(child for child, _said in rows)
    return {team: (yes[team], of[team]) for team in teams.names}


def middle_days(teams: Teams, rows: Iterable[tuple[UUID, int]]) -> dict[str, int | None]:
    """The middle number of days by team that has any; None for fewer than five."""
    days: dict[str, list[int]] = {}
    for child, count in rows:
        days.setdefault(teams.of(child), []).append(count)
    return {team: middle(counts) for team, counts in days.items()}


def middle(counts: list[int]) -> int | None:
    """The middle of these, in whole days; None for fewer than five."""
    return round(median(counts)) if len(counts) >= LEAST else None


def _entries(until: datetime) -> EntryNowQuerySet:
    """What was in the files at that moment; nothing of what leaves no trace."""
    found: EntryNowQuerySet = EntryNow.objects.filter(recorded_at__lt=until, no_trace=False).exclude(state=State.DISPOSED)
    return found
