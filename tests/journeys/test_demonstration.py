"""A newcomer runs the demonstration: lives came in, people signed in, words were sent and answered, and the rules held."""

import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command
from django.test import override_settings
from django.urls import reverse
from pytest_django.plugin import DjangoDbBlocker

from audit.models import AuditEvent
from audit.queries import LOOKS
from official_file.models import Connection, Entry, EntryNow
from official_file.verify import verify
from people.models import Child, Identifier, Notice, Relationship, Task, TaskKind, User
from people.reach import readers_of
from stories.lifecycle import Status
from stories.models import Contribution
from tests.journeys.demonstration import AMARA, ISLA, JAC, KERRY, LEN, TODAY, ZAIN, browser_of, child, load, loaded

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(scope="module", autouse=True)
def _council(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with loaded(django_db_blocker):
        yield


def test_it_came_in_whole_and_every_link_of_every_chain_holds() -> None:
    assert Child.objects.count() >= 12
    assert not Child.objects.filter(known_as="").exists()
    count, broken = verify(list(Child.objects.all()))
    assert (count, broken) == (Entry.objects.count(), None)
    assert count > 500


def test_loading_it_again_changes_nothing() -> None:
    before = (Entry.objects.count(), AuditEvent.objects.count(), Contribution.objects.count(), User.objects.count(), Task.objects.count())
    assert "here already" in load()
    assert before == (
        Entry.objects.count(),
        AuditEvent.objects.count(),
        Contribution.objects.count(),
        User.objects.count(),
        Task.objects.count(),
    )


def test_contributions_stand_in_every_kind_of_state() -> None:
    states = Counter(Contribution.objects.values_list("status", flat=True))
    assert set(states) == {Status.DRAFT, Status.SENT, Status.BEING_READ, Status.LETS_TALK, Status.FILED, Status.NOT_ADDED}
    assert states[Status.FILED] >= 3
    urgent = Contribution.objects.get(urgent=True)
    assert (urgent.child, urgent.status) == (child(JAC), Status.SENT)
    assert Task.objects.open().filter(kind=TaskKind.URGENT_WORRY).count() == 1
    assert Notice.objects.filter(user__username="amara").exists()


def test_everybody_whose_day_it_is_finds_something_to_do() -> None:
    waiting = {task.kind: task for task in Task.objects.open()}
    kinds = {"URGENT_WORRY", "READ_CONTRIBUTION", "TALK", "CONFIRM_DECISION", "OPEN_CHAPTER", "NOT_ABOUT_ME", "ENTRY_IS_WRONG"}
    assert {TaskKind[kind] for kind in kinds} <= set(waiting)
    imani = User.objects.get(username="imani")
    assert list(Child.objects.visible_to(imani, TODAY)) == [child(KERRY)]


@pytest.mark.parametrize(
    ("username", "says"),
    [
        ("amara", ("I draw comics", "Priya Shah", "What is new")),
        ("jac", ("My dad was called Dafydd", "Marek Nowak", "What is new")),
        ("kerry", ("third time lucky with maths", "Sana Malik", "What is new")),
    ],
)
def test_home_begins_with_their_own_words_then_with_who_they_are_and_what_is_new(username: str, says: tuple[str, ...]) -> None:
    page = browser_of(username).get(reverse("portal:home")).content.decode()
    positions = [page.find(words) for words in says]
    assert -1 not in positions
    assert positions == sorted(positions)


@pytest.mark.need("M2", "M3")
def test_why_they_are_in_care_is_there_in_a_letter_to_them() -> None:
    """For Jac, who is nine and reads easy words first, in one sentence with pictures; the letter is one touch away."""
    assert "None of it happened because of anything you did." in browser_of("amara").get(reverse("portal:why")).content.decode()
    jac = browser_of("jac")
    page = jac.get(reverse("portal:why")).content.decode()
    assert "Your dad died and your mum was too sad to look after you." in page
    letter = re.search(r'href="([^"]+)">\s*Read the letter', page)
    assert letter
    assert "a very good nest" in jac.get(letter[1].partition("#")[0]).content.decode()


@pytest.mark.need("R18")
def test_kerrys_letter_is_hard_to_read_and_opens_when_she_chooses() -> None:
    kerry, says = browser_of("kerry"), "No. It was not."
    page = kerry.get(reverse("portal:why")).content.decode()
    assert says not in page
    letter = re.search(r'href="(/my-story/[0-9a-f-]{36}/)">Read the letter', page)
    assert letter
    assert "Before you open this" in kerry.get(letter[1]).content.decode()
    kerry.post(f"{letter[1]}open/")
    assert says in kerry.get(letter[1]).content.decode()


def test_amaras_story_holds_her_homes_her_own_words_and_what_was_opened_and_nothing_else() -> None:
    page = browser_of("amara").get(reverse("portal:my_story")).content.decode()
    assert page.count("Living with foster carers") >= 3
    assert "Your words are beside this" in page
    for closed in ("Thackray", "florid", "14 weeks", "SDQ", "QX"):
        assert closed not in page


@pytest.mark.need("M8")
def test_kerrys_story_says_which_years_are_missing() -> None:
    page = browser_of("kerry").get(reverse("portal:my_story")).content.decode()
    assert "We have nothing from 2002 to 2003" in page
    assert "lost in a flood in October 2007" in page
    assert "THE YEARS YOU HAVEN&#x27;T GOT" in page


@pytest.mark.parametrize("name", ["home", "my_story", "newly_open", "why", "my_people", "my_papers", "who_has_looked"])
def test_jac_cannot_read_anywhere_what_his_mum_has_not_told_him(name: str) -> None:
    page = browser_of("jac").get(reverse(f"portal:{name}"), follow=True).content.decode()
    for untold in ("expecting", "Sharples", "Ewan", "baby"):
        assert untold not in page


def test_an_adoption_left_no_trace_that_anybody_could_open_by_chance() -> None:
    hidden = EntryNow.objects.filter(child=child(ISLA), no_trace=True)
    assert hidden.count() >= 4
    assert not hidden.filter(opens_at__isnull=False).exists()


def test_who_may_see_whom_is_what_the_council_decided() -> None:
    now = TODAY
    assert {reader.user.username for reader in readers_of(child(AMARA), now)} == {"priya", "joan", "david"}
    assert {reader.user.username for reader in readers_of(child(ZAIN), now)} == {"hannah", "bernard", "kimberley", "nadia"}
    assert {reader.user.username for reader in readers_of(child(LEN), now)} == {"sana", "teresa"}
    marek = User.objects.get(username="marek")
    assert child(AMARA) not in Child.objects.visible_to(marek, now)
    assert child(JAC) in Child.objects.visible_to(marek, now)
    assert Relationship.objects.active(now).filter(child=child(KERRY)).count() == 1


def test_people_not_known_to_them_were_not_confirmed() -> None:
    unknown = Connection.objects.filter(known_confirmed_at__isnull=True, child__in=[child(AMARA), child(JAC), child(KERRY)])
    assert {connection.names[0] for connection in unknown} == {"Winifred Thackray", "Ewan Sharples", "Darren Pike"}


@pytest.mark.need("R60")
def test_amara_sees_who_has_looked_the_emergency_included() -> None:
    assert {"priya", "joan", "david", "nadia"} <= _names_of_lookers(AMARA)
    page = browser_of("amara").get(reverse("portal:who_has_looked")).content.decode()
    assert "Nadia Rahimi" in page


def test_every_member_of_staff_has_a_second_factor_and_the_code_is_right() -> None:
    staff = User.objects.filter(kind=User.Kind.STAFF)
    assert Authenticator.objects.filter(user__in=staff, type=Authenticator.Type.TOTP).count() == staff.count()
    said = StringIO()
    call_command("demo_code", "priya", stdout=said, stderr=StringIO())
    assert Authenticator.objects.get(user__username="priya").wrap().validate_code(said.getvalue().strip())
    with pytest.raises(CommandError, match="Nobody called somebody"):
        call_command("demo_code", "somebody")


def test_the_list_of_people_says_who_can_sign_in_and_how() -> None:
    said = StringIO()
    call_command("demonstration_people", stdout=said)
    for name in ("amara", "jac", "kerry", "priya", "marek", "joan", "imani", "tom", "ellie", "demo_code"):
        assert name in said.getvalue()


def test_where_real_children_are_it_loads_nothing() -> None:
    User.objects.filter(username="jac").update(username="jac-gone")
    somebody = Child.objects.create(known_as="Somebody real")
    Identifier.objects.create(child=somebody, source="ssda903", key="123")
    before = Entry.objects.count()
    with pytest.raises(CommandError, match="not the demonstration's"):
        load()
    assert Entry.objects.count() == before


@pytest.mark.parametrize("command", [("load_demonstration",), ("demonstration_people",), ("demo_code", "priya")])
@pytest.mark.parametrize("changed", [{"PRODUCTION": True}, {"DEMONSTRATION": False}])
def test_outside_a_demonstration_each_command_refuses(command: tuple[str, ...], changed: dict[str, bool], tmp_path: object) -> None:
    with override_settings(DATA_DIR=tmp_path, **changed), pytest.raises(CommandError, match="demonstration only"):
        call_command(*command)


def _names_of_lookers(number: str) -> set[str]:
    looks = AuditEvent.objects.filter(child=child(number).pk, event__in=[str(event) for event in LOOKS])
    return set(User.objects.filter(pk__in=looks.values_list("by_user", flat=True)).values_list("username", flat=True))
