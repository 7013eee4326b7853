"""The worker is back, or the wrong colleague was written down: cover ends now."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from people.errors import NotAllowed
from people.models import Cover, User
from people.permissions import check_in_my_team, check_role
from people.reach import allocated_to
from people.roles import Permission


@transaction.atomic
def end_cover(*, cover: Cover, by: User, now: datetime) -> None:
    """End the cover; one that has not begun is taken out. Raises NotAllowed when it is over."""
    check_role(by, Permission.RECORD_COVER, now)
    cover = Cover.objects.select_for_update().get(pk=cover.pk)
    check_in_my_team(by, cover.worker, now)
    if cover.ends <= now:
        raise NotAllowed("already_ended", _("This cover is over already."))
    write_end(cover=cover, by=by, now=now)


def write_end(*, cover: Cover, by: User, now: datetime) -> None:
    """End it, with a line for each child it touched. Whether it is allowed was checked by the verb that calls this."""
    facts = {"worker": str(cover.worker), "covering": str(cover.covering)}
    children: list[UUID | None] = [*sorted(allocated_to(cover.worker, now), key=str)]
    for child in children or [None]:
        record(Event.COVER_ENDED, child=child, by=by.who(now), at=now, about_type="cover", about_id=cover.pk, facts=facts)
    if cover.starts >= now:
        cover.delete()
        return
    cover.ends = now
    cover.save(update_fields=["ends"])
