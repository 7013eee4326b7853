"""What the council's system no longer holds about one child: what nobody has looked at, and what was decided."""

from dataclasses import dataclass
from datetime import datetime

from official_file.models.now import EntryNowQuerySet
from official_file.queries import entries_for
from people.models import Child, User
from portal.queries.opening import in_time
from portal.queries.staff_lines import StaffLine, staff_lines, with_days


@dataclass(frozen=True, slots=True)
class Gone:
    """The lines of both kinds."""

    to_look_at: list[StaffLine]
    decided: list[StaffLine]


def gone_from(user: User, child: Child, at: datetime) -> Gone:
    """Every entry of this child, in this user's reach, whose last source is gone."""
    rows = in_time(with_days(entries_for(user, child, at))).filter(gone_since__isnull=False)
    waiting: EntryNowQuerySet = rows.gone_and_not_looked_at()
    return Gone(
        to_look_at=staff_lines(waiting, child=child, at=at),
        decided=staff_lines(rows.exclude(pk__in=waiting.order_by().values("pk")), child=child, at=at),
    )
