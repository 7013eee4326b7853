"""Questions of a search, kept in the session under a random id: no address ever holds a word of what somebody looks for.

An address with such an id works in the session that asked and nowhere else: going back, the next page and printing need nothing
more. What was asked goes with the session, at the latest when it ends.
"""

from typing import Any
from uuid import uuid4

from django.http import HttpRequest

KEPT = "questions"
MOST = 10


def keep(request: HttpRequest, question: dict[str, Any], *, about: str) -> str:
    """Keep a question. `about`: whose file it is asked of. Returns its id for the address."""
    pk = str(uuid4())
    kept = [*request.session.get(KEPT, []), {"id": pk, "about": about, "asked": question}]
    request.session[KEPT] = kept[-MOST:]
    return pk


def kept(request: HttpRequest, *, about: str) -> dict[str, Any] | None:
    """The question whose id the address names, when it was asked in this session and about the same file; else None."""
    pk = request.GET.get("found", "")
    found = (one for one in request.session.get(KEPT, []) if one["id"] == pk and one["about"] == about)
    one = next(found, None)
    return dict(one["asked"]) if one else None
