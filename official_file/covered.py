"""What of an original its subject reads as a label: the one place from which every page, print, export and search index takes it.

    for_subject(entry)                  ->   the original as its subject reads it
    cover_of(entry).hide(words)         ->   any other words about the same entry: its title, its summary, a page of its paper
    cover_of(entry).closes_pictures     ->   whether pictures, sound and the very bytes of its paper stay closed to them

A passage belongs to one decision to open, and only those of the newest count. What is covered is words, and they are covered
wherever they stand in what is said about this entry. In a picture nothing can be covered: then the picture stays closed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery
from django.utils.translation import gettext

from files.models import FilePage, FileReading
from official_file.covering_rules import Covered, hide
from official_file.models import CoveredPassage, Entry, EntryFile, Sharing

OPENINGS = (Sharing.Decision.SHARED, Sharing.Decision.WITH_SUPPORT)
PAGE_END = "\f"
KEPT = "covered_now"  # where `with_covers` keeps the passages in force on an entry
TRIED = "covered_as_tried"
NOT_SAID = frozenset(
    {"title", "summary", "key", "sha256", "digest", "media_type", "contribution", "worker_key"}
)  # said already, or no words


@dataclass(frozen=True, slots=True)
class Cover:
    """What is covered of one entry. `closes_pages`: its paper was read anew since, so that nobody knows where the words stand.

    `lost`: words on such a page were covered, so nobody knows any more which they are: nothing that people wrote is shown.
    """

    covers: tuple[Covered, ...] = ()
    closes_pages: bool = False
    lost: bool = False

    @property
    def closes_pictures(self) -> bool:
        """Whether pictures, sound and bytes of its paper stay closed: no word in them can be covered."""
        return bool(self.covers) or self.closes_pages

    def hide(self, words: str) -> str:
        """These words with labels in the place of what is covered; nothing when it is not known any more what is."""
        if self.lost:
            return ""
        return hide(words, self.covers) if self.covers and words else words

    def page(self, words: str) -> str:
        """The words of a page of its paper; nothing while it is not known what stands where."""
        return "" if self.closes_pages else self.hide(words)


NOTHING = Cover()


def for_subject(entry: Entry) -> str:
    """The original as the person it is about reads it."""
    return cover_of(entry).hide(entry.text)


def cover_of(entry: Entry) -> Cover:
    """What is covered of this entry now. Costs a question, unless the entry was fetched `with_covers`."""
    tried: Cover | None = getattr(entry, TRIED, None)
    if tried is not None:
        return tried
    passages = getattr(entry, KEPT, None)
    if passages is None:
        passages = list(passages_in_force().filter(entry=entry.pk))
    return cover_made_of(entry, passages) if passages else NOTHING


def try_with(entry: Entry, cover: Cover) -> None:
    """Let this entry, as it is held in memory, read as if this were covered: for a preview, nothing is stored."""
    setattr(entry, TRIED, cover)


def cover_made_of(entry: Entry, passages: Sequence[CoveredPassage]) -> Cover:
    """The cover that these passages of an entry make, whether or not they are stored yet."""
    text = written_text(entry)
    on_pages = any(passage.end > len(text) for passage in passages)
    text = whole_text(entry) if on_pages else text
    found = {text[passage.start : passage.end]: passage.label for passage in passages}
    covers = tuple(Covered(words, label_in_words(label)) for words, label in found.items() if words.strip())
    anew = _read_since(entry, passages)
    return Cover(covers, closes_pages=anew, lost=anew and on_pages)


def written_text(entry: Entry) -> str:
    """The text in which passages have their places, as far as it never changes: the text, the title, the summary, what facts say."""
    facts = entry.facts
    first = [entry.text, str(facts.get("title") or ""), str(facts.get("summary") or "")]
    return PAGE_END.join([*first, *(said for key in sorted(facts) if key not in NOT_SAID for said in _strings(facts[key]))])


def whole_text(entry: Entry) -> str:
    """All of the text in which passages have their places: what was written, then each page of its papers."""
    return PAGE_END.join([written_text(entry), *_pages(entry)])


def label_in_words(label: str) -> str:
    """A label in the language of the page. Labels are kept in the language of the messages."""
    return f"[{gettext(label[1:-1])}]"


def passages_in_force() -> QuerySet[CoveredPassage]:
    """The passages of each entry's newest decision to open it."""
    newest = Sharing.objects.filter(entry=OuterRef("entry"), decision__in=OPENINGS).order_by("-at", "-pk")
    found: QuerySet[CoveredPassage] = CoveredPassage.objects.filter(sharing=Subquery(newest.values("pk")[:1]))
    return found.select_related("sharing").order_by("start")


def with_covers() -> "Prefetch[Any]":
    """To be prefetched with rows of EntryNow: what is covered of each, in one question for all."""
    return Prefetch("entry__covered_passages", queryset=passages_in_force(), to_attr=KEPT)


def covers_of(entries: Iterable[Entry]) -> dict[Any, Cover]:
    """What is covered of these entries, by id; those with nothing covered are left out."""
    by_id = {entry.pk: entry for entry in entries}
    found: dict[Any, list[CoveredPassage]] = {}
    for passage in passages_in_force().filter(entry__in=list(by_id)):
        found.setdefault(passage.entry_id, []).append(passage)
    return {pk: cover_made_of(by_id[pk], passages) for pk, passages in found.items()}


def _strings(value: object) -> list[str]:
    """Every text in a fact, in the order of its keys: a plan's items are facts, and somebody wrote them."""
    if isinstance(value, dict):
        return [said for key in sorted(value) for said in _strings(value[key])]
    if isinstance(value, list):
        return [said for one in value for said in _strings(one)]
    return [value] if isinstance(value, str) else []


def _pages(entry: Entry) -> list[str]:
    papers = EntryFile.objects.filter(entry=entry.pk).order_by("position").values_list("file", flat=True)
    return [text for file in papers for text in FilePage.objects.filter(file=file).order_by("number").values_list("text", flat=True)]


def _read_since(entry: Entry, passages: Sequence[CoveredPassage]) -> bool:
    """Whether its paper was read, or read again, after somebody decided what of it is covered."""
    decided = [passage.at for passage in passages if passage.at]
    later = Q(started_at__gt=max(decided)) | Q(ended_at__gt=max(decided)) if decided else None
    papers = EntryFile.objects.filter(entry=entry.pk).values("file")
    return later is not None and FileReading.objects.filter(later, file__in=papers).exists()
