""" "Never show me this kind": a reader's own choice, in force on every page at once, and theirs alone.

No audit line is written. Staff read the audit of a record, a manager takes it out, and a line that only said "they chose something"
would already tell them (docs/adr/0018).
"""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from official_file.models import ReaderChoice
from official_file.permissions import check_own_record
from official_file.themes import THEMES
from people.errors import NotAllowed
from people.models import Child, User

NEVER = ReaderChoice.Choice.NEVER


@transaction.atomic
def never_show(*, child: Child, theme: str, by: User, now: datetime) -> ReaderChoice:
    """Show nothing of this theme to its reader, anywhere, until they change their mind. Raises NotAllowed for anybody else's record."""
    check_own_record(by, child)
    if theme not in THEMES:
        raise NotAllowed("no_such_kind", _("We do not know this kind of thing. Choose one from the list."))
    made, _is_new = ReaderChoice.objects.get_or_create(child=child, choice=NEVER, theme=theme, ended_at=None, defaults={"at": now})
    return made


@transaction.atomic
def show_again(*, child: Child, theme: str, by: User, now: datetime) -> int:
    """They changed their mind about this theme. Returns how many choices ended: 0 when none stood."""
    check_own_record(by, child)
    return ReaderChoice.objects.filter(child=child, choice=NEVER, theme=theme, ended_at=None).update(ended_at=now)
