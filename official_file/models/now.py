"""How each entry stands today: an index made from entries and decisions, mutable and rebuildable (`rebuild_now`)."""

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet

from official_file.models.choice import ReaderChoice
from official_file.models.entry import Entry
from official_file.models.reading_together import ReadingTogether
from people.models import Child
from people.querysets import reached_through, staff_reach

NEAR_ARMS = ("allocated", "manager", "access_team")  # who reads what was limited: the access team is the worker of those who have none


class State(models.TextChoices):
    """How an entry stands towards the person it is about."""

    BY_RULE = "by_rule", "Opens by rule"
    WAITING = "waiting", "Waiting for a worker to read it"
    SHARED = "shared", "Opened"
    WITH_SUPPORT = "with_support", "Opened to read together"
    HELD = "held", "Held until a date"
    WITHHELD = "withheld", "Withheld"
    NOT_MINE = "not_mine", "They say it is not about them"
    DISPOSED = "disposed", "Lawfully destroyed"


class EntryNowQuerySet(QuerySet[Any]):
    """Entries as they stand, always fetched through who may see them."""

    def visible_to(self, user: Any, at: datetime) -> "EntryNowQuerySet":
        """What this user may see: for the person it is about, only what is open now; for staff, by reach and by limit."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        if not user.is_staff:
            return self.open_to_subject(user, at).not_set_aside(user, at)
        mine = Child.objects.filter(staff_reach(user, at)).values("pk")
        near = reached_through(NEAR_ARMS, user, at, "child_id")
        return self.filter(child_id__in=mine).filter(Q(limited="") | near)

    def open_to_subject(self, user: Any, at: datetime) -> "EntryNowQuerySet":
        """What the person it is about may read now, and has not chosen never to see; also what they set aside for a time."""
        mine = self.filter(child__user=user.pk, child__died_on__isnull=True).open_at(at)
        return mine.with_company(user, at).not_of_a_kind_never_shown(user)

    def with_company(self, user: Any, at: datetime) -> "EntryNowQuerySet":
        """Without what is only to be read beside a worker, unless the two are reading together at this moment."""
        together = ReadingTogether.objects.filter(child__user=user.pk, ended_at__isnull=True, started_at__lte=at, ends_at__gt=at)
        return self.filter(~Q(state=State.WITH_SUPPORT) | Exists(together))

    def not_of_a_kind_never_shown(self, user: Any) -> "EntryNowQuerySet":
        """Without the kinds that this reader chose never to see; while they chose any, nor what nobody has said the kind of.

        Whether any choice stands is asked once for the whole statement: a reader who chose nothing pays for nothing.
        """
        never = _never(child__user=user.pk)
        chosen_away = NowTheme.objects.filter(entry_now=OuterRef("pk"), theme__in=never.values("theme"))
        return self.filter(~Exists(never) | (Q(classified=True) & ~Exists(chosen_away)))

    def not_of_a_theme_never_shown(self, child: Child) -> "EntryNowQuerySet":
        """Without what is known to be of a kind this child chose never to see: what is closed to them is not even counted to them."""
        return self.filter(~Exists(of_a_theme_never_shown(child, OuterRef("pk"))))

    def not_set_aside(self, user: Any, at: datetime) -> "EntryNowQuerySet":
        """Without the entries for which this reader said "not now", until they take it back or its time ends."""
        aside = ReaderChoice.objects.filter(child__user=user.pk, choice=ReaderChoice.Choice.NOT_NOW, ended_at__isnull=True)
        return self.exclude(pk__in=aside.filter(Q(until__isnull=True) | Q(until__gt=at)).order_by().values("entry"))

    def open_at(self, at: datetime) -> "EntryNowQuerySet":
        """Open to the person it is about: its moment has come, no newer version has opened, and it is not told by another entry."""
        return self.filter(opens_at__lte=at, part_of__isnull=True).filter(Q(closes_at__isnull=True) | Q(closes_at__gt=at))

    def current(self) -> "EntryNowQuerySet":
        """As staff see the file: the newest version of each, once, without what was disposed of."""
        return self.filter(superseded_by__isnull=True, part_of__isnull=True).exclude(state=State.DISPOSED)

    def gone_and_not_looked_at(self) -> "EntryNowQuerySet":
        """No longer in the council's system, and closed to its subject for that reason alone until a worker decides."""
        return self.current().filter(gone_since__isnull=False, state__in=(State.WAITING, State.BY_RULE))

    def waiting_for_worker(self) -> "EntryNowQuerySet":
        """What a worker has still to read for its subject. Never what must leave no trace."""
        return self.current().filter(state=State.WAITING)


class EntryNow(models.Model):
    """One entry as it stands today: what queries filter and sort by. Content is always read from the payload."""

    entry = models.OneToOneField(Entry, primary_key=True, on_delete=models.PROTECT, related_name="now")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="entries_now")
    kind = models.CharField(max_length=40)
    section = models.CharField(max_length=20)
    sections = models.CharField(max_length=200)
    day = models.DateField(null=True, blank=True)
    end_day = models.DateField(null=True, blank=True)
    precision = models.CharField(max_length=10, default="day")
    sensitivity = models.PositiveSmallIntegerField()
    no_trace = models.BooleanField(default=False)
    classified = models.BooleanField(default=False, help_text="Its themes are known: from its kind, or a worker said them.")
    limited = models.CharField(max_length=20, blank=True)
    superseded_by = models.ForeignKey(Entry, null=True, blank=True, on_delete=models.PROTECT, related_name="supersedes_now")
    state = models.CharField(max_length=20, choices=State.choices)
    opens_at = models.DateTimeField(null=True, blank=True)
    closes_at = models.DateTimeField(null=True, blank=True)
    gone_since = models.DateField(null=True, blank=True, help_text="No longer in the council's system since this day.")
    part_of = models.ForeignKey(
        Entry, null=True, blank=True, on_delete=models.PROTECT, related_name="joined_now", help_text="A person said both are one event."
    )
    recorded_at = models.DateTimeField()

    objects = EntryNowQuerySet.as_manager()

    class Meta:
        ordering = ["day", "recorded_at"]
        indexes = [
            models.Index(fields=["child", "day"], name="entry_now_child_day"),
            models.Index(fields=["child", "kind"], name="entry_now_child_kind"),
            models.Index(fields=["child", "state"], name="entry_now_child_state"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"


def of_a_theme_never_shown(child: Child, entry: Any) -> "QuerySet[NowTheme]":
    """The themes of an entry (an OuterRef) that this child chose never to see."""
    return NowTheme.objects.filter(entry_now=entry, theme__in=_never(child=child).values("theme"))


def _never(**whose: Any) -> "QuerySet[ReaderChoice]":
    return ReaderChoice.objects.filter(**whose, choice=ReaderChoice.Choice.NEVER, ended_at__isnull=True).order_by()


class NowTheme(models.Model):
    """One theme of one entry as it stands: an index that queries filter by, made again from EntryThemes and the kinds."""

    entry_now = models.ForeignKey(EntryNow, on_delete=models.CASCADE, related_name="themes")
    theme = models.CharField(max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry_now", "theme"], name="now_theme_once")]

    def __str__(self) -> str:
        return self.theme
