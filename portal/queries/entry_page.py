"""One entry with all that stands beside it: words explained, where it came from, my words, what I asked."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext, gettext_noop

from cms.queries import glossary
from law.calendar_words import say_date
from law.working_time import london_day
from official_file.levels import PLAIN
from official_file.models import EntryNow
from official_file.plain_drafts import shown_draft
from official_file.plain_language.jargon import mark_terms
from official_file.presentation import Shown, show
from official_file.queries import entry_for
from official_file.sources import sources_of, told_with
from official_file.versions import versions_of
from people.models import Child, User
from portal.queries.asked import Asked, asked_about
from portal.queries.covered_words import why_covered
from portal.queries.levels import Levels, levels_of
from portal.queries.media import OWN, media_beside
from portal.queries.own_words import OwnWords, own_words_in
from portal.queries.papers import Paper, paper
from portal.queries.plans import OnEntry, on_entry
from stories.boards import ShownBoard, said_by_taps
from stories.lifecycle import LABELS, Status
from stories.media import WITH_MEDIA, ShownMedia
from stories.models import Contribution

SOURCES: dict[str, str] = {
    "ssda903": gettext_noop("It comes from the list that the council sends to the government every year."),
    "ssd": gettext_noop("It comes from the council's own computer system."),
    "case_notes": gettext_noop("It comes from the council's notes about you."),
    "documents": gettext_noop("It comes from a paper in your file."),
    "services": gettext_noop("It comes from what the service told us."),
    "portal": gettext_noop("It was written here, for you."),
    "contribution": gettext_noop("You sent it yourself."),
}

WRITTEN_HERE = frozenset({"portal", "contribution"})  # it is always there


@dataclass(frozen=True, slots=True)
class MyWords:
    """What the reader wrote about this entry, and where it stands."""

    text: str
    when: str
    state: str
    filed: bool
    url: str
    media: list[ShownMedia]
    boards: list[ShownBoard]


@dataclass(frozen=True, slots=True)
class EntryPage:
    """Everything the entry's page shows. `hard_words`: workers' words in the original, each with what it means."""

    entry: Shown
    levels: Levels | None
    hard_words: list[tuple[str, str]]
    when: str
    sources: list[str]
    mine: list[MyWords]
    asked: list[Asked]
    written_on: str
    about_url: str
    check_url: str
    check_by: str
    paper: Paper | None
    plan: OnEntry | None = None
    why_covered: tuple[str, ...] = ()
    own: OwnWords | None = None

    @property
    def is_letter(self) -> bool:
        """Whether its original is a letter, which one opens to read it."""
        return self.entry.kind in ("letter", "why_letter")

    @property
    def at(self) -> str:
        """Its id as text, to come back to its place in the story."""
        return str(self.entry.id)


def entry_page(*, row: EntryNow, user: User | None, child: Child, at: datetime, level: str = PLAIN) -> EntryPage | None:
    """The page of one entry that is open to its reader, or None when nothing is to be said about it.

    `user` None: as a worker tries how it reads. Then nothing that the young person said stands beside it: words may have
    been sent to another reader, and what is hidden on their phone is nobody else's to know.
    """
    today = london_day(at)
    entry = show(row, child=child, today=today)
    if entry is None:
        return None
    words: list[Any] = [] if entry.own_words else list(glossary())
    draft = shown_draft(user, row.pk, at) if user else None
    return EntryPage(
        entry=entry,
        levels=None if entry.own_words else levels_of(row, level=level, today=today, details=entry.details, words=words),
        hard_words=[(piece.text, piece.plain) for piece in mark_terms(entry.original, words) if piece.plain],
        when=entry.when_words or gettext("We do not know when"),
        sources=[source_in_words(system, as_of) for system, as_of in sources_of(row)],
        mine=_mine(row, user, at) if user else [],
        asked=asked_about(child, row.pk, at) if user else [],
        written_on=say_date(entry.written_on, gettext) if entry.written_on else "",
        about_url=_about(row, user, at) if user else "",
        check_url=reverse("portal:check_words", args=[row.pk]) if draft else "",
        check_by=str(draft.by) if draft else "",
        paper=paper(row, reader="own" if user else ""),
        plan=on_entry(row, user, at),
        why_covered=tuple(why_covered(row.entry)),
        own=own_words_in(row, user=user, at=at),
    )


def source_in_words(system: str, as_of: date | None) -> str:
    """Where it came from, and when it was last seen there."""
    said = gettext(SOURCES.get(system, gettext_noop("It comes from another of the council's systems.")))
    if as_of is None or system in WRITTEN_HERE:
        return said
    return f"{said} {gettext('We last saw it there on %(day)s.') % {'day': say_date(as_of, gettext)}}"


def _about(row: EntryNow, user: User, at: datetime) -> str:
    """The page of the entry that own words are about, while it is open to their writer; else ""."""
    about = row.entry.facts.get("about")
    other = entry_for(user, UUID(about), at) if about else None
    return reverse("portal:entry", args=[other.pk]) if other else ""


def _mine(row: EntryNow, user: User, at: datetime) -> list[MyWords]:
    versions = [one.pk for one in versions_of(row.entry)]  # what they said of an older version stays beside what was put right
    about = [*versions, *(one.pk for one in told_with(row))]  # also what they said when it was told twice
    rows = Contribution.objects.visible_to(user, at).filter(about_id__in=about, hidden_by_author=False)
    sent = rows.exclude(status__in=(Status.DRAFT, Status.WITHDRAWN)).order_by("sent_at").prefetch_related(*WITH_MEDIA)
    return [
        MyWords(
            text=one.words,
            when=say_date(london_day(one.sent_at), gettext) if one.sent_at else "",
            state=gettext(LABELS[Status(one.status)]),
            filed=one.status in (Status.FILED, Status.FILED_LIMITED),
            url=reverse("stories:one", args=[one.pk]),
            media=media_beside(one, reader=OWN),
            boards=said_by_taps(one.board, translate=gettext),
        )
        for one in sent
    ]
