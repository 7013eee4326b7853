"""A plain text for an entry, approved by a named person. The original stays behind it."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from official_file.levels import FIRST_LANGUAGE
from official_file.models import Entry, PlainVersion
from official_file.permissions import check_can_decide
from official_file.searching import index_entries
from official_file.unconfirmed import check_all_known, unconfirmed_in_text
from people.errors import NotAllowed
from people.models import User


@dataclass(frozen=True, slots=True)
class HowWritten:
    """For which level and language, beside which pictures, with whom; `above_level`: published after the warning that it is hard."""

    level: str = PlainVersion.Level.PLAIN.value
    language: str = FIRST_LANGUAGE
    pictures: tuple[str, ...] = ()
    written_with: bool = False
    second_look_by_name: str = ""
    above_level: bool = False


USUAL = HowWritten()


@transaction.atomic
def approve_plain_version(*, entry: Entry, text: str, how: HowWritten = USUAL, by: User, now: datetime) -> PlainVersion:
    """Keep this text as what is read first at its level; earlier versions stay.

    Raises NotAllowed for an empty one, for their own words, and, of what they can read, when the new words name somebody of
    whom nobody has confirmed that they know (of what is closed, that is asked when it opens).
    """
    row = check_can_decide(by, entry, now)
    if row.kind == "own_words":
        raise NotAllowed("own_words", _("These are their own words. Nobody writes them anew."))
    if not text.strip():
        raise NotAllowed("no_words", _("Write one or two plain sentences first."))
    if row.opens_at:
        check_all_known(unconfirmed_in_text(entry.child_id, text))
    made = PlainVersion.objects.create(
        entry=entry,
        text=text.strip(),
        level=how.level,
        language=how.language,
        pictures=list(how.pictures),
        written_with=how.written_with,
        second_look_by_name=how.second_look_by_name,
        approved_by=by,
        approved_by_name=str(by),
        at=now,
    )
    index_entries([entry], now=now)
    facts = {"level": how.level, "above_level": how.above_level}
    record(Event.PLAIN_VERSION_APPROVED, child=entry.child_id, by=by.who(now), at=now, about_type="entry", about_id=entry.pk, facts=facts)
    return made
