"""What was said in one language, as somebody put it into another: beside the words for every reader, never instead of them."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from law.calendar_words import say_date
from law.working_time import london_day
from people.roles import display_name
from stories.models import Attachment, Contribution, Translation

THE_WORDS = "words"  # the part of a contribution that is no recording


@dataclass(frozen=True, slots=True)
class Meant:
    """One translation as a page shows it. `of`: the recording it is of, None for the words; `who`: interpreter, and who wrote it down."""

    title: str
    text: str
    who: str
    of: UUID | None


def shown_meanings(contribution: Contribution) -> list[Meant]:
    """Every translation of it, oldest first, each with the name of who put it into the other language."""
    return [_shown(row) for row in contribution.translations.order_by("at")]


def parts_said(contribution: Contribution) -> list[str]:
    """What somebody has to understand: the words, when there are any, and each recording."""
    sounds = contribution.attachments.filter(kind=Attachment.Kind.SOUND).order_by("position")
    return ([THE_WORDS] if contribution.words.strip() else []) + [str(sound.pk) for sound in sounds]


def _shown(row: Translation) -> Meant:
    places = {
        "language": row.to_language,
        "first": row.from_language,
        "interpreter": row.interpreter,
        "who": row.by_name,
        "role": display_name(row.by_role),
        "day": say_date(london_day(row.at), _),
    }
    title = _("What the recording says, in %(language)s") if row.attachment_id else _("What the words say, in %(language)s")
    who = _("Put into %(language)s from %(first)s by %(interpreter)s. %(who)s, %(role)s, wrote it here on %(day)s.")
    return Meant(title % places, row.text, who % places, row.attachment_id)
