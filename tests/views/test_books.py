"""A life story book: chosen, ordered, looked at, made, saved, thrown away; and nothing in it that is not open to its reader."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from audit.models import AuditEvent
from audit.who import NIGHTLY_IMPORT, THE_PORTAL
from files.queries import read
from official_file.actions.append import append_entry
from official_file.actions.begin_book import Looks, begin_book
from official_file.actions.never_show import never_show
from official_file.actions.open_entry import open_entry
from official_file.actions.say_themes import say_themes
from official_file.actions.throw_book_away import throw_book_away
from official_file.actions.withhold_entry import withhold_entry
from official_file.drafts import EntryDraft, SourceRef
from official_file.models import Entry, LifeBook
from official_file.plain_language.when import When
from people.models import Child, User
from portal.actions.make_book import ask_for_book, make_book
from portal.queries.book_choosing import chosen_at_first
from portal.queries.book_outline import Outline
from portal.queries.book_pdf import book_html
from portal.queries.book_story import told_book
from tests.cast import NOW, Cast, sign_in, tie
from tests.factories.entries import A_MONTH_AGO, an_entry
from tests.factories.filed_media import ORIGINAL, a_filed_photo, a_filed_recording
from tests.factories.papers import a_paper
from tests.views.test_closed_cannot_be_inferred import TOKENS

pytestmark = pytest.mark.django_db
BEFORE = NOW - timedelta(days=2)
LETTER = "Dear Amara,\nwe walked by the sea. I live at 12 Mill Lane, Leeds LS1 4AB."
PAPER = ("We walked by the sea.", "I live at 12 Mill Lane, Leeds LS1 4AB.")
FIRST = {"title": "Amara and the sea", "opening_words": "This is mine.", "point_size": "18", "with_gaps": "on", "begin_with": "first"}
HOME = {"place": "U4", "provider": "PR1", "rne": "S"}


@pytest.fixture(autouse=True)
def _wednesday() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def amara(client: Client, cast: Cast) -> Client:
    """Amara, signed in."""
    return sign_in(client, cast.amara.user)


def opened(cast: Cast, kind: str, day: date, text: str, title: str) -> Entry:
    """Something a worker wrote and Ben opened."""
    entry = an_entry(cast.amara, kind, day, text=text, facts={"title": title, "summary": text})
    open_entry(entry=entry, by=cast.ben, now=BEFORE, with_them=True)
    return entry


def a_home(child: Child, when: When) -> Entry:
    """A foster home in that time."""
    draft = EntryDraft("home", when, SourceRef("ssda903", f"home/{when.start}"), facts=HOME)
    return append_entry(child=child, draft=draft, by=NIGHTLY_IMPORT, now=A_MONTH_AGO)


def a_life(cast: Cast) -> dict[str, Entry]:
    """Two homes with years between, a letter with an address in it, a visit, a pen picture."""
    return {
        "first": a_home(cast.amara, When(date(2015, 3, 4), date(2016, 3, 4))),
        "second": a_home(cast.amara, When(date(2020, 1, 8))),
        "letter": opened(
            cast,
            "letter",
            date(2020, 2, 3),
            LETTER,
            "A letter from Priya",
        ),
        "visit": opened(cast, "visit", date(2021, 5, 4), "We talked about the dog.", "A visit at home"),
        "pen": opened(cast, "pen_picture", date(2022, 1, 8), "Amara laughs a lot.", "Who Amara is"),
    }


def a_book(child: Child, *entries: Entry, **looks: Any) -> LifeBook:
    """A book of these entries."""
    given = {"title": "Amara and the sea"} | looks
    return begin_book(child=child, looks=Looks(**given), entries=[one.pk for one in entries], by=child.user, now=NOW)


def the_pdf(book: LifeBook) -> tuple[bytes, str]:
    """The finished file, and all its text."""
    book.refresh_from_db()
    assert book.state == LifeBook.State.READY, book.problem
    content = read(book.file)
    pages = pypdfium2.PdfDocument(content)
    return content, " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)


def url(name: str, *args: object) -> str:
    """The address of a page."""
    return reverse(f"portal:{name}", args=args)


@pytest.mark.need("L1")
def test_somebody_makes_a_book_of_what_they_chose_and_saves_it(
    cast: Cast, amara: Client, fresh_storages: Path, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    life = a_life(cast)
    answer = amara.post(
        url("begin_book"),
        {"title": "Amara and the sea", "opening_words": "This is mine.", "point_size": "18", "with_gaps": "on", "begin_with": "first"},
    )
    book = LifeBook.objects.get()
    assert answer["Location"] == url("book", book.pk)
    page = amara.get(url("book", book.pk)).content.decode()
    assert "A letter from Priya" in page
    assert "A visit at home" not in page
    amara.post(url("choose_for_book", book.pk), {"entry": [str(one.pk) for one in life.values()]})
    amara.post(url("beside_in_book", book.pk, life["visit"].pk), {"words": "The dog was called Bo."})
    look = amara.get(url("look_at_book", book.pk)).content.decode()
    assert "Amara laughs a lot." in look, "the pen picture stands at the head"
    assert "A visit at home" in look
    with django_capture_on_commit_callbacks(execute=True):
        amara.post(url("make_book", book.pk))
    content, text = the_pdf(book)
    for words in (
        "Amara and the sea",
        "This is mine.",
        "Amara laughs a lot.",
        "we walked by the sea",
        "We talked about the dog.",
        "The dog was called Bo.",
        "What is in this book",
    ):
        assert words in text
    assert "Nothing is open to you from" in text, "the years between are named"
    assert "Mill Lane" not in text
    assert "LS1" not in text
    assert "an address we keep private" in text
    saved = amara.get(url("book_file", book.pk))
    assert b"".join(saved) == content
    assert saved["Content-Disposition"] == 'attachment; filename="book.pdf"'
    events = set(AuditEvent.objects.filter(child=cast.amara.pk).values_list("event", flat=True))
    assert {"life_book_begun", "life_book_made", "life_book_taken"} <= events


@pytest.mark.need("L1")
def test_the_book_is_a_pdf_that_can_be_read_aloud(cast: Cast, fresh_storages: Path) -> None:
    """Tagged, in a language, with a title, headings, and words for each picture; 12 and 18 point."""
    life = a_life(cast)
    paper = open_entry(
        entry=a_paper(cast.amara, *PAPER),
        by=cast.ben,
        now=BEFORE,
        with_them=True,
    ).entry
    book = a_book(cast.amara, *life.values(), paper)
    assert make_book(book=asked(book), language="en-gb", by=THE_PORTAL, now=NOW) == "ready"
    content, text = the_pdf(book)
    with pikepdf.open(BytesIO(content)) as pdf:
        assert str(pdf.Root.Lang) == "en-gb"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.docinfo.get("/Title")) == "Amara and the sea"
        assert len(pdf.pages) >= 4
        drawn = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
        assert len(drawn) == 1
        assert "We walked by the sea." in str(drawn[0].Alt)
    assert "Mill Lane" not in text, "one page of the paper is drawn; the other names an address and is told in words"
    assert "Page 2, in words" in text


@pytest.mark.need("M17", "R32")
def test_photos_stand_in_the_book_with_their_captions_and_a_recording_says_that_it_is_one(cast: Cast, fresh_storages: Path) -> None:
    photo = a_filed_photo(cast.amara, cast.ben, caption="Bramble on the beach", in_words="A brown dog.")
    heard = a_filed_recording(cast.amara, cast.ben)
    book = a_book(cast.amara, photo, heard)
    make_book(book=asked(book), language="en-gb", by=THE_PORTAL, now=NOW)
    content, text = the_pdf(book)
    for said in ("My dog Bramble.", "Bramble on the beach", "A brown dog.", "My song", "This is a recording."):
        assert said in text, said
    with pikepdf.open(BytesIO(content)) as pdf:
        drawn = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
    assert drawn
    assert ORIGINAL not in content


def asked(book: LifeBook) -> LifeBook:
    """The book as it is once somebody asked for it."""
    assert ask_for_book(book=book, by=book.made_by, now=NOW)
    assert not ask_for_book(book=book, by=book.made_by, now=NOW), "asked for twice it is made once"
    return book


def test_what_closes_after_it_was_chosen_is_left_out_and_a_made_book_is_not_handed_out(
    cast: Cast, amara: Client, fresh_storages: Path
) -> None:
    life = a_life(cast)
    book = a_book(cast.amara, *life.values())
    make_book(book=asked(book), language="en-gb", by=THE_PORTAL, now=NOW)
    assert amara.get(url("book_file", book.pk)).status_code == 200
    withhold_entry(
        entry=life["visit"], ground="TP_PRIVATE", review_on=date(2027, 2, 1), reason="It tells of another.", by=cast.ben, now=NOW
    )
    assert amara.get(url("book_file", book.pk)).status_code == 404
    page = amara.get(url("book", book.pk)).content.decode()
    assert "One thing you chose is not open just now" in page
    assert "Make it again" in page
    assert "A visit at home" not in page
    make_book(book=asked(book), language="en-gb", by=THE_PORTAL, now=NOW)
    assert "dog" not in the_pdf(book)[1]
    assert amara.get(url("book_file", book.pk)).status_code == 200


def test_what_they_never_want_to_see_is_in_no_book(cast: Cast) -> None:
    life = a_life(cast)
    for entry in life.values():
        say_themes(entry=entry, themes=["missing"] if entry == life["visit"] else [], by=cast.ben, now=BEFORE)
    book = a_book(cast.amara, *life.values())
    never_show(child=cast.amara, theme="missing", by=cast.amara.user, now=NOW)
    outline = Outline(book, NOW)
    assert life["visit"].pk not in {row.pk for row in outline.rows}
    assert outline.closed == 1


@pytest.mark.need("L1", "R61")
@pytest.mark.parametrize("how", ["waiting", "withheld", "with_support", "never"])
def test_nothing_closed_can_be_read_out_of_choosing_looking_or_the_book(cast: Cast, amara: Client, how: str) -> None:
    """Byte for byte the same as if it were not there: what to choose, the preview, the contents, the years named as missing."""
    life = a_life(cast)
    for entry in life.values():
        say_themes(entry=entry, themes=[], by=cast.ben, now=BEFORE)
    if how == "never":
        never_show(child=cast.amara, theme="missing", by=cast.amara.user, now=NOW)
    book = a_book(cast.amara, *life.values())

    def pages() -> list[bytes]:
        look = [amara.get(url("look_at_book", book.pk) + f"?page={number}").content for number in range(4)]
        return [TOKENS.sub(b"", page) for page in (amara.get(url("choose_for_book", book.pk)).content, *look)]

    before, told = pages(), book_html(told_book(book, NOW), NOW)
    closed = an_entry(cast.amara, "visit", date(2018, 3, 4), text="Zebrafinch.", facts={"title": "Zebrafinch"})
    if how in ("with_support", "never"):
        open_entry(entry=closed, by=cast.ben, now=BEFORE, with_them=True, **({"with_support": True} if how == "with_support" else {}))
        say_themes(entry=closed, themes=["missing"], by=cast.ben, now=BEFORE)
    if how == "withheld":
        withhold_entry(entry=closed, ground="TP_PRIVATE", review_on=date(2027, 2, 1), reason="Another.", by=cast.ben, now=NOW)
    amara.post(url("choose_for_book", book.pk), {"entry": [str(closed.pk), *(str(one.pk) for one in life.values())]})
    amara.get(url("book", book.pk))  # says once that it was kept
    assert pages() == before
    assert book_html(told_book(book, NOW), NOW) == told


def test_an_order_made_by_hand_is_kept_when_something_is_added(cast: Cast, amara: Client) -> None:
    life = a_life(cast)
    book = a_book(cast.amara, life["first"], life["second"], life["letter"])
    amara.post(url("order_book", book.pk), {"up": str(life["letter"].pk)})
    amara.post(url("choose_for_book", book.pk), {"entry": [str(life[name].pk) for name in ("first", "second", "letter", "visit")]})
    order = list(book.pages.order_by("position").values_list("entry", flat=True))
    assert order == [life[name].pk for name in ("first", "letter", "second", "visit")]
    amara.post(url("order_book", book.pk), {"by_time": "1"})
    assert list(book.pages.order_by("position").values_list("entry", flat=True))[1] == life["second"].pk
    amara.post(url("order_book", book.pk), {"out": str(life["visit"].pk)})
    assert book.pages.count() == 3


def test_a_book_thrown_away_loses_its_file_and_can_be_brought_back(cast: Cast, amara: Client, fresh_storages: Path) -> None:
    book = a_book(cast.amara, *a_life(cast).values())
    make_book(book=asked(book), language="en-gb", by=THE_PORTAL, now=NOW)
    assert "can bring the book back" in amara.get(url("throw_book_away", book.pk)).content.decode()
    amara.post(url("throw_book_away", book.pk))
    book.refresh_from_db()
    assert book.file is None
    assert amara.get(url("book_file", book.pk)).status_code == 404
    assert "Bring it back" in amara.get(url("books")).content.decode()
    amara.post(url("bring_book_back", book.pk))
    assert LifeBook.objects.get().thrown_away_at is None
    assert book.pages.count() == 5


def test_a_worker_makes_a_book_only_for_a_child_who_does_not_sign_in(cast: Cast, client: Client, fresh_storages: Path) -> None:
    """And only from what is open to the child. From the day the child signs in, the book is theirs alone."""
    tilly = Child.objects.create(known_as="Tilly", date_of_birth=date(2020, 3, 4), nation="EW", stage="in_care")
    tie(tilly, cast.ben, "social_worker")
    home = an_entry(tilly, "home", date(2021, 3, 4), facts=HOME)
    closed = an_entry(tilly, "visit", date(2021, 4, 4), text="Nobody opened this.", facts={"title": "A closed visit"})
    ben = sign_in(client, cast.ben)
    assert "so the book is theirs to make" in ben.get(url("child_books", cast.amara.pk)).content.decode()
    assert ben.get(url("begin_child_book", cast.amara.pk)).status_code == 404
    ben.post(url("begin_child_book", tilly.pk), {"title": "Tilly", "point_size": "12", "begin_with": "first"})
    book = LifeBook.objects.get(child=tilly)
    page = ben.get(url("choose_for_book", book.pk)).content.decode()
    assert str(home.pk) in page
    assert "closed visit" not in page
    ben.post(url("choose_for_book", book.pk), {"entry": [str(home.pk), str(closed.pk)]})
    assert [one.entry_id for one in book.pages.all()] == [home.pk]
    assert make_book(book=asked(book), language="en-gb", by=THE_PORTAL, now=NOW) == "ready"
    assert sign_in(client, cast.carys).get(url("book", book.pk)).status_code == 404
    Child.objects.filter(pk=tilly.pk).update(user=User.objects.create(username="tilly", display_name="Tilly", kind="young_person"))
    assert sign_in(client, cast.ben).get(url("book", book.pk)).status_code == 404


def test_a_book_that_could_not_be_made_says_so_and_can_be_tried_again(cast: Cast, amara: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    book = a_book(cast.amara, *a_life(cast).values())
    monkeypatch.setattr("portal.actions.make_book.make_pdf", lambda *_args, **_more: 1 / 0)
    assert make_book(book=asked(book), language="en-gb", by=THE_PORTAL, now=NOW) == "failed"
    page = amara.get(url("book", book.pk)).content.decode()
    assert "Nothing of the book is lost" in page
    assert "Try again" in page
    assert LifeBook.objects.get().pages.count() == 5


def test_pages_of_a_book_say_what_to_do_when_there_is_nothing(cast: Cast, amara: Client) -> None:
    assert "No book yet" in amara.get(url("books")).content.decode()
    answer = amara.post(url("begin_book"), {"title": "", "point_size": "12", "begin_with": "empty"})
    assert answer.status_code == 422
    assert "Give the book a title" in answer.content.decode()
    book = a_book(cast.amara)
    assert "Nothing is open yet" in amara.get(url("choose_for_book", book.pk)).content.decode()
    assert "Nothing is in it yet" in amara.get(url("book", book.pk)).content.decode()
    assert re.search("Nothing is in this book yet", amara.post(url("make_book", book.pk)).content.decode())
    throw_book_away(book=book, by=cast.amara.user, now=NOW)
    assert chosen_at_first(cast.amara.user, cast.amara, NOW) == []
