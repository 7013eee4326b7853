"""An entry as one line of a list: when, how old the reader was, one plain sentence, and whose voice it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext

from official_file.levels import ORIGINAL, PLAIN
from official_file.models import EntryNow
from official_file.pace import in_words, needs_warning, themes_for
from official_file.presentation import Shown, as_chosen, show
from people.models import Child, User
from portal.queries.first_screen import first_screen
from portal.queries.media import OWN, Reader, media_in, sent_without_words
from stories.lifecycle import Status
from stories.media import ShownMedia
from stories.models import Contribution, ContributionQuerySet

FIRST_TOLD = {
    kind: place for place, kind in enumerate(("came_into_care", "home", "why_letter", "reason_for_care", "move_reason", "legal_status"))
}
LATER = len(FIRST_TOLD)
QUOTED = 40  # words of an original that stand in a line


@dataclass(frozen=True, slots=True)
class Line:
    """What a list shows of one entry, at the level its reader chose. `own`: the text is the reader's own words, whole.

    `notes`: what it is about that may be hard to read; `guarded`: it opens only after a warning (R18), so a list does not quote it.
    `media`: photos and recordings, which stand in the line of the entry they belong to (M17).
    """

    id: UUID
    kind: str
    url: str
    title: str
    text: str
    when: str
    age: str
    own: bool
    day: date | None
    beside: bool
    notes: tuple[str, ...] = ()
    guarded: bool = False
    pictures: tuple[str, ...] = ()
    media: tuple[ShownMedia, ...] = ()

    @property
    def anchor(self) -> str:
        """Where the line is on its page, to come back to."""
        return f"e-{self.id}"


def lines_of(
    rows: Iterable[EntryNow],
    *,
    child: Child,
    today: date,
    beside: frozenset[UUID] = frozenset(),
    level: str = PLAIN,
    reader: Reader = OWN,
) -> list[Line]:
    """The lines of these entries at this level, in their order, leaving out those about which nothing is to be said.

    `reader`: whose addresses the photos and recordings in them have.
    """
    shown = [(row, entry) for row in rows if (entry := show(row, child=child, today=today)) is not None]
    themes = themes_for(row.pk for row, _entry in shown)
    told = [(row, as_chosen(entry, row, level=level, child=child, today=today)) for row, entry in shown]
    media = media_in((row.entry for row, _entry in told), reader=reader)
    return [_line(row, entry, beside, themes.get(row.pk, []), level, media.get(row.pk, [])) for row, entry in told]


def told_in_order(lines: Iterable[Line]) -> list[Line]:
    """The same lines, those of one day in the order one tells them; what has no date stays last."""
    return sorted(lines, key=lambda line: (line.day or date.max, FIRST_TOLD.get(line.kind, LATER)))


def text_of(entry: Shown, level: str = PLAIN) -> str:
    """One line of it: the reader's own words whole; of anything else what a person wrote plainly, else the first sentence.

    Word for word: how the original begins, unless it carries an old name, which nobody meets without being told first.
    """
    if entry.own_words:
        return entry.original
    if level == ORIGINAL and entry.free and entry.original.strip() and not entry.warning:
        first, rest = first_screen(entry.original, most=QUOTED)
        return f"{first} ..." if rest else first
    made_from_facts = entry.plain == " ".join(entry.sentences)
    return entry.sentences[0] if made_from_facts and entry.sentences else entry.plain


def with_my_words(user: User, entries: Iterable[UUID], at: datetime) -> frozenset[UUID]:
    """Those of these entries that the reader has written something about (sent, not hidden on this phone)."""
    return frozenset(my_words_about(user, at).filter(about_id__in=list(entries)).values_list("about_id", flat=True))


def my_words_about(user: User, at: datetime) -> ContributionQuerySet:
    """What the reader wrote about entries: sent, not hidden on this phone."""
    mine = Contribution.objects.visible_to(user, at).filter(about__isnull=False, hidden_by_author=False)
    return mine.exclude(status__in=(Status.DRAFT, Status.WITHDRAWN))


def _line(row: EntryNow, entry: Shown, beside: frozenset[UUID], themes: list[str], level: str, media: list[ShownMedia]) -> Line:
    return Line(
        id=entry.id,
        kind=entry.kind,
        url=reverse("portal:entry", args=[entry.id]),
        title=entry.heading,
        text=text_of(entry, level) or sent_without_words(row.entry),
        when=entry.when_words or gettext("We do not know when"),
        age=entry.ages.rstrip("."),
        own=entry.own_words,
        day=row.day,
        beside=entry.id in beside,
        notes=tuple(in_words(themes)),
        guarded=needs_warning(row, themes),
        pictures=entry.pictures,
        media=tuple(media),
    )
