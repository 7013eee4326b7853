"""What a reader chose for themselves: never this kind, not now, my place. Asked for by its reader's own pages and by nothing else.

`EntryNowQuerySet.visible_to` is where the choices act, so that every list, page, search, print and copy of the reader obeys
them. No query for staff touches ReaderChoice, and no audit line is written of it (docs/adr).
"""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from official_file.models import Entry, EntryNow, ReaderChoice, Sharing
from official_file.models.now import EntryNowQuerySet
from official_file.themes import in_order
from people.models import Child, User

NEVER, NOT_NOW, PLACE = ReaderChoice.Choice.NEVER, ReaderChoice.Choice.NOT_NOW, ReaderChoice.Choice.PLACE
FIXED = "fixed"  # stands in the theme of a place that they asked to keep, so that reading on does not move it


def not_chosen_away(rows: EntryNowQuerySet, user: User) -> EntryNowQuerySet:
    """These entries without those of a kind that this reader chose never to see. For staff: the same entries."""
    return rows if user.is_staff else rows.not_of_a_kind_never_shown(user)


def never_shown(child: Child) -> list[str]:
    """The themes this reader chose never to see, in the order of the table."""
    return in_order(list(_standing(child).filter(choice=NEVER).values_list("theme", flat=True)))


def things_set_aside(user: User, at: datetime) -> EntryNowQuerySet:
    """What this reader could read now, had they not said "not now": newest choice first."""
    aside = ReaderChoice.objects.filter(child__user=user.pk, choice=NOT_NOW, ended_at__isnull=True)
    aside = aside.filter(Q(until__isnull=True) | Q(until__gt=at))
    mine = EntryNow.objects.open_to_subject(user, at).filter(pk__in=aside.order_by().values("entry"))
    return mine.select_related("entry__payload").order_by("day", "recorded_at")


def place_kept(child: Child) -> ReaderChoice | None:
    """Where this reader stopped, if anything is kept."""
    return _standing(child).filter(choice=PLACE).select_related("entry").first()


def company_asked_by(entry: Entry) -> UUID | None:
    """Whose decision it is that the entry is only read beside a worker: of this version, or of the one whose standing it took over."""
    version: Entry | None = entry
    while version:
        last = version.sharings.exclude(decision=Sharing.Decision.LIMITED).order_by("at").last()
        if last:
            return last.by_id
        version = Entry.objects.filter(pk=version.body["supersedes"]).first() if version.body.get("supersedes") else None
    return None


def _standing(child: Child) -> QuerySet[ReaderChoice]:
    return ReaderChoice.objects.filter(child=child, ended_at__isnull=True)
