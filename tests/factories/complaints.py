"""Complaints, reached by the real actions: signed in, without an account about a request, by the open form, taken down by staff."""

from datetime import datetime
from typing import Any

from access_requests.actions.complain import Complained, complain
from access_requests.actions.look_at_complaint import look_at_complaint
from access_requests.models import AccessRequest, Complaint
from audit.who import Who
from people.models import User
from tests.cast import NOW, Cast

PAT = Who("Pat Lowe", "requester")
WORDS = "Nobody told me anything for six weeks."


def a_complaint(cast: Cast, request: AccessRequest | None = None, *, now: datetime = NOW, **more: Any) -> Complaint:
    """Idris's own, signed in, about his request; or about none."""
    user = cast.idris.user
    assert user
    child = None if request else cast.idris
    said = Complained(**{"words": WORDS, "user": user, "request": request, "child": child, **more})
    return complain(said=said, by=user.who(now), now=now)


def an_open_complaint(*, now: datetime = NOW, **more: Any) -> Complaint:
    """By the open form: nobody knows who it is, and about which record."""
    said = Complained(**{"words": WORDS, "name": "Pat Lowe", "contact": {"phone": "01632 960001"}, **more})
    return complain(said=said, by=PAT, now=now)


def one_looked_at(cast: Cast, by: User | None = None, **more: Any) -> Complaint:
    """A complaint of Idris's that Tom (or `by`) looks at."""
    return look_at_complaint(complaint=a_complaint(cast, **more), by=by or cast.tom, now=NOW)
