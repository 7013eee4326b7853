"""Ordinary documents of every kind that is taken, made on the spot: what they say is the same in each."""

import io
import math
import os
import struct
import subprocess
import tempfile
import wave
from email.message import EmailMessage
from functools import cache
from pathlib import Path

import docx
from docx.enum.text import WD_BREAK
from PIL import Image, ImageDraw, ImageFont
from reportlab.pdfgen.canvas import Canvas

from tests.environment import RUN_FOLDER
from tests.factories.compound_file import compound_file

WORDS = ("Dear Amara", "We met at the harbour school", "and talked about football")
SECOND = ("The second page says marmalade",)


def pdf(*pages: tuple[str, ...]) -> bytes:
    """A PDF with text; by default of two pages."""
    made = io.BytesIO()
    canvas = Canvas(made, pageCompression=1, invariant=1)
    for page in pages or (WORDS, SECOND):
        for number, line in enumerate(page):
            canvas.drawString(72, 760 - 24 * number, line)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def sheet(lines: tuple[str, ...] = WORDS, width: int = 1000, height: int = 500) -> Image.Image:
    """A picture of typed lines, clear enough for a program to read."""
    page = Image.new("L", (width, height), 255)
    draw = ImageDraw.Draw(page)
    font = ImageFont.load_default(size=44)
    for number, line in enumerate(lines):
        draw.text((50, 50 + 80 * number), line, fill=0, font=font)
    return page


def _saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    made = io.BytesIO()
    picture.save(made, kind, **options)
    return made.getvalue()


def scanned_pdf(pages: int = 1) -> bytes:
    """A PDF whose pages are pictures of text."""
    made = io.BytesIO()
    canvas = Canvas(made, invariant=1)
    for number in range(pages):
        picture = sheet((*WORDS[:1], f"This is sheet number {number + 1}"))
        path = io.BytesIO(_saved(picture, "PNG"))
        from_picture = Image.open(path)
        canvas.drawInlineImage(from_picture, 40, 300, width=500, height=250)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def png() -> bytes:
    """A scan as PNG."""
    return _saved(sheet(), "PNG", optimize=True)


def jpeg() -> bytes:
    """A scan as JPEG."""
    return _saved(sheet(), "JPEG", quality=60)


def tiff(pages: int = 2) -> bytes:
    """A scan as TIFF of several pages."""
    sheets = [sheet(WORDS if number == 0 else (f"Page {number + 1} says marmalade",)) for number in range(pages)]
    black = [one.convert("1") for one in sheets]
    return _saved(black[0], "TIFF", save_all=True, append_images=black[1:], compression="group4")


def word() -> bytes:
    """A Word document with a table and a page break."""
    document = docx.Document()
    for line in WORDS:
        document.add_paragraph(line)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Who", "Grandma"
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph(SECOND[0])
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def rtf() -> bytes:
    """An RTF document with a letter that is not ASCII."""
    lines = r"\par ".join(WORDS)
    return rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}\f0\fs24 " + lines.encode() + rb"\par caf\'e9}"


def eml(*, html: bool = False) -> bytes:
    """An e-mail with a photograph attached; `html`: whose words are a web page."""
    message = _message()
    if html:
        lines = "".join(f"<p>{line}</p>" for line in WORDS)
        message.set_content(f"<html><head><style>p{{}}</style><script>alert(1)</script></head><body>{lines}</body></html>", subtype="html")
    else:
        message.set_content("\n".join(WORDS))
    message.add_attachment(png(), maintype="image", subtype="png", filename="drawing.png")
    return message.as_bytes()


def _message() -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = "Priya Shah <priya@thornbeck.example>", "school@example.org"
    message["Subject"], message["Date"] = "After our visit", "Tue, 04 Mar 2025 10:00:00 +0000"
    return message


def msg() -> bytes:
    """An e-mail as Outlook keeps it."""
    words = "\r\n".join(WORDS)
    texts = {"001A": "IPM.Note", "0037": "After our visit", "1000": words, "0C1A": "Priya Shah"}
    streams = {f"__substg1.0_{tag}001F": text.encode("utf-16-le") for tag, text in texts.items()}
    listed = (struct.pack("<HHIII", 0x1F, int(tag, 16), 6, 2 * len(text) + 2, 0) for tag, text in texts.items())
    streams["__properties_version1.0"] = struct.pack("<8xIIII8x", 0, 0, 0, 0) + b"".join(listed)
    return compound_file(streams)


def wav(seconds: float = 2.0, rate: int = 8000) -> bytes:
    """A tone."""
    made = io.BytesIO()
    with wave.open(made, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        tone = (int(8000 * math.sin(number / 6)) for number in range(int(seconds * rate)))
        sound.writeframes(b"".join(struct.pack("<h", value) for value in tone))
    return made.getvalue()


@cache
def recording(ending: str) -> bytes:
    """The tone as mp3, m4a, ogg or webm."""
    codecs = {"mp3": "libmp3lame", "m4a": "aac", "ogg": "libopus", "webm": "libopus"}
    made = Path(_folder(), f"tone.{ending}")
    command = ["ffmpeg", "-nostdin", "-v", "error", "-y", "-f", "wav", "-i", "-", "-c:a", codecs[ending], str(made)]
    subprocess.run(command, input=wav(rate=48000), check=True)
    return made.read_bytes()


@cache
def _folder() -> str:
    return tempfile.mkdtemp(dir=os.environ[RUN_FOLDER], prefix="sounds-")


ALL = {
    "pdf.pdf": pdf,
    "scan.pdf": scanned_pdf,
    "scan.tiff": tiff,
    "scan.jpg": jpeg,
    "scan.png": png,
    "word.docx": word,
    "words.rtf": rtf,
    "mail.eml": eml,
    "mail.msg": msg,
    "tone.wav": wav,
    **{f"tone.{ending}": (lambda ending=ending: recording(ending)) for ending in ("mp3", "m4a", "ogg", "webm")},
}
