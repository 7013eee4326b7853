"""Write down a personal data breach. Anybody at the council may, and should, the moment they notice."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from access_requests.codes import new_reference
from access_requests.models import DataBreach
from audit.events import Event
from audit.record import record
from people.errors import NotAllowed
from people.models import User
from people.permissions import check_is_staff


@transaction.atomic
def record_breach(*, pk: UUID, what: str, happened: str, noticed_at: datetime, people: int | None, by: User, now: datetime) -> DataBreach:
    """Begin its 72 hours. `pk` is given by the page, so that a second click is the same breach. Raises NotAllowed.

    The clock runs from when somebody at the council noticed (UK GDPR Art 33(1)), however late it is written down.
    """
    check_is_staff(by)
    if what not in DataBreach.What.values:
        raise NotAllowed("no_such_kind", _("Choose what happened."))
    if not happened.strip():
        raise NotAllowed("no_words", _("Write what happened, as far as you know."))
    if noticed_at > now:
        raise NotAllowed("future", _("That moment is still to come. Write when it was noticed."))
    facts = {"reference": new_reference(), "what": what, "happened": happened, "noticed_at": noticed_at, "people": people}
    breach, made = DataBreach.objects.get_or_create(pk=pk, defaults={**facts, "entered_at": now, "entered_by_name": by.who(now).name})
    if made:
        record(Event.BREACH_RECORDED, child=None, by=by.who(now), at=now, about_type="breach", about_id=breach.pk)
    return breach
