"""What was gathered, as an officer sees it: how far the run is, the list of items, one item with what is like it, the files brought in."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, QuerySet, When
from django.utils.translation import gettext, gettext_noop, ngettext

from access_requests.gatherers.parting import pages_about_others
from access_requests.gatherers.stages import LABELS
from access_requests.gathering.freezing import SIGNATURES, Signature, is_as_frozen
from access_requests.gathering.likeness import same_numbers
from access_requests.gathering.names import name_of
from access_requests.may_gather import check_may_arrange, check_may_gather
from access_requests.models import AccessRequest, Gathering, Item, Upload
from access_requests.permissions import can
from access_requests.queries.items import Counts, counts, everything_of, items_of, newest_run
from access_requests.sources import SOURCES
from files.models import FileReading
from people.models import User

ALIKE_FROM = 40  # of 100, by signatures alone: worth a look by a person
MOST_ALIKE = 5
Run = Gathering.State
VIEWS: dict[str, str] = {
    "read": gettext_noop("To be read"),
    "undated": gettext_noop("Without a date"),
    "copies": gettext_noop("Copies"),
    "aside": gettext_noop("Set aside"),
    "files": gettext_noop("Files brought in"),
}


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is, in a sentence. `runs`: it is not over; `failed`: it stopped and says why."""

    words: str
    runs: bool = False
    failed: bool = False
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One item in a list."""

    item: Item
    title: str
    kind: str
    source: str
    copies: int = 0


@dataclass(frozen=True, slots=True)
class Thing:
    """One item with all that is known of it. `whole`: what is kept is still what was frozen."""

    item: Item
    line: Line
    facts: list[tuple[str, str]]
    whole: bool
    copies: list[Line]
    alike: list[tuple[Line, int]]
    parts: list[Line]
    about_others: str
    may: bool


def progress_of(run: Gathering | None) -> Progress | None:
    """How far a run is; None when none was begun."""
    if run is None:
        return None
    if run.state == Run.DONE:
        new = run.counts.get("new", 0)
        return Progress(ngettext("Done: one new thing.", "Done: %(new)s new things.", new) % {"new": new})
    if run.state == Run.FAILED:
        return Progress(gettext("It stopped: %(why)s") % {"why": gettext(run.reason)}, failed=True)
    if not run.stage:
        return Progress(gettext("It waits for its turn and begins in a moment."), runs=True)
    done, total = _reading(run) if run.stage == "reading" else (run.done, run.total)
    words = gettext(LABELS[run.stage])
    if total:
        words = gettext("%(stage)s: %(done)s of %(total)s") % {"stage": words, "done": min(done, total), "total": max(done, total)}
    return Progress(words, runs=True, done=min(done, total), total=total)


def _reading(run: Gathering) -> tuple[int, int]:
    """Pages read, of the pages of everything that was brought in: true to the page while a long paper is read."""
    files = Upload.objects.filter(request=run.request_id, file__isnull=False).values("file")
    rows = list(FileReading.objects.filter(file__in=files).values_list("pages_read", "pages", "state"))
    ended = (FileReading.State.READ, FileReading.State.UNREADABLE, FileReading.State.QUARANTINED)
    total = sum(pages or 1 for _read, pages, _state in rows)
    return sum((pages or 1) if state in ended else read for read, pages, state in rows), total


def rows_of(request: AccessRequest, view: str) -> "QuerySet[Item]":
    """The items of one of VIEWS, in the order of the pack."""
    everything = everything_of(request)
    found = {
        "undated": items_of(request).filter(placed=Item.Placed.UNDATED),
        "copies": everything.filter(same_as__isnull=False, set_aside=""),
        "aside": everything.exclude(set_aside=""),
    }.get(view, items_of(request))
    return found.select_related("same_as").defer("likeness")


def files_of(request: AccessRequest) -> "QuerySet[Upload]":
    """Everything that was brought in, what could not be read first."""
    first = Case(When(state=Upload.State.KEPT_UNREAD, then=0), When(state=Upload.State.REFUSED, then=2), default=1)
    return Upload.objects.filter(request=request).select_related("parent").order_by(first, "added_at", "name")


def lines(items: "QuerySet[Item] | list[Item]") -> list[Line]:
    """These as lines of a list."""
    rows = list(items)
    folded: dict[object, int] = {}
    for target in Item.objects.filter(same_as__in=[row.pk for row in rows], set_aside="").values_list("same_as", flat=True):
        folded[target] = folded.get(target, 0) + 1
    return [line_of(row, folded.get(row.pk, 0)) for row in rows]


def line_of(item: Item, copies: int = 0) -> Line:
    """One line."""
    source = SOURCES[item.source].name if item.source in SOURCES else item.source
    return Line(item, str(item.frozen.get("title", "")), gettext(name_of(item.kind)), gettext(source), copies)


def thing_of(item: Item, user: User, now: datetime) -> Thing:
    """Everything about one item, and what is like it and not yet folded."""
    line = line_of(item)
    return Thing(
        item=item,
        line=line,
        facts=_facts(item, line),
        whole=is_as_frozen(item.frozen, item.fingerprint),
        copies=lines(item.copies.filter(set_aside="")),
        alike=_alike(item),
        parts=lines(item.parts.filter(key__startswith=f"{item.key}:p").order_by("first_page")),
        about_others=pages_about_others(item) if not item.set_aside else "",
        may=can(check_may_arrange, user, item, now),
    )


def _facts(item: Item, line: Line) -> list[tuple[str, str]]:
    frozen = item.frozen
    version = gettext("%(number)s of %(all)s") % {"number": frozen["version"], "all": frozen["versions"]}
    by = ", ".join(filter(None, (frozen["author"], str(frozen["role"]).replace("_", " "))))
    pages = f"{item.first_page}-{item.last_page}" if item.first_page else str(item.pages)
    rows = [
        (gettext("What it is"), line.kind),
        (gettext("Where it was found"), line.source),
        (gettext("Written by"), by or gettext("Not known")),
        (gettext("Written on"), frozen["written_on"] or gettext("Not known")),
        (gettext("Signature"), gettext(SIGNATURES[Signature(frozen["signed"])])),
        (gettext("Version"), version),
        (gettext("Pages"), pages),
        (gettext("File"), str(frozen["facts"].get("name") or "")),
        (gettext("Fingerprint"), item.fingerprint),
    ]
    return [row for row in rows if row[1]]


def _alike(item: Item) -> list[tuple[Line, int]]:
    """What looks like it and was not folded, the most alike first."""
    if not item.likeness or item.set_aside or item.same_as_id:
        return []
    others = items_of(item.request).exclude(pk=item.pk).exclude(likeness=[]).order_by().values_list("pk", "likeness")
    found = sorted(((same_numbers(item.likeness, numbers), str(pk)) for pk, numbers in others.iterator(chunk_size=1000)), reverse=True)
    near = {pk: score for score, pk in found[:MOST_ALIKE] if score >= ALIKE_FROM}
    rows = {str(row.pk): row for row in Item.objects.filter(pk__in=near)}
    return [(line_of(rows[pk]), score) for pk, score in near.items()]


@dataclass(frozen=True, slots=True)
class GatheringPart:
    """What stands of it on the page of a request."""

    progress: Progress | None
    counts: Counts
    may: bool
    waits: bool

    @property
    def summary(self) -> str:
        """Beside the title while the part is folded."""
        if self.progress and (self.progress.runs or self.progress.failed):
            return self.progress.words
        return counted(self.counts) if self.counts.items else ""


def counted(found: Counts) -> str:
    """So many things on so many pages."""
    things = ngettext("One thing", "%(items)s things", found.items) % {"items": found.items}
    pages = ngettext("one page", "%(pages)s pages", found.pages) % {"pages": found.pages}
    return gettext("%(things)s, %(pages)s") % {"things": things, "pages": pages}


def gathering_part(request: AccessRequest, user: User, now: datetime) -> GatheringPart | None:
    """None before anybody knows whose record it is."""
    if request.child is None:
        return None
    progress, found = progress_of(newest_run(request)), counts(request)
    may = can(check_may_gather, user, request, now)
    return GatheringPart(progress, found, may, waits=may and bool(found.unread or (progress and progress.failed)))
