"""What bytes are, read from the bytes. The name a file came with is only believed where the bytes allow it."""

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
    (b"\x1aE\xdf\xa3", "video/webm"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
)
ZIPPED = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
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
RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav"}
BOXES = {b"heic": "image/heic", b"heix": "image/heic", b"mif1": "image/heif", b"avif": "image/avif", b"M4A ": "audio/mp4"}


def content_type_of(content: bytes, name: str = "") -> str:
    """The media type of `content`; `application/octet-stream` when nothing is recognised.

    `name` chooses only among types the bytes cannot tell apart (one zipped document or another, one text or another).
    """
    for start, kind in STARTS:
        if content.startswith(start):
            return kind
    if content.startswith(b"RIFF"):
        return RIFF.get(content[8:12], UNKNOWN)
    if content[4:8] == b"ftyp":
        return BOXES.get(content[8:12], "video/mp4")
    ending = PurePath(name).suffix.lower()
    if content.startswith(b"PK\x03\x04"):
        return ZIPPED.get(ending, "application/zip")
    return WRITTEN.get(ending, "text/plain") if _is_text(content) else UNKNOWN


def _is_text(content: bytes) -> bool:
    try:
        return "\x00" not in content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
