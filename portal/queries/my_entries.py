"""What a young person may read of their own file, without the words they chose to hide on this phone."""

from datetime import datetime
from uuid import UUID

from django.db.models import F, Prefetch

from official_file.covered import with_covers
from official_file.models import EntrySource, PlainVersion
from official_file.models.now import EntryNowQuerySet
from official_file.queries import entries_for
from people.models import Child, User
from stories.models import Contribution

# What a list needs of each entry: not where it came from, which is on the entry's own page.
FOR_LINES = (
    with_covers(),
    Prefetch("entry__sources", queryset=EntrySource.objects.none()),
    Prefetch("entry__plain_versions", queryset=PlainVersion.objects.order_by("at")),
)


def my_entries(user: User, child: Child, at: datetime) -> EntryNowQuerySet:
    """Entries open to the person they are about, oldest first; what has no date comes last."""
    hidden = Contribution.objects.filter(author=user.pk, hidden_by_author=True, entry__isnull=False).values("entry")
    return in_order(entries_for(user, child, at).exclude(pk__in=hidden))


def in_order(rows: EntryNowQuerySet) -> EntryNowQuerySet:
    """The order of the story: oldest first; what has no date comes last."""
    ordered: EntryNowQuerySet = rows.order_by(F("day").asc(nulls_last=True), "recorded_at", "pk")
    return ordered


def for_lines(rows: EntryNowQuerySet) -> EntryNowQuerySet:
    """The same entries with what a list needs of each: where it came from would cost a question."""
    lighter: EntryNowQuerySet = rows.prefetch_related(None).prefetch_related(*FOR_LINES)
    return lighter


def hidden_words(user: User, entry_id: UUID) -> UUID | None:
    """The contribution that this entry is, when its author hid it on this phone; else None."""
    hidden = Contribution.objects.filter(author=user.pk, hidden_by_author=True, entry=entry_id)
    return hidden.values_list("pk", flat=True).first()
