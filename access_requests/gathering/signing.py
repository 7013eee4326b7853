"""Whether a paper says that somebody signed it. A program cannot see a signature drawn by hand, so nothing here says "not signed"."""

import re

from access_requests.gathering.freezing import Signature

END_LINES = 25
SAYS = re.compile(r"^\W*(?:signed|signature)\b[ \t.:_-]*(?P<who>[A-Z][\w.'’ -]{2,60})?", re.IGNORECASE | re.MULTILINE)


def signature_in(text: str, *, is_mail: bool = False) -> Signature:
    """What its words say of a signature: a mail has the name it was sent under."""
    if is_mail:
        return Signature.NAMED
    end = "\n".join(text.splitlines()[-END_LINES:])
    return Signature.SAYS_SO if any(found["who"] for found in SAYS.finditer(end)) else Signature.NOT_KNOWN
