"""The reading room: what was given, as its reader finds it. Contents, a plain summary, what is missing, what is kept back and why.

Everything starts from the list that was kept with the release: what came in later, or was never given, is not in here.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet
from django.utils.translation import gettext, ngettext

from access_requests.gathering.freezing import is_as_frozen
from access_requests.lifecycle import Answer
from access_requests.models import AccessRequest, Authority, ConflictAnswer, Item, PackPlace, Release
from access_requests.queries.earlier import earlier_requests, given_items
from access_requests.queries.item_lines import Line, lines_of
from access_requests.queries.pack_conflicts import answers_for
from access_requests.queries.who import is_shut_out
from access_requests.room_words import PARTS, part_of
from law.calendar_words import say_date
from law.exemptions import ground
from law.wording import fill, gettext_noop
from law.working_time import london_day
from official_file.search.words import Piece, excerpt, fold, marked, words_asked

GIVEN = (Answer.GIVE, Answer.GIVE_PART)
SELF = AccessRequest.Asker.SELF
MOST_FOUND, EXCERPT = 50, 200
NOT_COVERED = gettext_noop("We have nothing from {years}. No place we searched covers that time.")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the pack, or a year of it: how many things are in it. `key` names it in an address."""

    key: str
    title: str
    count: int


@dataclass(frozen=True, slots=True)
class KeptBack:
    """Things that are kept back on one ground: how many, the words for it, and the law."""

    count: int
    why: str
    law: str


@dataclass(frozen=True, slots=True)
class Room:
    """The first page. `place`: where they stopped; `new`: how many things were not given to them before, None for a first request."""

    given_on: str
    by: str
    summary: tuple[str, ...]
    parts: tuple[Part, ...]
    years: tuple[Part, ...]
    kept_back: tuple[KeptBack, ...]
    missing: tuple[tuple[str, str], ...]
    place: Line | None
    new: int | None
    conflicts: tuple[ConflictAnswer, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing in which the words stand, with some words around them."""

    line: Line
    pieces: tuple[Piece, ...]


def room_release(request: AccessRequest, now: datetime) -> Release | None:
    """What was given of this request, to whoever asked; None when nothing was, or they may not have it.

    Somebody who asked for another person reads it only when they were let have the copy as well, and while that holds.
    """
    if is_shut_out(request, now) or (request.asker != SELF and not _may_receive(request)):
        return None
    return Release.objects.filter(request=request, answer__in=GIVEN).order_by("-at").first()


def things_in(release: Release) -> QuerySet[Item]:
    """Everything that was given, in its order."""
    given = [UUID(one["item"]) for one in release.manifest.get("given", ())]
    found = Item.objects.filter(request=release.request_id, pk__in=given).select_related("file").defer("likeness")
    return found.order_by(F("position").asc(nulls_last=True), "when_from", "frozen_at", "id")


def room_of(release: Release) -> Room:
    """The first page of the reading room."""
    request, manifest = release.request, release.manifest
    rows = list(things_in(release).values_list("pk", "kind", "placed_on"))
    kept = PackPlace.objects.filter(request=request).select_related("item").first()
    return Room(
        given_on=say_date(london_day(release.at), gettext),
        by=release.by_name,
        summary=_summary(manifest, len(rows)),
        parts=_parts(kind for _pk, kind, _day in rows),
        years=_years([day.year if day else 0 for _pk, _kind, day in rows]),
        kept_back=tuple(_kept_back(one) for one in manifest.get("held", ())),
        missing=_missing(manifest),
        place=lines_of([kept.item])[0] if kept else None,
        new=_new(request, {pk for pk, *_rest in rows}),
        conflicts=tuple({one.pk: one for said in answers_for(request, [row[0] for row in rows]).values() for one in said}.values()),
    )


def chosen_things(release: Release, *, part: str = "", year: str = "", new: bool = False) -> QuerySet[Item]:
    """The things of one part or year, or those they were not given before; all of them without a choice."""
    rows = things_in(release)
    if part in PARTS:
        kinds = {kind for kind in rows.order_by().values_list("kind", flat=True).distinct() if part_of(kind) == part}
        rows = rows.filter(kind__in=kinds)
    if year.isdecimal() and len(year) == 4:
        rows = rows.filter(placed_on__year=int(year))
    elif year == "0":
        rows = rows.filter(placed_on__isnull=True)
    if new:
        rows = rows.exclude(fingerprint__in=_had_before(release.request))
    return rows


def search_in(release: Release, asked: str) -> tuple[list[Hit], bool]:
    """The things in which every word stands, the first fifty in their order; and whether there are more."""
    wanted = words_asked(asked)
    if not wanted:
        return [], False
    found = []
    for one in things_in(release).iterator(chunk_size=200):
        words = f"{one.frozen.get('title') or ''} {one.frozen.get('text') or ''}"
        folded = fold(words)
        if all(word in folded for word in wanted):
            found.append(one)
        if len(found) > MOST_FOUND:
            break
    marks = frozenset(wanted)
    hits = [
        Hit(line, tuple(marked(excerpt(str(one.frozen.get("text") or ""), marks, EXCERPT), marks)))
        for one, line in zip(found[:MOST_FOUND], lines_of(found[:MOST_FOUND]), strict=True)
    ]
    return hits, len(found) > MOST_FOUND


def is_untouched(release: Release, item: Item) -> bool:
    """Whether this thing is, to the letter, what was given: neither it nor the list that was kept of it has changed."""
    listed = next((one.get("fingerprint") for one in release.manifest.get("given", ()) if one["item"] == str(item.pk)), item.fingerprint)
    return listed == item.fingerprint and is_as_frozen(item.frozen, item.fingerprint)


def _may_receive(request: AccessRequest) -> bool:
    authority = Authority.objects.filter(request=request, checked_at__isnull=False, ended_at__isnull=True).first()
    return authority is not None and authority.scope == Authority.Scope.RECEIVE


def _summary(manifest: dict[str, Any], count: int) -> tuple[str, ...]:
    pages, years = int(manifest.get("pages") or 0), manifest.get("years") or []
    said = [
        ngettext("There is %(count)s thing in here.", "There are %(count)s things in here.", count) % {"count": count}
        + " "
        + ngettext("That is %(pages)s page.", "That is %(pages)s pages.", pages) % {"pages": pages}
    ]
    if years:
        first, last = years[0], years[-1]
        said.append(
            gettext("All of it is from %(year)s.") % {"year": first}
            if first == last
            else gettext("The oldest is from %(first)s, the newest from %(last)s.") % {"first": first, "last": last}
        )
    return tuple(said)


def _parts(kinds: Iterable[str]) -> tuple[Part, ...]:
    counts = Counter(part_of(kind) for kind in kinds)
    return tuple(Part(slug, gettext(title), counts[slug]) for slug, title in PARTS.items() if counts[slug])


def _years(years: list[int]) -> tuple[Part, ...]:
    counts = Counter(years)
    dated = tuple(Part(str(year), str(year), counts[year]) for year in sorted(counts) if year)
    return (*dated, *([Part("0", gettext("Nothing says when"), counts[0])] if counts[0] else []))


def _kept_back(one: dict[str, Any]) -> KeptBack:
    found = ground(str(one["ground"]))
    return KeptBack(int(one["count"]), gettext(found.words_for_subject or ""), found.cite)


def _missing(manifest: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    rows = manifest.get("missing") or []
    years = manifest.get("not_covered") or []
    spans = [str(first) if first == last else gettext("%(first)s to %(last)s") % {"first": first, "last": last} for first, last in years]
    return (*((fill(NOT_COVERED, gettext, years=span), "") for span in spans), *((str(row["what"]), str(row["why"])) for row in rows))


def _had_before(request: AccessRequest) -> set[str]:
    had = {pk for one in earlier_requests(request) for pk in given_items(one)}
    return set(Item.objects.filter(pk__in=had).values_list("fingerprint", flat=True))


def _new(request: AccessRequest, given: set[UUID]) -> int | None:
    if request.follows_id is None:
        return None
    return Item.objects.filter(pk__in=given).exclude(fingerprint__in=_had_before(request)).count()
