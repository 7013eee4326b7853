"""A question, asked of what the searcher may see now and of nothing else.

Who may see what is decided by the rows that are handed in (`EntryNow.objects.visible_to`, or `my_entries` with what a reader chose
to hide). Two things come from them: the vocabulary, against which words are understood and mended, and the answer. A word that
stands only in what is closed is in neither, so it is never even asked of the index.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from modelsearch.backends import get_search_backend
from modelsearch.query import And, PlainText

from law.working_time import london_day
from official_file.models import SearchWords
from official_file.models.now import EntryNowQuerySet
from official_file.models.searched import token_of
from official_file.search.indexing import MADE_AS, index_now
from official_file.search.mending import Meant, meant
from official_file.search.words import words_of

AT_ONCE = 300  # so many entries that wait are made ready before an answer; more are left to the background worker
MOST_FILES = 200  # of so many files the index is told which; beyond, it looks everywhere and the rows alone decide


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it was understood. `rows`: the entries that hold every term, or some of them when not `together`."""

    meant: Meant
    rows: EntryNowQuerySet
    together: bool = True
    not_ready: int = 0

    @property
    def wanted(self) -> frozenset[str]:
        """The words to mark."""
        return self.meant.wanted

    def holds(self, text: str) -> bool:
        """Whether a text beside the entries is an answer too."""
        words = set(words_of(text))
        found = [not words.isdisjoint(term.words) for term in self.meant.terms]
        return bool(found) and (all(found) if self.together else any(found))


@dataclass(frozen=True, slots=True)
class Searched:
    """What is searched. `rows`: all that the searcher may see; `within`: those of the part and the years they chose.

    `files`: whose files they are of. `whole`: staff, who read all of an entry. `beside`: further texts the searcher may read.
    """

    rows: EntryNowQuerySet
    within: EntryNowQuerySet
    files: Collection[UUID]
    whole: bool = False
    beside: Sequence[str] = ()


def vocabulary_of(rows: EntryNowQuerySet, at: datetime, *, whole: bool) -> tuple[set[str], list[UUID]]:
    """Every word of these entries that their reader may read (with `whole`, all that staff read), and the entries not ready yet."""
    words: set[str] = set()
    waiting: list[UUID] = []
    today = london_day(at)
    columns = ("open_words", "staff_words") if whole else ("open_words",)
    asked = ("pk", *(f"entry__search_words__{name}" for name in ("made_as", "again_on", *columns)))
    for pk, made_as, again_on, *texts in rows.order_by().values_list(*asked).iterator(chunk_size=2_000):
        if made_as != MADE_AS or (again_on and again_on <= today):
            waiting.append(pk)
        else:
            for text in texts:
                words.update(text.split())
    return words, waiting


def ask(words: Sequence[str], searched: Searched, at: datetime) -> Asked:
    """What these words mean and which entries hold them: all of the words, or where nothing does, some of them."""
    rows = searched.rows.prefetch_related(None).select_related(None)
    vocabulary, waiting = vocabulary_of(rows, at, whole=searched.whole)
    if waiting and len(waiting) <= AT_ONCE:
        index_now(waiting, at)
        vocabulary, waiting = vocabulary_of(rows, at, whole=searched.whole)
    for text in searched.beside:
        vocabulary.update(words_of(text))
    understood = meant(words, vocabulary)
    asked = Asked(understood, _matching(searched, [term.words for term in understood.terms]), not_ready=len(waiting))
    if len(understood.terms) < 2 or asked.rows.exists() or any(map(asked.holds, searched.beside)):
        return asked
    return Asked(understood, _matching(searched, [understood.wanted]), together=False, not_ready=len(waiting))


def _matching(searched: Searched, terms: Sequence[frozenset[str]]) -> EntryNowQuerySet:
    """Those entries that hold a word of every term."""
    within = searched.within.prefetch_related(None).select_related(None)
    wanted = [PlainText(" ".join(sorted(words)), operator="or") for words in terms]
    if not wanted or not searched.files:
        return within.none()
    if len(searched.files) <= MOST_FILES:
        wanted.insert(0, PlainText(" ".join(token_of(child) for child in searched.files), operator="or"))
    fields = None if searched.whole else ["title"]
    found = get_search_backend().search(And(wanted), SearchWords.objects.all(), fields=fields, order_by_relevance=False)
    return within.filter(pk__in=found.get_queryset().values("entry"))
