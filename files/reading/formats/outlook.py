"""Outlook's e-mails (.msg): the same as .eml, out of a compound file."""

from collections.abc import Iterator
from pathlib import Path

import oxmsg

from files.reading.findings import Refused
from files.reading.limits import MOST_MAIL_PARTS
from files.reading.mail_words import letter, words_of_html
from files.reading.speaking import Page, answer
from files.reading.what_may_be_attached import check_attachment

FIRST_BYTES = 512
LOCKED = "IPM.Note.SMIME"
SIGNED = "IPM.Note.SMIME.MultipartSigned"


def look(path: Path) -> int:
    """Always 1. Raises Refused."""
    message = oxmsg.Message.load(str(path))
    if message.message_class.startswith(LOCKED) and message.message_class != SIGNED:
        raise Refused("locked")
    if message.attachment_count > MOST_MAIL_PARTS:
        raise Refused("too_deep")
    for one in message.attachments:
        check_attachment(one.file_name or "", (one.file_bytes or b"")[:FIRST_BYTES])
    return 1


def pages(path: Path, out: Path, first: int) -> Iterator[Page]:
    """The e-mail as one page."""
    if first != 1:
        return
    message = oxmsg.Message.load(str(path))
    to = ", ".join(f"{one.name} <{one.email_address}>" if one.email_address else one.name for one in message.recipients)
    heads = [
        ("From", message.sender or ""),
        ("To", to),
        ("Date", message.sent_date.isoformat(sep=" ", timespec="minutes") if message.sent_date else ""),
        ("Subject", message.subject or ""),
    ]
    words = message.body or words_of_html(message.html_body or "")
    yield Page(1, text=letter(heads, words, [one.file_name or "" for one in message.attachments]))


if __name__ == "__main__":
    answer(look, pages)
