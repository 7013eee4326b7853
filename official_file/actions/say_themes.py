"""A worker who has read an entry says what it is about, so that its reader is told before they open it."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from official_file.models import Entry, EntryThemes
from official_file.permissions import check_can_decide
from official_file.projection import refresh
from official_file.themes import THEMES, in_order
from people.errors import NotAllowed
from people.models import User


@transaction.atomic
def say_themes(*, entry: Entry, themes: Iterable[str], by: User, now: datetime) -> EntryThemes:
    """Keep the themes; none says that it is about none of them. The newest counts, beside those known by rule.

    Raises NotAllowed for somebody who may not decide about the entry, for its subject's own words, and for an unknown theme.
    """
    row = check_can_decide(by, entry, now)
    named = list(themes)
    if unknown := [one for one in named if one not in THEMES]:
        raise NotAllowed("no_such_kind", _("There is no kind called %(name)s. Choose from the list.") % {"name": unknown[0]})
    if row.kind == "own_words":
        raise NotAllowed("their_words", _("These are their own words. Nobody says for them what they are about."))
    made = EntryThemes.objects.create(entry=entry, themes=in_order(named), by=by, by_name=by.who(now).name, at=now)
    refresh(entry)
    record(Event.THEMES_SAID, child=entry.child_id, by=by.who(now), at=now, about_type="entry", about_id=entry.pk)
    return made
