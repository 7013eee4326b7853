"""Packs in each state of being read, checked and given, reached by the real actions. Idris asked; Imani reads, Tom checks.

a_pack(cast)                  being read: a home, a visit, a health check and a letter, none of them read
read(pack, cast)              the same, every thing said to be given whole
proposed(pack, cast)          Imani proposed what the readings come to
countersigned(pack, cast)     Tom opened what has to be opened, and agreed
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import F

from access_requests.actions.begin_reading import begin_reading
from access_requests.actions.countersign import countersign
from access_requests.actions.open_item import open_item
from access_requests.actions.propose_answer import propose_answer
from access_requests.actions.release import release
from access_requests.actions.say_of_item import say_of_item
from access_requests.gatherers.drafts import ItemDraft, Placing, keep
from access_requests.gathering.freezing import Frozen
from access_requests.models import AccessRequest, Gathering, Item, Release
from access_requests.pack import Says, answer_of
from access_requests.queries.pack import newest_reading, pack_fingerprint, progress, to_read
from law.holding_back import Answer as How
from law.holding_back import questions
from people.models import User
from tests.cast import NOW, Cast
from tests.factories.requests_at_the_desk import gathering

WHY = "It is about his aunt, who has died, and about nobody else."
KNOWN = {"known": "He was there, and spoke of it on the phone on 2 November 2026."}


def thing(title: str, kind: str, day: date | None, *, text: str = "", author: str = "Jo Reed", **more: Any) -> ItemDraft:
    """One thing as it is gathered. `more`: what else is frozen of it."""
    frozen = Frozen(title=title, kind=kind, source="portal", text=text, author=author, role="social worker", **more)
    return ItemDraft(key=f"test:{title}", frozen=frozen, placing=Placing(day, None, "day") if day else Placing())


THINGS = (
    thing("A home", "home", date(1998, 4, 1), text="You lived at The Firs.", facts={"place": "H5"}),
    thing("A visit", "visit", date(1999, 2, 3), text="Idris was well. His aunt Rose came too."),
    thing("A health check", "health_check", date(1999, 5, 6), text="Eyes and teeth are fine."),
    thing("A letter", "letter", None, text="Dear Idris, this is about your school."),
)


def being_gathered(
    cast: Cast, things: Iterable[ItemDraft] = THINGS, *, request: AccessRequest | None = None, now: datetime = NOW
) -> AccessRequest:
    """Everything is gathered, and nobody has begun to read."""
    request = request or gathering(cast, now)
    Gathering.objects.filter(request=request).update(state=Gathering.State.DONE, ended_at=now)  # what it would find is given here
    keep(request, things, now)
    for place, one in enumerate(Item.objects.filter(request=request).order_by(F("placed_on").asc(nulls_last=True), "key"), 1):
        Item.objects.filter(pk=one.pk).update(position=place)
    return request


def a_pack(cast: Cast, things: Iterable[ItemDraft] = THINGS, *, request: AccessRequest | None = None, now: datetime = NOW) -> AccessRequest:
    """Gathered, and being read by nobody yet."""
    return begin_reading(request=being_gathered(cast, things, request=request, now=now), by=cast.imani, now=now)


def in_conflict(cast: Cast) -> AccessRequest:
    """A visit that was written before it happened, and a home before he was born."""
    late = thing("Visit two", "visit", date(1999, 6, 7), written_on=date(1999, 6, 1))
    early = thing("First home", "home", date(1980, 1, 1), facts={"place": "U1"})
    return read(a_pack(cast, [late, early]), cast)


def item_of(request: AccessRequest, title: str) -> Item:
    """One thing, by its title."""
    return Item.objects.select_related("request").get(request=request, frozen__title=title)


def say(item: Item, says: Says, by: User, *, now: datetime = NOW, **more: Any) -> None:
    """Say it as somebody who has just opened it: about health, they know it already."""
    before = newest_reading(item)
    if item.kind == "health_check" and says is not Says.HOLD_BACK:
        more.setdefault("basis", KNOWN)
    say_of_item(item=item, says=says, by=by, now=now, seen=str(before.pk if before else ""), **more)


def basis(ground: str, **changes: str) -> Mapping[str, str]:
    """What the law asks of this ground, answered as it should be."""
    given = {How.WORDS: "As we wrote it down.", How.DAY: "2026-11-02", How.CHOICE: "no"}
    return {one.name: given[one.how] for one in questions(ground)} | changes


def hold(item: Item, by: User, ground: str = "TP_PRIVATE", *, now: datetime = NOW) -> None:
    """Hold all of it back on a ground."""
    say(item, Says.HOLD_BACK, by, ground=ground, why=WHY, basis=basis(ground), now=now)


def read(request: AccessRequest, cast: Cast, *, now: datetime = NOW) -> AccessRequest:
    """Whatever nobody has read is given whole."""
    for item in to_read(request).filter(newest__isnull=True):
        say(item, Says.GIVE, cast.imani, now=now)
    return request


def proposed(request: AccessRequest, cast: Cast, *, now: datetime = NOW) -> AccessRequest:
    """Read to the end, and proposed as it was read."""
    read(request, cast, now=now)
    return propose_answer(request=request, answer=answer_of(progress(request)), by=cast.imani, now=now)


def countersigned(request: AccessRequest, cast: Cast, *, now: datetime = NOW) -> AccessRequest:
    """Proposed, opened, and agreed to by Tom."""
    request = proposed(request, cast, now=now)
    for item in to_read(request):
        open_item(item=item, by=cast.tom, now=now)
    countersign(request=request, pack=pack_fingerprint(request), by=cast.tom, now=now)
    return AccessRequest.objects.get(pk=request.pk)


def given(request: AccessRequest, cast: Cast, *, now: datetime = NOW) -> Release:
    """Countersigned, and given by Imani."""
    made = release(request=countersigned(request, cast, now=now), by=cast.imani, now=now)
    assert made
    return made


def to_be_opened(request: AccessRequest, cast: Cast, *, now: datetime = NOW) -> AccessRequest:
    """One letter held back, the rest given whole, proposed, and opened by Tom: he has only to agree."""
    hold(item_of(request, "A letter"), cast.imani, now=now)
    request = proposed(request, cast, now=now)
    for item in to_read(request):
        open_item(item=item, by=cast.tom, now=now)
    return request
