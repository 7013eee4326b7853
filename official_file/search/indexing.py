"""Entries -> the words they are searched by. Everything here can be made again from the file at any time.

An entry without a row of its own is an entry that waits to be indexed: nothing else marks it, so a process that is killed leaves
nothing unmarked. The background worker, and every sweep, make what is missing (`index_missing`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import translation
from modelsearch.backends import get_search_backend
from modelsearch.conf import get_app_config

from audit.counting import count_anew
from files.models import FilePage, FileReading
from law.working_time import london_day
from official_file.covered import cover_of, with_covers
from official_file.key_summaries import in_short
from official_file.kinds import KINDS
from official_file.levels import told_easily
from official_file.media import OWN_WORDS, words_beside
from official_file.models import Entry, EntryFile, EntryNow, EntrySource, PlainVersion, SearchWords
from official_file.models.now import State
from official_file.papers import may_be_shown
from official_file.plain_language.codes import meaning
from official_file.plain_language.facts import CODE_LISTS, code_of
from official_file.plain_language.when import When
from official_file.presentation import Shown, show
from official_file.search.further import further_words
from official_file.search.words import words_once

MADE_AS = 2  # raise it when words are made in another way: every row is then made again
BATCH = 500


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one entry: see SearchWords."""

    open_words: str
    staff_words: str
    again_on: date | None


def index_now(ids: Sequence[UUID], now: datetime) -> int:
    """Make the words of these entries, or make them again. Returns how many; one that was disposed of loses its words."""
    made = 0
    for start in range(0, len(ids), BATCH):
        made += _index_batch(ids[start : start + BATCH], london_day(now))
    return made


def index_missing(now: datetime, *, most: int | None = None) -> int:
    """Make the words of every entry that has none, or old ones; at most so many. Returns how many."""
    made = 0
    while most is None or made < most:
        wanted = BATCH if most is None else min(BATCH, most - made)
        found = list(waiting_to_be_indexed(now).values_list("pk", flat=True)[:wanted])
        if not found:
            break
        made += _index_batch(found, london_day(now))
    return made


def waiting_to_be_indexed(now: datetime) -> QuerySet[EntryNow]:
    """Entries that have no words yet, words made in an older way, or words that a day has passed by."""
    good = Q(again_on__isnull=True) | Q(again_on__gt=london_day(now))
    ready = SearchWords.objects.filter(good, entry=OuterRef("pk"), made_as=MADE_AS)
    found: QuerySet[EntryNow] = EntryNow.objects.exclude(state=State.DISPOSED).filter(~Exists(ready)).order_by()
    return found


def forget(entries: Iterable[Entry]) -> None:
    """Take these entries out of the index, words and all: what was destroyed cannot be searched for."""
    SearchWords.objects.filter(entry__in=list(entries)).delete()  # the library's rows go with them


@transaction.atomic
def _index_batch(ids: Sequence[UUID], today: date) -> int:
    words = fresh_words(ids, today)
    forget(Entry.objects.filter(pk__in=set(ids).difference(words)))
    children = dict(Entry.objects.filter(pk__in=list(words)).values_list("pk", "child_id"))
    made = [_row(pk, children[pk], one) for pk, one in words.items()]
    update = ["open_words", "staff_words", "made_as", "again_on"]
    SearchWords.objects.bulk_create(made, update_conflicts=True, unique_fields=["entry"], update_fields=update, batch_size=BATCH)
    get_search_backend().add_bulk(SearchWords, list(SearchWords.objects.filter(entry__in=list(words))))
    count_anew([SearchWords, get_app_config().get_model("IndexEntry")], added=len(made))
    return len(ids)


def fresh_words(ids: Sequence[UUID], today: date) -> dict[UUID, Words]:
    """The words of these entries as they are told today; of one that was disposed of, nothing."""
    sources: Prefetch[str] = Prefetch("entry__sources", queryset=EntrySource.objects.none())
    versions: Prefetch[str] = Prefetch("entry__plain_versions", queryset=PlainVersion.objects.order_by("at"))
    entries = EntryNow.objects.filter(pk__in=ids).select_related("child", "entry__payload")
    rows = [
        row for row in entries.prefetch_related(sources, versions, "entry__key_summaries", with_covers(), "child__names") if row.entry.body
    ]
    with_papers = set(EntryFile.objects.filter(entry__in=[row.pk for row in rows]).values_list("entry_id", flat=True))
    own = further_words([row.pk for row in rows if row.kind == OWN_WORDS])
    return {
        row.pk: words_of_entry(row, _texts_of_paper(row.pk) if row.pk in with_papers else [], today, beside=own.get(row.pk, ()))
        for row in rows
    }


def _row(entry: UUID, child: UUID, words: Words) -> SearchWords:
    return SearchWords(
        entry_id=entry,
        child_id=child,
        open_words=words.open_words,
        staff_words=words.staff_words,
        made_as=MADE_AS,
        again_on=words.again_on,
    )


def words_of_entry(row: EntryNow, pages: Sequence[str], today: date, *, beside: Sequence[str] = ()) -> Words:
    """The words of an entry with its content read. `pages`: the text of its documents. In every language we speak.

    `beside`: of own words, what others wrote about what was sent with them; captions stand in the entry itself.
    """
    open_texts: list[str] = []
    staff_texts: list[str] = [KINDS[row.kind].name, _official(row)]
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            shown = show(row, child=row.child, today=today)
            if shown:
                open_texts += [*texts_of(shown), *_beside(row, language, today)]
    facts = row.entry.body["facts"]
    staff_texts += [str(facts.get("title") or ""), str(facts.get("summary") or ""), row.entry.text, row.entry.author["name"]]
    cover = cover_of(row.entry)
    if open_texts:
        open_texts += [*(cover.page(page) for page in pages), *words_beside(row.entry), *beside]
    staff_texts += pages if cover.closes_pictures or not open_texts else []
    open_words = words_once(*open_texts)
    more = set(words_once(*staff_texts).split()).difference(open_words.split())
    return Words(open_words, " ".join(sorted(more)), _again_on(row, today))


def texts_of(shown: Shown) -> list[str]:
    """Every text of an entry that its subject reads once it is open: on its page, its original words included."""
    original = shown.original if shown.free or shown.own_words else ""
    return [shown.heading, shown.plain, *shown.details, shown.when_words, shown.ages, original, shown.author_name, shown.author_role]


def _beside(row: EntryNow, language: str, today: date) -> list[str]:
    """Its easy words, and what stands at its head in short: its subject reads them on its page too."""
    row.entry.child = row.child  # fetched with its names, once for the whole batch
    easy = told_easily(row.entry, language, today=today)
    return [easy.text if easy else "", in_short(row.entry, language, cover_of(row.entry))]


def pages_of(ids: Sequence[UUID], *, to_show: bool = False) -> dict[UUID, list[tuple[int, str]]]:
    """Number and text of each page of each entry's paper; nothing of one that is kept closed because it may do harm.

    `to_show`: for words that are quoted. Then nothing of one that may not be looked at yet either (official_file/papers.py).
    """
    papers = (
        EntryFile.objects.filter(entry__in=ids)
        .exclude(entry__now__kind=OWN_WORDS)
        .exclude(file__reading__state=FileReading.State.QUARANTINED)
    )
    of_entry: dict[UUID, EntryFile] = {}
    for paper in papers.select_related("file__reading").order_by("position"):
        of_entry.setdefault(paper.entry_id, paper)  # an entry shows its first
    found: dict[UUID, list[tuple[int, str]]] = {}
    for entry, paper in of_entry.items():
        if not to_show or may_be_shown(paper.file):
            pages = FilePage.objects.filter(file=paper.file_id).exclude(text="").order_by("number")
            found[entry] = list(pages.values_list("number", "text"))
    return found


def _texts_of_paper(entry: UUID) -> list[str]:
    """The pages of one paper: one at a time, because a paper may be very long."""
    return [text for _number, text in pages_of([entry]).get(entry, ())]


def _official(row: EntryNow) -> str:
    """What a code means officially: staff know it by these words."""
    if row.kind not in CODE_LISTS:
        return ""
    code_list, code = code_of(row.kind, row.entry.facts)
    return meaning(code_list, code).official if code else ""


def _again_on(row: EntryNow, today: date) -> date | None:
    """The day from which something else is told, because a day in it that is still to come is then past."""
    when = When.from_body(row.entry.body["when"])
    to_come = [day + timedelta(days=1) for day in (when.start, when.end) if day and day >= today]
    return min(to_come, default=None)
