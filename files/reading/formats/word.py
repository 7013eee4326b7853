"""Word documents (DOCX): the archive and every XML part are looked at before python-docx opens any of them."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import Element, ParseError

import docx
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from docx.oxml.ns import qn

from files.reading.findings import Refused
from files.reading.limits import MOST_INSIDE, MOST_PAGES, MOST_RATIO, MOST_UNPACKED, MOST_UNPACKED_PART
from files.reading.speaking import Page, answer

LARGE = 1_000_000  # bytes; small parts may be packed as tightly as they like
ENCRYPTED = 0x1
MACROS = ("vbaproject.bin", "vbadata.xml")
OBJECTS = ("word/embeddings/", "word/activex/", "customui/")
MAY_POINT_OUTSIDE = ("/hyperlink",)
BRINGS_OTHERS = ("/aFChunk", "/subDocument", "/oleObject", "/control", "/package")
FIELD_ENDS = ("}instrText", "}fldSimple")
FETCHES = ("DDE ", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE")
PIECE = 1 << 20
PARAGRAPH = "\n\n"
MANY_BREAKS = re.compile(r"\n{3,}")
BREAKS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tr"): "\n", qn("w:tab"): "\t"}


def look(path: Path) -> int:
    """How many pages the document says it has, at least 1. Raises Refused."""
    try:
        with zipfile.ZipFile(path) as archive:
            _check_parts(archive.infolist())
            for part in archive.infolist():
                _check_part(archive, part)
        return max(1, min(MOST_PAGES, sum(1 for _text in _texts(path))))
    except (zipfile.BadZipFile, EOFError, OSError, KeyError, ValueError, ParseError):
        raise Refused("broken") from None


def _check_parts(parts: list[zipfile.ZipInfo]) -> None:
    """What the list of contents says, before anything is unpacked."""
    names = [part.filename.lower() for part in parts]
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise Refused("locked")
    if any(name.startswith("/") or "\\" in name or ".." in PurePosixPath(name).parts for name in names):
        raise Refused("names_outside")
    if len(parts) > MOST_INSIDE or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Refused("unpacks")
    if any(part.file_size > LARGE and part.file_size > MOST_RATIO * max(1, part.compress_size) for part in parts):
        raise Refused("unpacks")
    if any(name.endswith(MACROS) for name in names):
        raise Refused("macros")
    if any(name.startswith(OBJECTS) for name in names):
        raise Refused("objects_inside")


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Unpack one part, no further than we hold, and look at it when it is XML."""
    content = b""
    with archive.open(part) as packed:
        while piece := packed.read(PIECE):
            content += piece
            if len(content) > MOST_UNPACKED_PART:
                raise Refused("unpacks")
    if not part.filename.lower().endswith((".xml", ".rels")):
        return
    try:
        tree = fromstring(content, forbid_dtd=True)
    except DefusedXmlException:
        raise Refused("entities") from None
    _check_tree(tree, part.filename)


def _check_tree(tree: Element, name: str) -> None:
    for one in tree.iter():
        if name == "[Content_Types].xml" and "macroenabled" in one.get("ContentType", "").lower():
            raise Refused("macros")
        if name.endswith(".rels"):
            _check_tie(one.get("Type", ""), one.get("TargetMode", ""))
        elif one.tag.endswith(FIELD_ENDS):
            said = f"{one.text or ''} {' '.join(one.attrib.values())}".upper()
            if any(word in said for word in FETCHES):
                raise Refused("outside_template")


def _check_tie(kind: str, mode: str) -> None:
    """A relationship of a part: to another place, or to another file inside."""
    if mode == "External" and not kind.endswith(MAY_POINT_OUTSIDE):
        raise Refused("outside_template")
    if kind.endswith(BRINGS_OTHERS):
        raise Refused("objects_inside")


def pages(path: Path, out: Path, first: int) -> Iterator[Page]:
    """The text, page by page as Word last laid it out. There is nothing to draw."""
    for number, text in enumerate(_texts(path), 1):
        if number >= first:
            yield Page(number, text=text)


def _texts(path: Path) -> Iterator[str]:
    """The words of the body, its tables and lists, broken where Word broke the page. What was struck out is not said."""
    words: list[str] = []
    for one in docx.Document(str(path)).element.body.iter():
        if one.tag == qn("w:lastRenderedPageBreak") or (one.tag == qn("w:br") and one.get(qn("w:type")) == "page"):
            if "".join(words).strip():
                yield _joined(words)
            words = []
        elif one.tag == qn("w:t"):
            words.append(one.text or "")
        elif one.tag == qn("w:p"):
            words.append(" " if one.getparent().tag == qn("w:tc") else PARAGRAPH)
        else:
            words.append(BREAKS.get(one.tag, ""))
    yield _joined(words)


def _joined(words: list[str]) -> str:
    lines = "\n".join(line.strip(" ") for line in "".join(words).splitlines())
    return MANY_BREAKS.sub(PARAGRAPH, lines).strip("\n")


if __name__ == "__main__":
    answer(look, pages)
