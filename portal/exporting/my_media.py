"""Photos, drawings and recordings in a young person's own copy: what their pages show, and beside it each one just as they sent it.

The originals are theirs to have: nobody else ever gets one from here. One that no scanner has passed is not handed out, and what
was shut by law is named and not there. Bytes are fetched one at a time, when they are packed: a copy may be larger than a memory.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath
from typing import Any

from django.utils.translation import gettext

from files.content_types import ending_of
from files.media.made import ENDINGS
from files.models import File, SafeCopy
from files.queries import is_shut, read
from files.safe_copies import get
from files.scan_states import ScanState
from stories.media import in_order, shown
from stories.models import Attachment, Contribution

FOLDER = "media"
A_RECORDING = (SafeCopy.Form.AAC, SafeCopy.Form.OPUS)
AN_ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}")
Facts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kept:
    """One file of the copy, by how its bytes are fetched. They may be gone: then it is None."""

    fetch: Callable[[], bytes | None]


def media_of_mine(one: Contribution, files: dict[str, Kept]) -> list[Facts]:
    """What belongs to these words, in its order; its copies and originals are put into `files` by the name they have in the copy."""
    return [_told(row, files) for row in in_order(one)]


def _told(row: Attachment, files: dict[str, Kept]) -> Facts:
    page = shown(row, address=lambda _row, form: form)
    forms = A_RECORDING if page.is_sound else (SafeCopy.Form.PHOTO,)
    copies = {copy.form: copy for copy in row.making.copies.all()} if page.picture or page.sounds else {}
    copy = next((copies[form] for form in forms if form in copies), None)
    return {
        "id": str(row.pk),
        "kind": row.kind,
        "what": page.label,
        "caption": row.caption,
        "in_my_words": row.in_words,
        "others_said": [{"what": said.label, "words": said.text, "by": said.who} for said in page.told],
        "where_it_stands": page.state,
        "shown_as": _copy(row, copy, files) if copy else None,
        "as_i_sent_it": _original(row, files),
        "why_not": _why_not(row.file),
    }


def _copy(row: Attachment, copy: SafeCopy, files: dict[str, Kept]) -> str:
    name = f"{FOLDER}/{row.pk}{ENDINGS.get(copy.content_type, '')}"
    files[name] = Kept(partial(get, copy.stored_as))
    return name


def _original(row: Attachment, files: dict[str, Kept]) -> str | None:
    """The name of the original in the copy; None for what is not sent yet, and for what may not be handed out."""
    if row.file is None or is_shut(row.file) or row.file.scan_state is not ScanState.CLEAN:
        return None
    suffix = PurePath(row.file.original_name).suffix.lower()
    ending = ending_of(row.file.content_type) or (suffix if AN_ENDING.fullmatch(suffix) else "")
    name = f"{FOLDER}/{row.pk}-as-i-sent-it{ending}"
    files[name] = Kept(partial(read, row.file))
    return name


def _why_not(file: File | None) -> str:
    """Why the original is not in the copy; "" when it is, or when nothing was sent yet."""
    if file is None:
        return ""
    if is_shut(file):
        return gettext("Nobody may open this. It is the law.")
    if file.scan_state is ScanState.CLEAN:
        return ""
    return gettext("Our virus checker has not passed it, so it is not in this copy as you sent it. Ask your worker.")
