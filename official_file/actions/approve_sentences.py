"""A named person read the whole table of generated sentences and says that it may be shown."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from official_file.approved_sentences import approval
from official_file.models import SentencesApproved
from official_file.plain_language.table import digest, number
from people.errors import NotAllowed
from people.models import User
from people.permissions import check_role
from people.roles import Permission


@transaction.atomic
def approve_sentences(*, read_digest: str, by: User, now: datetime) -> SentencesApproved:
    """Approve the table under its number. `read_digest`: of the table as the page showed it.

    Approved before, that approval stays and is answered. Raises NotAllowed for another role, and when the table changed since
    the page was opened.
    """
    check_role(by, Permission.APPROVE_SENTENCES, now)
    if read_digest != digest():
        raise NotAllowed("changed", _("The sentences changed since you opened this page. Read them again before you approve them."))
    if there := approval():
        return there
    who = by.who(now)
    made = SentencesApproved.objects.create(number=number(), digest=read_digest, by=by, by_name=who.name, by_role=who.role, at=now)
    record(Event.SENTENCES_APPROVED, child=None, by=who, at=now, facts={"number": made.number})
    return made
