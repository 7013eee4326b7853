"""The officers' pages of a pack: reading, what does not fit together, proposing, checking and giving."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from access_requests.lifecycle import State
from access_requests.models import AccessRequest, ItemLook, Release
from access_requests.pack import Says
from access_requests.queries.pack import newest_reading, progress, to_read
from people.models import User
from tests.cast import Cast, sign_in
from tests.factories.packs import WHY, a_pack, basis, in_conflict, item_of, proposed, read, say


@pytest.fixture
def pack(cast: Cast) -> AccessRequest:
    """Idris's pack, of which nobody has read anything."""
    return a_pack(cast)


def at(user: User, client: Client, name: str, *ids: object, **query: str) -> str:
    """A page, as this member of staff sees it."""
    sign_in(client, user)
    return client.get(reverse(f"access_requests:{name}", args=ids), query).content.decode()


def test_an_officer_reads_from_one_thing_to_the_next(client: Client, pack: AccessRequest, cast: Cast) -> None:
    page = at(cast.imani, client, "pack", pack.pk)
    assert "0 of 4 pages read." in page
    assert "A visit" in page
    home, visit = item_of(pack, "A home"), item_of(pack, "A visit")
    page = at(cast.imani, client, "pack_item", pack.pk, home.pk)
    assert "You lived at The Firs." in page
    assert "1 of 4" in page
    assert home.fingerprint in page
    answer = client.post(reverse("access_requests:say_of_item", args=[pack.pk, home.pk]), {"says": "give", "seen": ""})
    assert answer["Location"] == reverse("access_requests:pack_item", args=[pack.pk, visit.pk])
    hide = {"says": "hide_parts", "seen": "", "why": "His aunt's illness."}
    client.post(reverse("access_requests:say_of_item", args=[pack.pk, visit.pk]), hide)
    assert progress(pack).read == 2
    assert "Parts to hide: 1" in client.get(reverse("access_requests:pack", args=[pack.pk])).content.decode()


def test_a_ground_shows_what_it_asks_and_keeps_what_was_typed(client: Client, pack: AccessRequest, cast: Cast) -> None:
    visit = item_of(pack, "A visit")
    page = at(cast.imani, client, "pack_item", pack.pk, visit.pk)
    assert "PR_WISHES" not in page
    assert "TP_PRIVATE" in page
    page = at(cast.imani, client, "pack_item", pack.pk, visit.pk, ground="TP_PRIVATE")
    assert "Did this person act in their job?" in page
    assert "Why is it not enough to hide parts of it?" in page
    address = reverse("access_requests:hold_item", args=[pack.pk, visit.pk])
    typed = {f"basis_{name}": words for name, words in basis("TP_PRIVATE", official="yes").items()}
    answer = client.post(address, {"ground": "TP_PRIVATE", "seen": "", "why": WHY, **typed})
    assert answer.status_code == 422
    assert "paragraph 17" in answer.content.decode()
    assert WHY in answer.content.decode()
    assert client.post(address, {"ground": "PR_WISHES", "seen": "", "why": WHY}).status_code == 422
    client.post(address, {"ground": "TP_PRIVATE", "seen": "", "why": WHY, **typed, "basis_official": "no"})
    kept = newest_reading(visit)
    assert kept is not None
    assert (kept.says, kept.ground) == ("hold_back", "TP_PRIVATE")


def test_health_asks_why_the_law_lets_it_be_given(client: Client, pack: AccessRequest, cast: Cast) -> None:
    check = item_of(pack, "A health check")
    assert "This is about health" in at(cast.imani, client, "pack_item", pack.pk, check.pk)
    address = reverse("access_requests:say_of_item", args=[pack.pk, check.pk])
    assert client.post(address, {"says": "give", "seen": ""}).status_code == 422
    client.post(address, {"says": "give", "seen": "", "opinion_by": "Dr Ada Lum", "opinion_on": "2026-11-02"})
    # the day of the server decides whether it is live; either way nothing is given without a live one
    assert (newest_reading(check) is not None) == (progress(pack).give == 1)


@pytest.mark.need("R76")
def test_what_does_not_fit_together_is_asked_and_answered_on_a_page(client: Client, cast: Cast) -> None:
    pack = in_conflict(cast)
    page = at(cast.imani, client, "pack_conflicts", pack.pk)
    assert "This was written before it happened. Which date is wrong?" in page
    address = reverse("access_requests:pack_conflicts", args=[pack.pk])
    keys = set(re.findall(r'name="key" value="([0-9a-f]{64})"', page))
    assert keys
    assert client.post(address, {"key": keys.copy().pop(), "says": "not_known", "words": ""}).status_code == 422
    for key in keys:
        client.post(address, {"key": key, "says": "not_known", "words": "We asked, and nobody knows."})
    assert "No question is open." in at(cast.imani, client, "pack", pack.pk)


def test_the_second_person_opens_agrees_and_an_officer_gives(client: Client, pack: AccessRequest, cast: Cast) -> None:
    read(pack, cast)
    sign_in(client, cast.imani)
    client.post(reverse("access_requests:propose_answer", args=[pack.pk]), {"answer": "give"})
    page = at(cast.tom, client, "check_pack", pack.pk)
    assert "Imani Clarke proposes: Give all of it" in page
    assert "Not opened" in page
    mark = re.search(r'name="pack" value="([0-9a-f]{64})"', page)
    assert mark
    agree = reverse("access_requests:countersign", args=[pack.pk])
    assert client.post(agree, {"pack": mark.group(1)}).status_code == 422
    for item in to_read(pack):
        at(cast.tom, client, "pack_item", pack.pk, item.pk)
    client.post(agree, {"pack": mark.group(1)})
    assert AccessRequest.objects.get(pk=pack.pk).standing is State.READY
    sign_in(client, cast.imani)
    client.post(reverse("access_requests:release", args=[pack.pk]))
    assert Release.objects.get().request == pack


def test_the_second_person_sees_what_was_decided_and_no_hesitation(client: Client, pack: AccessRequest, cast: Cast) -> None:
    visit = item_of(pack, "A visit")
    say(visit, Says.HIDE_PARTS, cast.imani, why="I am not sure about the aunt.")
    say(visit, Says.GIVE, cast.imani)
    pack = proposed(pack, cast)
    page = at(cast.tom, client, "pack_item", pack.pk, visit.pk)
    assert "Give it whole" in page
    assert "I am not sure about the aunt." not in page
    assert ItemLook.objects.filter(looker=cast.tom).count() == 1
    at(cast.imani, client, "pack_item", pack.pk, visit.pk)
    assert not ItemLook.objects.filter(looker=cast.imani).exists()


def test_a_pack_with_parts_to_hide_says_plainly_that_it_waits(client: Client, pack: AccessRequest, cast: Cast) -> None:
    say(item_of(pack, "A visit"), Says.HIDE_PARTS, cast.imani, why="His aunt's illness.")
    pack = proposed(pack, cast)
    for item in to_read(pack):
        at(cast.tom, client, "pack_item", pack.pk, item.pk)
    page = at(cast.tom, client, "check_pack", pack.pk)
    mark = re.search(r'name="pack" value="([0-9a-f]{64})"', page)
    assert mark
    client.post(reverse("access_requests:countersign", args=[pack.pk]), {"pack": mark.group(1)})
    page = at(cast.imani, client, "request", pack.pk)
    assert "Ready for redaction." in page
    assert "Give the answer" not in page
    client.post(reverse("access_requests:release", args=[pack.pk]))
    assert not Release.objects.exists()


def test_the_second_persons_next_step_is_the_check_and_the_proposer_waits(client: Client, pack: AccessRequest, cast: Cast) -> None:
    proposed(pack, cast)
    check = reverse("access_requests:check_pack", args=[pack.pk])
    page = at(cast.tom, client, "request", pack.pk)
    assert f'<p class="next-action__text"><a href="{check}">Check it, as the second person.</a>' in page
    assert '<p class="next-action__text">A second person checks it now.' in at(cast.imani, client, "request", pack.pk)
