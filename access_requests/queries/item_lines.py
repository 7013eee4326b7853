"""A thing of a pack as a line of a list, and as a page shows it: when it was, who wrote it, its version, whether it was signed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from access_requests.gathering.freezing import SIGNATURES, Signature
from access_requests.models import Item
from access_requests.queries.items import text_of
from access_requests.room_words import part_of
from files.models import FilePage
from law.calendar_words import say_date
from law.wording import fill, gettext_noop
from official_file.pace import notes_for
from official_file.papers import may_be_shown
from official_file.plain_language.phrases import title_when
from official_file.plain_language.when import LASTING, When

ABOUT_WHEN = gettext_noop("About {day}. It has no date of its own.")
NO_DAY = gettext_noop("Nothing says when this was.")
Address = Callable[[int], str]
MOST_PICTURES = 20  # pages of one thing on one page of ours


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `year` 0: nothing says when. `notes`: what it is about that may be hard to read."""

    id: UUID
    position: int
    title: str
    when: str
    year: int
    kind: str
    part: str
    pages: int
    author: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a thing's paper: its number, where its picture is ("" for none), its words."""

    number: int
    picture_url: str
    text: str
    by_program: bool


@dataclass(frozen=True, slots=True)
class Whole:
    """One thing as it was frozen (R71). `facts`: version, author, signature and the rest as (what, which). `shut`: it may not be shown."""

    line: Line
    text: str
    sheets: tuple[Sheet, ...]
    more_pages: int
    facts: tuple[tuple[str, str], ...]
    own_words: bool
    placed_why: str
    fingerprint: str
    shut: bool


def lines_of(items: Iterable[Item]) -> list[Line]:
    """Each of these things as a line."""
    rows = list(items)
    notes = notes_for([one.about_id for one in rows if one.about_type == "entry" and one.about_id])
    return [_line(one, tuple(notes.get(one.about_id, ()) if one.about_id else ())) for one in rows]


def line_of(item: Item) -> Line:
    """One thing as a line."""
    return lines_of([item])[0]


def whole(item: Item, picture: Address, *, first: int = 0) -> Whole:
    """All of one thing, with pictures of its pages from `first` on. `picture`: where the picture of a page is handed out."""
    shown = item.file is None or may_be_shown(item.file)
    pages = _pages(item) if shown else []
    begin = max(first, item.first_page or 1)
    here = [one for one in pages if one.number >= begin][:MOST_PICTURES]
    words = "" if here or not shown else text_of(item)
    return Whole(
        line=line_of(item),
        text=words if not pages else "",
        sheets=tuple(Sheet(one.number, picture(one.number) if one.picture else "", one.text, one.how == FilePage.How.SEEN) for one in here),
        more_pages=here[-1].number + 1 if here and here[-1].number < pages[-1].number else 0,
        facts=tuple(facts_of(item)),
        own_words=item.kind == "own_words",
        placed_why=gettext(item.placed_why) if item.placed != Item.Placed.DATED else "",
        fingerprint=item.fingerprint,
        shut=not shown,
    )


def page_of_item(item: Item, number: int) -> FilePage | None:
    """One page of its paper, when it is one of this thing's and may be shown."""
    return next((one for one in _pages(item) if one.number == number), None) if item.file and may_be_shown(item.file) else None


def facts_of(item: Item) -> list[tuple[str, str]]:
    """What was frozen with it besides its words: who, when, which version, signed or not, where it came from."""
    frozen: dict[str, Any] = item.frozen
    nobody, unknown = gettext("We do not know who wrote this. The file does not say."), gettext("We do not know.")
    return [
        (gettext("Written by"), ", ".join(filter(None, (frozen.get("author"), gettext(_role(frozen))))) or nobody),
        (gettext("Written on"), _day(frozen.get("written_on")) or unknown),
        (gettext("Version"), _version(frozen)),
        (gettext("Signed"), gettext(SIGNATURES[Signature(frozen.get("signed") or Signature.NOT_KNOWN)])),
        (gettext("Copied for you on"), say_date(item.frozen_at.date(), gettext)),
    ]


def _role(frozen: dict[str, Any]) -> str:
    return str(frozen.get("role") or "").replace("_", " ")


def _version(frozen: dict[str, Any]) -> str:
    number, of = frozen.get("version") or 1, frozen.get("versions") or 1
    if of == 1:
        return gettext("There is only one.")
    said = gettext("%(number)s of %(of)s.") % {"number": number, "of": of}
    return said if number == of else said + " " + gettext("A newer one is in here too.")


def _line(item: Item, notes: tuple[str, ...]) -> Line:
    day = item.when_from or item.placed_on
    return Line(
        id=item.pk,
        position=item.position or 0,
        title=str(item.frozen.get("title") or "") or gettext("A page without a title"),
        when=_when(item),
        year=day.year if day else 0,
        kind=item.kind,
        part=part_of(item.kind),
        pages=item.pages,
        author=str(item.frozen.get("author") or ""),
        notes=notes,
    )


def _when(item: Item) -> str:
    when = When.from_body(item.frozen.get("when"))
    if when.is_known:
        return title_when(when, lasting=item.kind in LASTING, translate=gettext)
    if item.when_from:
        return say_date(item.when_from, gettext)
    return fill(ABOUT_WHEN, gettext, day=say_date(item.placed_on, gettext)) if item.placed_on else gettext(NO_DAY)


def _pages(item: Item) -> list[FilePage]:
    """Its pages in order, of a paper of which it is only a part those alone."""
    if item.file is None:
        return []
    pages = FilePage.objects.filter(file=item.file, number__gte=item.first_page or 1)
    return list(pages.filter(number__lte=item.last_page) if item.last_page else pages)


def _day(written: str | None) -> str:
    return say_date(date.fromisoformat(written), gettext) if written else ""
