"""A made-up box of papers for one request: PDFs with text, Word documents, scans, e-mails with attachments, copies and archives.

`papers(pages)` is the same for the same number. Nobody in it is anybody.
"""

import io
import random
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from email.message import EmailMessage

import docx
from docx.enum.text import WD_BREAK
from PIL import Image, ImageDraw, ImageFont
from reportlab.pdfgen.canvas import Canvas

FIRST = date(1984, 1, 3)
LINES = 24
PEOPLE = ("the social worker", "the foster carer", "his teacher", "the health visitor", "his grandmother", "the team manager")
DID = ("visited", "talked about school with", "wrote to", "rang", "met at the office", "went to the park with", "had tea with")
ABOUT = ("the football club", "his brother", "a new coat", "reading", "the move in spring", "a birthday cake", "sleeping badly", "the bus")
Paper = tuple[str, bytes]


def words(chance: random.Random, lines: int = LINES) -> list[str]:
    """Lines of a page that no other page repeats."""
    told = ((chance.choice(PEOPLE).capitalize(), chance.choice(DID), chance.choice(PEOPLE), chance.choice(ABOUT)) for _line in range(lines))
    return [f"{who} {did} {whom}: {what}, {chance.randrange(10**6)}." for who, did, whom, what in told]


def letter_head(day: date) -> list[str]:
    """The top of a letter."""
    return ["Thornbeck Council", f"{day.day} {day:%B %Y}", ""]


def pdf(pages: list[list[str]]) -> bytes:
    """A PDF with text."""
    made = io.BytesIO()
    canvas = Canvas(made, pageCompression=1, invariant=1)
    for page in pages:
        for number, line in enumerate(page):
            canvas.drawString(60, 780 - 22 * number, line)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def word(pages: list[list[str]]) -> bytes:
    """A Word document with a break after each page."""
    document = docx.Document()
    for number, page in enumerate(pages):
        paragraph = document.add_paragraph("\n".join(page))
        if number + 1 < len(pages):
            paragraph.add_run().add_break(WD_BREAK.PAGE)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def scan(lines: list[str]) -> bytes:
    """A picture of a few typed lines."""
    page = Image.new("L", (1100, 620), 255)
    draw, font = ImageDraw.Draw(page), ImageFont.load_default(size=30)
    for number, line in enumerate(lines[:8]):
        draw.text((40, 40 + 64 * number), line[:60], fill=0, font=font)
    made = io.BytesIO()
    page.save(made, "PNG", optimize=True)
    return made.getvalue()


def mail(number: int, day: date, lines: list[str], attached: Paper | None) -> bytes:
    """An e-mail, with one file attached."""
    message = EmailMessage()
    message["From"], message["To"] = "Priya Shah <priya@thornbeck.example>", "school@example.org"
    message["Subject"], message["Date"] = f"Letter {number}", f"{day:%a, %d %b %Y} 10:00:00 +0000"
    message.set_content("\n".join(lines))
    if attached:
        message.add_attachment(attached[1], maintype="application", subtype="octet-stream", filename=attached[0])
    return message.as_bytes()


def rtf(lines: list[str]) -> bytes:
    """A letter as RTF."""
    return rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\f0 " + r"\par ".join(lines).encode() + b"}"


def papers(pages: int, *, scans: int, mails: int, long: int = 50, kinds: str = "pw") -> Iterator[Paper]:
    """Files that come to so many pages: scans, e-mails (each with a letter attached), then long papers: "p"DF, "w"ord."""
    chance = random.Random(pages)
    left = pages - scans - 2 * mails
    for number in range(scans):
        yield f"scans/{1990 + number % 9}/sheet {number}.png", scan([*letter_head(FIRST + timedelta(days=number)), *words(chance, 5)])
    for number in range(mails):
        day = date(2001, 1, 1) + timedelta(days=number)
        paper = (f"letter {number}.rtf", rtf([*letter_head(day), *words(chance, 9)]))
        yield f"mails/{number}.eml", mail(number, day, words(chance, 9), paper)
    number = 0
    while left > 0:
        day = FIRST + timedelta(days=40 * number)
        size = min(left, long)
        body = [[*letter_head(day), *words(chance)] for _page in range(size)]
        is_word = kinds[number % len(kinds)] == "w"
        yield (f"papers/{number}.docx", word(body)) if is_word else (f"papers/{number}.pdf", pdf(body))
        left, number = left - size, number + 1


def boxes(found: Iterator[Paper], each: int = 100) -> Iterator[Paper]:
    """The same in archives of so many files."""
    made: list[Paper] = []
    number = 0
    for paper in found:
        made.append(paper)
        if len(made) == each:
            yield f"box {number}.zip", _zipped(made)
            made, number = [], number + 1
    if made:
        yield f"box {number}.zip", _zipped(made)


def _zipped(made: list[Paper]) -> bytes:
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in made:
            archive.writestr(zipfile.ZipInfo(name), content)
    return box.getvalue()
