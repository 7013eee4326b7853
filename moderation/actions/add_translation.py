"""What an interpreter says it means: beside the words, never instead of them, for the reader and for its author."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from audit.events import Event
from audit.record import record
from moderation.actions.lock import lock_contribution
from moderation.actions.understand import understand
from moderation.looking_after import check_can_interpret
from official_file.searching import index_entries
from people.errors import NotAllowed
from people.models import User
from stories.actions.ask_to_look_soon import ask_to_look_soon
from stories.actions.flag_risks import flag_words
from stories.actions.owed import tell_author
from stories.flags import open_flags
from stories.meanings import THE_WORDS
from stories.models import Contribution, Translation, signed
from stories.queries import ABOUT


@dataclass(frozen=True, slots=True)
class Meaning:
    """What was said, in another language: `part` is "words" or the id of a recording; `interpreter` is who put it there."""

    part: str
    from_language: str
    to_language: str
    text: str
    interpreter: str


@transaction.atomic
def add_translation(*, contribution: Contribution, meaning: Meaning, by: User, now: datetime) -> Translation:
    """Keep it beside what was sent, and end what was owed for that part. Raises NotAllowed when a line is empty.

    It is looked through for risk words too: in their own language no list may have held them.
    """
    contribution = lock_contribution(contribution=contribution, by=by, now=now)
    check_can_interpret(by, contribution, meaning.part, now)
    if not all(line.strip() for line in (meaning.text, meaning.from_language, meaning.to_language, meaning.interpreter)):
        raise NotAllowed("not_whole", _("Write what it means, both languages, and who put it into the other language."))
    kept = Translation.objects.create(
        contribution=contribution,
        attachment_id=None if meaning.part == THE_WORDS else meaning.part,
        from_language=meaning.from_language.strip(),
        to_language=meaning.to_language.strip(),
        text=meaning.text,
        interpreter=meaning.interpreter.strip(),
        **signed(by, now),
    )
    about: dict[str, Any] = {"about_type": ABOUT, "about_id": contribution.pk}
    record(Event.TRANSLATION_ADDED, child=contribution.child_id, by=by.who(now), at=now, **about)
    understand(contribution=contribution, part=meaning.part, by=by, now=now)
    if flag_words(contribution=contribution, text=meaning.text, by=by, now=now) and open_flags(contribution).exists():
        ask_to_look_soon(contribution=contribution, by=by, now=now)
    tell_author(contribution=contribution, by=by, now=now)
    if contribution.entry:  # it is in the file already: found by these words from now on
        index_entries([contribution.entry], now=now)
    return kept
