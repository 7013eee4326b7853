"""A worker says why something is missing, and whether the young person reads so. The newest word counts; nothing is overwritten."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from official_file.gap_words import REASONS
from official_file.gaps import Found, title_of
from official_file.models import Gap
from official_file.telling_rules import check_words_tell_nothing
from people.errors import NotAllowed
from people.models import Child, User
from people.permissions import check_decides_for, check_role
from people.roles import Permission


@transaction.atomic
def explain_gap(*, child: Child, gap: Found, reason: str, shown: bool, words: str = "", by: User, now: datetime) -> Gap:
    """Write down the reason (one of REASONS). `shown`: the young person reads what is missing and why, in `words` or the reason's own.

    Raises NotAllowed for an unknown reason, and for words that name somebody or something the young person may not know of.
    """
    check_role(by, Permission.OPEN_ENTRIES, now)
    check_decides_for(by, child, now)
    if reason not in REASONS:
        raise NotAllowed("no_reason", _("Choose why it is missing."))
    said = (words.strip() or gettext(REASONS[reason].sentence)) if shown else ""
    check_words_tell_nothing(child, said)
    who = by.who(now)
    made = Gap.objects.create(
        child=child,
        kind=gap.kind,
        key=gap.key,
        starts=gap.starts,
        ends=gap.ends,
        what=title_of(gap),
        reason=reason,
        words=said,
        by=by,
        by_name=who.name,
        by_role=who.role,
        at=now,
    )
    record(Event.GAP_EXPLAINED, child=child.pk, by=who, at=now, about_type="gap", about_id=made.pk, facts={"kind": gap.of})
    return made
