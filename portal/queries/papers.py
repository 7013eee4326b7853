"""A paper of the file as a page shows it: its pictures, its words and how they were read, or plainly why it cannot be shown."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext, gettext_noop, ngettext

from files.models import FilePage, FileReading
from files.reading.sound import is_sound
from files.safe_copies import small_name
from official_file.covered import NOTHING, Cover, cover_of
from official_file.models import EntryFile, EntryNow
from official_file.papers import may_be_handed_out, may_be_shown, page_of, pages_of, paper_of, reading_of

State = FileReading.State
MOST_SMALL = 60  # thumbnails on one page
WORDS_OF_TYPES = {
    "application/pdf": gettext_noop("PDF"),
    "image/tiff": gettext_noop("A scan: a photo of each page"),
    "image/jpeg": gettext_noop("A picture"),
    "image/png": gettext_noop("A picture"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": gettext_noop("Word document"),
    "application/rtf": gettext_noop("A written page"),
    "message/rfc822": gettext_noop("E-mail"),
    "application/vnd.ms-outlook": gettext_noop("E-mail"),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: where its pictures are ("" for none), and a link to read it."""

    number: int
    picture_url: str
    small_url: str
    url: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper. `state` is that of its reading; `shown`: something of it can be looked at; `sound_url`: it is a recording.

    `covered`: something in it is covered, so there are its words and no pictures. `reason`: for staff alone, why it was not read,
    and what to do.
    """

    what: str
    state: str
    shown: bool
    length: str
    sheets: list[Sheet]
    more: int
    sound_url: str
    url: str
    reason: str = ""
    covered: bool = False

    @property
    def being_read(self) -> bool:
        """Whether it is waiting or under way."""
        return self.state in (State.WAITING, State.READING)


@dataclass(frozen=True, slots=True)
class OpenPage:
    """One page to be read: its words in paragraphs, and whether a program read them from a picture."""

    number: int
    pages: int
    sheet: Sheet
    text: str
    by_program: bool


def paper(row: EntryNow, *, reader: str, cover: Cover | None = None) -> Paper | None:
    """The paper of an entry. `reader`: whose addresses it names, "staff" or "own"; "" for neither: then no picture is fetched.

    `cover`: as it would read with this covered, for a preview.
    """
    found = paper_of(row)
    if found is None:
        return None
    file, reading = found.file, reading_of(found.file)
    cover = cover or _cover(row, reader)
    shown = may_be_shown(file)
    pages = [] if cover.closes_pages else pages_of(file)
    sound = shown and not cover.closes_pictures and is_sound(file.content_type) and reading.state == State.READ
    return Paper(
        what=gettext("Recording") if is_sound(file.content_type) else gettext(WORDS_OF_TYPES.get(file.content_type, "")),
        state=reading.state if shown else State.QUARANTINED.value,
        shown=bool(shown and (pages or sound)),
        length=_length(reading),
        sheets=[_sheet(row, page, reader, cover) for page in pages[:MOST_SMALL]],
        more=max(0, len(pages) - MOST_SMALL),
        sound_url=_url(row, reader, "sound") if sound else "",
        url=_url(row, reader, "") if reader else "",
        reason=gettext(reading.reason) if reader == "staff" and reading.reason else "",
        covered=cover.closes_pictures,
    )


def open_page(row: EntryNow, number: int, *, reader: str) -> OpenPage | None:
    """One page to be read, or None when there is none of that number or nothing may be shown."""
    found = paper_of(row)
    page = page_of(found.file, number) if found else None
    cover = _cover(row, reader)
    if found is None or page is None or cover.closes_pages:
        return None
    return OpenPage(
        number=number,
        pages=reading_of(found.file).pages or found.file.text_pages.count(),
        sheet=_sheet(row, page, reader, cover),
        text=cover.page(page.text),
        by_program=page.how == FilePage.How.SEEN,
    )


def picture_of(row: EntryNow, number: int, *, small: bool) -> str:
    """Where the picture of a page lies in the safe storage; "" when there is none to show."""
    found = paper_of(row)
    page = page_of(found.file, number) if found else None
    if found is None or page is None or not page.picture:
        return ""
    return small_name(found.file, number) if small else page.picture


def why_not_handed_out(found: EntryFile) -> str:
    """Why staff cannot have the original, or "" when they can."""
    if may_be_handed_out(found.file):
        return ""
    if reading_of(found.file).state == State.QUARANTINED:
        return gettext("The original is kept closed. Nobody can open it here.")
    return gettext("The original is handed out once a virus scanner has checked it.")


def _length(reading: FileReading) -> str:
    if reading.seconds is not None:
        minutes = round(reading.seconds / 60)
        if minutes:
            return ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes}
        return ngettext("%(count)d second", "%(count)d seconds", reading.seconds) % {"count": reading.seconds}
    if reading.pages is None:
        return ""
    return ngettext("%(count)d page", "%(count)d pages", reading.pages) % {"count": reading.pages}


def _cover(row: EntryNow, reader: str) -> Cover:
    """What is covered for this reader: for staff nothing."""
    return NOTHING if reader == "staff" else cover_of(row.entry)


def _sheet(row: EntryNow, page: FilePage, reader: str, cover: Cover) -> Sheet:
    drawn = bool(page.picture and reader) and not cover.closes_pictures
    return Sheet(
        number=page.number,
        picture_url=_url(row, reader, "picture", page.number) if drawn else "",
        small_url=_url(row, reader, "small", page.number) if drawn else "",
        url=f"{_url(row, reader, '')}?page={page.number}" if reader else "",
    )


def _url(row: EntryNow, reader: str, what: str, *more: int) -> str:
    """An address of this paper, for staff or for the young person."""
    name = {"staff": "staff_paper", "own": "paper"}[reader]
    return reverse(f"portal:{name}_{what}" if what else f"portal:{name}", args=[row.pk, *more])
