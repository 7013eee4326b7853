"""One contribution from the first keystroke to everything that leaves: whatever was typed comes out as it went in."""

import io
import json
import unicodedata
import zipfile
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import pypdfium2
from django.utils.html import escape
from hypothesis import strategies as st

from audit.canonical import sha256
from moderation.models import WriteBack
from moderation.way_back.package import write_package
from official_file.exports.lines import read_lines
from official_file.models import Entry, EntryPayload
from portal.actions.export_file import ON_THE_SERVER, export_file
from portal.exporting.my_copy import own_copy
from stories.actions.save_draft import save_draft
from stories.actions.send import Choices, send
from stories.draft_order import Stamp
from stories.models import Contribution
from tests.cast import NOW, Cast
from tests.factories.filed_media import an_attachment, filed

ANY = st.characters(exclude_categories=["Cs"], exclude_characters="\0\r")  # a line break is LF: stories/verbatim.py
WORDS = st.text(ANY, min_size=1, max_size=200).filter(str.strip)
CAPTIONS = st.text(ANY, max_size=80)
# What one hopes never meets a PDF or a page: each kept, none of them "corrected".
HARD = (
    "Hello\n\n  two spaces, a tab\tand the end ",
    "‏مرحبا، اسمي آمارا.‏ I wrote this ‮backwards‬ 🏳️‍🌈👩🏽‍🚀",
    "<script>alert(1)</script> & &amp; {{ words }} {% now 'Y' %} %(name)s \\u0041",
    "é \u0065\u0301 ﬁ ½ Ⅷ \u200b\u200d\ufeff\u2028\u2029\x0b\x0c\x1b\x85",
    "நான் 我 ጤና \U0010ffff \ufffe \ue000 𓀀",
)


@dataclass(frozen=True)
class Left:
    """Everything that left with the words in it."""

    entry: Entry
    package: dict[str, bytes]
    export: dict[str, bytes]
    copy: dict[str, bytes]


def from_phone_to_everywhere(cast: Cast, words: str, caption: str) -> Left:
    """Kept as a draft, sent with a photo, filed; then a package for the council's system, an export, and their own copy."""
    amara = cast.amara
    draft = save_draft(child=amara, draft_id=uuid4(), words=words, stamp=Stamp(0, "a tab", 1), by=amara.user, now=NOW)
    sent = send(draft=draft, choices=Choices(kind="keep"), by=amara.user, now=NOW)
    an_attachment(sent, caption=caption)
    entry = filed(sent, cast.ben)
    with TemporaryDirectory() as scratch:
        bag = Path(scratch) / "bag"
        (bag / "data").mkdir(parents=True)
        write_package(bag, WriteBack.objects.get(contribution=sent.pk))
        export = Path(scratch) / "export"
        export_file(child=amara, out=export, by=ON_THE_SERVER, now=NOW, pdf=False)
        package, exported = _files(bag / "data"), _files(export / "data")
    with zipfile.ZipFile(io.BytesIO(own_copy(amara.user, amara, NOW).content)) as archive:
        copy = {name.removeprefix("my-copy/"): archive.read(name) for name in archive.namelist()}
    return Left(Entry.objects.get(pk=entry.pk), package, exported, copy)


def check_nothing_was_changed(left: Left, words: str, caption: str) -> None:
    """The same words and the same caption, byte for byte, in every place; and what can be seen of them in the PDF."""
    raw, digest = words.encode(), sha256(words.encode())
    contribution = Contribution.objects.get(entry=left.entry)
    assert (contribution.words, contribution.digest) == (words, digest)
    assert (left.entry.text, left.entry.facts["digest"]) == (words, digest)
    assert left.entry.facts["attachments"][0]["caption"] == caption
    assert json.loads(EntryPayload.objects.get(entry=left.entry).body)["text"] == words
    assert left.package["words.txt"] == raw
    assert json.loads(left.package["package.json"])["contribution"]["attachments"][0]["caption"] == caption
    [chain] = [row for row in read_lines(left.export["chain.jsonl"]) if row["id"] == str(left.entry.pk)]
    assert chain["body"]["text"].encode() == raw
    assert next(read_lines(left.export["tables/contributions.jsonl"]))["words"].encode() == raw
    assert next(read_lines(left.export["tables/attachments.jsonl"]))["caption"] == caption
    [mine] = json.loads(left.copy["my-copy.json"])["my_words"]
    assert (mine["words"].encode(), mine["media"][0]["caption"]) == (raw, caption)
    assert str(escape(words)) in left.copy["my-copy.html"].decode()
    assert all(str(escape(line)) in left.export["summary.html"].decode() for line in words.split("\n"))
    seen = seen_in(left.package["words.pdf"])
    missing = [word for word in plain_words(words) if word not in seen]
    assert not missing, missing


def plain_words(text: str) -> list[str]:
    """Words of letters that every font has, which a reader of the PDF must find. Of other scripts a program reads shapes, not letters.

    Not those on a line that its author turned round themselves: they are drawn, and read, from right to left.
    """
    lines = [line for line in text.split("\n") if not any(unicodedata.category(sign) == "Cf" for sign in line)]
    return [word for line in lines for word in line.split() if word.isascii() and word.isalnum()]


def seen_in(pdf: bytes) -> str:
    """Every letter that can be read out of the PDF, without where lines were broken."""
    pages = pypdfium2.PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in pages)
    return "".join(sign for sign in unicodedata.normalize("NFKC", text) if not sign.isspace() and unicodedata.category(sign) != "Cf")


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
