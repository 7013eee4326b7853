"""Requests for a file, reached by the real actions: asked in each way, for each kind of asker.

a_request(cast)                                        Idris, signed in: everything follows from it
a_request(cast, route=Route.PUBLIC_FORM)               a person of 61 whom nobody has matched with a record yet
a_request(cast, asker="advocate", route=PUBLIC_FORM)   somebody else asks for them
"""

from datetime import date, datetime
from typing import Any

from access_requests.actions.ask import Sent, ask
from access_requests.models import AccessRequest
from audit.who import Who
from people.models import Child, User
from tests.cast import NOW, Cast

Route = AccessRequest.Route
PAT = Who("Pat Lowe", "requester")
FROM_1974 = {
    "name": "Pat Lowe",
    "other_names": "Patricia Grey\nPatsy",
    "born": "1965",
    "when_in_care": "From about 1974 until I was 16",
    "homes": "The Firs, near the station",
    "schools": "Mill Lane",
    "family": "My brother Ken",
    "workers": "Miss Hale",
    "what": "everything",
}


def a_request(
    cast: Cast,
    *,
    route: str = Route.SIGNED_IN,
    asker: str = AccessRequest.Asker.SELF,
    child: Child | None = None,
    taken_by: User | None = None,
    answers: dict[str, Any] | None = None,
    contact: dict[str, Any] | None = None,
    received_on: date | None = None,
    now: datetime = NOW,
    **more: Any,
) -> AccessRequest:
    """A request that was just sent. Signed in it is Idris's (or `child`'s); taken down it is Sana's work (or `taken_by`'s)."""
    if route == Route.SIGNED_IN:
        child = child or cast.idris
        assert child.user
        draft = Sent(route=route, answers={"what": "everything"} | (answers or {}), requester=child.user, child=child, **more)
        return ask(draft=draft, by=child.user.who(now), now=now)
    taker = (taken_by or cast.sana) if route == Route.BY_WORKER else None
    said = FROM_1974 | ({} if asker == "self" else {"subject": "Ken Lowe", "relation": "I act for him"}) | (answers or {})
    draft = Sent(
        route=route, asker=asker, answers=said, contact={"by_code": True} | (contact or {}), child=child, taken_by=taker,
        received_on=received_on, **more,
    )  # fmt: skip
    return ask(draft=draft, by=taker.who(now) if taker else PAT, now=now)
