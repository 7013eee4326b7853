"""The path of a contribution, 1: an account manager adds staff, a return and notes come in, and Amara gets a worker."""

import json

import pytest

from official_file.models import Entry, EntryNow
from people.models import Child, Relationship
from tests.journeys.council import NUMBER, Council, allocate, given_a_council, given_her_file_came_in, sign_in

pytestmark = pytest.mark.django_db


def test_a_return_and_notes_become_entries_of_her_file_and_nothing_is_added_twice(council: Council) -> None:
    first = council.import_return()
    assert first["rows_read"] == 5
    assert first["children"] == {"added": 1, "updated": 0, "unchanged": 0, "refused": 0}
    assert first["problems"] == []
    notes = council.import_notes()
    assert (notes["children"]["refused"], notes["problems"]) == (0, [])
    assert Child.objects.get().known_as == "Amara"
    count = Entry.objects.count()
    assert council.import_return()["entries"]["added"] == council.import_notes()["entries"]["added"] == 0
    assert Entry.objects.count() == count
    assert json.loads(council.command("verify_file", "--json")) == {"ok": True, "entries": count, "first_broken": None}


def test_no_postcode_of_the_return_is_kept_in_words_and_the_reasons_start_closed(council: Council) -> None:
    council.import_return()
    assert not EntryNow.objects.filter(kind="reason_for_care", opens_at__isnull=False).exists()
    assert EntryNow.objects.filter(kind="home", opens_at__isnull=False).count() == 3


def test_her_team_manager_gives_her_a_worker_who_then_sees_her_and_nobody_else_does(council: Council) -> None:
    given_a_council(council)
    council.import_return()
    council.import_notes()
    ben = sign_in(council, "ben")
    ben.open("/work/children/")
    assert ben.sees("No child is allocated to you now")
    allocate(council, sign_in(council, "joan"), worker="Ben Hughes")
    ben.open("/work/children/")
    ben.follow("Amara")
    assert ben.sees("You lived with") or ben.sees("Visit at home")
    assert Relationship.objects.get(child__identifiers__key=NUMBER).user.username == "ben"
    david = sign_in(council, "david")
    david.open(ben.path)
    assert david.sees("We can't find that page")


def test_without_the_second_step_no_record_opens(council: Council) -> None:
    given_her_file_came_in(council)
    sign_in(council, "ben")
    ben, mine = council.browser("ben"), council.sign_ins["ben"]
    ben.open("/sign-in/")
    ben.write("The name you sign in with", mine.username)
    ben.write("Your passphrase", mine.passphrase)
    ben.press("Sign in")
    for address in ("/work/", "/work/children/", f"/work/children/{Child.objects.get().pk}/"):
        ben.open(address)
        assert not ben.sees("Amara")
        assert ben.path in ("/sign-in/", "/sign-in/second-code/")
