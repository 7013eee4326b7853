""" "Is this the same?", where an entry comes from, and writing once about several children: the pages."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from official_file.actions.part_source import part_source
from official_file.actions.say_one_event import say_one_event
from official_file.actions.withhold_entry import withhold_entry
from official_file.models import Entry, EntryNow, PossibleDuplicate, SharedEvent
from official_file.queries import entries_for
from people.models import Child, User
from tests.cast import NOW, Cast, sign_in, tie
from tests.factories.joining import BEGAN, NOTES, SYSTEM, a_joined_home, a_possible_duplicate, bring_in, told

pytestmark = [pytest.mark.django_db]
NOTE = "We met at school. She had drawn a picture of the dog and told me about the swimming lesson on Friday."


def page(client: Client, name: str, *ids: Any) -> str:
    """What the page says."""
    answer = client.get(reverse(f"portal:{name}", args=ids))
    assert answer.status_code == 200
    return answer.content.decode()


def account(child: Child) -> User:
    """The young person's account."""
    assert child.user
    return child.user


def answer(client: Client, asked: PossibleDuplicate, what: str) -> Any:
    """Press one of the three buttons."""
    return client.post(reverse("portal:answer_alike", args=[asked.child_id, asked.pk]), {"answer": what}, follow=True)


def two_notes(child: Child) -> PossibleDuplicate:
    """Two notes that are nearly the same."""
    other = NOTE.replace("Friday", "Monday")
    days = ((BEGAN, NOTE, "1"), (BEGAN + timedelta(days=1), other, "2"))
    bring_in(child, NOTES, [told(NOTES, "note", day, text=text, title="At school", key=key) for day, text, key in days])
    first, second = Entry.objects.filter(child=child).order_by("position")
    return PossibleDuplicate.objects.create(child=child, first=first, second=second, rule="B", found_at=NOW)


@pytest.mark.need("M18")
def test_both_stand_side_by_side_and_what_differs_is_marked(cast: Cast, client: Client) -> None:
    """Word by word, with the reason for asking and three answers."""
    asked = two_notes(cast.amara)
    said = page(sign_in(client, cast.ben), "alike", cast.amara.pk)
    assert "<mark" in said
    assert 'dir="auto">Friday.</mark>' in said
    assert 'dir="auto">Monday.</mark>' in said
    assert "The words are nearly the same" in said
    for value in ("same", "different", "later"):
        assert f'value="{value}"' in said
    assert str(asked.pk) in said


def test_three_answers_and_back_again(cast: Cast, client: Client) -> None:
    asked = two_notes(cast.amara)
    sign_in(client, cast.ben)
    assert "It stays on this list." in answer(client, asked, "later").content.decode()
    assert PossibleDuplicate.objects.get().answer == ""
    said = answer(client, asked, "same").content.decode()
    assert "told as one event now" in said
    assert "Not the same after all" in said
    assert EntryNow.objects.current().count() == 1
    answer(client, asked, "different")
    assert EntryNow.objects.current().count() == 2
    assert "Nothing looks like the same thing twice" in page(client, "alike", cast.amara.pk)


def test_what_cannot_be_answered_says_why_beside_the_pair(cast: Cast, client: Client) -> None:
    asked = two_notes(cast.amara)
    given: dict[str, Any] = {"ground": "SH_SELF", "review_on": NOW.date() + timedelta(days=9), "reason": "It would harm."}
    withhold_entry(entry=asked.first, by=cast.ben, now=NOW, **given)
    refused = answer(sign_in(client, cast.ben), asked, "same")
    assert refused.status_code == 422
    assert "One of these is kept closed and the other is not." in refused.content.decode()


def test_nobody_meets_a_pair_of_which_they_may_not_see_one(cast: Cast, client: Client) -> None:
    """Limited to her worker and the manager: her reviewing officer is neither; a stranger finds nothing at all."""
    asked = two_notes(cast.amara)
    EntryNow.objects.filter(pk=asked.second_id).update(limited="worker_and_manager")
    assert "At school" in page(sign_in(client, cast.ben), "alike", cast.amara.pk)
    sign_in(client, cast.carys)
    assert client.get(reverse("portal:alike", args=[cast.amara.pk])).status_code == 404
    assert client.post(reverse("portal:answer_alike", args=[cast.amara.pk, uuid4()]), {"answer": "same"}).status_code == 404


@pytest.mark.need("M15", "M18")
def test_the_young_person_reads_every_source_once_and_when_it_was_last_true(cast: Cast, client: Client) -> None:
    """In plain sentences; nothing tells that it was ever two."""
    asked = a_possible_duplicate(cast.amara)
    say_one_event(duplicate=asked, by=cast.ben, now=NOW)
    said = page(sign_in(client, account(cast.amara)), "entry", asked.first_id)
    assert said.count("the list that the council sends to the government every year. We last saw it there on 31 March 2026.") == 1
    assert said.count("the council&#x27;s own computer system. We last saw it there on 31 March 2026.") == 1
    for word in ("same event", "duplicate", "twice"):
        assert word not in said
    kept = client.get(reverse("portal:entry", args=[asked.second_id]))  # an address that their browser remembers
    assert (kept.status_code, kept.headers["Location"]) == (302, reverse("portal:entry", args=[asked.first_id]))


def test_what_stands_behind_and_was_never_open_is_nothing_to_its_subject(cast: Cast, client: Client) -> None:
    """Also when the entry that tells it is open."""
    asked = two_notes(cast.amara)
    EntryNow.objects.filter(pk=asked.first_id).update(state="shared", opens_at=NOW - timedelta(days=1))
    say_one_event(duplicate=asked, by=cast.ben, now=NOW)
    sign_in(client, account(cast.amara))
    assert client.get(reverse("portal:entry", args=[asked.first_id])).status_code == 200
    assert client.get(reverse("portal:entry", args=[asked.second_id])).status_code == 404


@pytest.mark.need("M18")
def test_staff_see_why_a_source_stands_there_and_take_it_out(cast: Cast, client: Client) -> None:
    source = a_joined_home(cast.amara)
    sign_in(client, cast.ben)
    said = page(client, "staff_entry", source.entry_id)
    assert "It is here because of this rule: A home that began on the same day" in said
    assert "It says otherwise, or leaves out: who runs the home." in said
    parted = client.post(reverse("portal:part_source", args=[source.pk]), {"reason": "Two homes."}, follow=True)
    assert "This is an entry of its own now." in parted.content.decode()
    assert EntryNow.objects.current().count() == 2


def test_what_stands_behind_is_read_from_the_entry_that_tells_it(cast: Cast, client: Client) -> None:
    asked = two_notes(cast.amara)
    say_one_event(duplicate=asked, by=cast.ben, now=NOW)
    sign_in(client, cast.ben)
    assert reverse("portal:staff_entry", args=[asked.second_id]) in page(client, "staff_entry", asked.first_id)
    behind = page(client, "staff_entry", asked.second_id)
    assert "This stands behind another entry" in behind
    assert "Monday" in behind


@pytest.mark.need("R7")
def test_one_entry_of_several_parts_is_on_the_timeline_once_and_in_each_part(cast: Cast, client: Client) -> None:
    """Also when two systems tell it."""
    bring_in(cast.amara, SYSTEM, [told(SYSTEM, "visit", author_name="Ben Hughes")])
    part = told(NOTES, "visit", author_name="Ben Hughes", text="We talked.", title="About the new school")
    bring_in(cast.amara, NOTES, [replace(part, sections=("school", "health"))])
    row = EntryNow.objects.current().get()
    EntryNow.objects.filter(pk=row.pk).update(state="shared", opens_at=NOW)
    sign_in(client, account(cast.amara))
    link = reverse("portal:entry", args=[row.pk])
    assert client.get(reverse("portal:my_story") + "?by=time").content.decode().count(f'href="{link}') == 1
    for section in ("school", "health"):
        assert client.get(reverse("portal:my_story") + f"?section={section}").content.decode().count(f'href="{link}') == 1


@pytest.mark.need("R65")
def test_writing_about_two_children_shows_each_view_before_it_is_kept(cast: Cast, client: Client) -> None:
    """Choose, write, see, put it in the files. A name of the other is a warning first."""
    tie(cast.noor, cast.ben, "social_worker")
    sign_in(client, cast.ben)
    address = reverse("portal:together", args=[cast.amara.pk])
    assert "Noor" in client.get(address).content.decode()
    words = {
        "with": str(cast.noor.pk), "kind": "visit", "day": "2026-11-02", "title": "A visit", "common": "We sat in the kitchen.",
        f"part_{cast.amara.pk}": "You and Noor drew.", f"part_{cast.noor.pk}": "You slept badly.",
    }  # fmt: skip
    seen = client.post(address, words | {"do": "preview"}).content.decode()
    assert "This names somebody else." in seen
    assert "A name of another child stands there, and that is right" in seen
    refused = client.post(address, words | {"do": "write"})
    assert refused.status_code == 422
    assert "You slept badly." in refused.content.decode()
    assert not SharedEvent.objects.exists()
    kept = client.post(address, words | {"do": "write", "names_are_right": "on"}, follow=True).content.decode()
    assert "It is in 2 files, each with its own part." in kept
    assert "Entered once for 2 children." in kept
    assert {entry.child: entry.text for entry in Entry.objects.all()} == {
        cast.amara: "We sat in the kitchen.\n\nYou and Noor drew.",
        cast.noor: "We sat in the kitchen.\n\nYou slept badly.",
    }


def test_nobody_is_written_about_whom_the_worker_does_not_work_with(cast: Cast, client: Client) -> None:
    """An id of somebody else's child in the form is passed over."""
    sign_in(client, cast.ben)
    answered = client.post(reverse("portal:together", args=[cast.amara.pk]), {"with": [str(cast.noor.pk), "nonsense"]})
    assert "You work with no other child" in answered.content.decode()


def test_a_parted_source_is_named_no_more_where_it_was(cast: Cast, client: Client) -> None:
    source = a_joined_home(cast.amara)
    part_source(source=source, reason="Two homes.", by=cast.ben, now=NOW)
    row = EntryNow.objects.current().get(entry__sources__system="ssda903")
    said = page(sign_in(client, account(cast.amara)), "entry", row.pk)
    assert "own computer system" not in said
    shown = entries_for(account(cast.amara), cast.amara, NOW).get(pk=row.pk)
    assert [source.system for source in shown.entry.sources.all()] == ["ssda903"]
