"""Which attachments make an e-mail unsafe to hand on: programs, archives, web pages, documents with macros."""

from pathlib import PurePath

from files.reading.findings import Refused

PROGRAMS = {".exe", ".com", ".scr", ".pif", ".bat", ".cmd", ".ps1", ".msi", ".msp", ".cpl", ".dll", ".jar", ".lnk", ".reg", ".url", ".chm"}
SCRIPTS = {".vbs", ".vbe", ".js", ".jse", ".wsf", ".wsh", ".hta", ".htm", ".html", ".xhtml", ".svg", ".one"}
ARCHIVES = {".zip", ".rar", ".7z", ".gz", ".tar", ".cab", ".ace", ".iso", ".img", ".vhd"}
WITH_MACROS = {".docm", ".dotm", ".xlsm", ".xltm", ".xlam", ".pptm", ".ppam"}
ENDINGS = PROGRAMS | SCRIPTS | ARCHIVES | WITH_MACROS
STARTS = (b"MZ", b"\x7fELF", b"#!", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")


def check_attachment(name: str, first: bytes) -> None:
    """Raise Refused for what may do harm when somebody opens it."""
    if PurePath(name.lower().strip().rstrip(". ")).suffix in ENDINGS or first.startswith(STARTS):
        raise Refused("harmful_attachment")
