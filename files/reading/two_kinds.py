"""Files that are two kinds of file at once: a PDF that is also an archive, a picture that is also a web page."""

import re

MARKUP = re.compile(rb"<(?:!doctype\s+html|html|script|svg|iframe)[\s>]|<\?php", re.IGNORECASE)
ARCHIVE_END, ARCHIVE_START = b"PK\x05\x06", b"PK\x03\x04"
ARCHIVE_ENDS_WITHIN = 66_000  # bytes from the end of the file
PDF_STARTS_WITHIN = 1_024
PDF, PICTURES, WORD = "application/pdf", "image/", "application/vnd.openxml"


def is_two_kinds(content: bytes, media_type: str) -> bool:
    """Whether programs would disagree about what this is."""
    is_archive = ARCHIVE_END in content[-ARCHIVE_ENDS_WITHIN:] and ARCHIVE_START in content
    if media_type.startswith(WORD):
        return b"%PDF-" in content[:PDF_STARTS_WITHIN]
    if media_type == PDF:
        return is_archive or bool(MARKUP.search(content[:PDF_STARTS_WITHIN]))
    if media_type.startswith(PICTURES):
        return is_archive or bool(MARKUP.search(content)) or b"%PDF-1" in content
    return media_type.startswith("audio/") and (is_archive or bool(MARKUP.search(content[:PDF_STARTS_WITHIN])))
