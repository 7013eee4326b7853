"""What may be wrong with a document: a code, and a sentence that says what it is and what to do. One readable table.

`closed`: it may do harm, so nobody is shown anything of it and no program opens it again. The others are only kept unread.
"""

from dataclasses import dataclass

from law.wording import gettext_noop as _


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that keeps a document from being read."""

    code: str
    sentence: str
    closed: bool = True


FINDINGS: dict[str, Finding] = {
    finding.code: finding
    for finding in (
        Finding("broken", _("The file is damaged or cut short, so it stays closed. Export or scan it again, and bring it in again.")),
        Finding("locked", _("The file is locked with a password. Save it without a password, and bring it in again.")),
        Finding(
            "scripts",
            _("The file holds a program (JavaScript or an active form). Print it to a new PDF, and bring that in instead."),
        ),
        Finding(
            "launches",
            _("The file tries to start a program or to send something when it is opened. Print it to a new PDF, and bring that in."),
        ),
        Finding(
            "files_inside",
            _("Other files are hidden inside this file. Save each of them as a document of its own, print this one to a new PDF."),
        ),
        Finding("macros", _("The document holds macros, which are small programs. Save it as PDF, and bring that in instead.")),
        Finding(
            "outside_template",
            _("The document fetches a part of itself from another computer. Save it as PDF, and bring that in instead."),
        ),
        Finding(
            "objects_inside",
            _("The document has another file or a program put into it. Save it as PDF, and bring that in instead."),
        ),
        Finding("entities", _("The document is built to read files of this computer (XML entities). Ask where it came from.")),
        Finding("unpacks", _("The file becomes far too large when it is unpacked. Ask where it came from, and print it to a PDF.")),
        Finding("names_outside", _("The file is built to write outside its folder. Ask where it came from, and print it to a PDF.")),
        Finding("two_kinds", _("The file is two kinds of file at once, which only tricks need. Print or scan it to a new PDF.")),
        Finding("too_many_pixels", _("The picture has too many dots to be opened. Scan it again at 300 dots an inch.")),
        Finding("too_deep", _("The e-mail holds too many e-mails inside each other. Save the inner ones as documents of their own.")),
        Finding(
            "harmful_attachment",
            _("A program, an archive or a web page is attached to the e-mail. Save the e-mail without it, and bring that in again."),
        ),
        Finding("too_slow", _("The file could not be looked at in the time and memory there is. Print it to a new PDF.")),
        Finding("infected", _("The virus scanner found something harmful in it. It stays closed. Tell your security team.")),
        Finding("too_many_pages", _("It has more pages than are read (2,000). Split it into several documents."), closed=False),
        Finding("too_long", _("The recording is longer than 12 hours, or says it is. Split it into several."), closed=False),
        Finding(
            "no_letters_program",
            _("Its pages are pictures, and the program that reads pictures (Tesseract) is not installed here. Its pages can be looked at."),
            closed=False,
        ),
        Finding(
            "no_sound_program",
            _("The program that plays recordings (ffmpeg) is not installed here. Install it, then ask for this to be read again."),
            closed=False,
        ),
        Finding("stopped", _("Reading stopped three times at the same place. Print it to a new PDF, or scan it again."), closed=False),
    )
}
WAITS_FOR_SCANNER = _("The virus scanner has not answered yet. It is read as soon as it has.")


class Refused(Exception):
    """A document that is not read. `code` is one of FINDINGS."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
