"""Every state of a request x every verb of its pack x everybody: who may, as one table. All else is refused, and changes nothing.

I is Imani, the officer, who read and proposed; S Sana, of the access team, who handles requests too; T Tom, the second checker.
Everybody else (the person themselves, workers, managers, the content editor, the account manager) may do nothing, in any state.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, reverse

from access_requests import urls
from access_requests.actions.answer_conflict import answer_conflict
from access_requests.actions.begin_reading import begin_reading
from access_requests.actions.carry_readings_over import carry_readings_over
from access_requests.actions.countersign import countersign
from access_requests.actions.give_all_like import give_all_like
from access_requests.actions.open_item import open_item
from access_requests.actions.propose_answer import propose_answer
from access_requests.actions.release import release
from access_requests.actions.say_of_item import say_of_item
from access_requests.actions.send_back import send_back
from access_requests.actions.take_back_proposal import take_back_proposal
from access_requests.lifecycle import TRANSITIONS, Answer, State
from access_requests.models import AccessRequest, ConflictAnswer, Item, Release, SecondCheck
from access_requests.pack import Says
from access_requests.queries.pack import newest_reading, pack_fingerprint, to_read
from access_requests.queries.pack_conflicts import conflicts_of
from law.working_time import london_day
from people.actions.make_task import make_task
from people.errors import NotAllowed
from people.models import TaskKind, User
from tests.cast import NOW, Cast, sign_in
from tests.factories.packs import THINGS, a_pack, being_gathered, countersigned, given, proposed, read, thing
from tests.factories.requests import a_request
from tests.factories.requests_at_the_desk import searched

LETTERS = {"Imani Clarke": "I", "Sana Malik": "S", "Tom Baker": "T"}
VERBS = ("begin", "say", "alike", "carry", "conflict", "propose", "nothing", "refuse", "agree", "return", "back", "give")
# state: for each of VERBS who may; "." nobody
TABLE = {
    "asked":        ".  .  .  .  .  .  .  .  . . .  .",
    "searching":    ".  .  .  .  .  .  IS IS . . .  .",
    "gathering":    "IS .  .  .  .  .  .  .  . . .  .",
    "reading":      ".  IS IS IS IS IS .  IS . . .  .",
    "second_check": ".  .  .  .  .  .  .  .  T T IS .",
    "ready":        ".  .  .  .  .  .  .  .  . . IS IS",
    "given":        ".  .  .  .  .  .  .  .  . . .  .",
}  # fmt: skip
LATE = thing("Visit two", "visit", date(1999, 6, 7), written_on=date(1999, 6, 1))
DATA = {
    "answer": "give", "says": "give", "seen": "", "why": "Because.", "words": "Because.", "ground": "unfounded", "key": "x",
    "right": "", "text": "Hello.", "outcome": "found", "way": "phone", "reached": "yes", "state": "given", "proposes": "give",
}  # fmt: skip
NOT_YET = {State.READY, State.GIVEN, State.REFUSED}


def reach(state: str, cast: Cast) -> AccessRequest:
    """Idris's request, lived through to this state; in all of them Imani and Tom can see it."""
    pack = {
        "asked": lambda: a_request(cast),
        "searching": lambda: searched(cast),
        "gathering": lambda: being_gathered(cast),
        "reading": lambda: settled(cast),
        "second_check": lambda: opened(proposed(settled(cast), cast), cast),
        "ready": lambda: countersigned(settled(cast), cast),
        "given": lambda: given(settled(cast), cast).request,
    }[state]()
    in_sight(pack, cast)
    return AccessRequest.objects.get(pk=pack.pk)


def in_sight(pack: AccessRequest, cast: Cast) -> None:
    """Something else about him is asked of officers and checkers, so that no state is refused for want of seeing it."""
    assert pack.child
    for kind, role in ((TaskKind.CHECK_REQUEST, "second_checker"), (TaskKind.DECIDE_COMPLAINT, "ig_officer")):
        make_task(kind=kind, child=pack.child, about_type="test", about_id=pack.pk, now=NOW, for_role=role)


def settled(cast: Cast) -> AccessRequest:
    """Everything is read, and every question about its dates has an answer."""
    pack = read(a_pack(cast, [*THINGS, LATE]), cast)
    for one in conflicts_of(pack, london_day(NOW)):
        answer_conflict(request=pack, key=one.key, says=ConflictAnswer.Says.NOT_KNOWN, words="?", by=cast.imani, now=NOW)
    return pack


def opened(pack: AccessRequest, cast: Cast) -> AccessRequest:
    """Tom has opened everything."""
    for item in to_read(pack):
        open_item(item=item, by=cast.tom, now=NOW)
    return pack


def of_visit(verb: Callable[..., Any], title: str, **more: Any) -> Callable[[AccessRequest, User], Any]:
    """A verb of one thing."""

    def do(one: AccessRequest, by: User) -> Any:
        item = Item.objects.filter(request=one, frozen__title=title).first()
        if item is None:
            raise NotAllowed("not_gathered", "")
        before = newest_reading(item)
        seen = {"seen": str(before.pk) if before else ""} if verb is say_of_item else {}
        return verb(item=item, by=by, now=NOW, **more, **seen)

    return do


def about_dates(one: AccessRequest, by: User) -> Any:
    """The answer to the question there is; of a pack without one, to any."""
    key = next((asked.key for asked in conflicts_of(one, london_day(NOW))), "x")
    return answer_conflict(request=one, key=key, says=ConflictAnswer.Says.NO_CONFLICT, words="Both are.", by=by, now=NOW)


def given_by(one: AccessRequest, by: User) -> Any:
    """Given, or sent back to be read: either is something done."""
    made = release(request=one, by=by, now=NOW)
    assert made is not None
    return made


DO: dict[str, Callable[[AccessRequest, User], Any]] = {
    "begin": lambda one, by: begin_reading(request=one, by=by, now=NOW),
    "say": of_visit(say_of_item, "A visit", says=Says.GIVE),
    "alike": of_visit(give_all_like, "A home"),
    "carry": lambda one, by: carry_readings_over(request=one, by=by, now=NOW),
    "conflict": about_dates,
    "propose": lambda one, by: propose_answer(request=one, answer=Answer.GIVE, by=by, now=NOW),
    "nothing": lambda one, by: propose_answer(request=one, answer=Answer.NOTHING_HELD, by=by, now=NOW),
    "refuse": lambda one, by: propose_answer(request=one, answer=Answer.REFUSE, ground="unfounded", why="He said so.", by=by, now=NOW),
    "agree": lambda one, by: countersign(request=one, pack=pack_fingerprint(one), by=by, now=NOW),
    "return": lambda one, by: send_back(request=one, words="Look again.", by=by, now=NOW),
    "back": lambda one, by: take_back_proposal(request=one, why="A box turned up.", by=by, now=NOW),
    "give": given_by,
}


def may(verb: str, one: AccessRequest, by: User) -> bool:
    """Whether it was done; and everything it did is taken back. What is refused has changed nothing."""
    with transaction.atomic():
        try:
            DO[verb](AccessRequest.objects.get(pk=one.pk), by)
        except NotAllowed:
            now = AccessRequest.objects.get(pk=one.pk)
            assert (now.state, now.proposes, now.moved_at) == (one.state, one.proposes, one.moved_at)
            return False
        finally:
            transaction.set_rollback(True)
    return True


@pytest.mark.django_db
@pytest.mark.parametrize("state", TABLE)
def test_nobody_does_anything_that_is_not_in_the_table(cast: Cast, state: str) -> None:
    one, who_may = reach(state, cast), dict(zip(VERBS, TABLE[state].split(), strict=True))
    for verb in VERBS:
        allowed = "".join(LETTERS.get(str(user), "?") for user in cast.users if may(verb, one, user))
        assert "".join(sorted(allowed)) == who_may[verb].strip("."), f"{verb} in {state}"


def test_only_a_countersignature_leads_to_ready_and_only_ready_to_an_answer() -> None:
    """The table of the life-cycle itself leaves no other road."""
    assert {state for state, to in TRANSITIONS.items() if State.READY in to} == {State.SECOND_CHECK}
    assert {state for state, to in TRANSITIONS.items() if {State.GIVEN, State.REFUSED} & to} == {State.READY}


def addresses(one: AccessRequest) -> Iterator[str]:
    """Every address of requests, filled with this request and its things as far as they fit."""
    item = Item.objects.filter(request=one).first()
    ids = {"pk": one.pk, "request_id": one.pk, "item_id": item.pk if item else one.pk, "into": one.pk, "search_id": one.pk}
    for pattern in urls.urlpatterns:
        assert isinstance(pattern, URLPattern)
        names = pattern.pattern.converters
        known = {name: ids.get(name, 1 if "int" in type(how).__name__.lower() else one.pk) for name, how in names.items()}
        with suppress(NoReverseMatch):
            yield reverse(f"access_requests:{pattern.name}", kwargs=known)


@pytest.mark.django_db
@pytest.mark.parametrize(("state", "who"), [("reading", "imani"), ("second_check", "imani"), ("second_check", "tom")])
def test_no_form_sent_to_any_address_gives_anything_without_the_second_person(client: Client, cast: Cast, state: str, who: str) -> None:
    """Whatever is sent, to whatever address: Tom here has opened nothing, and Imani proposed it herself."""
    one = reach(state, cast) if state != "second_check" else AccessRequest.objects.get(pk=proposed(settled(cast), cast).pk)
    in_sight(one, cast)
    sign_in(client, getattr(cast, who))
    client.raise_request_exception = False
    mark = pack_fingerprint(one)
    sent = 0
    for address in addresses(one):
        with transaction.atomic():
            answer = client.post(address, {**DATA, "pack": mark})
            assert answer.status_code < 500, address
            assert AccessRequest.objects.get(pk=one.pk).standing not in NOT_YET, address
            assert not Release.objects.exists(), address
            assert not SecondCheck.objects.filter(says="countersigned").exists(), address
            transaction.set_rollback(True)
        sent += 1
    assert sent > 60
