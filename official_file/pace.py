"""The reader sets the pace: what an entry is about before it is opened, what opens only after a warning, where they stopped."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext

from official_file.models import Entry, EntryNow, NowTheme
from official_file.reader_choices import place_kept
from official_file.themes import OWN, STRONG, THEMES, in_order
from people.models import Child

SENSITIVE = 2  # from this on, an entry opens only after a plain warning and the reader's own choice (R18)


def themes_for(entries: Iterable[UUID]) -> dict[UUID, list[str]]:
    """The themes of each of these entries that has any, in the order of the table. One question, however many."""
    found: defaultdict[UUID, set[str]] = defaultdict(set)
    for entry_id, theme in NowTheme.objects.filter(entry_now__in=list(entries)).values_list("entry_now_id", "theme"):
        found[entry_id].add(theme)
    return {entry_id: in_order(themes) for entry_id, themes in found.items()}


def notes_for(entries: Iterable[UUID]) -> dict[UUID, list[str]]:
    """What to say before each of these entries, in the reader's language: {id: ["Police and court"]}. Those without are left out."""
    return {entry_id: in_words(slugs) for entry_id, slugs in themes_for(entries).items()}


def in_words(themes: Iterable[str]) -> list[str]:
    """These themes in the reader's language."""
    return [gettext(THEMES[slug].label) for slug in themes]


def needs_warning(row: EntryNow, themes: Iterable[str]) -> bool:
    """Whether it opens only after a warning: sensitive, or about something strong. Own words never do: they are the reader's."""
    return row.kind != OWN and (row.sensitivity >= SENSITIVE or bool(STRONG.intersection(themes)))


def place_of(child: Child) -> Entry | None:
    """The entry where this reader stopped, or None. Whether it may still be read is asked where it is shown, as of any entry."""
    kept = place_kept(child)
    return kept.entry if kept else None


def guarded(entries: Iterable[UUID]) -> frozenset[UUID]:
    """Those of these entries that open only after a warning: a page that shows several whole leaves them to their own pages."""
    strong = NowTheme.objects.filter(entry_now=OuterRef("pk"), theme__in=STRONG)
    rows = EntryNow.objects.filter(pk__in=list(entries)).exclude(kind=OWN).filter(Q(sensitivity__gte=SENSITIVE) | Exists(strong))
    return frozenset(rows.order_by().values_list("pk", flat=True))
