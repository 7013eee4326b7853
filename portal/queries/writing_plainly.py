"""Everything on the page where a worker writes plain words: the original, the draft, what to look at again, who looked at it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.translation import gettext, gettext_noop

from cms.queries import glossary, kinder_words
from law.working_time import london_day
from official_file.key_summaries import SUMMED_UP, summary_of
from official_file.levels import EASY, FIRST_LANGUAGE, PLAIN, newest_version
from official_file.models import EntryNow, PlainDraft, PlainVersion
from official_file.plain_drafts import WORDS, colleagues, open_draft, team_mates
from official_file.plain_language.writing import Look, LookedOver, Mark, look_over
from official_file.presentation import Shown, show
from people.models import Child, User

WRITTEN = {EASY: gettext_noop("Easy"), PLAIN: gettext_noop("Plain")}
SAYS = {
    Look.LABEL: gettext_noop("a word to say otherwise"),
    Look.TERM: gettext_noop("a worker's word"),
    Look.ACRONYM: gettext_noop("short for something: say it in full"),
    Look.PASSIVE: gettext_noop("say who did it"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text; `look` empty for one to leave as it is."""

    text: str
    look: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True)
class Advice:
    """What to look at again: the text in pieces, each kind of mark once with its words, and how hard it reads."""

    found: LookedOver
    pieces: list[Piece]
    instead: list[Mark]

    @property
    def empty(self) -> bool:
        """Whether nothing is written yet."""
        return not self.found.words


@dataclass(frozen=True, slots=True)
class WritingPage:
    """The whole page."""

    row: EntryNow
    child: Child
    shown: Shown | None
    level: str
    levels: list[tuple[str, str, bool]]
    language: str
    draft: PlainDraft | None
    advice: Advice
    versions: list[PlainVersion]
    colleagues: list[User]
    team_mates: list[User]
    kinder: list[Any]
    has_head: bool
    head_is_missing: bool
    open_to_them: bool
    their_account: bool

    @property
    def initial(self) -> dict[str, Any]:
        """What the form holds when it is opened: the draft, else what stands there now."""
        if self.draft:
            kept = {name: getattr(self.draft, name) for name in WORDS}
            return {**kept, "pictures": self.draft.pictures, "written_with": self.draft.written_with, "version": self.draft.version}
        now = newest_version(self.row.entry, self.level, self.language)
        head = summary_of(self.row.entry, self.language) if self.has_head else None
        kept = {name: getattr(head, name) for name in WORDS[1:]} if head else {}
        suggested = self.shown.plain if self.shown and self.level == PLAIN else ""
        return {"text": now.text if now else suggested, "pictures": now.pictures if now else [], "version": 0, **kept}


def writing_page(row: EntryNow, level: str, user: User, at: datetime, *, language: str = FIRST_LANGUAGE) -> WritingPage:
    """The page for one level of an entry."""
    draft = open_draft(row.entry, level, language)
    shown = show(row, child=row.child, today=london_day(at), whole=True)
    versions = [one for one in row.entry.plain_versions.order_by("-at") if one.level == level]
    text = draft.text if draft else versions[0].text if versions else shown.plain if shown and level == PLAIN else ""
    has_head = row.kind in SUMMED_UP
    return WritingPage(
        row=row,
        child=row.child,
        shown=shown,
        level=level,
        levels=[(one, gettext(name), one == level) for one, name in WRITTEN.items()],
        language=language,
        draft=draft,
        advice=advice_on(text),
        versions=versions,
        colleagues=colleagues(row.child, user, at),
        team_mates=team_mates(row.child, user, at),
        kinder=kinder_words(),
        has_head=has_head,
        head_is_missing=has_head and summary_of(row.entry, language) is None,
        open_to_them=row.opens_at is not None and row.opens_at <= at,
        their_account=row.child.user_id is not None,
    )


def advice_on(text: str) -> Advice:
    """What to look at again in these words."""
    found = look_over(text, glossary(), kinder_words(), most=settings.READING_GRADE)
    pieces, position = [], 0
    for mark in found.marks:
        pieces += [Piece(text[position : mark.start]), Piece(mark.text, mark.look.value, gettext(SAYS[mark.look]))]
        position = mark.end
    pieces.append(Piece(text[position:]))
    once = {(mark.look, mark.text.casefold()): mark for mark in found.marks}
    return Advice(found, [piece for piece in pieces if piece.text], list(once.values()))
