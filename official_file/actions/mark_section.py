"""A worker says why a part of the record is empty: it does not apply, nobody knows, nobody wrote or asked, or it is not open."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from official_file.gap_words import BLANKS, NOT_SHARED
from official_file.kinds import SECTIONS
from official_file.models import EntryNow, Gap
from official_file.models.now import State
from official_file.telling_rules import check_words_tell_nothing
from people.errors import NotAllowed
from people.models import Child, User
from people.permissions import check_decides_for, check_role
from people.roles import Permission


@transaction.atomic
def mark_section(*, child: Child, section: str, blank: str, words: str = "", by: User, now: datetime) -> Gap:
    """Write it down; `words` are the worker's own, beside the sentence of the table. The newest counts.

    Raises NotAllowed when it would not be true: "nobody has written" of a part in which something is written, or the other way round.
    """
    check_role(by, Permission.OPEN_ENTRIES, now)
    check_decides_for(by, child, now)
    if section not in SECTIONS or blank not in BLANKS:
        raise NotAllowed("no_such_blank", _("Choose why it is empty."))
    _check_true(child, section, blank)
    check_words_tell_nothing(child, words)
    who = by.who(now)
    made = Gap.objects.create(
        child=child,
        kind=Gap.Kind.SECTION,
        key=f"section/{section}",
        what=section,
        reason=blank,
        words=words.strip(),
        by=by,
        by_name=who.name,
        by_role=who.role,
        at=now,
    )
    record(Event.SECTION_MARKED, child=child.pk, by=who, at=now, about_type="gap", about_id=made.pk, facts={"section": section})
    return made


def _check_true(child: Child, section: str, blank: str) -> None:
    """What must leave no trace counts as nothing. "Something is written" is not said of what is withheld: the law decides what is told."""
    rows = EntryNow.objects.current().filter(child=child, no_trace=False, sections__contains=f"|{section}|")
    if blank == NOT_SHARED and not rows.exclude(state__in=(State.WITHHELD, State.NOT_MINE)).exists():
        raise NotAllowed("nothing_there", _("Nothing is written in this part that they may be told of. Choose another reason."))
    if blank != NOT_SHARED and rows.exists():
        raise NotAllowed("something_there", _("Something is written in this part already. Open it, or say that it is not open to them."))
