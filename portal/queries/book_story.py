"""A life story book in words: what each page of it says. The same for the preview and for the PDF.

No page of it tells an address, a postcode, a telephone number or a school in the council's words: a book is left lying about. What
the person wrote themselves stands as they wrote it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.template.loader import get_template
from django.urls import reverse
from django.utils.translation import get_language, gettext

from files.models import FilePage
from files.pdf import Picture as Drawn
from files.reading.sound import is_sound
from files.safe_copies import get
from official_file.covered import cover_of
from official_file.former_names import warning_before
from official_file.levels import FIRST_LANGUAGE, ORIGINAL, PLAIN, at_level
from official_file.mentioned import label_for
from official_file.mentions import find
from official_file.models import EntryNow, LifeBook
from official_file.pace import in_words, needs_warning, themes_for
from official_file.papers import may_be_shown, paper_of, words_of_paper
from official_file.plain_language.pictures import PICTURES
from official_file.presentation import Shown, show
from portal.queries.book_media import BookMedia, media_on_leaf
from portal.queries.book_outline import Outline, Slot
from portal.queries.media import OWN, STAFF
from portal.queries.preferences import preferences_of
from portal.queries.story_chapters import words_of
from portal.queries.story_silence import Silence
from stories.boards import in_lines

WHOLE = frozenset({"own_words", "letter", "why_letter", "pen_picture"})  # these stand in the book word for word
PLACES = frozenset({"address", "postcode", "phone", "email", "school", "nhs_number", "ni_number", "upn"})
MOST_SHEETS = 20  # of one paper
LONGEST_ALT = 1500


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a paper: its picture (`src` for the PDF, `url` for the preview) and what it says, or its words alone."""

    number: int
    words: str
    alt: str = ""
    src: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One chosen entry as the book tells it. `notes`: what may be hard to read; `guarded`: the preview folds it until it is opened."""

    anchor: str
    heading: str
    when: str
    paragraphs: list[str]
    own: bool = False
    author: str = ""
    role: str = ""
    written_on: date | None = None
    notes: list[str] = field(default_factory=list)
    guarded: bool = False
    beside: str = ""
    pictures: list[tuple[str, str]] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)
    honest: str = ""
    media: list[BookMedia] = field(default_factory=list)
    taps: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the preview, one section of the PDF: a heading that begins here, what it says of that time, and the entry or silence."""

    number: int
    title: str = ""
    about: list[str] = field(default_factory=list)
    leaf: Leaf | None = None
    silence: Silence | None = None

    @property
    def named(self) -> str:
        """How the list of contents calls it."""
        if self.leaf:
            return self.leaf.heading
        return self.silence.title if self.silence else self.title


@dataclass(slots=True)
class Told:
    """The whole book. `files`: the pictures in it, by the name the PDF's page calls them."""

    book: LifeBook
    front: Leaf | None
    pages: list[Page]
    language: str
    entries: list[UUID] = field(default_factory=list)
    files: dict[str, Drawn] = field(default_factory=dict)


class Teller:
    """Puts the entries of one book into words, in the language of the moment."""

    def __init__(self, outline: Outline) -> None:
        self.outline, self.book, self.child = outline, outline.book, outline.book.child
        self.language = get_language() or FIRST_LANGUAGE
        self.level = PLAIN if outline.story.user.is_staff else preferences_of(outline.story.user).level
        self.themes = themes_for(row.pk for row in outline.rows)
        self.files: dict[str, Drawn] = {}

    def page(self, slot: Slot, number: int) -> Page:
        """One page. `files` fills as pages with pictures are told."""
        if isinstance(slot.what, Silence):
            return Page(number, silence=slot.what)
        about = self._about(slot) if slot.part else []
        leaf = self.leaf(slot.what, number, slot.beside)
        if slot.part and slot.part.first_id == str(slot.what.pk) and leaf:  # the heading tells this home already
            leaf = Leaf(leaf.anchor, slot.part.title, "", [], beside=leaf.beside)
        return Page(number, title=slot.opens, about=about, leaf=leaf)

    def contents(self) -> list[tuple[int, str, str]]:
        """Of each page: its number, the heading that begins there, and what it is called."""
        found = []
        for number, slot in enumerate(self.outline.slots, start=1):
            if isinstance(slot.what, Silence):
                found.append((number, "", slot.what.title))
            elif entry := show(slot.what, child=self.child, today=self.outline.today):
                whole = bool(slot.part and slot.part.first_id == str(slot.what.pk))
                found.append((number, slot.opens, "" if whole and slot.opens else _kept_private(entry.heading)))
        return found

    def leaf(self, row: EntryNow, number: int, beside: str) -> Leaf | None:
        """One entry, or None when nothing is to be said about it."""
        entry = show(row, child=self.child, today=self.outline.today)
        if entry is None:
            return None
        themes = self.themes.get(row.pk, [])
        told = at_level(row.entry, self._level(entry), self.language, today=self.outline.today)
        lines = told.text.splitlines() + (list(entry.details) if told.level == PLAIN else [])
        sheets, honest = self._paper(row, entry)
        by_table = not (entry.free or entry.own_words)
        return Leaf(
            anchor=f"page-{number}",
            heading=_kept_private(entry.heading),
            when=". ".join(filter(None, (entry.when_words, entry.ages))),
            paragraphs=[line if entry.own_words else _kept_private(line) for line in lines if line.strip()],
            own=entry.own_words,
            author="" if by_table or entry.own_words else entry.author_name,
            role="" if by_table or entry.own_words else entry.author_role,
            written_on=None if by_table or entry.own_words else entry.written_on,
            notes=in_words(themes),
            guarded=needs_warning(row, themes),
            beside=beside,
            pictures=[(self._easy(name), gettext(PICTURES[name])) for name in told.pictures],
            sheets=sheets,
            honest=honest,
            media=media_on_leaf(row, reader=STAFF if self.outline.story.user.is_staff else OWN, files=self.files),
            taps=in_lines(row.entry.facts.get("board") or [], translate=gettext) if entry.own_words else [],
        )

    def _level(self, entry: Shown) -> str:
        level = ORIGINAL if entry.kind in WHOLE else self.level
        return PLAIN if level == ORIGINAL and entry.warning else level

    def _about(self, slot: Slot) -> list[str]:
        """What a heading says of its home: when, how long, with whom."""
        part, story = slot.part, self.outline.story
        if part is None:
            return []
        words = words_of(part, frame=[], carers=story.carers, child=self.child, today=self.outline.today, level=self.level)
        who = gettext("With %(people)s.") % {"people": ", ".join(words.with_whom)} if words.with_whom else ""
        return [line for line in (part.summary, who) if line]

    def _paper(self, row: EntryNow, entry: Shown) -> tuple[list[Sheet], str]:
        """The pages of its paper that may be shown, or a sentence that says where it is."""
        found = paper_of(row)
        if found is None:
            return [], ""
        cover = cover_of(row.entry)
        old_name = warning_before(self.child, words_of_paper(row.pk), written_on=entry.written_on)
        if not may_be_shown(found.file) or cover.closes_pages or is_sound(found.file.content_type) or old_name:
            return [], gettext("The paper itself is not in the book.")
        pages = list(found.file.text_pages.order_by("number")[:MOST_SHEETS])
        more = gettext("The paper has more pages than are in the book.") if found.file.text_pages.count() > MOST_SHEETS else ""
        return [self._sheet(row, entry, page, cover.page(page.text), draw=not cover.closes_pictures) for page in pages], more

    def _sheet(self, row: EntryNow, entry: Shown, page: FilePage, words: str, *, draw: bool) -> Sheet:
        """A page with its picture, unless something on it is not for a book: then its words, with a label in the place of it."""
        private = _kept_private(words)
        content = get(page.picture) if page.picture and draw and private == words else None
        if content is None:
            return Sheet(page.number, private)
        name = f"papers/{row.pk}/{page.number}.jpg"
        self.files[name] = Drawn(content, "image/jpeg")
        said = {"number": page.number, "what": _kept_private(entry.heading)}
        alt = gettext("A picture of page %(number)s of: %(what)s.") % said
        whose = "staff_paper_picture" if self.outline.story.user.is_staff else "paper_picture"
        url = reverse(f"portal:{whose}", args=[row.pk, page.number])
        return Sheet(page.number, "", f"{alt} {words[:LONGEST_ALT]}".strip(), name, url)

    def _easy(self, name: str) -> str:
        """The name of an easy picture, which the PDF finds among the files."""
        self.files[f"easy/{name}.svg"] = Drawn(get_template(f"pictures/{name}.svg").render().strip().encode(), "image/svg+xml")
        return name


def told_book(book: LifeBook, at: datetime, *, on_page: Callable[[int], None] | None = None) -> Told:
    """The whole book in words. `on_page` is called with how many entries are told so far."""
    outline = Outline(book, at)
    teller = Teller(outline)
    front = teller.leaf(outline.front, 0, outline.beside.get(outline.front.pk, "")) if outline.front else None
    pages = []
    for number, slot in enumerate(outline.slots, start=1):
        pages.append(teller.page(slot, number))
        if on_page:
            on_page(number)
    return Told(
        book, front, [page for page in pages if page.leaf or page.silence], teller.language, [row.pk for row in outline.rows], teller.files
    )


def _kept_private(text: str) -> str:
    """The text with a label in the place of each address, number and school."""
    kept = text
    for span in reversed(find(text, [])):
        if span.kind in PLACES:
            kept = f"{kept[: span.start]}{label_for(span, [])}{kept[span.end :]}"
    return kept
