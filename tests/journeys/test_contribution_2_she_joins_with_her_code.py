"""The path of a contribution, 2: her worker writes to her, makes sure that she is ready, gives her a code; she joins with it."""

import pytest

from people.models import Child, JoinCode
from tests.journeys.council import HERS, LETTER, NUMBER, Council, given_her_file_came_in, sign_in
from tests.journeys.path import amara_joins, ben_writes_and_opens, given_an_invitation, open_her_page

pytestmark = pytest.mark.django_db


def test_no_code_can_be_made_before_somebody_wrote_down_that_she_is_ready(council: Council) -> None:
    given_her_file_came_in(council)
    ben = sign_in(council, "ben")
    open_her_page(ben)
    ben.follow("Invite them to join")
    assert ben.sees("A code can be made once they are ready")
    assert not ben.sees("Make a code and show it once")
    ben.press("They are ready")
    assert ben.sees("Write who sits with them the first time.")
    assert ben.sees("Choose the day by which it is written.")
    assert not JoinCode.objects.exists()


@pytest.mark.need("R67")
@pytest.mark.need("M2")
def test_with_the_code_a_name_and_three_words_she_is_at_home_and_why_she_is_in_care_is_one_touch_away(council: Council) -> None:
    given_an_invitation(council)
    amara = amara_joins(council)
    assert amara.path == "/"
    assert amara.sees("Hello, Amara")
    amara.follow("Why I am in care")
    assert LETTER in amara.quotes()
    assert amara.sees("Coming into care is never a child's fault.")


def test_the_code_works_once(council: Council) -> None:
    given_an_invitation(council)
    amara_joins(council)
    other = council.browser("other")
    other.open("/join/")
    other.write("What is your code?", council.code)
    other.press("Go on")
    assert other.path == "/join/"
    assert other.sees("Something needs changing")


@pytest.mark.need("R63")
def test_the_notice_comes_first_and_says_who_sees_it_and_whom_to_call(council: Council) -> None:
    given_an_invitation(council)
    amara = council.browser("amara")
    amara.open("/join/")
    amara.write("What is your code?", council.code.lower().replace("-", " "))
    amara.press("Go on")
    for label, words in (
        ("A name to sign in with", HERS["username"]),
        ("Your passphrase", HERS["passphrase"]),
        ("Type it once more", HERS["passphrase"]),
    ):
        amara.write(label, words)
    amara.press("Go on")
    for said in ("Before you start", "Ben Hughes", "Joan Mills", "0800 1111", "Nobody reads them at night"):
        assert amara.sees(said)
    assert not amara.sees("Ruth Lewis")
    amara.open("/my-story/")
    assert amara.path == "/welcome/"


def test_her_worker_can_write_to_her_and_keep_it_closed(council: Council) -> None:
    given_her_file_came_in(council)
    ben = sign_in(council, "ben")
    ben_writes_and_opens(ben)
    open_her_page(ben)
    ben.follow("Write a new letter")
    ben.write("Your words to them", "Another letter, for later.")
    ben.press("Put it in the file")
    assert ben.sees("It is in the file. This is how it stands.")
    child = Child.objects.get(identifiers__key=NUMBER)
    assert child.entries_now.filter(kind="why_letter", opens_at__isnull=False).count() == 1
