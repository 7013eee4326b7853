"""The sharing desk: what waits of all children, one entry with its passages covered, and what leaves a page of its subject."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from audit.who import THE_PORTAL
from moderation.actions.tell_managers_of_overdue import tell_managers_of_overdue
from official_file.actions.ask_for_chapter import ask_for_chapter
from official_file.actions.make_routine_rule import make_routine_rule
from official_file.covered import for_subject
from official_file.models import Connection, Entry, EntryThemes, RoutineRule, Sharing
from official_file.models.now import State
from people.models import Task
from tests.cast import NOW, Cast, sign_in, tie
from tests.factories.entries import an_entry, now_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]

PRIVATE = "[a person whose name we keep private]"
WHY = "He did not agree to be named."
TEXT = "Uncle Ray Dunn came. Ray Dunn shouted. Call 07700 900123. Amara played."


@pytest.fixture(autouse=True)
def at_work() -> Iterator[None]:
    """A Wednesday morning."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def ben(cast: Cast) -> Client:
    """Amara's worker, signed in."""
    return sign_in(Client(), cast.ben)


@pytest.fixture
def visit(cast: Cast) -> Entry:
    """Notes that name somebody of whom nobody confirmed that she knows."""
    Connection.objects.create(child=cast.amara, source="case_notes", key="c1", names=["Ray Dunn"], relation="uncle")
    return an_entry(cast.amara, "visit", date(2024, 2, 3), text=TEXT, facts={"title": "A visit"})


def send(client: Client, name: str, entry: Entry, **data: object) -> tuple[int, str]:
    """What a form answers: its status, and the page or where it leads."""
    answer = client.post(reverse(f"portal:{name}", args=[entry.pk]), data)
    return answer.status_code, answer.headers.get("Location", "") or answer.content.decode()


def opening(**more: object) -> dict[str, object]:
    """The form for opening as the page sends it."""
    return {"how": "shared", "when": "later", "covering": "True", "theming": "True", "themes": ["none"], **more}


def test_the_page_marks_whom_the_text_mentions_and_proposes_a_label(ben: Client, visit: Entry) -> None:
    page = ben.get(reverse("portal:staff_entry", args=[visit.pk])).content.decode()
    assert 'title="Ray Dunn (uncle)"' in page
    assert PRIVATE in page
    assert "[a phone number we keep private]" in page
    assert "[your uncle]" not in page, "nobody confirmed that she knows of him"


def test_those_who_are_mentioned_in_their_work_stand_in_one_line_of_their_own(ben: Client, cast: Cast, visit: Entry) -> None:
    Connection.objects.create(child=cast.amara, source="case_notes", key="c2", names=["Linda Hart"], relation="carer", professional=True)
    entry = an_entry(
        cast.amara, "visit", date(2024, 2, 4), text="Ray Dunn and Linda Hart came. Then Ray Dunn left.", facts={"title": "Two"}
    )
    page = ben.get(reverse("portal:staff_entry", args=[entry.pk])).content.decode()
    assert "Doing their work, so shared: Linda Hart (carer)</p>" in page


def test_what_is_ticked_is_covered_and_what_is_unticked_is_not(ben: Client, visit: Entry) -> None:
    page = ben.get(reverse("portal:staff_entry", args=[visit.pk]))
    keys = {mark.who: mark.key for mark in page.context["open_form"].choices.marks}
    chosen = [keys["Ray Dunn (uncle)"]]
    status, said = send(ben, "entry_open", visit, **opening(cover=chosen))
    assert (status, "Write why these words are covered" in said) == (422, True)
    assert send(ben, "entry_open", visit, **opening(cover=chosen, why_covered=WHY))[0] == 302
    assert "Ray" not in for_subject(visit)
    assert "07700 900123" in for_subject(visit)


@pytest.mark.need("R97")
def test_the_phone_shows_exactly_what_is_chosen_and_decides_nothing(ben: Client, visit: Entry) -> None:
    key = next(mark.key for mark in ben.get(reverse("portal:staff_entry", args=[visit.pk])).context["open_form"].choices.marks)
    phone = send(ben, "entry_preview", visit, **opening(cover=[key], themes=[], do="preview"))[1]
    assert ("Ray Dunn" in phone, PRIVATE in phone) == (False, True)
    assert "Ray Dunn" in send(ben, "entry_preview", visit, **opening(themes=[], do="preview"))[1]
    assert now_of(visit).state == State.WAITING


def test_words_are_covered_by_hand_and_undone_before_it_opens(ben: Client, visit: Entry) -> None:
    given = opening(words="Amara  played", label=PRIVATE, ground="TP_PRIVATE", do="cover", themes=[])
    status, page = send(ben, "entry_open", visit, **given)
    assert (status, "Amara played" in page, now_of(visit).state) == (200, True, State.WAITING)
    packed = f'["Amara played", "{PRIVATE}", "TP_PRIVATE"]'
    ray = f'["Ray Dunn", "{PRIVATE}", "TP_PRIVATE"]'
    assert send(ben, "entry_open", visit, **opening(by_hand=[ray, packed], why_covered=WHY))[0] == 302
    assert PRIVATE in for_subject(visit)
    assert "played" not in for_subject(visit)
    with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
        assert send(ben, "entry_open", visit, **opening(by_hand=[ray], why_covered=WHY))[0] == 302
    assert "Amara played" in for_subject(visit)


@pytest.mark.parametrize("broken", ["[]", "no json", '["a"]', "[1, 2, 3]", '["Nobody at all", "[x]", "TP_PRIVATE"]'])
def test_what_no_page_of_ours_sends_covers_nothing_and_breaks_nothing(ben: Client, visit: Entry, broken: str) -> None:
    assert send(ben, "entry_open", visit, **opening(by_hand=[broken], why_covered=WHY))[0] == 422
    assert now_of(visit).state == State.WAITING


def test_themes_are_asked_for_and_none_is_an_answer(ben: Client, cast: Cast) -> None:
    entry = an_entry(cast.amara, "visit", date(2024, 2, 3), text="We walked by the river.")
    status, page = send(ben, "entry_open", entry, **opening(themes=[]))
    assert (status, "None of these" in page) == (422, True)
    assert send(ben, "entry_open", entry, **opening(themes=["family"]))[0] == 302
    assert EntryThemes.objects.get(entry=entry).themes == ["family"]


def test_an_opinion_opens_health_data_and_an_old_one_does_not(ben: Client, cast: Cast) -> None:
    checks = an_entry(cast.amara, "health_check", date(2025, 3, 31), facts={"teeth_check": 1})
    given = opening(basis="opinion", opinion_by="Dr Ada Lum, paediatrician", opinion_on="2026-05-01")
    status, page = send(ben, "entry_open", checks, **given)
    assert (status, "counts for six months" in page) == (422, True)
    assert send(ben, "entry_open", checks, **given | {"opinion_on": "2026-10-01"})[0] == 302
    assert Sharing.objects.get(entry=checks).health_opinion_on == date(2026, 10, 1)


def test_it_is_held_until_an_age_or_until_something_has_happened(ben: Client, cast: Cast) -> None:
    first, second = (an_entry(cast.amara, "note", date(2024, 2, day), text="We walked.") for day in (1, 2))
    assert send(ben, "entry_hold", first, age="16", reason="She asked for that.")[0] == 302
    assert Sharing.objects.get(entry=first).held_until == date(2029, 3, 2)
    assert send(ben, "entry_hold", second, event="Nan has told her", reason="Nan wants to.")[0] == 302
    page = ben.get(reverse("portal:staff_entry", args=[second.pk])).content.decode()
    assert "It has happened: Nan has told her. Open it" in page
    assert send(ben, "entry_open", second, **opening(do="happened"))[0] == 302
    assert now_of(second).state == State.SHARED


def test_deciding_leads_to_the_next_that_waits_and_at_the_end_to_the_desk(ben: Client, cast: Cast) -> None:
    first, second = (an_entry(cast.amara, "note", date(2024, 2, day), text="We walked.") for day in (1, 2))
    page = ben.get(reverse("portal:staff_entry", args=[first.pk])).content.decode()
    assert "1 of 2 that wait" in page
    assert send(ben, "entry_open", first, **opening(queue="1"))[1] == reverse("portal:staff_entry", args=[second.pk])
    assert send(ben, "entry_open", second, **opening(queue="1"))[1] == reverse("portal:opening", args=[cast.amara.pk])


@pytest.mark.need("R65", "R66")
def test_the_young_person_reads_the_label_why_it_is_there_and_where_to_ask(cast: Cast, ben: Client, visit: Entry) -> None:
    """The ground's own words, never who it is or who said it; and the page of an entry with nothing covered says nothing of it."""
    other = an_entry(cast.amara, "visit", date(2024, 2, 4), text="We walked.")
    ray = f'["Ray Dunn", "{PRIVATE}", "TP_PRIVATE"]'
    assert send(ben, "entry_open", visit, **opening(by_hand=[ray], why_covered=WHY))[0] == 302
    assert send(ben, "entry_open", other, **opening())[0] == 302
    amara = sign_in(Client(), cast.amara.user)
    page = amara.get(reverse("portal:entry", args=[visit.pk])).content.decode()
    assert PRIVATE in page
    assert "This part is private information about someone else." in page
    assert "Ask us to look at this again" in page
    assert WHY not in page
    assert "[brackets]" not in amara.get(reverse("portal:entry", args=[other.pk])).content.decode()


# --- all that waits ------------------------------------------------------------------------------------------

RECENT = date(2026, 10, 20)


def waiting_home(cast: Cast, name: str, day: date, at: datetime) -> Entry:
    """An everyday fact that only a worker opens here."""
    child = getattr(cast, name)
    return an_entry(child, "home", day, facts={"place": "U4", "provider": "PR1", "rne": "P"}, at=at)


@pytest.fixture
def by_worker_only(cast: Cast) -> None:
    """In this council a worker opens homes."""
    make_routine_rule(kind="home", days=None, reason="Told in person.", by=cast.joan, now=NOW - timedelta(days=60))


@pytest.mark.usefixtures("by_worker_only")
def test_what_waits_of_all_children_is_on_one_page_late_first_then_the_oldest(cast: Cast, ben: Client) -> None:
    tie(cast.noor, cast.ben, "social_worker")
    old = waiting_home(cast, "amara", date(2019, 2, 3), NOW - timedelta(days=30))
    older = waiting_home(cast, "noor", date(2018, 2, 3), NOW - timedelta(days=30))
    late = waiting_home(cast, "noor", RECENT, NOW - timedelta(days=28))
    new = waiting_home(cast, "amara", date(2026, 11, 10), NOW - timedelta(days=1))
    other = waiting_home(cast, "idris", RECENT, NOW - timedelta(days=28))
    answer = ben.get(reverse("portal:sharing"))
    assert [one.line.id for one in answer.context["desk"].lines] == [late.pk, new.pk, older.pk, old.pk]
    page = answer.content.decode()
    assert "working days late" in page
    assert "1 is late. They read that we are sorry." in page
    assert str(other.pk) not in page
    assert page.index("Noor") > 0


@pytest.mark.usefixtures("by_worker_only")
def test_the_page_of_a_child_begins_where_something_is_late_and_says_what(cast: Cast, ben: Client) -> None:
    waiting_home(cast, "amara", date(2019, 2, 3), NOW - timedelta(days=30))
    an_entry(cast.amara, "note", RECENT - timedelta(days=400), text="Long ago.", facts={"title": "A note"}, at=NOW - timedelta(days=30))
    late = waiting_home(cast, "amara", RECENT, NOW - timedelta(days=28))
    answer = ben.get(reverse("portal:opening", args=[cast.amara.pk]))
    lines = answer.context["desk"].here.lines
    assert (lines[0].id, [bool(line.late) for line in lines[1:]]) == (late.pk, [False] * (len(lines) - 1))
    assert "1 is late" in answer.content.decode()


@pytest.mark.usefixtures("by_worker_only")
def test_several_everyday_facts_open_in_one_go_after_a_look_at_them(cast: Cast, ben: Client) -> None:
    homes = [waiting_home(cast, "amara", date(2019, 2, day), NOW - timedelta(days=3)) for day in (1, 2, 3)]
    note = an_entry(cast.amara, "note", date(2019, 2, 4), text="We walked.")
    ticked = [str(one.pk) for one in (*homes, note)]
    looked = ben.post(reverse("portal:sharing_look"), {"entry": [*ticked, "no-id"]})
    page = looked.content.decode()
    assert page.count("foster") >= 3
    assert "Open these 3" in page, "words that somebody wrote open one by one"
    assert {now_of(one).state for one in homes} == {State.WAITING}
    done = ben.post(reverse("portal:sharing_open"), {"entry": ticked, "how": "shared", "when": "later"})
    assert done.status_code == 302
    assert ({now_of(one).state for one in homes}, now_of(note).state) == ({State.SHARED}, State.WAITING)
    assert ben.post(reverse("portal:sharing_open"), {"entry": ticked, "how": "shared", "when": "later"}).status_code == 422
    assert ben.post(reverse("portal:sharing_look"), {}).status_code == 422


@pytest.mark.usefixtures("by_worker_only")
def test_late_goes_to_the_manager_and_the_young_person_reads_that_we_are_sorry(cast: Cast, ben: Client) -> None:
    joan, amara = sign_in(Client(), cast.joan), sign_in(Client(), cast.amara.user)
    waiting_home(cast, "amara", RECENT, NOW - timedelta(days=28))
    an_entry(cast.amara, "note", date(2019, 2, 3), text="Long ago.", at=NOW - timedelta(days=400))
    assert "Two things are waiting for your worker to read first. We are late. Sorry." in amara.get(reverse("portal:home")).content.decode()
    assert "one new thing waits to be read for them" in joan.get(reverse("portal:desk")).content.decode()
    assert "working days late" in ben.get(reverse("portal:desk")).content.decode()


def test_history_and_what_leaves_no_trace_are_never_late(cast: Cast, ben: Client) -> None:
    joan, amara = sign_in(Client(), cast.joan), sign_in(Client(), cast.amara.user)
    an_entry(cast.amara, "note", date(2019, 2, 3), text="Long ago.", at=NOW - timedelta(days=400))
    an_entry(cast.amara, "legal_status", RECENT, facts={"code": "E1"}, at=NOW - timedelta(days=28))
    page = amara.get(reverse("portal:home")).content.decode()
    assert ("One thing is waiting" in page, "Sorry" in page) == (True, False)
    assert "waits to be read for them" not in joan.get(reverse("portal:desk")).content.decode()


def test_a_part_they_asked_for_has_a_clock_and_the_sweep_tells_the_manager(cast: Cast, ben: Client) -> None:
    home = an_entry(cast.amara, "home", date(2019, 2, 3), facts={"place": "U4"}, at=NOW - timedelta(days=400))
    an_entry(cast.amara, "note", date(2019, 3, 3), text="Long ago.", at=NOW - timedelta(days=400))
    task = ask_for_chapter(child=cast.amara, first_entry=home, by=cast.amara.user, now=NOW - timedelta(days=20))
    assert tell_managers_of_overdue(by=THE_PORTAL, now=NOW) == 1
    assert Task.objects.get(pk=task.pk).told_manager_at == NOW
    assert "We are late. Sorry." in sign_in(Client(), cast.amara.user).get(reverse("portal:home")).content.decode()
    assert "asked to read more of their story" in sign_in(Client(), cast.joan).get(reverse("portal:desk")).content.decode()


def test_a_rule_is_shown_with_its_effect_before_a_manager_makes_it(cast: Cast, ben: Client) -> None:
    an_entry(cast.amara, "home", date(2026, 11, 9), facts={"place": "U4"})
    given = {"kind": "home", "how": "by_worker", "reason": "Moves are told in person."}
    joan, where = sign_in(Client(), cast.joan), reverse("portal:routine_rules")
    assert "1 entry then waits for a worker." in joan.post(where, {**given, "do": "count"}).content.decode()
    assert "No rule was made here yet" in joan.get(where).content.decode()
    assert joan.post(where, {**given, "do": "make"}).status_code == 302
    assert "Moves are told in person." in ben.get(where).content.decode()
    assert "Managers make these rules." in ben.get(where).content.decode()
    ben.post(where, {**given, "do": "make"})
    assert RoutineRule.objects.count() == 1
    assert "Write after how many days." in joan.post(where, {**given, "how": "after", "do": "count"}).content.decode()
