"""What may be wrong with an archive, or with a file that is brought in by hand: more rows of the table in findings.py."""

from files.reading.findings import FINDINGS, Finding
from law.wording import gettext_noop as _

TOO_LARGE = Finding("too_large", _("It is larger than 100 megabytes. Split it into several documents."), closed=False)
WRONG_KIND = Finding("wrong_kind", _("Files of this kind cannot be read here. Print it to a PDF, and bring that in."), closed=False)
EMPTY = Finding("empty", _("The file is empty. Look at where it came from, and bring it in again."), closed=False)
NESTED = Finding(
    "archive_inside", _("It is an archive inside another, which is not opened. Unpack it, and bring in the files that are in it.")
)

ALL: dict[str, Finding] = FINDINGS | {
    finding.code: finding
    for finding in (
        TOO_LARGE,
        WRONG_KIND,
        EMPTY,
        NESTED,
        Finding("locked_archive", _("The archive is locked with a password. Unpack it, and bring in the files that are in it.")),
        Finding(
            "archive_outside",
            _("The archive is built to write outside its folder. Ask where it came from, and bring in the files that are in it."),
        ),
        Finding(
            "archive_unpacks",
            _("The archive becomes far too large when it is unpacked. Ask where it came from, or make several smaller ones."),
        ),
        Finding("too_many_inside", _("More than 5,000 files are in the archive. Make several of it.")),
    )
}
