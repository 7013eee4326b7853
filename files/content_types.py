"""What bytes are, read from the bytes. The name a file came with is only believed where the bytes allow it."""

import io
import re
import struct
import zipfile
from pathlib import PurePath

UNKNOWN = "application/octet-stream"
STARTS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"\xff\xf3", "audio/mpeg"),
    (b"\xff\xf2", "audio/mpeg"),
    (b"{\\rtf", "application/rtf"),
)
WEBM, OLE, ZIP = b"\x1aE\xdf\xa3", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04"
# What only Outlook's e-mails, and only locked Office documents, have inside their compound file.
MAIL_INSIDE, LOCK_INSIDE = "__properties_version1.0".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WORD_INSIDE = b"word/document.xml"
ZIPPED = {
    ".docx": WORD,
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".odt": "application/vnd.oasis.opendocument.text",
}
WRITTEN = {
    ".csv": "text/csv",
    ".eml": "message/rfc822",
    ".htm": "text/html",
    ".html": "text/html",
    ".json": "application/json",
    ".xml": "text/xml",
}
MP4_TRACK = re.compile(rb"hdlr.{8}(soun|vide)", re.DOTALL)
WEBM_TRACK = re.compile(rb"\x86[\x80-\xbf]([AV])_")  # the name of a track's way of packing: A_OPUS, V_VP8
RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav"}
HEADS_OF_MAIL = re.compile(rb"(?:from|to|cc|date|subject|received|message-id|mime-version|return-path|content-type):", re.IGNORECASE)
HEADER_LINE = re.compile(rb"[!-9;-~]+:")
FEWEST_HEADS = 2  # lines of an e-mail's head before we call a text one
LOOKED_AT = 1 << 16  # bytes at the start of a film or of sound in which its tracks are named
BOXES = {
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"), "image/heic"),
    **dict.fromkeys((b"mif1", b"msf1"), "image/heif"),
    **dict.fromkeys((b"avif", b"avis"), "image/avif"),
    **dict.fromkeys((b"M4A ", b"M4B "), "audio/mp4"),
}

ENDINGS = {
    "application/pdf": ".pdf",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/tiff": ".tif",
    "application/rtf": ".rtf",
    "message/rfc822": ".eml",
    "application/vnd.ms-outlook": ".msg",
    WORD: ".docx",
    "audio/wav": ".wav",
    "audio/mpeg": ".mp3",
    "audio/mp4": ".m4a",
    "audio/ogg": ".ogg",
    "audio/webm": ".webm",
}


def ending_of(media_type: str) -> str:
    """The ending a file of this type is kept under; "" for one we do not know."""
    return ENDINGS.get(media_type, "")


def content_type_of(content: bytes, name: str = "") -> str:
    """The media type of `content`; `application/octet-stream` when nothing is recognised.

    `name` chooses only among types the bytes cannot tell apart (one zipped archive or another, one text or another).
    """
    for start, kind in STARTS:
        if content.startswith(start):
            return kind
    if content.startswith(b"RIFF"):
        return RIFF.get(content[8:12], UNKNOWN)
    if content[4:8] == b"ftyp":
        return BOXES.get(content[8:12]) or ("audio/mp4" if _is_only_sound(content) else "video/mp4")
    return _container(content, name) or _text(content, name)


def _container(content: bytes, name: str) -> str:
    """What is inside a container: a film or sound, an e-mail of Outlook, a Word document; "" when it is no container."""
    if content.startswith(WEBM):
        tracks = set(WEBM_TRACK.findall(content[:LOOKED_AT]))
        return "audio/webm" if tracks == {b"A"} else "video/webm"
    if content.startswith(OLE):
        if MAIL_INSIDE in content:
            return "application/vnd.ms-outlook"
        return "application/x-locked-office" if LOCK_INSIDE in content else "application/x-ole-storage"
    if content.startswith(ZIP):
        return WORD if _is_word(content) else ZIPPED.get(PurePath(name).suffix.lower(), "application/zip")
    return ""


def _is_word(content: bytes) -> bool:
    """Whether an archive is itself a Word document, and not one that holds some. One that was cut short is what it was meant to be."""
    if WORD_INSIDE not in content:
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return WORD_INSIDE.decode() in archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, struct.error):
        return True


def _is_only_sound(content: bytes) -> bool:
    """Whether an MP4 has a track of sound and none of pictures."""
    return set(MP4_TRACK.findall(content)) == {b"soun"}


def _text(content: bytes, name: str) -> str:
    """E-mail by the lines at its head, else what the name says of a text. An old e-mail may hold letters that are not UTF-8."""
    heads = 0
    for line in content[:LOOKED_AT].removeprefix(b"\xef\xbb\xbf").splitlines():
        heads += bool(HEADS_OF_MAIL.match(line))
        if heads >= FEWEST_HEADS:
            return "message/rfc822"
        if not HEADER_LINE.match(line) and not line.startswith((b" ", b"\t")):
            break
    return WRITTEN.get(PurePath(name).suffix.lower(), "text/plain") if _is_text(content) else UNKNOWN


def _is_text(content: bytes) -> bool:
    try:
        return "\x00" not in content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
