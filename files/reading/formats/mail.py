"""E-mails as files (.eml): who wrote to whom, when, about what, and the words. Attachments are named and not opened."""

from collections.abc import Iterator
from email import message_from_binary_file
from email.errors import CloseBoundaryNotFoundDefect, MessageError, StartBoundaryNotFoundDefect
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from files.reading.findings import Refused
from files.reading.limits import DEEPEST_MAIL, MOST_MAIL_PARTS
from files.reading.mail_words import letter, words_of_html
from files.reading.speaking import Page, answer
from files.reading.what_may_be_attached import check_attachment

HEADERS = ("From", "To", "Cc", "Date", "Subject")
LOCKED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted")
CUT_SHORT = (CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect)
FIRST_BYTES = 512


def look(path: Path) -> int:
    """Always 1. Raises Refused."""
    try:
        message = _message(path)
        _check(message, 0, [0])
    except RecursionError:
        raise Refused("too_deep") from None
    except (MessageError, ValueError, LookupError, IndexError):
        raise Refused("broken") from None
    return 1


def _message(path: Path) -> EmailMessage:
    with path.open("rb") as file:
        return message_from_binary_file(file, policy=default)


def _check(part: EmailMessage, depth: int, seen: list[int]) -> None:
    seen[0] += 1
    if depth > DEEPEST_MAIL or seen[0] > MOST_MAIL_PARTS:
        raise Refused("too_deep")
    if part.get_content_type() in LOCKED:
        raise Refused("locked")
    if any(isinstance(defect, CUT_SHORT) for defect in part.defects):
        raise Refused("broken")
    if part.is_multipart():
        for inner in part.get_payload():
            if isinstance(inner, EmailMessage):
                _check(inner, depth + 1, seen)
    elif part.is_attachment() or part.get_filename():
        content = part.get_payload(decode=True)
        check_attachment(part.get_filename() or "", content[:FIRST_BYTES] if isinstance(content, bytes) else b"")


def pages(path: Path, out: Path, first: int) -> Iterator[Page]:
    """The e-mail as one page."""
    if first == 1:
        yield Page(1, text=_letter(_message(path), 0))


def _letter(message: EmailMessage, depth: int) -> str:
    heads = [(name, str(message.get(name, ""))) for name in HEADERS]
    body = message.get_body(preferencelist=("plain", "html"))
    words = ""
    if body is not None:
        words = str(body.get_content())
        words = words_of_html(words) if body.get_content_type() == "text/html" else words
    attached = [part for part in message.iter_attachments() if part.get_content_type() != "message/rfc822"]
    said = letter(heads, words, [part.get_filename() or part.get_content_type() for part in attached])
    inner = [part.get_payload(0) for part in message.iter_attachments() if part.get_content_type() == "message/rfc822"]
    more = [_letter(one, depth + 1) for one in inner if isinstance(one, EmailMessage) and depth < DEEPEST_MAIL]
    return "\n\n----\n\n".join([said, *more])


if __name__ == "__main__":
    answer(look, pages)
