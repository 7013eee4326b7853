"""The reading room: contents, summary, search, place kept, frozen copies, what is missing or kept back; for its reader alone."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from access_requests.actions.carry_readings_over import carry_readings_over
from access_requests.actions.make_status_code import make_status_code
from access_requests.models import AccessRequest, Item, PackPlace, Release, StatusCode
from access_requests.pack import Says
from access_requests.queries.earlier import earlier_decisions
from access_requests.queries.pack import progress
from access_requests.queries.room import is_untouched, room_of
from people.models import Task, TaskKind
from tests.cast import NOW, Cast, sign_in
from tests.factories.packs import THINGS, a_pack, countersigned, given, hold, item_of, read, say, thing
from tests.factories.requests import a_request

LATER = NOW + timedelta(days=1)


@pytest.fixture
def had(cast: Cast) -> Release:
    """What Idris was given: a home, a visit and a health check. A letter is kept back."""
    pack = a_pack(cast)
    hold(item_of(pack, "A letter"), cast.imani)
    return given(pack, cast)


def as_idris(client: Client, cast: Cast) -> None:
    """He signs in."""
    assert cast.idris.user
    sign_in(client, cast.idris.user)


def page(client: Client, name: str, *ids: object, **query: str) -> str:
    """A page of the room, as HTML."""
    answer = client.get(reverse(f"access_requests:{name}", args=ids), query)
    assert answer.status_code == 200, name
    return answer.content.decode()


@pytest.mark.need("R75")
def test_it_opens_with_a_plain_summary_the_contents_and_a_search(client: Client, had: Release, cast: Cast) -> None:
    as_idris(client, cast)
    html = page(client, "my_room", had.request_id)
    assert "There are 3 things in here. That is 3 pages." in html
    assert "The oldest is from 1998, the newest from 1999." in html
    assert "Where I have lived" in html
    assert "My health" in html
    assert "Look for a word or a name" in html
    listed = page(client, "my_room_list", had.request_id)
    assert listed.index("A home") < listed.index("A visit") < listed.index("A health check")
    assert "A visit" not in page(client, "my_room_list", had.request_id, part="homes")
    assert "A home" not in page(client, "my_room_list", had.request_id, year="1999")
    found = client.post(reverse("access_requests:my_room_search", args=[had.request_id]), {"words": "aunt rose"}).content.decode()
    assert "A visit" in found
    assert "A home" not in found
    assert (
        "stand nowhere"
        in client.post(reverse("access_requests:my_room_search", args=[had.request_id]), {"words": "tiger"}).content.decode()
    )


@pytest.mark.need("R70")
def test_what_is_kept_back_is_said_with_its_reason_and_how_to_challenge_it(client: Client, had: Release, cast: Cast) -> None:
    as_idris(client, cast)
    html = page(client, "my_room", had.request_id)
    assert "private information about someone else" in html
    assert "ask somebody new to look at this again" in html
    assert "Dear Idris, this is about your school." not in page(client, "my_room_whole", had.request_id)
    assert "What is missing" in html
    held = item_of(had.request, "A letter")
    assert client.get(reverse("access_requests:my_room_item", args=[had.request_id, held.pk])).status_code == 404


@pytest.mark.need("R71")
def test_each_thing_is_shown_as_frozen_with_version_author_and_signature(client: Client, had: Release, cast: Cast) -> None:
    as_idris(client, cast)
    visit = item_of(had.request, "A visit")
    html = page(client, "my_room_item", had.request_id, visit.pk)
    for words in (
        "Idris was well. His aunt Rose came too.",
        "Jo Reed, social worker",
        "Version",
        "There is only one.",
        "Signed",
        visit.fingerprint,
    ):
        assert words in html
    assert "2 of 3" in html
    assert "it is not as it was" not in html


@pytest.mark.need("R72")
def test_letters_of_others_and_papers_stand_in_the_same_order_and_what_is_missing_is_listed(cast: Cast) -> None:
    letter = thing("From the hospital", "document", THINGS[1].placing.day, text="Dear colleague.", author="Dr Lum")
    made = given(a_pack(cast, [*THINGS, letter]), cast)
    assert [one["title"] for one in made.manifest["given"]].index("From the hospital") in (1, 2)
    made.manifest["missing"], made.manifest["not_covered"] = [{"what": "The letter about why", "why": "A flood in 2001."}], [[2003, 2005]]
    assert room_of(made).missing == (
        ("We have nothing from 2003 to 2005. No place we searched covers that time.", ""),
        ("The letter about why", "A flood in 2001."),
    )


def test_their_place_is_kept_and_nobody_else_s_page_shows_it(client: Client, had: Release, cast: Cast) -> None:
    as_idris(client, cast)
    assert "Carry on where you stopped" not in page(client, "my_room", had.request_id)
    visit = item_of(had.request, "A visit")
    page(client, "my_room_item", had.request_id, visit.pk)
    assert "Carry on where you stopped" in page(client, "my_room", had.request_id)
    assert PackPlace.objects.get().item == visit


@pytest.mark.need("M10")
def test_it_can_be_printed_in_large_words_and_asked_for_on_paper(client: Client, had: Release, cast: Cast) -> None:
    as_idris(client, cast)
    assert "You lived at The Firs." in page(client, "my_room_whole", had.request_id, type="large")
    for _twice in range(2):
        client.post(reverse("access_requests:my_room_paper", args=[had.request_id]), {"large": "1"})
    owed = Task.objects.open().get(kind=TaskKind.GIVE_PAPER)
    assert (owed.for_role, owed.words) == ("ig_officer", "Everything we gave them, on paper, in large words.")
    sign_in(client, cast.imani)  # who sees him again while that is owed
    assert "You lived at The Firs." in page(client, "print_pack", had.request_id, type="large")
    assert "Print it for them" in page(client, "request", had.request_id)


def test_before_it_is_given_there_is_no_room_and_for_others_there_never_is(client: Client, cast: Cast) -> None:
    pack = read(a_pack(cast), cast)
    visit = item_of(pack, "A visit")
    addresses = [reverse("access_requests:my_room", args=[pack.pk]), reverse("access_requests:my_room_item", args=[pack.pk, visit.pk])]
    as_idris(client, cast)
    assert [client.get(address).status_code for address in addresses] == [404, 404]
    given(pack, cast)
    assert [client.get(address).status_code for address in addresses] == [200, 200]
    assert cast.amara.user
    for other in (cast.amara.user, cast.imani, cast.sana, cast.tom):
        sign_in(client, other)
        assert [client.get(address).status_code for address in addresses] == [404, 404], other


@pytest.mark.need("R70")
def test_somebody_without_an_account_reads_with_reference_and_code(client: Client, had: Release) -> None:
    assert client.get(reverse("access_requests:status_room")).status_code == 302
    code = make_status_code(request=had.request, way=StatusCode.Way.PERSON, now=NOW)
    client.post(reverse("access_requests:status_door"), {"reference": had.request.reference, "code": code})
    assert "There are 3 things in here." in page(client, "status_room")
    visit = item_of(had.request, "A visit")
    assert "aunt Rose" in page(client, "status_room_item", visit.pk)
    other = Item.objects.get(pk=item_of(had.request, "A letter").pk)
    assert client.get(reverse("access_requests:status_room_item", args=[other.pk])).status_code == 404


def test_a_copy_that_was_altered_is_known(had: Release) -> None:
    visit = item_of(had.request, "A visit")
    for one in had.manifest["given"]:
        one["fingerprint"] = "0" * 64 if one["item"] == str(visit.pk) else one["fingerprint"]
    assert not is_untouched(had, visit)
    assert is_untouched(had, item_of(had.request, "A home"))


def a_second(cast: Cast, first: AccessRequest) -> AccessRequest:
    """A year later he asks again: one thing is new, one has changed."""
    asked = a_request(cast, follows=first, now=LATER)
    AccessRequest.objects.filter(pk=asked.pk).update(state="gathering")
    changed = thing("A health check", "health_check", THINGS[2].placing.day, text="Eyes are fine. Teeth: come again.")
    new = thing("A new visit", "visit", LATER.date(), text="New.")
    again = [one for one in THINGS if one.frozen.title != "A health check"]
    return a_pack(cast, [*again, changed, new], request=AccessRequest.objects.get(pk=asked.pk), now=LATER)


def test_asked_again_it_starts_from_what_they_were_given_and_shows_what_is_new(client: Client, had: Release, cast: Cast) -> None:
    second = a_second(cast, had.request)
    before = {item.frozen["title"]: earlier_decisions(second).get(item.pk) for item in Item.objects.filter(request=second)}
    assert before["A new visit"] is None
    home, letter, check = (before[title] for title in ("A home", "A letter", "A health check"))
    assert home
    assert letter
    assert check
    assert (home.given, letter.says, check.same) == (True, Says.HOLD_BACK, False)
    sign_in(client, cast.imani)
    listed = client.get(reverse("access_requests:pack", args=[second.pk]), {"show": "new"}).content.decode()
    assert "A new visit" in listed
    assert "A health check" in listed
    assert ">A home" not in listed
    assert carry_readings_over(request=second, by=cast.imani, now=LATER) == 2
    assert carry_readings_over(request=second, by=cast.imani, now=LATER) == 0
    assert (progress(second).read, progress(second).hold) == (2, 0)
    shown = client.get(reverse("access_requests:pack_item", args=[second.pk, item_of(second, "A letter").pk])).content.decode()
    assert "All of it was held back." in shown
    say(item_of(second, "A letter"), Says.GIVE, cast.imani, now=LATER)
    made = given(second, cast, now=LATER)
    as_idris(client, cast)
    html = page(client, "my_room", made.request_id)
    assert "What is new since last time" in html
    assert room_of(made).new == 3
    assert re.search(r"3\s+things", html)
    assert "A home" not in page(client, "my_room_list", made.request_id, new="1")
    assert page(client, "my_room", had.request_id)  # and what was given before stays theirs to read


def test_while_parts_have_to_be_hidden_the_person_is_told_so(client: Client, cast: Cast) -> None:
    pack = a_pack(cast)
    say(item_of(pack, "A visit"), Says.HIDE_PARTS, cast.imani, why="His aunt's illness.")
    pack = countersigned(pack, cast)
    as_idris(client, cast)
    html = client.get(reverse("access_requests:my_request", args=[pack.pk])).content.decode()
    assert "Some parts have to be covered before you get it." in html
    assert reverse("access_requests:my_room", args=[pack.pk]) not in html
